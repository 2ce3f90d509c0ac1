internal import Dispatch
internal import GRDB
internal import Matching
internal import Synchronization

/// The units of a language pair above a number, collected for an index: as an import stores them, or read from the
/// memory.
final class IndexAdditions {
    /// Units up to here are not its concern.
    let first: Int64
    /// Units up to here are collected.
    private var last: Int64
    /// Of which edition they are; what changed since may be out of date here.
    private var since: Edition?
    /// Units that were collected before the edition was whole, and changed in it.
    private var touched: Set<Int64> = []
    private let pair: PairUnits
    private let workers: [Worker]
    private var builder = SegmentIndexBuilder()

    /// Rows are read, and told apart among the threads, in pieces of this size.
    static let pieceSize = 1 << 14

    /// What one thread needs for itself; never used by two at a time.
    private final class Worker: @unchecked Sendable {
        let tokenizer: Tokenizer
        var builder = SegmentIndexBuilder()

        init(_ tokenizer: Tokenizer) { self.tokenizer = tokenizer }
    }

    /// Nothing yet of the units above a number.
    convenience init(_ pair: PairUnits, above first: Int64, threads: Int) throws {
        self.init(
            pair, above: first,
            try (0..<max(1, threads)).map { _ in Worker(try Tokenizer(locale: pair.source)) })
    }

    private init(_ pair: PairUnits, above first: Int64, _ workers: [Worker]) {
        self.pair = pair
        self.first = first
        last = first
        self.workers = workers
    }

    /// The number of rows that are collected.
    var count: Int { builder.count }

    /// Says that all units of an edition were added, of which some changed after that.
    func close(at edition: Edition, changed: Set<Int64>) {
        since = edition
        last = edition.lastUnit
        touched = changed
    }

    /// Reads the units up to a number.
    private func read(through end: Int64, _ database: Database, progress: (Int) -> Void) throws {
        let reader = try PairReader(pair, database)
        while last < end {
            var rows: [PairUnits.Row] = []
            try reader.forEachRow(above: last) { row in
                // A unit's rows stay together.
                if row.unit > end || rows.count >= Self.pieceSize && row.unit != rows.last?.unit {
                    return false
                }
                rows.append(row)
                return true
            }
            last = rows.count < Self.pieceSize ? end : rows.last?.unit ?? end
            add(rows)
            progress(count)
        }
    }

    /// Takes the rows of the next units.
    func add(_ rows: [PairUnits.Row]) {
        if workers.count == 1 {
            for row in rows { builder.add(row.candidate(workers[0].tokenizer)) }
            return
        }
        let share = (rows.count + workers.count - 1) / workers.count
        let workers = workers
        DispatchQueue.concurrentPerform(iterations: workers.count) { number in
            let worker = workers[number]
            let start = min(rows.count, number * share)
            for row in rows[start..<min(rows.count, start + share)] {
                worker.builder.add(row.candidate(worker.tokenizer))
            }
        }
        for worker in workers {
            builder.append(worker.builder)
            worker.builder = SegmentIndexBuilder()
        }
    }

    /// The builder of all that the transaction sees of the units above a number; nothing is left here.
    func finish(
        above start: Int64, to edition: Edition, _ database: Database, progress: (Int) -> Void
    ) throws -> SegmentIndexBuilder {
        if let since, try Editions.edition(since.number, database) != since {
            // What changed since is not known any more: a compaction took away the notes.
            builder = SegmentIndexBuilder()
            last = first
            self.since = nil
            touched = []
        }
        let head = IndexAdditions(pair, above: start, workers)
        try head.read(through: first, database, progress: progress)
        try read(through: edition.lastUnit, database) { progress(head.count + $0) }
        let changed = try since.map { try Editions.changes(since: $0, database) } ?? []
        let stale = touched.union(changed.filter { $0 > first })
        defer { builder = SegmentIndexBuilder() }
        if !stale.isEmpty {
            let reader = try PairReader(pair, database)
            let segments = ChangingSegmentIndex(builder.finish())
            for unit in stale.sorted() {
                segments.remove(PairUnits.numbers(of: unit))
                for row in try reader.rows(of: unit) { segments.add(row.candidate(workers[0].tokenizer)) }
            }
            builder = try segments.builder()
        }
        if head.count == 0 { return builder }
        head.builder.append(builder)
        return head.builder
    }
}
