internal import GRDB
internal import TextFiles
internal import UnicodeText

/// Checks the tables of a memory, in one transaction and in little space.
struct StoreCheck {
    private let database: Database
    private let progress: (String, Int, Int) -> Void
    private(set) var problems: ProblemList
    /// False where SQLite found the file damaged: then nothing else was looked at.
    private(set) var isReadable = true
    private(set) var units = 0
    private(set) var texts = 0
    private(set) var editions = 0
    private(set) var changes = 0

    private static let restore =
        "restore it from a backup, or rebuild it from catalogs with “lathu memory import”"
    private static let copy =
        "“lathu memory export x.tmx” and an import of that into a new memory put the texts into order"
    private let forgetIndex: String

    init(_ database: Database, path: String, progress: @escaping (String, Int, Int) -> Void) {
        self.database = database
        self.progress = progress
        problems = ProblemList(file: path)
        forgetIndex =
            "remove the folder \(IndexFolder.path(memory: path)); the next search makes the index anew"
    }

    mutating func run() throws {
        progress("the file", 0, 1)
        for message in try String.fetchAll(database, sql: "PRAGMA integrity_check") where message != "ok" {
            isReadable = false
            problems.add("SQLite finds the file damaged", message, hint: Self.restore)
        }
        guard isReadable else { return }
        try checkKeys()
        try checkTexts()
        try checkEditions()
    }

    private func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }

    /// What writing does not check, since it would cost a tenth of an import.
    private mutating func checkKeys() throws {
        units = try count("SELECT count(*) FROM unit")
        let strays = try Row.fetchCursor(database, sql: "PRAGMA foreign_key_check")
        while let row = try strays.next() {
            let table: String = row[0]
            problems.add("rows of no unit in the table “\(table)”", hint: Self.restore)
        }
        let lonely = try Statement(
            database,
            "SELECT id FROM unit WHERE (SELECT count(*) FROM variant WHERE unit = unit.id) < 2 ORDER BY id")
        while try lonely.step() {
            problems.add(
                "units with text in fewer than two languages", "\(lonely.integer(0))", hint: Self.copy)
        }
    }

    private mutating func checkTexts() throws {
        let expected = try count("SELECT count(*) FROM variant")
        let known = Set(try Editions.locales(database))
        var checked: Set<String> = []
        let statement = try Statement(
            database, "SELECT unit, locale, text, hash FROM variant ORDER BY unit, locale")
        while try statement.step() {
            let unit = statement.integer(0), locale = statement.text(1), text = statement.text(2)
            texts += 1
            if texts % 10_000 == 0 { progress("the texts", texts, expected) }
            let place = "\(locale) of unit \(unit)"
            if checked.insert(locale).inserted { check(locale, known) }
            if text.trimmed.isEmpty { problems.add("empty texts", place, hint: Self.copy) }
            if !text.nfc.utf8.elementsEqual(text.utf8) {
                problems.add("texts that are not in NFC", place, hint: Self.copy)
            }
            if TextHash.of(normalized: text) != statement.integer(3) {
                problems.add("texts with a hash that is not theirs", place, hint: Self.copy)
            }
        }
        progress("the texts", expected, expected)
    }

    private mutating func check(_ locale: String, _ known: Set<String>) {
        if !known.contains(locale) {
            problems.add(
                "languages that are missing from the table of languages, so that no search finds their texts",
                locale, hint: Self.copy)
        }
        if (try? LocaleID(locale))?.identifier != locale {
            problems.add("texts of an unknown language", "“\(locale)”", hint: Self.restore)
        }
    }

    /// An index relies on them to know what it has missed.
    private mutating func checkEditions() throws {
        editions = try count("SELECT count(*) FROM edition")
        changes = try count("SELECT count(*) FROM change")
        let latest = try Editions.latest(database)
        let first = try Int64.fetchOne(database, sql: "SELECT min(number) FROM edition") ?? 0
        if editions == 0 {
            problems.add("no state of the memory is noted", hint: Self.restore)
        } else if latest.number - first + 1 != Int64(editions) {
            problems.add("states of the memory are missing from the table of states", hint: forgetIndex)
        }
        let last = try Int64.fetchOne(database, sql: "SELECT max(id) FROM unit") ?? 0
        if editions > 0, latest.lastUnit != last {
            problems.add(
                "units were added or removed without a note: the last is \(last), the last noted \(latest.lastUnit)",
                hint: forgetIndex)
        }
        let stray = try count("SELECT count(*) FROM change WHERE unit < 1 OR edition > \(latest.number)")
        if stray > 0 {
            problems.add("\(stray) changes are noted of no state of the memory", hint: forgetIndex)
        }
    }
}
