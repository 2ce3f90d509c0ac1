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
    private(set) var known: KnownTexts?
    /// What the statement that adds units was last given, and keeps.
    private var boundOrigin: String?
    private var locales: Set<String>
    private let insertUnit, insertVariant, putVariant, addNote, findUnits: Statement
    private let reader: VariantReader

    init(_ database: Database, known: KnownTexts? = nil) throws {
        self.database = database
        self.known = known
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
    func units(holding text: StoredUnit.Text) throws -> [Int64] {
        if let known, !known.mayContain(text.hash) { return [] }
        findUnits.bind(text.hash, 1)
        findUnits.bind(text.locale.identifier, 2)
        var units: [Int64] = []
        while try findUnits.step() {
            if findUnits.holds(text.variant.text, 1) { units.append(findUnits.integer(0)) }
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
    func same(as unit: StoredUnit) throws -> Int64? {
        for text in unit.texts.dropLast() {
            for id in try units(holding: text) {
                let texts = unit.whole.variants
                let shared = try variants(of: id).filter { texts[$0.key] != nil }
                let agree = shared.allSatisfy { texts[$0.key]?.text == $0.value.text }
                if agree && shared.count >= 2 { return id }
            }
        }
        return nil
    }

    /// Adds a unit.
    func insert(_ stored: StoredUnit) throws {
        let unit = stored.unit
        if unit.origin != boundOrigin {
            insertUnit.bind(unit.origin, 1)
            boundOrigin = unit.origin
        }
        insertUnit.bind(Int64(unit.method.rawValue), 2)
        insertUnit.bind(unit.author, 3)
        insertUnit.bind(unit.created, 4)
        insertUnit.bind(unit.changed, 5)
        insertUnit.bind(Int64(unit.state.rawValue), 6)
        try insertUnit.run()
        let id = database.lastInsertedRowID
        for text in stored.texts { try put(text, of: id, insertVariant) }
        for note in unit.notes { try insert(note: note, of: id) }
        changes.added()
    }

    private func put(_ text: StoredUnit.Text, of unit: Int64, _ statement: Statement) throws {
        let tag = text.locale.identifier
        if locales.insert(tag).inserted {
            let statement = try Statement(database, "INSERT OR IGNORE INTO locale (tag) VALUES (?)")
            statement.bind(tag, 1)
            try statement.run()
        }
        known?.insert(text.hash)
        statement.bind(unit, 1)
        statement.bind(tag, 2)
        statement.bind(text.hash, 4)
        statement.bind(text.variant.previous, 5)
        statement.bind(text.variant.next, 6)
        try statement.run(with: text.variant.text, at: 3)
    }

    private func insert(note: String, of unit: Int64) throws {
        addNote.bind(unit, 1)
        addNote.bind(note, 2)
        try addNote.run()
    }

    /// Adds to a stored unit what a new one knows more: languages, a better state, notes, neighbours.
    func merge(_ new: StoredUnit, into id: Int64) throws -> Outcome {
        let unit = new.unit
        let stored = try variants(of: id)
        var isChanged = false
        for text in new.texts {
            guard let old = stored[text.locale] else {
                try put(text, of: id, putVariant)
                isChanged = true
                continue
            }
            // Neighbours are not content: the latest document's are kept, and the unit counts as unchanged.
            let hasNeighbours = text.variant.previous != nil || text.variant.next != nil
            if hasNeighbours, old != text.variant {
                try put(text, of: id, putVariant)
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
    func replace(_ id: Int64, by new: StoredUnit) throws {
        let unit = new.unit
        for text in new.texts { try put(text, of: id, putVariant) }
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
        try database.cachedStatement(sql: "DELETE FROM unit WHERE id = ?").execute(arguments: [id])
        changes.changed(id)
    }
}
