internal import TextFiles
internal import UnicodeText

/// The form of e-mail addresses: dot-atom and domain of RFC 5322, section 3.4.1, beyond ASCII as RFC 6532 allows.
///
/// Quoted local parts, address literals and comments are refused: nobody has one, and each is a way to smuggle
/// something into a header.
enum EmailAddress {
    /// What is wrong with an address, as a sentence without its full stop; nil where nothing is.
    static func problem(_ text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return "“\(text)” is not one e-mail address" }
        guard text.utf8.count <= 254, parts[0].utf8.count <= 64 else {
            return "the e-mail address “\(text)” is longer than RFC 5321 allows"
        }
        for atom in parts[0].split(separator: ".", omittingEmptySubsequences: false)
        where atom.isEmpty || !atom.unicodeScalars.allSatisfy(isAtomText) {
            return "“\(text)” is not an e-mail address"
        }
        for label in parts[1].split(separator: ".", omittingEmptySubsequences: false)
        where label.isEmpty || label.hasPrefix("-") || label.hasSuffix("-")
            || !label.unicodeScalars.allSatisfy(isLabelText)
        {
            return "“\(text)” is not an e-mail address"
        }
        return nil
    }

    private static func isAtomText(_ scalar: Unicode.Scalar) -> Bool {
        isLabelText(scalar) || "!#$%&'*+/=?^_`{|}~".unicodeScalars.contains(scalar)
    }

    private static func isLabelText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
        case ..<0x80: false
        default:
            switch scalar.category {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                .nonspacingMark, .spacingMark, .decimalNumber:
                true
            default: false
            }
        }
    }
}
