/// A version of XLIFF that is read and written.
public enum XLIFFVersion: String, Sendable, CaseIterable, Comparable {
    case oneZero = "1.0"
    case oneOne = "1.1"
    case oneTwo = "1.2"
    case twoZero = "2.0"
    case twoOne = "2.1"
    case twoTwo = "2.2"

    /// Whether it is of the first generation, whose elements are other ones.
    public var isFirstGeneration: Bool { self < .twoZero }

    /// Older before newer.
    public static func < (left: XLIFFVersion, right: XLIFFVersion) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The namespace of its elements; nil where it has none.
    var namespace: String? {
        switch self {
        case .oneZero: nil
        case .oneOne: "urn:oasis:names:tc:xliff:document:1.1"
        case .oneTwo: "urn:oasis:names:tc:xliff:document:1.2"
        case .twoZero, .twoOne: "urn:oasis:names:tc:xliff:document:2.0"
        case .twoTwo: "urn:oasis:names:tc:xliff:document:2.2"
        }
    }
}

/// How far a translation is, in the words of XLIFF 2.
public enum XLIFFState: String, Sendable, CaseIterable, Comparable {
    case initial, translated, reviewed, final

    /// Earlier before later.
    public static func < (left: XLIFFState, right: XLIFFState) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// What a state of XLIFF 1.2 comes to.
    init?(first state: String) {
        switch state {
        case "new", "needs-translation", "needs-l10n", "needs-adaptation": self = .initial
        case "translated", "needs-review-translation", "needs-review-l10n", "needs-review-adaptation":
            self = .translated
        case "signed-off": self = .reviewed
        case "final": self = .final
        default: return nil
        }
    }

    /// The state as XLIFF 1.2 writes it.
    var first: String {
        switch self {
        case .initial: "needs-translation"
        case .translated: "translated"
        case .reviewed: "signed-off"
        case .final: "final"
        }
    }
}
