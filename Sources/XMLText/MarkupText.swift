internal import UnicodeText

/// Text as it stands in XML and in HTML alike.
public enum MarkupText {
    /// The text with references for `&`, `<`, `>` and `"`, good in elements and in attributes between double quotes.
    /// Controls but tabs and line feeds, which neither XML 1.0 nor HTML has a place for, are left out.
    public static func escaped(_ text: String) -> String {
        // Nearly all texts are passed on as they are.
        let needsWork = text.utf8.contains { byte in
            byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22
                || byte >= 0x7F && byte < 0xC3
        }
        if !needsWork { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;".unicodeScalars
            case "<": escaped += "&lt;".unicodeScalars
            case ">": escaped += "&gt;".unicodeScalars
            case "\"": escaped += "&quot;".unicodeScalars
            case _ where scalar.category == .control && scalar != "\n" && scalar != "\t": break
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
