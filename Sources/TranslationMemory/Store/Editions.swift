internal import GRDB

/// A state of a memory: every transaction that changes units makes a new one.
struct Edition: Equatable {
    /// Counts up.
    let number: Int64
    /// Drawn at random, so that two memories with a common past, such as a backup that was put back, are not
    /// taken for one another.
    let stamp: Int64
    /// The largest number of a unit then; all above came later.
    let lastUnit: Int64
}

/// The editions of a memory, and which units changed in each, by which an index knows what it has missed.
///
/// Units that were added are known by their numbers alone, so that a large import leaves no trace here.
enum Editions {
    /// The tables, as the second step of ``Schema``.
    static let tables = """
        CREATE TABLE edition (number INTEGER PRIMARY KEY, stamp INTEGER NOT NULL, last_unit INTEGER NOT NULL);
        CREATE TABLE change (
            edition INTEGER NOT NULL, unit INTEGER NOT NULL, PRIMARY KEY (edition, unit)
        ) WITHOUT ROWID;
        CREATE TABLE locale (tag TEXT PRIMARY KEY) WITHOUT ROWID;
        INSERT INTO locale SELECT DISTINCT locale FROM variant;
        INSERT INTO edition SELECT 1, random(), coalesce(max(id), 0) FROM unit;
        """

    /// The present state.
    static func latest(_ database: Database) throws -> Edition {
        try edition(
            "SELECT number, stamp, last_unit FROM edition ORDER BY number DESC LIMIT 1", nil, database)
            ?? Edition(number: 0, stamp: 0, lastUnit: 0)
    }

    /// An earlier state; nil where there was none of this number.
    static func edition(_ number: Int64, _ database: Database) throws -> Edition? {
        try edition("SELECT number, stamp, last_unit FROM edition WHERE number = ?", number, database)
    }

    private static func edition(_ sql: String, _ number: Int64?, _ database: Database) throws -> Edition? {
        let statement = try Statement(database, sql)
        if let number { statement.bind(number, 1) }
        guard try statement.step() else { return nil }
        defer { statement.reset() }
        return Edition(
            number: statement.integer(0), stamp: statement.integer(1), lastUnit: statement.integer(2))
    }

    /// Notes that units were added, changed or removed in this transaction. Returns the edition that is the latest
    /// then.
    @discardableResult
    static func record(_ changes: UnitChanges, _ database: Database) throws -> Edition {
        guard changes.isAny else { return try latest(database) }
        let number = try latest(database).number + 1
        let edition = try Statement(
            database, "INSERT INTO edition SELECT ?, random(), coalesce(max(id), 0) FROM unit")
        edition.bind(number, 1)
        try edition.run()
        let statement = try Statement(database, "INSERT INTO change (edition, unit) VALUES (?, ?)")
        for unit in changes.units.sorted() {
            statement.bind(number, 1)
            statement.bind(unit, 2)
            try statement.run()
        }
        return try latest(database)
    }

    /// The units, of those that there were then, that changed or were removed since an edition.
    static func changes(since edition: Edition, _ database: Database) throws -> Set<Int64> {
        let statement = try Statement(database, "SELECT unit FROM change WHERE edition > ?")
        statement.bind(edition.number, 1)
        var units: Set<Int64> = []
        while try statement.step() { units.insert(statement.integer(0)) }
        return units
    }

    /// What indexes of some editions do not need: they ask for the edition that they are of, and for the changes
    /// in later ones.
    ///
    /// - Parameter generations: the numbers of their editions; those of another past are not counted.
    static func dispensable(to generations: [Int64], _ database: Database) throws -> (
        before: Int64, count: Int
    ) {
        let latest = try latest(database).number
        let known = try generations.filter { try edition($0, database) != nil }
        let first = known.min() ?? latest
        let count = try Int.fetchOne(
            database,
            sql: """
                SELECT (SELECT count(*) FROM edition WHERE number < ?)
                    + (SELECT count(*) FROM change WHERE edition <= ?)
                """, arguments: [first, first])
        return (first, count ?? 0)
    }

    /// Removes what indexes of some editions do not need, and says how many rows that were.
    ///
    /// Wherever an edition is still there, so is every change since. The latest always is.
    static func forget(for generations: [Int64], _ database: Database) throws -> Int {
        let (first, count) = try dispensable(to: generations, database)
        try database.execute(sql: "DELETE FROM change WHERE edition <= ?", arguments: [first])
        try database.execute(sql: "DELETE FROM edition WHERE number < ?", arguments: [first])
        return count
    }

    /// The largest number of a unit; 0 where there is none.
    static func lastUnit(_ database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT max(id) FROM unit") ?? 0
    }

    /// The languages that units have, or once had.
    static func locales(_ database: Database) throws -> [String] {
        let statement = try Statement(database, "SELECT tag FROM locale ORDER BY tag")
        var tags: [String] = []
        while try statement.step() { tags.append(statement.text(0)) }
        return tags
    }
}

/// What a transaction did to units.
struct UnitChanges {
    /// Units that were there before and were changed or removed.
    private(set) var units: Set<Int64> = []
    /// Units that were added, and then changed or removed.
    private(set) var newUnits: Set<Int64> = []
    private let last: Int64
    private var hasNew = false

    /// Nothing yet, in a memory whose last unit has a number.
    init(after last: Int64) { self.last = last }

    /// Whether anything was done.
    var isAny: Bool { hasNew || !units.isEmpty }

    mutating func added() { hasNew = true }

    mutating func changed(_ unit: Int64) {
        if unit <= last { units.insert(unit) } else { newUnits.insert(unit) }
    }
}
