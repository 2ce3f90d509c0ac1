/// Text as it stands in XML and in HTML alike.
public enum MarkupText {
    /// The text with references for `&`, `<`, `>` and `"`, good in elements and in attributes between double quotes.
    /// Controls but tabs and line feeds, which neither XML 1.0 nor HTML has a place for, are left out.
    public static func escaped(_ text: String) -> String {
        // Nearly all texts are passed on as they are. Of what is not ASCII, controls begin with 0xC2 alone.
        let needsWork = text.utf8.contains { byte in
            byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x7F
                || byte == 0xC2
        }
        if !needsWork { return text }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 32)
        var isAfterC2 = false
        for byte in text.utf8 {
            if isAfterC2 {
                isAfterC2 = false
                if byte >= 0xA0 { escaped += [0xC2, byte] }
                continue
            }
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            case 0x09, 0x0A, 0x20...0x7E, 0x80...0xC1, 0xC3...: escaped.append(byte)
            case 0xC2: isAfterC2 = true
            default: break
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
