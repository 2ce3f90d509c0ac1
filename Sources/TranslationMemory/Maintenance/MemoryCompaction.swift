internal import Foundation
internal import GRDB
internal import Matching
public import TextFiles

/// Gives back the space that a memory does not need: free pages, notes of changes that no index has missed, and
/// files of indexes that cannot be used.
///
/// Others may read all the while; writers wait. Whatever happens on the way, every answer stays right: an index is
/// only ever removed, or replaced by a newer one, and notes are kept from the oldest index on.
public struct MemoryCompaction {
    /// What is taken off scores, as the searches do whose indexes are kept.
    public var penalties = Penalties()
    /// Says only what would be done.
    public var isDryRun = false
    /// Told what is being done.
    public var progress: (_ what: String) -> Void = { _ in }

    /// An index of which so many units changed is made anew, so that a search need not read them one by one.
    var manyChanges = 100
    /// In seconds: what a writer left so long ago, no writer is still writing.
    static let oldAge: TimeInterval = 3600

    /// The defaults.
    public init() {}

    /// What was done, or would be.
    public struct Report: Sendable, Equatable {
        /// Bytes of the memory with its journal and its indexes.
        public var before: Int64 = 0
        /// The same afterwards; in a dry run what is to be expected.
        public var after: Int64 = 0
        /// Notes of states and of changes that were removed.
        public var notes = 0
        /// Names of files that were removed from the folder of indexes, in order.
        public var removed: [String] = []
        /// Names of indexes that were made anew, in order.
        public var merged: [String] = []
        /// Whether others were reading, so that the journal could not be cut off yet.
        public var isJournalKept = false
    }

    /// Does it.
    /// - Throws: `LathuError` where the disk has not enough space, or where another program keeps the memory
    ///   locked; what was done until then stays.
    public func run(on memory: TranslationMemory) throws(LathuError) -> Report {
        var report = Report()
        let space = try MemorySpace(memory)
        report.before = space.total
        // Before anything is touched.
        if !isDryRun { try space.expectRoom() }
        try tidyIndexes(of: memory, &report)
        report.notes = try prune(memory, merged: Set(report.merged))
        if isDryRun {
            let folder = IndexFolder.path(memory: memory.path)
            let removed = report.removed.map { MemorySpace.size(FilePath.join(folder, $0)) }
            report.after = space.needed + space.indexes - removed.reduce(0, +)
            return report
        }
        progress("packing the memory")
        report.isJournalKept = try memory.pack()
        report.after = try MemorySpace(memory).total
        return report
    }

    // MARK: Indexes

    private func tidyIndexes(of memory: TranslationMemory, _ report: inout Report) throws(LathuError) {
        let files = IndexFiles(memory: memory.path)
        for path in files.unfinished where Self.isOld(path) { remove(path, &report) }
        for file in files.indexes {
            progress("looking at the index \(file.name)")
            let pair = PairUnits(source: file.source, target: file.target, penalties: penalties)
            let index: SegmentIndex
            // The file before the transaction, so that what the transaction sees is not older.
            do throws(IndexFileError) {
                index = try SegmentIndex(contentsOf: file.path)
            } catch {
                if error.code == .damaged || error.code == .otherVersion { remove(file.path, &report) }
                continue
            }
            let missed = try memory.read { try Self.missed(index, pair, $0) }
            guard let missed else {
                remove(file.path, &report)
                continue
            }
            if missed >= manyChanges {
                progress("making the index \(file.name) anew")
                if !isDryRun { try renew(pair, memory) }
                report.merged.append(file.name)
            }
        }
    }

    /// How many units changed since an index was made; nil where it is of another past or of other settings.
    private static func missed(_ index: SegmentIndex, _ pair: PairUnits, _ database: Database) throws -> Int?
    {
        guard let past = try Editions.edition(Int64(bitPattern: index.generation), database),
            pair.key(at: past) == index.key
        else { return nil }
        let latest = try Editions.latest(database)
        return try Editions.changes(since: past, database).count
            + Int(max(0, latest.lastUnit - past.lastUnit))
    }

    private func renew(_ pair: PairUnits, _ memory: TranslationMemory) throws(LathuError) {
        var options = SearchOptions()
        options.penalties = penalties
        options.fewChanges = manyChanges - 1
        options.manyChanges = manyChanges - 1
        let search = try MemorySearch(memory, from: pair.source, to: pair.target, options: options)
        _ = try search.count()
    }

    private func remove(_ path: String, _ report: inout Report) {
        // Another program may be faster; what cannot be removed is in nobody's way.
        if isDryRun || (try? FileManager.default.removeItem(atPath: path)) != nil {
            report.removed.append(FilePath.name(of: path))
        }
    }

    private static func isOld(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let changed = attributes?[.modificationDate] as? Date else { return false }
        return changed.timeIntervalSinceNow < -oldAge
    }

    // MARK: Notes

    /// Removes the notes that no index needs, and says how many they were.
    ///
    /// The indexes are looked at inside the transaction. One that is put into the folder afterwards and is of an
    /// edition that was removed here is not taken for anything: its edition is not there any more.
    private func prune(_ memory: TranslationMemory, merged: Set<String>) throws(LathuError) -> Int {
        func generations() -> [Int64] {
            let files = IndexFiles(memory: memory.path).indexes.filter {
                !(isDryRun && merged.contains($0.name))
            }
            return files.compactMap { file in
                let index = try? SegmentIndex(contentsOf: file.path, checking: .asRead)
                return index.map { Int64(bitPattern: $0.generation) }
            }
        }
        if isDryRun { return try memory.read { try Editions.dispensable(to: generations(), $0).count } }
        return try memory.write { try Editions.forget(for: generations(), $0) }
    }
}

extension TranslationMemory {
    /// Writes the file anew without its free pages. Returns whether others were reading, so that the journal with
    /// the old pages stays until they are done.
    func pack() throws(LathuError) -> Bool {
        try translated {
            try queue.inDatabase { database in
                try database.execute(sql: "VACUUM")
                // The journal is worth no long wait: the last to close the memory removes it.
                try database.execute(sql: "PRAGMA busy_timeout = 1000")
                defer { try? database.execute(sql: "PRAGMA busy_timeout = \(Int(patience * 1000))") }
                let busy = try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                return busy == 1
            }
        }
    }
}
