/// Whether a term should be used (ISO 30042 and DatCatInfo, *administrative status*).
public enum TermStatus: String, Sendable, CaseIterable {
    /// The term to use.
    case preferred
    /// One that may be used.
    case admitted
    /// One that should no longer be used, because a better one is there.
    case deprecated
    /// One that was preferred once and has been replaced; to be avoided like a deprecated one.
    case superseded
    /// One that must not be used, because it is wrong.
    case forbidden

    /// Whether the term may be used.
    public var isApproved: Bool { self == .preferred || self == .admitted }
}

/// What sort of name for its concept a term is.
public enum TermKind: Hashable, Sendable {
    case fullForm, acronym, abbreviation, shortForm, variant, phrase
    /// The name of a person, place or organization.
    case properName
    /// A sort that another tool's file names, as it is written there.
    case other(String)

    /// The sorts by their names in TBX and their names in tables.
    private static let names: [(kind: TermKind, exchange: String?, table: String)] = [
        (.fullForm, "fullForm", "full"), (.acronym, "acronym", "acronym"),
        (.abbreviation, "abbreviation", "abbreviation"), (.shortForm, "shortForm", "short"),
        (.variant, "variant", "variant"), (.phrase, "phrase", "phrase"), (.properName, nil, "name"),
    ]

    /// The sort that a TBX file names (`termType`).
    init(exchangeName name: String) {
        self = Self.names.first { $0.exchange == name }?.kind ?? .other(name)
    }

    /// The name in a TBX file; nil where TBX-Basic has none.
    var exchangeName: String? { Self.names.first { $0.kind == self }?.exchange }

    /// The sort that a table names, in whichever of its names; nil for an empty one.
    public init?(tableName name: String) {
        if name.isEmpty { return nil }
        self = Self.names.first { $0.table == name || $0.exchange == name }?.kind ?? .other(name)
    }

    /// The name in a table: `full`, `acronym`, `abbreviation`, `short`, `variant`, `phrase`, `name` or another.
    public var tableName: String {
        if case .other(let name) = self { return name }
        return Self.names.first { $0.kind == self }?.table ?? ""
    }

    /// Whether it is known to Lathu.
    public var isKnown: Bool { if case .other = self { false } else { true } }

    /// The names that tables use.
    public static var tableNames: [String] { names.map(\.table) }
}
