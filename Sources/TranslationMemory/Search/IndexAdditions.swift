internal import Dispatch
internal import GRDB
internal import Matching
internal import Synchronization

/// The units of a language pair above a number, collected for an index: piece by piece, while more are stored.
final class IndexAdditions {
    /// Units up to here are not its concern.
    let first: Int64
    /// Units up to here are collected.
    private(set) var last: Int64
    /// What the memory was when the first piece was read: what changed since may be out of date here.
    private var since: Edition?
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
    init(_ pair: PairUnits, above first: Int64, threads: Int) throws {
        self.pair = pair
        self.first = first
        last = first
        workers = try (0..<max(1, threads)).map { _ in Worker(try Tokenizer(locale: pair.source)) }
    }

    /// The number of rows that are collected.
    var count: Int { builder.count }

    /// Reads the next piece; short of a whole one where there is no more for now.
    func nextRows(_ database: Database) throws -> [PairUnits.Row] {
        let edition = try Editions.latest(database)
        if since == nil { since = edition }
        var rows: [PairUnits.Row] = []
        try PairReader(pair, database).forEachRow(above: last) { row in
            // A unit's rows stay together.
            if rows.count >= Self.pieceSize, row.unit != rows.last?.unit { return false }
            rows.append(row)
            return true
        }
        last = rows.count < Self.pieceSize ? max(last, edition.lastUnit) : rows.last?.unit ?? last
        return rows
    }

    /// Takes rows that were read.
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

    /// The builder of all that the transaction sees; nothing is left here.
    func finish(_ database: Database, progress: (Int) -> Void) throws -> SegmentIndexBuilder {
        if let edition = since, try Editions.edition(edition.number, database) != edition {
            // What changed since is not known any more: a compaction took away the notes.
            builder = SegmentIndexBuilder()
            last = first
            since = nil
        }
        while true {
            let rows = try nextRows(database)
            add(rows)
            progress(count)
            if rows.count < Self.pieceSize { break }
        }
        let stale = try since.map { try Editions.changes(since: $0, database) } ?? []
        let touched = stale.filter { $0 > first }
        defer { builder = SegmentIndexBuilder() }
        if touched.isEmpty { return builder }
        let reader = try PairReader(pair, database)
        let segments = ChangingSegmentIndex(builder.finish())
        for unit in touched.sorted() {
            segments.remove(PairUnits.numbers(of: unit))
            for row in try reader.rows(of: unit) { segments.add(row.candidate(workers[0].tokenizer)) }
        }
        return try segments.builder()
    }
}
