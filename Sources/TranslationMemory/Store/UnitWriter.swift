internal import GRDB
internal import UnicodeText

/// Puts units into the tables, inside one transaction, and notes what changes.
///
/// Units are in their stored form: texts in NFC, at least two of them.
final class UnitWriter {
    /// What became of a unit.
    enum Outcome { case added, updated, unchanged }

    private let database: Database
    private(set) var changes = UnitChanges()
    private var locales: Set<String>
    private let insertUnit, insertVariant, putVariant, addNote, findUnits: Statement
    private let reader: VariantReader

    init(_ database: Database) throws {
        self.database = database
        locales = Set(try Editions.locales(database))
        insertUnit = try Statement(
            database,
            "INSERT INTO unit (origin, method, author, created, changed, state) VALUES (?, ?, ?, ?, ?, ?)")
        // By far the most frequent statement, and cheaper without a case of conflict.
        let variant =
            "INSERT INTO variant (unit, locale, text, hash, previous, next) VALUES (?, ?, ?, ?, ?, ?)"
        insertVariant = try Statement(database, variant)
        putVariant = try Statement(
            database,
            """
            \(variant) ON CONFLICT (unit, locale) DO UPDATE SET text = excluded.text, hash = excluded.hash,
            previous = excluded.previous, next = excluded.next
            """)
        addNote = try Statement(database, "INSERT INTO note (unit, text) VALUES (?, ?)")
        findUnits = try Statement(
            database, "SELECT unit, text FROM variant WHERE hash = ? AND locale = ? ORDER BY unit")
        reader = try VariantReader(database)
    }

    /// The units that hold a text, in the order of their numbers.
    func units(holding text: String, in locale: LocaleID) throws -> [Int64] {
        findUnits.bind(TextHash.of(normalized: text), 1)
        findUnits.bind(locale.identifier, 2)
        var units: [Int64] = []
        while try findUnits.step() {
            if findUnits.holds(text, 1) { units.append(findUnits.integer(0)) }
        }
        return units
    }

    /// The texts of a unit.
    func variants(of unit: Int64) throws -> [LocaleID: TranslationUnit.Variant] {
        try reader.variants(of: unit)
    }

    /// Who says so.
    func origin(of unit: Int64) throws -> String? {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT origin FROM unit WHERE id = ?"), arguments: [unit])
    }

    /// A stored unit that says the same in at least two languages and nothing else in any.
    func same(as unit: TranslationUnit) throws -> Int64? {
        for (locale, variant) in Self.sorted(unit.variants).dropLast() {
            for id in try units(holding: variant.text, in: locale) {
                let shared = try variants(of: id).filter { unit.variants[$0.key] != nil }
                let agree = shared.allSatisfy { unit.variants[$0.key]?.text == $0.value.text }
                if agree && shared.count >= 2 { return id }
            }
        }
        return nil
    }

    /// Adds a unit.
    func insert(_ unit: TranslationUnit) throws {
        insertUnit.bind(unit.origin, 1)
        insertUnit.bind(Int64(unit.method.rawValue), 2)
        insertUnit.bind(unit.author, 3)
        insertUnit.bind(unit.created, 4)
        insertUnit.bind(unit.changed, 5)
        insertUnit.bind(Int64(unit.state.rawValue), 6)
        try insertUnit.run()
        let id = database.lastInsertedRowID
        for (locale, variant) in Self.sorted(unit.variants) {
            try put(variant, locale, of: id, insertVariant)
        }
        for note in unit.notes { try insert(note: note, of: id) }
        changes.added()
    }

    private func put(_ variant: TranslationUnit.Variant, _ locale: LocaleID, of unit: Int64) throws {
        try put(variant, locale, of: unit, putVariant)
    }

    private func put(
        _ variant: TranslationUnit.Variant, _ locale: LocaleID, of unit: Int64, _ putVariant: Statement
    ) throws {
        let tag = locale.identifier
        if locales.insert(tag).inserted {
            let statement = try Statement(database, "INSERT OR IGNORE INTO locale (tag) VALUES (?)")
            statement.bind(tag, 1)
            try statement.run()
        }
        putVariant.bind(unit, 1)
        putVariant.bind(tag, 2)
        putVariant.bind(variant.text, 3)
        putVariant.bind(TextHash.of(normalized: variant.text), 4)
        putVariant.bind(variant.previous, 5)
        putVariant.bind(variant.next, 6)
        try putVariant.run()
    }

    private func insert(note: String, of unit: Int64) throws {
        addNote.bind(unit, 1)
        addNote.bind(note, 2)
        try addNote.run()
    }

    /// Adds to a stored unit what a new one knows more: languages, a better state, notes, neighbours.
    func merge(_ unit: TranslationUnit, into id: Int64) throws -> Outcome {
        let stored = try variants(of: id)
        var isChanged = false
        for (locale, variant) in Self.sorted(unit.variants) {
            guard let old = stored[locale] else {
                try put(variant, locale, of: id)
                isChanged = true
                continue
            }
            // Neighbours are not content: the latest document's are kept, and the unit counts as unchanged.
            let hasNeighbours = variant.previous != nil || variant.next != nil
            if hasNeighbours, old != variant {
                try put(variant, locale, of: id)
                changes.changed(id)
            }
        }
        let state = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT state FROM unit WHERE id = ?"), arguments: [id])
        if let state, unit.state.rawValue > state {
            try database.cachedStatement(sql: "UPDATE unit SET state = ? WHERE id = ?")
                .execute(arguments: [unit.state.rawValue, id])
            isChanged = true
        }
        if try addNotes(of: unit, to: id) { isChanged = true }
        guard isChanged else { return .unchanged }
        try touch(id, changed: unit.changed)
        return .updated
    }

    /// Adds the notes that are not there yet; false where all are.
    private func addNotes(of unit: TranslationUnit, to id: Int64) throws -> Bool {
        if unit.notes.isEmpty { return false }
        var known = try String.fetchSet(
            database.cachedStatement(sql: "SELECT text FROM note WHERE unit = ?"), arguments: [id])
        let before = known.count
        for note in unit.notes where known.insert(note).inserted { try insert(note: note, of: id) }
        return known.count > before
    }

    /// Corrects a unit.
    func replace(_ id: Int64, by unit: TranslationUnit) throws {
        for (locale, variant) in Self.sorted(unit.variants) { try put(variant, locale, of: id) }
        try database.cachedStatement(sql: "UPDATE unit SET state = ?, method = ?, author = ? WHERE id = ?")
            .execute(arguments: [unit.state.rawValue, unit.method.rawValue, unit.author, id])
        _ = try addNotes(of: unit, to: id)
        try touch(id, changed: unit.changed)
    }

    private func touch(_ id: Int64, changed: Int64) throws {
        try database.cachedStatement(sql: "UPDATE unit SET changed = max(changed, ?) WHERE id = ?")
            .execute(arguments: [changed, id])
        changes.changed(id)
    }

    /// Removes a unit.
    func delete(_ id: Int64) throws {
        for sql in [
            "DELETE FROM note WHERE unit = ?", "DELETE FROM variant WHERE unit = ?",
            "DELETE FROM unit WHERE id = ?",
        ] { try database.cachedStatement(sql: sql).execute(arguments: [id]) }
        changes.changed(id)
    }

    private static func sorted(
        _ variants: [LocaleID: TranslationUnit.Variant]
    ) -> [(key: LocaleID, value: TranslationUnit.Variant)] {
        variants.sorted { $0.key.identifier < $1.key.identifier }
    }
}
