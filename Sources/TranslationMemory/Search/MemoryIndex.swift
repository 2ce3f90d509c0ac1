internal import GRDB
internal import Matching
internal import TextFiles

/// The index of a language pair: kept in a file beside the memory, and never behind it.
///
/// The file says of which edition of the memory it is. What changed since is read from the memory and searched
/// along with it; where that is much, a new file is written. SQLite stays the source of truth: a file that is
/// missing, damaged or of another past is made again.
final class MemoryIndex {
    private let pair: PairUnits
    private let tokenizer: Tokenizer
    private let path: String?
    private let options: SearchOptions
    private(set) var segments = MemoryIndex.nothing
    /// Counts up with every change of ``segments``.
    private(set) var version = 0
    /// The edition that ``segments`` are of; nil before anything was read.
    private var edition: Edition?
    private var isOpened = false
    private var isMissing = false
    private var additions: IndexAdditions?

    private static var nothing: ChangingSegmentIndex { ChangingSegmentIndex(SegmentIndex([])) }

    init(_ pair: PairUnits, _ tokenizer: Tokenizer, memory: String, options: SearchOptions) {
        self.pair = pair
        self.tokenizer = tokenizer
        self.options = options
        path = options.keepsIndex ? IndexFolder.path(pair, memory: memory) : nil
    }

    /// Brings the segments up to date with what the transaction sees.
    func refresh(_ database: Database) throws {
        let latest = try Editions.latest(database)
        if edition == latest { return }
        version += 1
        if !isOpened { try open(database) }
        if edition == latest { return }
        if let edition, try Editions.edition(edition.number, database) != edition {
            // Another memory was put in this one's place.
            forget()
        }
        let past = edition ?? Edition(number: 0, stamp: 0, lastUnit: 0)
        let changes = try edition.map { try Editions.changes(since: $0, database) } ?? []
        let many = min(options.manyChanges, max(options.fewChanges, segments.base.count / 20))
        if changes.count + Int(latest.lastUnit - min(past.lastUnit, latest.lastUnit)) > many {
            // After an import that collected for it, a first index is no news.
            if isMissing, additions == nil {
                options.notice("there is no index of this pair yet, or it was removed: making one")
            }
            try rebuild(database)
        } else {
            try apply(changes, after: past.lastUnit, database)
            edition = latest
        }
    }

    private func forget() {
        segments = Self.nothing
        edition = nil
        additions = nil
    }

    private func open(_ database: Database) throws {
        isOpened = true
        guard let path else { return }
        do {
            let index = try SegmentIndex(contentsOf: path, checking: .asRead)
            guard let past = try Editions.edition(Int64(bitPattern: index.generation), database),
                pair.key(at: past) == index.key
            else {
                options.notice(
                    "the index belongs to another state of the memory, or to other settings: making a new one"
                )
                return
            }
            segments = ChangingSegmentIndex(index)
            edition = past
        } catch let error as IndexFileError {
            // A small memory needs none, so nothing is said before one is made.
            isMissing = error.code == .missing
            if !isMissing { options.notice("\(error.message): making a new index") }
        }
    }

    private func apply(_ changes: Set<Int64>, after last: Int64, _ database: Database) throws {
        let reader = try PairReader(pair, database)
        for unit in changes.sorted() where unit <= last {
            segments.remove(PairUnits.numbers(of: unit))
            for row in try reader.rows(of: unit) { segments.add(row.candidate(tokenizer)) }
        }
        try reader.forEachRow(above: last) {
            segments.add($0.candidate(tokenizer))
            return true
        }
    }

    /// Makes a new index of what the transaction sees, and keeps it.
    func rebuild(_ database: Database) throws {
        version += 1
        isMissing = false
        let latest = try Editions.latest(database)
        let build = IndexBuild(pair: pair, options: options)
        let index: SegmentIndex
        do {
            index = try build.index(from: edition.map { ($0, segments) }, additions, to: latest, database)
        } catch let error as IndexFileError {
            options.notice("\(error.message): making a new index")
            index = try build.index(from: nil, nil, to: latest, database)
        }
        additions = nil
        segments = ChangingSegmentIndex(index)
        edition = latest
        guard let path else { return }
        do {
            try IndexFolder.make(for: path)
            try index.write(to: path)
        } catch let error as IndexFileError {
            options.notice("\(error.message): the index is not kept")
        } catch let error as LathuError {
            options.notice("\(error): the index is not kept")
        }
    }

    /// Makes everything anew, after damage was found.
    func replace(_ damage: IndexFileError, _ database: Database) throws {
        options.notice("\(damage.message): making a new index")
        forget()
        try rebuild(database)
    }

    /// Takes what was collected of new units, for the next update.
    func take(_ additions: IndexAdditions?) { self.additions = additions }
}
