internal import GRDB
public import Logging
public import TextFiles

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A translation memory in one SQLite file: any language pair, either direction.
///
/// Any number of processes may read while one writes; writers wait for one another. Every method is one
/// transaction: it happens whole or not at all.
public final class TranslationMemory: Sendable {
    /// Whether the file may be made and changed.
    public enum Access: Sendable {
        /// Opens what is there and changes nothing.
        case reading
        /// Makes the file where it is missing (readable by its owner only) and brings it up to date.
        case writing
    }

    /// The file's path as the user wrote it.
    public let path: String
    private let access: Access
    let queue: DatabaseQueue
    let logger: Logger?

    /// In seconds: how long a writer waits for another one.
    let patience: Double

    /// At most so much of the file is kept in memory while writing: where texts are found by their hashes, a
    /// large import comes back to every page again and again.
    private static let cacheKilobytes = 128 << 10

    /// Opens a memory.
    ///
    /// - Parameter patience: in seconds: how long a writer waits for another one.
    /// - Throws: `LathuError` with code `noInput` where there is no file to read, `invalidData` where the
    ///   file is not a memory or is from a newer version, `cannotCreate` where it cannot be made.
    public init(
        path: String, access: Access, logger: Logger? = nil, patience: Double = 60
    ) throws(LathuError) {
        self.path = path
        self.patience = patience
        self.access = access
        self.logger = logger
        switch access {
        case .reading:
            if !FilePath.exists(path) {
                throw LathuError(
                    .noInput, "there is no translation memory here", at: SourceLocation(file: path),
                    hint: "make one with “lathu memory import FILE --memory \(path)”")
            }
        case .writing: try Self.createFile(path)
        }
        if FilePath.isFolder(path) {
            throw LathuError(
                .noInput, "is a folder, not a translation memory", at: SourceLocation(file: path))
        }
        var configuration = Configuration()
        // A reader that may write cleans up SQLite's journal files when it is the last to go; it still
        // changes nothing of what the memory holds, see ``write(_:)``.
        configuration.readonly = access == .reading && !FilePath.isWritable(path)
        configuration.busyMode = .timeout(patience)
        configuration.label = "memory"
        let path = path
        queue = try Self.translated(path, patience) {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            if access == .writing {
                try queue.inDatabase { database in
                    try Schema.check(database, path: path)
                    // Of a new file only; with larger pages, fewer are written.
                    try database.execute(sql: "PRAGMA page_size = 16384")
                    try Self.useWriteAheadLog(database, patience)
                    try Schema.migrate(database, path: path)
                    try database.execute(sql: "PRAGMA cache_size = -\(Self.cacheKilobytes)")
                    // SQLite makes a table of its own for every “IN” that it checks, which would take more than half
                    // of an import. What is written comes from types that have no other values, and
                    // “memory check” holds all rows against the constraints.
                    try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
                }
            } else {
                let isEmpty = try queue.read { database in
                    try Schema.check(database, path: path)
                    return try Schema.isEmpty(database)
                }
                if isEmpty { return try Self.emptyMemory() }
            }
            return queue
        }
        logger?.debug("opened memory", metadata: ["path": "\(path)"])
    }

    /// SQLite does not wait for other processes when it changes the journal mode, so that two which open a
    /// new memory at once would fail: this waits.
    private static func useWriteAheadLog(_ database: Database, _ patience: Double) throws {
        let pause: UInt32 = 20_000
        for _ in 0..<Int(patience * 1e6 / Double(pause)) {
            do {
                // A file system that cannot share memory keeps the rollback journal: slower, as safe.
                return try database.execute(sql: "PRAGMA journal_mode = WAL")
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {}
            usleep(pause)
        }
        throw DatabaseError(resultCode: .SQLITE_BUSY)
    }

    /// Stands for a file that was made and not yet filled: whoever made it was stopped, or is about to
    /// make its tables.
    private static func emptyMemory() throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try queue.inDatabase { try Schema.migrate($0, path: "") }
        return queue
    }

    /// Drafts are confidential: the file is made for its owner alone, and SQLite gives its journal files
    /// the same mode.
    private static func createFile(_ path: String) throws(LathuError) {
        if FilePath.exists(path) { return }
        try FileWriting.createFolder(FilePath.folder(of: path))
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode_t(0o600))
        guard descriptor >= 0 else {
            throw LathuError(
                .cannotCreate, "the memory cannot be made: \(String(cString: strerror(errno)))",
                at: SourceLocation(file: path))
        }
        close(descriptor)
    }

    /// Runs database work and says its errors in words.
    private static func translated<Result>(
        _ path: String, _ patience: Double, _ work: () throws -> Result
    ) throws(LathuError) -> Result {
        let location = SourceLocation(file: path)
        do {
            return try work()
        } catch let error as LathuError {
            throw error
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_NOTADB:
                throw LathuError(
                    .invalidData, "is not a translation memory", at: location,
                    hint: "name another file with --memory")
            case .SQLITE_CORRUPT:
                throw LathuError(
                    .invalidData, "is damaged: \(error.message ?? "no details")", at: location,
                    hint: "restore it from a backup, or rebuild it from catalogs with “lathu memory import”")
            case .SQLITE_BUSY, .SQLITE_LOCKED:
                throw LathuError(
                    .inputOutput, "another program has kept it locked for \(Int(patience)) seconds",
                    at: location,
                    hint: "try again when it is done")
            case .SQLITE_FULL:
                throw LathuError(.inputOutput, "the disk is full", at: location)
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
                throw LathuError(
                    .inputOutput, "cannot be opened for this: \(error.message ?? "no details")", at: location,
                    hint: "check the permissions of the file and its folder")
            default:
                throw LathuError(.inputOutput, "\(error.message ?? error.description)", at: location)
            }
        } catch {
            throw LathuError(.inputOutput, "\(error)", at: location)
        }
    }

    /// The same for this memory.
    func translated<Result>(_ work: () throws -> Result) throws(LathuError) -> Result {
        try Self.translated(path, patience, work)
    }

    func read<Result>(_ work: (Database) throws -> Result) throws(LathuError) -> Result {
        try translated { try queue.read(work) }
    }

    func write<Result>(_ work: (Database) throws -> Result) throws(LathuError) -> Result {
        if access == .reading {
            throw LathuError(.inputOutput, "was opened for reading only", at: SourceLocation(file: path))
        }
        return try translated {
            try queue.inDatabase { database in
                var result: Result?
                // Immediate: the lock is taken before anything is read, so nothing read can be stale.
                try database.inTransaction(.immediate) {
                    result = try work(database)
                    return .commit
                }
                guard let result else { throw LathuError(.software, "a transaction gave no result") }
                return result
            }
        }
    }
}
