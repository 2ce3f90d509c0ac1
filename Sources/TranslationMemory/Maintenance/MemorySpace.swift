internal import Foundation
internal import GRDB
internal import TextFiles

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What a memory takes on the disk, in bytes, and what writing it anew needs.
struct MemorySpace {
    private let path: String
    /// The file and its journal.
    let file: Int64
    /// The files in the folder of indexes.
    let indexes: Int64
    /// The pages that are in use.
    let needed: Int64

    /// All of it.
    var total: Int64 { file + indexes }

    init(_ memory: TranslationMemory) throws(LathuError) {
        path = memory.path
        file = Self.size(path) + Self.size(path + "-wal")
        let folder = IndexFolder.path(memory: path)
        indexes = FilePath.names(in: folder).reduce(0) { $0 + Self.size(FilePath.join(folder, $1)) }
        needed = try memory.read { database in
            func pragma(_ name: String) throws -> Int64 {
                try Int64.fetchOne(database, sql: "PRAGMA \(name)") ?? 0
            }
            return try (pragma("page_count") - pragma("freelist_count")) * pragma("page_size")
        }
    }

    /// The size of a file; 0 where there is none.
    static func size(_ path: String) -> Int64 {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int64) ?? 0
    }

    /// SQLite writes the memory anew into a temporary file, and from there into the journal.
    /// - Throws: `LathuError` where there is no room for that.
    func expectRoom() throws(LathuError) {
        let folder = FilePath.folder(of: path), temporary = Self.temporaryFolder
        let isOneDisk = Self.disk(folder) == Self.disk(temporary)
        for (place, wanted) in isOneDisk ? [(folder, 2 * needed)] : [(folder, needed), (temporary, needed)] {
            guard let room = Self.room(place), room < wanted else { continue }
            throw LathuError(
                .inputOutput,
                "packing it needs \(wanted >> 20) MiB of free space in \(place), where there are \(room >> 20)",
                at: SourceLocation(file: path),
                hint: isOneDisk
                    ? "make room there, or name a folder on another disk in the variable SQLITE_TMPDIR"
                    : "make room there")
        }
    }

    /// Where SQLite puts temporary files: https://www.sqlite.org/tempfiles.html, section 5.
    private static var temporaryFolder: String {
        let variables = ["SQLITE_TMPDIR", "TMPDIR"].compactMap { ProcessInfo.processInfo.environment[$0] }
        return (variables + ["/var/tmp", "/usr/tmp", "/tmp"])
            .first { FilePath.isFolder($0) && access($0, W_OK | X_OK) == 0 } ?? "."
    }

    private static func disk(_ folder: String) -> UInt64? {
        var status = stat()
        return stat(folder, &status) == 0 ? UInt64(truncatingIfNeeded: status.st_dev) : nil
    }

    private static func room(_ folder: String) -> Int64? {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return nil }
        return Int64(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
                .partialValue)
    }
}
