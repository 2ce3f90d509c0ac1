internal import GRDB
public import TextFiles
public import UnicodeText

/// What a memory holds, in numbers.
public struct MemoryInfo: Sendable, Equatable {
    /// All units.
    public var units = 0
    /// Segments by language.
    public var segments: [LocaleID: Int] = [:]
    /// Units by state.
    public var states: [TranslationUnit.State: Int] = [:]
    /// Units by origin.
    public var origins: [String: Int] = [:]
    /// When any unit last changed, in milliseconds since 1970 (UTC); nil for an empty memory.
    public var changed: Int64?
    /// The file's format version.
    public var version = 0
    /// The size of the file's pages, in bytes.
    public var size: Int64 = 0
}

extension TranslationMemory {
    /// Counts what the memory holds.
    public func info() throws(LathuError) -> MemoryInfo {
        try read { database in
            var info = MemoryInfo()
            info.units = try Int.fetchOne(database, sql: "SELECT count(*) FROM unit") ?? 0
            info.changed = try Int64.fetchOne(database, sql: "SELECT max(changed) FROM unit")
            info.version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            let pages = try Int64.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            info.size = pages * (try Int64.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
            for row in try Row.fetchAll(database, sql: "SELECT locale, count(*) FROM variant GROUP BY locale")
            {
                info.segments[try LocaleID(row[0] as String)] = row[1]
            }
            for row in try Row.fetchAll(database, sql: "SELECT state, count(*) FROM unit GROUP BY state") {
                if let state = TranslationUnit.State(rawValue: row[0]) { info.states[state] = row[1] }
            }
            for row in try Row.fetchAll(database, sql: "SELECT origin, count(*) FROM unit GROUP BY origin") {
                info.origins[row[0]] = row[1]
            }
            return info
        }
    }

    /// Hands out every unit that holds all the given languages, in the order of their numbers; one at a
    /// time, so that a large memory needs little space.
    public func forEachUnit(
        holding locales: [LocaleID] = [], _ body: (TranslationUnit) throws -> Void
    ) throws(LathuError) {
        try read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: "SELECT id, origin, method, author, created, changed, state FROM unit ORDER BY id")
            let reader = try VariantReader(database)
            while let row = try rows.next() {
                let id: Int64 = row[0]
                let variants = try reader.variants(of: id)
                guard locales.allSatisfy({ variants[$0] != nil }) else { continue }
                var unit = TranslationUnit(
                    variants: variants, origin: row[1],
                    method: TranslationUnit.Method(rawValue: row[2]) ?? .human,
                    author: row[3], created: row[4], changed: row[5],
                    state: TranslationUnit.State(rawValue: row[6]) ?? .draft,
                    notes: try String.fetchAll(
                        database.cachedStatement(sql: "SELECT text FROM note WHERE unit = ? ORDER BY id"),
                        arguments: [id]))
                unit.id = id
                try body(unit)
            }
        }
    }

    /// SQLite's own check of the file, and the foreign keys; empty where all is well.
    public func integrityProblems() throws(LathuError) -> [String] {
        try read { database in
            let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            let keys = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
            let lonely = try Int.fetchOne(
                database,
                sql: "SELECT count(*) FROM unit WHERE (SELECT count(*) FROM variant WHERE unit = unit.id) < 2"
            )
            return pages + keys.map { "foreign key: \($0)" }
                + (lonely == 0 ? [] : ["\(lonely ?? 0) units with fewer than two languages"])
        }
    }
}
