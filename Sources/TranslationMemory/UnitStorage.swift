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
    /// The origin holds one translation for each source in the given locale: a changed one takes the place
    /// of what the same origin said before. Right for catalogs, which are the truth about themselves.
    case replaceFromOrigin(source: LocaleID)
}

extension TranslationMemory {
    /// Stores units in one transaction. Units that agree in two languages or more, and differ in none, are
    /// one unit.
    public func store(_ units: [TranslationUnit], policy: StoragePolicy = .keepAll) throws(LathuError)
        -> StorageCounts
    {
        let counts = try write { database in
            var counts = StorageCounts()
            for unit in units {
                switch try Self.store(unit, policy: policy, in: database) {
                case .added: counts.added += 1
                case .updated: counts.updated += 1
                case .unchanged: counts.unchanged += 1
                }
            }
            return counts
        }
        logger?.debug("stored units", metadata: ["count": "\(units.count)"])
        return counts
    }

    private enum Outcome { case added, updated, unchanged }

    private static func store(
        _ unit: TranslationUnit, policy: StoragePolicy, in database: Database
    ) throws -> Outcome {
        var unit = unit
        unit.variants = unit.variants.mapValues { variant in
            var variant = variant
            variant.text = variant.text.nfc
            return variant
        }
        if let id = try same(as: unit, in: database) { return try merge(unit, into: id, in: database) }
        if case .replaceFromOrigin(let source) = policy,
            let id = try superseded(by: unit, source: source, in: database)
        {
            return try replace(id, by: unit, in: database)
        }
        try insert(unit, in: database)
        return .added
    }

    /// A stored unit that says the same in at least two languages and nothing else in any.
    private static func same(as unit: TranslationUnit, in database: Database) throws -> Int64? {
        guard unit.variants.count >= 2 else { return nil }
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

    /// What the same origin said of the same source before.
    private static func superseded(
        by unit: TranslationUnit, source: LocaleID, in database: Database
    ) throws -> Int64? {
        guard let text = unit.variants[source]?.text else { return nil }
        for id in try units(holding: text, in: source, database: database) {
            let origin = try String.fetchOne(
                database.cachedStatement(sql: "SELECT origin FROM unit WHERE id = ?"), arguments: [id])
            let stored = try variants(of: id, in: database)
            if origin == unit.origin, Set(stored.keys) == Set(unit.variants.keys) { return id }
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
        let notes = try String.fetchSet(
            database.cachedStatement(sql: "SELECT text FROM note WHERE unit = ?"), arguments: [id])
        for note in unit.notes where !notes.contains(note) {
            try insert(note: note, of: id, in: database)
            isChanged = true
        }
        guard isChanged else { return .unchanged }
        try touch(id, changed: unit.changed, in: database)
        return .updated
    }

    private static func replace(_ id: Int64, by unit: TranslationUnit, in database: Database) throws
        -> Outcome
    {
        for (locale, variant) in sorted(unit.variants) { try put(variant, locale, of: id, in: database) }
        try database.cachedStatement(sql: "UPDATE unit SET state = ?, method = ?, author = ? WHERE id = ?")
            .execute(arguments: [unit.state.rawValue, unit.method.rawValue, unit.author, id])
        try touch(id, changed: unit.changed, in: database)
        return .updated
    }

    private static func touch(_ id: Int64, changed: Int64, in database: Database) throws {
        try database.cachedStatement(sql: "UPDATE unit SET changed = max(changed, ?) WHERE id = ?")
            .execute(arguments: [changed, id])
    }
}
