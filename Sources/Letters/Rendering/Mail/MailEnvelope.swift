/// How a letter goes out by e-mail.
public struct MailEnvelope: Sendable, Hashable {
    /// Who writes; nil leaves it to the mail program.
    public var sender: MailAddress?
    /// Whom it goes to.
    public var recipients: [MailAddress] = []
    /// The subject; nil for the letter's title.
    public var subject: String?
    /// Seconds since 1970 for the `Date` line; nil for no such line.
    public var date: Int?
    /// Whether the letter goes along as PDF too.
    public var attachesPDF = false

    /// An empty envelope.
    public init() {}
}

/// A mailbox (RFC 5322, section 3.4).
public struct MailAddress: Sendable, Hashable {
    /// The name that is shown.
    public let name: String?
    /// The address itself, `name@domain`.
    public let address: String

    /// A mailbox; nil where the address is none.
    ///
    /// Beyond ASCII it may hold letters of any script (RFC 6531). Quoted local parts and domain literals,
    /// which nobody uses, are refused, and so is everything that could end a header.
    public init?(name: String?, address: String) {
        guard Self.isValid(address) else { return nil }
        self.name = name.flatMap { $0.isEmpty ? nil : $0 }
        self.address = address
    }

    private static func isValid(_ address: String) -> Bool {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, address.utf8.count <= 254, parts[0].utf8.count <= 64 else { return false }
        func isDotted(_ text: Substring, _ allows: (Unicode.Scalar) -> Bool) -> Bool {
            text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                !label.isEmpty && label.unicodeScalars.allSatisfy(allows)
            }
        }
        let isLocal = isDotted(parts[0]) {
            $0.isMailLetter || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains($0)
        }
        return isLocal && isDotted(parts[1]) { $0.isMailLetter || $0 == "-" } && parts[1].contains(".")
    }
}

extension Unicode.Scalar {
    /// A letter, mark or digit.
    fileprivate var isMailLetter: Bool {
        if isASCII { return (0x30...0x39).contains(value) || (0x41...0x5A).contains(value & ~0x20) }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
