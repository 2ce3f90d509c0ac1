internal import GRDB
internal import Logging
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
        var stored: [TranslationUnit] = []
        stored.reserveCapacity(units.count)
        for unit in units { stored.append(try Self.storedForm(of: unit, path: path)) }
        let units = stored
        let sayings = policy == .keepAll ? [] : Set(units.map(Saying.init))
        let counts = try write { database in
            var outcomes = try units.map { try Self.store($0, policy: policy, beside: sayings, in: database) }
            if case .replaceFromOrigin(let source) = policy {
                for (index, unit) in units.enumerated()
                where try Self.removeSuperseded(by: unit, source: source, beside: sayings, in: database) {
                    if outcomes[index] == .unchanged { outcomes[index] = .updated }
                }
            }
            var counts = StorageCounts()
            counts.added = outcomes.count { $0 == .added }
            counts.updated = outcomes.count { $0 == .updated }
            counts.unchanged = outcomes.count { $0 == .unchanged }
            return counts
        }
        logger?.debug("stored units", metadata: ["count": "\(units.count)"])
        return counts
    }

    private enum Outcome { case added, updated, unchanged }

    /// That an origin gives these texts as translations of one another.
    private struct Saying: Hashable {
        let origin: String
        let texts: [LocaleID: String]

        init(_ unit: TranslationUnit) {
            origin = unit.origin
            texts = unit.variants.mapValues(\.text)
        }
    }

    /// The unit with its texts in NFC and its notes a line each, since files hold them so.
    private static func storedForm(of unit: TranslationUnit, path: String) throws(LathuError)
        -> TranslationUnit
    {
        var unit = unit
        for (locale, variant) in unit.variants {
            let text = variant.text.nfc
            unit.variants[locale]?.text = text
            if text.trimmed.isEmpty { unit.variants[locale] = nil }
        }
        guard unit.variants.count >= 2 else {
            throw LathuError(
                .invalidData, "a unit from “\(unit.origin)” has text in fewer than two languages",
                at: SourceLocation(file: path))
        }
        unit.notes = unit.notes.flatMap { $0.split(separator: "\n").map(String.init) }
        return unit
    }

    private static func store(
        _ unit: TranslationUnit, policy: StoragePolicy, beside sayings: Set<Saying>, in database: Database
    ) throws -> Outcome {
        if let id = try same(as: unit, in: database) { return try merge(unit, into: id, in: database) }
        if case .replaceFromOrigin(let source) = policy,
            let id = try superseded(by: unit, source: source, beside: sayings, in: database)
        {
            return try replace(id, by: unit, in: database)
        }
        try insert(unit, in: database)
        return .added
    }

    /// Removes what no new unit took the place of, because the right translation was there already.
    private static func removeSuperseded(
        by unit: TranslationUnit, source: LocaleID, beside sayings: Set<Saying>, in database: Database
    ) throws -> Bool {
        var isAny = false
        while let id = try superseded(by: unit, source: source, beside: sayings, in: database) {
            isAny = true
            if try variants(of: id, in: database).count > unit.variants.count {
                // Other languages have joined it; they stay.
                _ = try replace(id, by: unit, in: database)
            } else {
                try database.cachedStatement(sql: "DELETE FROM unit WHERE id = ?").execute(arguments: [id])
            }
        }
        return isAny
    }

    /// A stored unit that says the same in at least two languages and nothing else in any.
    private static func same(as unit: TranslationUnit, in database: Database) throws -> Int64? {
        for (locale, variant) in sorted(unit.variants).dropLast() {
            for id in try units(holding: variant.text, in: locale, database: database) {
                let stored = try variants(of: id, in: database)
                let shared = stored.filter { unit.variants[$0.key] != nil }
                let agree = shared.allSatisfy { unit.variants[$0.key]?.text == $0.value.text }
                if agree && shared.count >= 2 { return id }
            }
        }
        return nil
    }

    /// What the same origin said of the same source before and does not say any more; other languages may
    /// have joined it.
    private static func superseded(
        by unit: TranslationUnit, source: LocaleID, beside sayings: Set<Saying>, in database: Database
    ) throws -> Int64? {
        guard let text = unit.variants[source]?.text else { return nil }
        for id in try units(holding: text, in: source, database: database) {
            let origin = try String.fetchOne(
                database.cachedStatement(sql: "SELECT origin FROM unit WHERE id = ?"), arguments: [id])
            guard origin == unit.origin else { continue }
            var earlier = unit
            earlier.variants = try variants(of: id, in: database).filter { unit.variants[$0.key] != nil }
            if earlier.variants.count == unit.variants.count, !sayings.contains(Saying(earlier)) { return id }
        }
        return nil
    }

    private static func units(holding text: String, in locale: LocaleID, database: Database) throws -> [Int64]
    {
        try Int64.fetchAll(
            database.cachedStatement(
                sql: "SELECT unit FROM variant WHERE hash = ? AND locale = ? AND text = ? ORDER BY unit"),
            arguments: [TextHash.of(text), locale.identifier, text])
    }

    static func variants(of id: Int64, in database: Database) throws -> [LocaleID: TranslationUnit.Variant] {
        let rows = try Row.fetchCursor(
            database.cachedStatement(sql: "SELECT locale, text, previous, next FROM variant WHERE unit = ?"),
            arguments: [id])
        var variants: [LocaleID: TranslationUnit.Variant] = [:]
        while let row = try rows.next() {
            let locale = try LocaleID(row[0] as String)
            variants[locale] = TranslationUnit.Variant(row[1], previous: row[2], next: row[3])
        }
        return variants
    }

    private static func sorted(
        _ variants: [LocaleID: TranslationUnit.Variant]
    ) -> [(key: LocaleID, value: TranslationUnit.Variant)] {
        variants.sorted { $0.key.identifier < $1.key.identifier }
    }

    private static func insert(_ unit: TranslationUnit, in database: Database) throws {
        try database.cachedStatement(
            sql:
                "INSERT INTO unit (origin, method, author, created, changed, state) VALUES (?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            unit.origin, unit.method.rawValue, unit.author, unit.created, unit.changed, unit.state.rawValue,
        ])
        let id = database.lastInsertedRowID
        for (locale, variant) in sorted(unit.variants) { try put(variant, locale, of: id, in: database) }
        for note in unit.notes { try insert(note: note, of: id, in: database) }
    }

    private static func put(
        _ variant: TranslationUnit.Variant, _ locale: LocaleID, of id: Int64, in database: Database
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO variant (unit, locale, text, hash, previous, next) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (unit, locale) DO UPDATE SET text = excluded.text, hash = excluded.hash,
                previous = excluded.previous, next = excluded.next
                """
        ).execute(arguments: [
            id, locale.identifier, variant.text, TextHash.of(variant.text), variant.previous, variant.next,
        ])
    }

    private static func insert(note: String, of id: Int64, in database: Database) throws {
        try database.cachedStatement(sql: "INSERT INTO note (unit, text) VALUES (?, ?)")
            .execute(arguments: [id, note])
    }

    /// Adds to a stored unit what a new one knows more: languages, a better state, notes, neighbours.
    private static func merge(
        _ unit: TranslationUnit, into id: Int64, in database: Database
    ) throws -> Outcome {
        let stored = try variants(of: id, in: database)
        var isChanged = false
        for (locale, variant) in sorted(unit.variants) {
            guard let old = stored[locale] else {
                try put(variant, locale, of: id, in: database)
                isChanged = true
                continue
            }
            // Neighbours are not content: the latest document's are kept, and the unit counts as unchanged.
            let hasNeighbours = variant.previous != nil || variant.next != nil
            if hasNeighbours, old != variant { try put(variant, locale, of: id, in: database) }
        }
        let state = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT state FROM unit WHERE id = ?"), arguments: [id])
        if let state, unit.state.rawValue > state {
            try database.cachedStatement(sql: "UPDATE unit SET state = ? WHERE id = ?")
                .execute(arguments: [unit.state.rawValue, id])
            isChanged = true
        }
        if try addNotes(of: unit, to: id, in: database) { isChanged = true }
        guard isChanged else { return .unchanged }
        try touch(id, changed: unit.changed, in: database)
        return .updated
    }

    /// Adds the notes that are not there yet; false where all are.
    private static func addNotes(of unit: TranslationUnit, to id: Int64, in database: Database) throws -> Bool
    {
        var known = try String.fetchSet(
            database.cachedStatement(sql: "SELECT text FROM note WHERE unit = ?"), arguments: [id])
        let before = known.count
        for note in unit.notes where known.insert(note).inserted {
            try insert(note: note, of: id, in: database)
        }
        return known.count > before
    }

    private static func replace(_ id: Int64, by unit: TranslationUnit, in database: Database) throws
        -> Outcome
    {
        for (locale, variant) in sorted(unit.variants) { try put(variant, locale, of: id, in: database) }
        try database.cachedStatement(sql: "UPDATE unit SET state = ?, method = ?, author = ? WHERE id = ?")
            .execute(arguments: [unit.state.rawValue, unit.method.rawValue, unit.author, id])
        _ = try addNotes(of: unit, to: id, in: database)
        try touch(id, changed: unit.changed, in: database)
        return .updated
    }

    private static func touch(_ id: Int64, changed: Int64, in database: Database) throws {
        try database.cachedStatement(sql: "UPDATE unit SET changed = max(changed, ?) WHERE id = ?")
            .execute(arguments: [changed, id])
    }
}
