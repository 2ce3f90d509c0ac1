internal import GRDB
internal import TextFiles

/// The tables of a memory and the steps that lead to them.
///
/// The version stands in SQLite's `user_version`, the kind of file in `application_id`. All steps that a
/// file lacks run in one immediate transaction, so that two processes that open a new memory at the same
/// moment do not both make its tables.
enum Schema {
    /// “Lath” in ASCII.
    static let applicationID: Int64 = 0x4C61_7468

    /// One step a version; a step that has been released is never edited.
    static let migrations: [String] = [
        """
        CREATE TABLE unit (
            id INTEGER PRIMARY KEY,
            origin TEXT NOT NULL,
            method INTEGER NOT NULL CHECK (method IN (0, 1, 2)),
            author TEXT,
            created INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            state INTEGER NOT NULL CHECK (state IN (0, 1, 2))
        );
        CREATE TABLE variant (
            unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
            locale TEXT NOT NULL,
            text TEXT NOT NULL,
            hash INTEGER NOT NULL,
            previous INTEGER,
            next INTEGER,
            PRIMARY KEY (unit, locale)
        ) WITHOUT ROWID;
        CREATE INDEX variant_by_hash ON variant (hash, locale);
        CREATE TABLE note (
            id INTEGER PRIMARY KEY,
            unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
            text TEXT NOT NULL
        );
        CREATE INDEX note_by_unit ON note (unit);
        """,
        Editions.tables,
    ]

    /// Brings a database to the newest version.
    /// - Throws: `LathuError` where the file is another program's or from a newer version of Lathu.
    static func migrate(_ database: Database, path: String) throws {
        try check(database, path: path)
        guard try version(of: database) < migrations.count else { return }
        try database.inTransaction(.immediate) {
            // Another process may have been faster while this one waited for the lock.
            try check(database, path: path)
            for (number, step) in migrations.enumerated().dropFirst(try version(of: database)) {
                try database.execute(sql: step)
                try database.execute(sql: "PRAGMA user_version = \(number + 1)")
            }
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            return .commit
        }
    }

    /// Refuses what is not a memory, or not one that this program understands.
    static func check(_ database: Database, path: String) throws {
        // All of it as of one moment: another process may be making the tables.
        if database.isInsideTransaction { return try examine(database, path: path) }
        try database.inTransaction(.deferred) {
            try examine(database, path: path)
            return .commit
        }
    }

    private static func examine(_ database: Database, path: String) throws {
        let application = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try version(of: database)
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if application != applicationID, application != 0 || version != 0 || tables != 0 {
            throw LathuError(
                .invalidData, "is an SQLite database, but not a translation memory",
                at: SourceLocation(file: path), hint: "name another file with --memory")
        }
        if version > migrations.count {
            throw LathuError(
                .invalidData,
                "was written by a newer version of Lathu (format \(version); this one knows formats up to \(migrations.count))",
                at: SourceLocation(file: path), hint: "update Lathu; the file was not touched")
        }
    }

    /// Whether a file that ``check(_:path:)`` let pass has no tables yet.
    static func isEmpty(_ database: Database) throws -> Bool { try version(of: database) == 0 }

    private static func version(of database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }
}
