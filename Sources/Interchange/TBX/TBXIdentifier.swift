internal import UnicodeText

/// Identifiers of TBX files are of XML's type ID: names without colon (Namespaces in XML 1.0, section 3).
enum TBXIdentifier {
    static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first == "_" || first.category.isLetter else {
            return false
        }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "_", "-", ".", "\u{B7}": true
            default:
                scalar.category.isLetter || scalar.category == .decimalNumber
                    || scalar.category == .nonspacingMark || scalar.category == .spacingMark
            }
        }
    }

    /// Whether a target is the address of something outside, as TBX wants it.
    static func isAddress(_ text: String) -> Bool {
        ["http://", "https://"].contains { text.hasPrefix($0) && text.utf8.count > $0.utf8.count }
    }

    /// Whether a text is a day (`xsd:date` without time zone).
    static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return false }
        return (1...12).contains(month) && (1...31).contains(day)
    }
}
