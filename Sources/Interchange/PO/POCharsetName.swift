import UnicodeText

/// The charset that a PO file's header names, found before the file can be decoded.
struct POCharsetName {
    /// The name as it is written.
    let name: String
    /// Where it stands in the file, in bytes.
    let range: Range<Int>
    /// The charset of this name.
    let charset: Charset?

    /// The name in a file's header; nil where there is none. The encoding may be any that holds ASCII.
    init?(ofFile bytes: [UInt8]) {
        guard let range = Self.rangeInHeader(of: bytes), !range.isEmpty else { return nil }
        self.range = range
        name = String(decoding: bytes[range], as: UTF8.self)
        charset = Charset(name)
    }

    /// Whether the name is a charset, or what a template has in its place.
    var isKnown: Bool { charset != nil || name == "CHARSET" }

    /// What to tell about an unknown name.
    var message: String { "the header names an unknown charset, “\(name)”" }

    /// What to do about an unknown name.
    var hint: String { "write charset=UTF-8 and save the file as UTF-8" }

    /// The name after `charset=`.
    static func find(in text: String) -> Substring? {
        var text = text
        text.makeContiguousUTF8()
        return range(in: Array(text.utf8)).map { range in
            let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
            return text[start..<text.utf8.index(start, offsetBy: range.count)]
        }
    }

    /// The header is the first entry.
    private static func rangeInHeader(of bytes: [UInt8]) -> Range<Int>? {
        var start = 0
        var isInTranslation = false
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let line = bytes[start..<end].drop { $0 == 0x20 || $0 == 0x09 }
            start = end + 1
            if line.starts(with: "msgstr".utf8) {
                isInTranslation = true
            } else if line.starts(with: "msgid".utf8) || line.first == UInt8(ascii: "\"") {
                // Another entry, or a source text that is not empty: no header.
                let isEmpty = line.drop { $0 != UInt8(ascii: "\"") }.starts(with: "\"\"".utf8)
                if !isInTranslation && !isEmpty { return nil }
                if isInTranslation && line.first == UInt8(ascii: "m") { return nil }
            } else if line.starts(with: "msgctxt".utf8) {
                return nil
            }
            if isInTranslation, let found = range(in: Array(line)) {
                return line.startIndex + found.lowerBound..<line.startIndex + found.upperBound
            }
        }
        return nil
    }

    private static func range(in bytes: [UInt8]) -> Range<Int>? {
        let label = Array("charset=".utf8)
        guard bytes.count >= label.count else { return nil }
        for start in 0...bytes.count - label.count {
            guard bytes[start...].starts(with: label, by: { $0 | 0x20 == $1 || $0 == $1 }) else { continue }
            let first = bytes[(start + label.count)...].firstIndex { $0 != 0x20 } ?? bytes.count
            let end = bytes[first...].firstIndex { $0 <= 0x20 || "\\\";,".utf8.contains($0) } ?? bytes.count
            return first..<end
        }
        return nil
    }
}
