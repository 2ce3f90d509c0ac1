internal import GRDB
internal import Logging
public import TextFiles
public import UnicodeText

/// What became of the units of an import.
public struct StorageCounts: Sendable, Equatable {
    /// Units that were new.
    public var added = 0
    /// Units that were there and gained a language, a better state, a note, a newer date or a corrected translation.
    public var updated = 0
    /// Units that were there just so.
    public var unchanged = 0
    /// Units that said again what an earlier one of the same import had said, and were merged into it.
    public var duplicates = 0

    /// No units.
    public init() {}

    /// All of them.
    public var total: Int { added + updated + unchanged + duplicates }

    /// Counts a unit.
    mutating func count(_ outcome: StorageOutcome) {
        switch outcome {
        case .added: added += 1
        case .updated: updated += 1
        case .unchanged: unchanged += 1
        case .duplicate: duplicates += 1
        }
    }
}

/// What became of a unit, with its number.
enum StorageOutcome {
    case added(Int64)
    case updated(Int64)
    case unchanged(Int64)
    case duplicate(Int64)
}

/// How a new unit meets those that are there.
public enum StoragePolicy: Sendable, Equatable {
    /// A unit with another translation stands beside those with the same source.
    case keepAll
    /// The units are all that their origin says of their sources in the given locale: a changed translation
    /// takes the place of what the same origin said before and does not say any more. Right for catalogs,
    /// which are the truth about themselves.
    case replaceFromOrigin(source: LocaleID)
}

extension TranslationMemory {
    /// Stores units in one transaction. Units that agree in two languages or more, and differ in none, are
    /// one unit.
    /// - Throws: `LathuError` with code `invalidData`, and nothing is stored, where a unit has text in fewer
    ///   than two languages.
    public func store(_ units: [TranslationUnit], policy: StoragePolicy = .keepAll) throws(LathuError)
        -> StorageCounts
    {
        try store(units.map { unit throws(LathuError) in try StoredUnit(unit, path: path) }, policy: policy)
    }

    /// The same of units that are in their stored form.
    func store(_ units: [StoredUnit], policy: StoragePolicy = .keepAll) throws(LathuError) -> StorageCounts {
        let sayings = policy == .keepAll ? [] : Set(units.map { Saying($0.whole) })
        let counts = try write { database in
            let writer = try UnitWriter(database)
            var outcomes = try units.map { try Self.store($0, policy: policy, beside: sayings, writer) }
            if case .replaceFromOrigin(let source) = policy {
                for (index, unit) in units.enumerated()
                where try Self.removeSuperseded(by: unit, source: source, beside: sayings, writer) {
                    if case .unchanged(let id) = outcomes[index] { outcomes[index] = .updated(id) }
                }
            }
            try Editions.record(writer.changes, database)
            var counts = StorageCounts()
            for outcome in outcomes { counts.count(outcome) }
            return counts
        }
        logger?.debug("stored units", metadata: ["count": "\(units.count)"])
        return counts
    }

    /// Gives back memory that only a large import needs.
    func releaseMemory() throws(LathuError) {
        try translated { queue.releaseMemory() }
    }

    /// That an origin gives these texts as translations of one another.
    private struct Saying: Hashable {
        let origin: String
        let texts: [LocaleID: String]

        init(_ unit: TranslationUnit) {
            origin = unit.origin
            texts = unit.variants.mapValues(\.text)
        }
    }

    private static func store(
        _ unit: StoredUnit, policy: StoragePolicy, beside sayings: Set<Saying>, _ writer: UnitWriter
    ) throws -> StorageOutcome {
        guard case .replaceFromOrigin(let source) = policy else { return try writer.store(unit) }
        if let outcome = try writer.merge(unit) { return outcome }
        if let id = try superseded(by: unit, source: source, beside: sayings, writer) {
            try writer.replace(id, by: unit)
            return .updated(id)
        }
        return .added(try writer.insert(unit))
    }

    /// Removes what no new unit took the place of, because the right translation was there already.
    private static func removeSuperseded(
        by unit: StoredUnit, source: LocaleID, beside sayings: Set<Saying>, _ writer: UnitWriter
    ) throws -> Bool {
        var isAny = false
        while let id = try superseded(by: unit, source: source, beside: sayings, writer) {
            isAny = true
            if try writer.variants(of: id).count > unit.texts.count {
                // Other languages have joined it; they stay.
                try writer.replace(id, by: unit)
            } else {
                try writer.delete(id)
            }
        }
        return isAny
    }

    /// What the same origin said of the same source before and does not say any more; other languages may
    /// have joined it.
    private static func superseded(
        by stored: StoredUnit, source: LocaleID, beside sayings: Set<Saying>, _ writer: UnitWriter
    ) throws -> Int64? {
        let unit = stored.whole
        guard let text = stored.texts.first(where: { $0.locale == source }) else { return nil }
        for id in try writer.units(holding: text) {
            guard try writer.origin(of: id) == unit.origin else { continue }
            var earlier = unit
            earlier.variants = try writer.variants(of: id).filter { unit.variants[$0.key] != nil }
            if earlier.variants.count == unit.variants.count, !sayings.contains(Saying(earlier)) { return id }
        }
        return nil
    }
}
