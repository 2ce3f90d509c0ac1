internal import GRDB
internal import Matching
internal import TextFiles
internal import UnicodeText

/// Checks an index file against the memory: its bytes, that what it holds with what changed since is what the
/// memory holds, and its answers to a sample.
struct IndexCheck {
    private let file: IndexFiles.Index
    private let options: MemoryCheck
    private let pair: PairUnits
    private(set) var report: MemoryReport.Index
    private(set) var problems: ProblemList
    private let hint: String

    init(_ file: IndexFiles.Index, _ options: MemoryCheck) {
        self.file = file
        self.options = options
        pair = PairUnits(source: file.source, target: file.target, penalties: options.penalties)
        report = MemoryReport.Index(name: file.name)
        problems = ProblemList(file: file.path)
        hint = "remove the file; the next search makes it anew"
    }

    mutating func run(_ memory: TranslationMemory) throws(LathuError) {
        options.progress("the index \(file.name)", 0, 1)
        let index: SegmentIndex
        // Before the transaction begins, so that what it sees is not older than the file.
        do throws(IndexFileError) {
            index = try SegmentIndex(contentsOf: file.path, checking: .everything)
        } catch {
            switch error.code {
            // Another program removed it just now.
            case .missing, .otherVersion: report.state = .stale
            case .damaged, .inputOutput:
                report.state = .damaged
                problems.add("the index cannot be used: \(error.message)", hint: hint)
            }
            return
        }
        report.segments = index.count
        try memory.read { try compare(index, $0) }
        if !problems.isEmpty { report.state = .damaged }
    }

    private mutating func compare(_ index: SegmentIndex, _ database: Database) throws {
        guard let past = try Editions.edition(Int64(bitPattern: index.generation), database),
            pair.key(at: past) == index.key
        else {
            report.state = .stale
            return
        }
        let latest = try Editions.latest(database)
        let changed = try Editions.changes(since: past, database)
        report.pending = changed.count + Int(max(0, latest.lastUnit - past.lastUnit))
        let reader = try PairReader(pair, database)
        var contents = ContentComparison(index, changed: changed, last: past.lastUnit)
        var sample = try SampleCheck(
            pair, reader, options: options, last: latest.lastUnit, segments: index.count)
        var done = 0
        try reader.forEachRow(above: 0) { row in
            contents.compare(row, &problems, hint: hint)
            sample.add(row)
            done += 1
            if done % 10_000 == 0 {
                options.progress("the index \(file.name)", done, max(done + 1, index.count))
            }
            return true
        }
        contents.end(&problems, hint: hint)
        // What holds other units cannot give right answers.
        guard problems.isEmpty else { return }
        report.sampled = sample.segments
        report.searches = try sample.compare(
            try segments(index, past, changed, latest, database), &problems, hint: hint)
        options.progress("the index \(file.name)", 1, 1)
    }

    /// What the next search would search, without writing anything.
    private func segments(
        _ index: SegmentIndex, _ past: Edition, _ changed: Set<Int64>, _ latest: Edition,
        _ database: Database
    ) throws -> ChangingSegmentIndex {
        let segments = ChangingSegmentIndex(index)
        guard report.pending > SearchOptions().manyChanges else {
            let reader = try PairReader(pair, database)
            let tokenizer = try Tokenizer(locale: pair.source)
            for unit in changed.sorted() where unit <= past.lastUnit {
                segments.remove(PairUnits.numbers(of: unit))
                for row in try reader.rows(of: unit) { segments.add(row.candidate(tokenizer)) }
            }
            try reader.forEachRow(above: past.lastUnit) {
                segments.add($0.candidate(tokenizer))
                return true
            }
            return segments
        }
        var search = SearchOptions()
        search.threads = options.threads
        let build = IndexBuild(pair: pair, options: search)
        return ChangingSegmentIndex(try build.index(from: (past, segments), nil, to: latest, database))
    }
}

/// Holds the segments of an index, in the order of their numbers, against the rows of the memory in the same.
private struct ContentComparison {
    private let index: SegmentIndex
    private let changed: Set<Int64>
    private let last: Int64
    private var rank = 0

    /// - Parameters:
    ///   - changed: units that a search reads from the memory.
    ///   - last: the last unit that the index can hold; a search reads those after it from the memory.
    init(_ index: SegmentIndex, changed: Set<Int64>, last: Int64) {
        self.index = index
        self.changed = changed
        self.last = last
    }

    /// Takes the next row.
    mutating func compare(_ row: PairUnits.Row, _ problems: inout ProblemList, hint: String) {
        if row.unit > last || changed.contains(row.unit) { return }
        passOver(below: row.number, &problems, hint: hint)
        guard rank < index.count, index.identifier(inOrder: rank) == row.number else {
            problems.add("the index lacks units of the memory", "\(row.unit)", hint: hint)
            return
        }
        let content = index.content(inOrder: rank)
        rank += 1
        let isRight =
            content.changed == row.changed && content.penalty == min(row.penalty, Int(Int16.max))
            && content.previous == row.previous && content.next == row.next
            && row.text.trimmed.utf8.elementsEqual(content.text)
        if !isRight {
            problems.add("the index holds units otherwise than the memory", "\(row.unit)", hint: hint)
        }
    }

    /// Takes the end of the rows.
    mutating func end(_ problems: inout ProblemList, hint: String) {
        passOver(below: .max, &problems, hint: hint)
    }

    /// Passes over what stands before a number: only units may that changed since.
    private mutating func passOver(below number: Int64, _ problems: inout ProblemList, hint: String) {
        while rank < index.count, index.identifier(inOrder: rank) < number {
            let unit = index.identifier(inOrder: rank) >> PairUnits.placeBits
            if !changed.contains(unit) {
                problems.add("the index holds units that are not in the memory", "\(unit)", hint: hint)
            }
            rank += 1
        }
    }
}
