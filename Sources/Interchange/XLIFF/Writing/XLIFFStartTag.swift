/// A start tag as it stands in a file, of which single attributes can be changed.
///
/// The tag was parsed before: it is well-formed.
struct XLIFFStartTag {
    private(set) var text: String

    init(_ bytes: ArraySlice<UInt8>) { text = String(decoding: bytes, as: UTF8.self) }

    /// The name with its prefix.
    var name: Substring { text.dropFirst().prefix { !Self.isSpace($0) && $0 != "/" && $0 != ">" } }

    /// The prefix with its colon; empty where there is none.
    var prefix: Substring {
        name.firstIndex(of: ":").map { name[...$0] } ?? ""
    }

    var isEmptyElement: Bool { text.hasSuffix("/>") }

    /// The tag that has content after it.
    var opened: String { isEmptyElement ? text.dropLast(2) + ">" : text }

    /// Gives an attribute without prefix a value; nil removes it.
    mutating func set(_ attribute: String, _ value: String?) {
        let escaped = value.map(XLIFFText.escapedAttribute)
        guard let found = find(attribute) else {
            guard let escaped else { return }
            let end = text.index(text.endIndex, offsetBy: isEmptyElement ? -2 : -1)
            text.insert(contentsOf: " \(attribute)=\"\(escaped)\"", at: end)
            return
        }
        if let escaped {
            text.replaceSubrange(found.value, with: escaped)
        } else {
            text.removeSubrange(found.whole)
        }
    }

    private func find(
        _ attribute: String
    ) -> (whole: Range<String.Index>, value: Range<String.Index>)? {
        var at = name.endIndex
        while true {
            let start = at
            while at < text.endIndex, Self.isSpace(text[at]) { at = text.index(after: at) }
            let nameStart = at
            while at < text.endIndex, text[at] != "=", !Self.isSpace(text[at]), text[at] != ">" {
                at = text.index(after: at)
            }
            let found = text[nameStart..<at]
            guard let quote = text[at...].firstIndex(where: { $0 == "\"" || $0 == "'" }) else { return nil }
            let valueStart = text.index(after: quote)
            guard let end = text[valueStart...].firstIndex(of: text[quote]) else { return nil }
            at = text.index(after: end)
            if found == attribute { return (start..<at, valueStart..<end) }
        }
    }

    // A carriage return and the line feed after it are one character.
    private static func isSpace(_ character: Character) -> Bool { character.isWhitespace }
}

/// Text as it stands in XML.
enum XLIFFText {
    static func escapedAttribute(_ text: String) -> String { escaped(text, isAttribute: true) { _ in "" } }

    /// The text with references; what XML has no way to write is handed to `forbidden`.
    static func escaped(
        _ text: String, isAttribute: Bool = false, forbidden: (Unicode.Scalar) -> String
    ) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"" where isAttribute: result += "&quot;"
            case "\r": result += "&#13;"
            case "\n" where isAttribute: result += "&#10;"
            case "\t" where isAttribute: result += "&#9;"
            default:
                if scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
                    || scalar.value == 0xFFFE || scalar.value == 0xFFFF
                {
                    result += forbidden(scalar)
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }
}
