internal import GRDB
internal import UnicodeText

/// Puts units into the tables, inside one transaction, and notes what changes.
///
/// Units are in their stored form: texts in NFC, at least two of them. See ``UnitMerge`` for what becomes of one
/// that is there already.
final class UnitWriter {
    private let database: Database
    /// The largest number of a unit before.
    let lastUnit: Int64
    private(set) var changes: UnitChanges
    private let known: KnownUnits
    /// Units of before that were met already, and those whose place in a document is known from this import.
    private var met: Set<Int64> = []
    private var placed: Set<Int64> = []
    /// What the statement that adds units was last given, and keeps.
    private var boundOrigin: String?
    private var locales: Set<String>
    private let insertUnit, insertVariant, putVariant, addNote, findUnit, updateUnit: Statement
    private let reader: VariantReader

    init(_ database: Database) throws {
        self.database = database
        lastUnit = try Editions.lastUnit(database)
        changes = UnitChanges(after: lastUnit)
        known = try KnownUnits(database)
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
        findUnit = try Statement(
            database, "SELECT state, method, author, changed, origin FROM unit WHERE id = ?")
        updateUnit = try Statement(
            database, "UPDATE unit SET state = ?, method = ?, author = ?, changed = ? WHERE id = ?")
        reader = try VariantReader(database)
    }

    /// Stores a unit: merges it into the stored one that says the same, or adds it.
    func store(_ unit: StoredUnit) throws -> StorageOutcome {
        try merge(unit) ?? .added(try insert(unit))
    }

    /// Merges a unit into the stored one that says the same; nil where there is none.
    func merge(_ unit: StoredUnit) throws -> StorageOutcome? {
        // With more than two languages several units can say the same as one that lacks some of them. It goes to the
        // one that knows all of it already, as one does when a file is read again.
        let isBest = locales.count > 2 ? { try self.knows(unit, $0) } : nil as ((Int64) throws -> Bool)?
        return try known.same(as: unit, isBest: isBest)
            .map { try merge(unit, into: $0.id, isComplete: $0.isComplete) }
    }

    /// Whether merging a unit into one that has all its texts would change nothing but neighbours.
    private func knows(_ new: StoredUnit, _ id: Int64) throws -> Bool {
        guard let old = try row(of: id), !UnitMerge(old, new.unit).isChanged else { return false }
        return try new.unit.notes.isEmpty || Set(new.unit.notes).isSubset(of: notes(of: id))
    }

    /// The units that hold a text, in the order of their numbers.
    func units(holding text: StoredUnit.Text) throws -> [Int64] { try known.units(holding: text) }

    /// The texts of a unit.
    func variants(of unit: Int64) throws -> [LocaleID: TranslationUnit.Variant] {
        try reader.variants(of: unit)
    }

    /// Who says so.
    func origin(of unit: Int64) throws -> String? { try row(of: unit)?.origin }

    // MARK: Adding

    /// Adds a unit and gives its number.
    func insert(_ stored: StoredUnit) throws -> Int64 {
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
        var isPlaced = false
        for text in stored.texts {
            try put(text, of: id, insertVariant)
            if text.hasNeighbours { isPlaced = true }
        }
        if isPlaced { placed.insert(id) }
        for note in unit.notes { try insert(note: note, of: id) }
        changes.added()
        return id
    }

    private func put(_ text: StoredUnit.Text, of unit: Int64, _ statement: Statement) throws {
        let tag = text.locale.identifier
        if locales.insert(tag).inserted {
            let statement = try Statement(database, "INSERT OR IGNORE INTO locale (tag) VALUES (?)")
            statement.bind(tag, 1)
            try statement.run()
        }
        known.insert(text.hash)
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

    // MARK: Merging

    /// Adds to a stored unit what a new one knows more.
    private func merge(_ new: StoredUnit, into id: Int64, isComplete: Bool) throws -> StorageOutcome {
        let isDuplicate = id > lastUnit || !met.insert(id).inserted
        let unit = new.unit
        var isChanged = false
        guard let old = try row(of: id) else { return .unchanged(id) }
        if !isComplete || new.texts.contains(where: \.hasNeighbours) {
            isChanged = try mergeTexts(of: new, into: id, old.origin)
        }
        if try addNotes(of: unit, to: id) { isChanged = true }
        var merged = UnitMerge(old, unit)
        if isChanged { merged.touch(unit.changed) }
        if merged.row != old { try write(merged.row, to: id) }
        isChanged = isChanged || merged.isChanged
        return isDuplicate ? .duplicate(id) : isChanged ? .updated(id) : .unchanged(id)
    }

    /// Adds languages, and puts neighbours where they are due; true where there is a new language.
    private func mergeTexts(of new: StoredUnit, into id: Int64, _ origin: String) throws -> Bool {
        let stored = try variants(of: id)
        var isLonger = false
        // Where a document says something twice, its first place counts; else reading it again would move it.
        let wasPlaced = placed.contains(id)
        for text in new.texts {
            guard let old = stored[text.locale] else {
                try put(text, of: id, putVariant)
                if text.hasNeighbours { placed.insert(id) }
                isLonger = true
                continue
            }
            guard text.hasNeighbours, !wasPlaced else { continue }
            placed.insert(id)
            // They are those of the document that the unit comes from, so that two that share a sentence do not take
            // turns. Neighbours are not content: the unit counts as unchanged.
            let isDue = origin == new.unit.origin || old.previous == nil && old.next == nil
            if isDue, old != text.variant {
                try put(text, of: id, putVariant)
                changes.changed(id)
            }
        }
        if isLonger { changes.changed(id) }
        return isLonger
    }

    /// Adds the notes that are not there yet; false where all are.
    private func addNotes(of unit: TranslationUnit, to id: Int64) throws -> Bool {
        if unit.notes.isEmpty { return false }
        var known = try notes(of: id)
        let before = known.count
        for note in unit.notes where known.insert(note).inserted { try insert(note: note, of: id) }
        return known.count > before
    }

    private func notes(of id: Int64) throws -> Set<String> {
        try String.fetchSet(
            database.cachedStatement(sql: "SELECT text FROM note WHERE unit = ?"), arguments: [id])
    }

    private func row(of id: Int64) throws -> UnitMerge.Row? {
        findUnit.bind(id, 1)
        defer { findUnit.reset() }
        guard try findUnit.step() else { return nil }
        return UnitMerge.Row(
            state: TranslationUnit.State(rawValue: Int(findUnit.integer(0))) ?? .draft,
            method: TranslationUnit.Method(rawValue: Int(findUnit.integer(1))) ?? .human,
            author: findUnit.optionalText(2), changed: findUnit.integer(3), origin: findUnit.text(4))
    }

    private func write(_ row: UnitMerge.Row, to id: Int64) throws {
        updateUnit.bind(Int64(row.state.rawValue), 1)
        updateUnit.bind(Int64(row.method.rawValue), 2)
        updateUnit.bind(row.author, 3)
        updateUnit.bind(row.changed, 4)
        updateUnit.bind(id, 5)
        try updateUnit.run()
        changes.changed(id)
    }

    // MARK: Correcting

    /// Corrects a unit.
    func replace(_ id: Int64, by new: StoredUnit) throws {
        let unit = new.unit
        for text in new.texts { try put(text, of: id, putVariant) }
        _ = try addNotes(of: unit, to: id)
        guard var row = try row(of: id) else { return }
        (row.state, row.method, row.author) = (unit.state, unit.method, unit.author)
        row.changed = max(row.changed, unit.changed)
        try write(row, to: id)
    }

    /// Removes a unit.
    func delete(_ id: Int64) throws {
        try database.cachedStatement(sql: "DELETE FROM unit WHERE id = ?").execute(arguments: [id])
        changes.changed(id)
    }
}

extension StoredUnit.Text {
    /// Whether the text knows what stands beside it in a document.
    var hasNeighbours: Bool { variant.previous != nil || variant.next != nil }
}
