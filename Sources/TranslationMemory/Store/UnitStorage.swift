internal import GRDB
internal import Logging
internal import Synchronization
public import TextFiles
public import UnicodeText

/// What became of the units of an import.
public struct StorageCounts: Sendable, Equatable {
    /// Units that were new.
    public var added = 0
    /// Units that were there and gained a language, a better state, a note or a corrected translation.
    public var updated = 0
    /// Units that were there just so.
    public var unchanged = 0

    /// No units.
    public init() {}

    /// All of them.
    public var total: Int { added + updated + unchanged }

    /// Adds the counts of another part.
    public static func += (left: inout StorageCounts, right: StorageCounts) {
        left.added += right.added
        left.updated += right.updated
        left.unchanged += right.unchanged
    }
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
            let writer = try UnitWriter(database, known: try knownTexts(database, units.count))
            var outcomes = try units.map { try Self.store($0, policy: policy, beside: sayings, writer) }
            if case .replaceFromOrigin(let source) = policy {
                for (index, unit) in units.enumerated()
                where try Self.removeSuperseded(by: unit, source: source, beside: sayings, writer) {
                    if outcomes[index] == .unchanged { outcomes[index] = .updated }
                }
            }
            try Editions.record(writer.changes, database)
            try keep(writer.known, database)
            var counts = StorageCounts()
            counts.added = outcomes.count { $0 == .added }
            counts.updated = outcomes.count { $0 == .updated }
            counts.unchanged = outcomes.count { $0 == .unchanged }
            return counts
        }
        logger?.debug("stored units", metadata: ["count": "\(units.count)"])
        return counts
    }

    /// From so many units on, reading the hashes of all texts costs less than looking up each unit.
    private static let manyUnits = 4000

    /// What is known of the texts of a memory that many units are stored into.
    private func knownTexts(_ database: Database, _ count: Int) throws -> KnownTexts? {
        let edition = try Editions.latest(database)
        // Another process may have stored something since.
        let kept = known.withLock { known in
            defer { known = nil }
            return known
        }
        if let kept, kept.edition == edition { return kept }
        return count >= Self.manyUnits ? try KnownTexts(database, edition) : nil
    }

    /// Gives back memory that only a large import needs.
    func releaseMemory() throws(LathuError) {
        known.withLock { $0 = nil }
        try Self.translated(path) { queue.releaseMemory() }
    }

    private func keep(_ texts: KnownTexts?, _ database: Database) throws {
        var texts = texts
        texts?.edition = try Editions.latest(database)
        known.withLock { $0 = texts }
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
    ) throws -> UnitWriter.Outcome {
        if let id = try writer.same(as: unit) { return try writer.merge(unit, into: id) }
        if case .replaceFromOrigin(let source) = policy,
            let id = try superseded(by: unit, source: source, beside: sayings, writer)
        {
            try writer.replace(id, by: unit)
            return .updated
        }
        try writer.insert(unit)
        return .added
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
