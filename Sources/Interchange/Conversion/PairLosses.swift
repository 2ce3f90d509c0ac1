/// What a file held that another format has no place for, counted by kind.
public struct PairLosses: Sendable, Equatable {
    /// A kind of what is lost, in words that a number goes before.
    public enum Kind: String, Sendable, CaseIterable {
        case untranslated = "segments without a translation"
        case languages = "texts in other languages"
        case plurals = "plural forms"
        case obsolete = "obsolete entries"
        case identifiers = "identifiers"
        case contexts = "contexts"
        case states = "states of translations"
        case notes = "remarks"
        case previousSources = "previous sources"
        case proposals = "proposals"
        case origins = "origins"
        case authors = "authors"
        case dates = "dates"
        case codes = "codes whose markup is not kept"
        case flags = "flags"
        case references = "references"
        case properties = "properties"
        case untranslatable = "units that are not to be translated"
        case characters = "control characters"
        case repeated = "further translations of a source, told apart by a context"
    }

    /// How many of each kind.
    public private(set) var counts: [Kind: Int] = [:]

    /// None.
    public init() {}

    /// Adds to a kind.
    public mutating func add(_ kind: Kind, _ count: Int = 1) {
        if count > 0 { counts[kind, default: 0] += count }
    }

    /// Adds all of another.
    public static func += (left: inout PairLosses, right: PairLosses) {
        for (kind, count) in right.counts { left.add(kind, count) }
    }

    /// The kinds with their numbers, in a fixed order.
    public var list: [(kind: Kind, count: Int)] {
        Kind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
    }
}
