internal import GRDB
internal import GRDBSQLite

/// A prepared statement by SQLite's own calls: what runs a million times in an import or a read does not pay
/// for collections of arguments and rows.
///
/// Made for one piece of work, inside of which the database is its own.
struct Statement {
    private let handle: SQLiteStatement
    // Keeps the handle alive.
    private let owner: GRDB.Statement
    private let database: Database

    /// SQLite's word for “copy the text”.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// The statement of some SQL, from the connection's own store of statements.
    init(_ database: Database, _ sql: String) throws {
        owner = try database.cachedStatement(sql: sql)
        guard let handle = owner.sqliteStatement as SQLiteStatement? else {
            throw DatabaseError(message: "a statement is empty")
        }
        self.handle = handle
        self.database = database
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    /// Gives a parameter, counted from 1, a number; nil is NULL.
    func bind(_ value: Int64?, _ place: Int32) {
        if let value { sqlite3_bind_int64(handle, place, value) } else { sqlite3_bind_null(handle, place) }
    }

    /// Gives a parameter a text; nil is NULL.
    func bind(_ text: String?, _ place: Int32) {
        guard var text else {
            sqlite3_bind_null(handle, place)
            return
        }
        text.withUTF8 { bytes in
            let length = Int32(clamping: bytes.count)
            let bound = bytes.baseAddress?.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite3_bind_text(handle, place, $0, length, Self.copied)
            }
            // The empty text has no address, which would mean NULL.
            if bound == nil { sqlite3_bind_text(handle, place, "", 0, Self.copied) }
        }
    }

    /// Runs a statement that gives no rows, one of its parameters a text that need not be copied.
    func run(with text: String, at place: Int32) throws {
        var text = text
        try text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else {
                bind("", place)
                return try run()
            }
            start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                // No destructor: the text stays where it is until the statement has run.
                _ = sqlite3_bind_text(handle, place, $0, Int32(clamping: bytes.count), nil)
            }
            defer { sqlite3_bind_null(handle, place) }
            try run()
        }
    }

    /// Goes on to the next row; false where there is none. Afterwards the statement can be bound anew.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        default:
            let code = ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection))
            let message = sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) }
            sqlite3_reset(handle)
            throw DatabaseError(resultCode: code, message: message)
        }
    }

    /// Runs a statement that gives no rows.
    func run() throws { while try step() {} }

    /// Ends a statement before its last row.
    func reset() { sqlite3_reset(handle) }

    /// A column of the row, counted from 0.
    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    /// A column that may be NULL.
    func optionalInteger(_ column: Int32) -> Int64? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : integer(column)
    }

    /// The text of a column; empty for NULL.
    func text(_ column: Int32) -> String {
        String(decoding: bytes(column), as: UTF8.self)
    }

    /// The text of a column that may be NULL.
    func optionalText(_ column: Int32) -> String? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : text(column)
    }

    /// Whether a column holds a text.
    func holds(_ text: String, _ column: Int32) -> Bool {
        var text = text
        let stored = bytes(column)
        return text.withUTF8 { $0.count == stored.count && $0.elementsEqual(stored) }
    }

    private func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_text(handle, column)
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }
}
