internal import UnicodeText

/// What the value of an attribute must look like.
enum XLIFFValueType: Hashable {
    case anything
    case oneOf([String])
    /// A name token (XML 1.0, section 2.3).
    case token
    case tokens
    /// `authority:value`.
    case userDefined
    /// One of the values, or `authority:value`.
    case oneOfOrUserDefined([String])
    /// A language tag as XML Schema has it.
    case language
    case positive
    case integer
    case hexadecimal
    case percentage

    /// A type by its name, or its values with `|` between them.
    init(_ text: Substring) {
        switch text {
        case "": self = .anything
        case "token": self = .token
        case "tokens": self = .tokens
        case "user": self = .userDefined
        case "language": self = .language
        case "positive": self = .positive
        case "integer": self = .integer
        case "hex": self = .hexadecimal
        case "percent": self = .percentage
        case "yesno": self = .oneOf(["yes", "no"])
        case "reorder": self = .oneOf(["yes", "firstNo", "no"])
        case "dir": self = .oneOf(["ltr", "rtl", "auto"])
        case "space": self = .oneOf(["default", "preserve"])
        case "code": self = .oneOf(["fmt", "ui", "quote", "link", "image", "other"])
        case "forms": self = .oneOf(["none", "nfc", "nfd"])
        default:
            let values = text.split(separator: "|").map(String.init)
            self = values.last == "user" ? .oneOfOrUserDefined(values.dropLast()) : .oneOf(values)
        }
    }

    /// Whether a value is of the type.
    func allows(_ value: String) -> Bool {
        switch self {
        case .anything: true
        case .oneOf(let values): values.contains(value)
        case .token: Self.isToken(value)
        case .tokens:
            !value.isXMLSpace
                && value.split(whereSeparator: \.isWhitespace).map(String.init).allSatisfy(Self.isToken)
        case .userDefined: Self.isUserDefined(value)
        case .oneOfOrUserDefined(let values): values.contains(value) || Self.isUserDefined(value)
        case .language: Self.isLanguage(value)
        case .positive: Self.isInteger(value) && value.contains { $0 != "0" }
        case .integer: Self.isInteger(value)
        case .hexadecimal:
            !value.isEmpty && value.utf8.count.isMultiple(of: 2)
                && value.allSatisfy { $0.isASCII && $0.isHexDigit }
        case .percentage: Double(value).map { (0...100).contains($0) } ?? false
        }
    }

    /// What is expected, in words.
    var description: String {
        switch self {
        case .anything: "anything"
        case .oneOf(let values): values.joined(separator: ", ")
        case .token: "a name of letters, digits and . - _ :"
        case .tokens: "names of letters, digits and . - _ : with spaces between them"
        case .userDefined: "authority:value"
        case .oneOfOrUserDefined(let values): values.joined(separator: ", ") + " or authority:value"
        case .language: "a language tag"
        case .positive: "a whole number from 1 on"
        case .integer: "a whole number"
        case .hexadecimal: "hexadecimal digits"
        case .percentage: "a number from 0 to 100"
        }
    }

    static func isInteger(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
                    || ".-_:\u{B7}".unicodeScalars.contains(scalar)
                    || scalar.value > 0x7F && scalar.properties.isXIDContinue
            }
    }

    private static func isUserDefined(_ text: String) -> Bool {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        return parts.allSatisfy { !$0.isEmpty && !$0.contains(":") && !$0.contains { $0.isWhitespace } }
    }

    private static func isLanguage(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        // One letter alone is no language (BCP 47, section 2.1).
        if parts[0].utf8.count < 2, parts.count < 2 || !["i", "x"].contains(parts[0].lowercased()) {
            return false
        }
        return parts.enumerated().allSatisfy { index, part in
            (1...8).contains(part.utf8.count)
                && part.allSatisfy { $0.isASCII && ($0.isLetter || index > 0 && $0.isNumber) }
        }
    }
}
