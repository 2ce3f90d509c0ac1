internal import Dispatch
internal import Matching
internal import Synchronization
internal import UnicodeText

/// Searches for a sample of a memory's segments and holds the answers of an index against comparing every unit.
///
/// The units are handed in one after the other and forgotten again, so that a large memory needs little space.
struct SampleCheck {
    private let queries: [SearchQuery]
    /// What the specification says, query by query.
    private let oracle: Oracle
    private var piece: [PairUnits.Row] = []
    /// How many segments were drawn.
    private(set) var segments = 0

    private static let pieceSize = 4096
    private static let limit = 5
    /// So many comparisons take some seconds.
    private static let comparisons = 2_000_000

    /// Draws the segments: the same ones of the same memory every time.
    init(
        _ pair: PairUnits, _ reader: PairReader, options: MemoryCheck, last: Int64, segments count: Int
    ) throws {
        let affordable = Self.comparisons / (3 * max(1, count))
        let wanted = options.sample ?? max(1, min(MemoryCheck.defaultSample, affordable))
        var random = SampleNumbers(state: UInt64(last))
        var drawn: [PairUnits.Row] = []
        if last > 0, wanted > 0 {
            if count <= wanted {
                try reader.forEachRow(above: 0) {
                    drawn.append($0)
                    return drawn.count < wanted
                }
            } else {
                for _ in 0..<wanted {
                    try reader.forEachRow(above: Int64.random(in: 0..<last, using: &random)) {
                        drawn.append($0)
                        return false
                    }
                }
            }
        }
        let words = drawn.flatMap { $0.text.split(separator: " ").prefix(40).map(String.init) }
        let tokenizer = try Tokenizer(locale: pair.source)
        queries = drawn.flatMap { row in
            [row.text, Self.changed(row.text, words, &random), Self.withoutMarks(row.text)].map {
                SearchQuery(
                    tokenizer.tokenize($0), threshold: 0, limit: Self.limit, previous: row.previous,
                    next: row.next)
            }
        }
        segments = drawn.count
        oracle = try Oracle(queries, pair, threads: options.threads)
    }

    /// Takes the next row of the memory.
    mutating func add(_ row: PairUnits.Row) {
        if queries.isEmpty { return }
        piece.append(row)
        if piece.count == Self.pieceSize { takePiece() }
    }

    private mutating func takePiece() {
        oracle.add(piece)
        piece.removeAll(keepingCapacity: true)
    }

    /// Compares the answers, once all rows are in. Returns how many there were.
    mutating func compare(
        _ index: ChangingSegmentIndex, _ problems: inout ProblemList, hint: String
    ) throws -> Int {
        takePiece()
        for (query, expected) in zip(queries, oracle.answers) {
            for (threshold, expected) in zip(MemoryReport.thresholds, expected) {
                var query = query
                query.threshold = threshold
                if try index.matches(of: query) != expected {
                    problems.add(
                        "searches have other answers through the index than by comparing every unit",
                        "“\(query.segment.text.prefix(60))” at \(threshold)", hint: hint)
                }
            }
        }
        return queries.count * MemoryReport.thresholds.count
    }

    /// A third of the words, but one at least, replaced, removed, or joined by another.
    private static func changed(_ text: String, _ words: [String], _ random: inout SampleNumbers) -> String {
        var parts = text.split(separator: " ").map(String.init)
        for _ in 0..<max(1, Int.random(in: 0...parts.count / 3, using: &random)) where !parts.isEmpty {
            let place = Int.random(in: 0..<parts.count, using: &random)
            let word = words.randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<3, using: &random) {
            case 0: parts[place] = word
            case 1: parts.remove(at: place)
            default: parts.insert(word, at: place)
            }
        }
        return parts.joined(separator: " ")
    }

    /// As typed by somebody without a Vietnamese keyboard.
    private static func withoutMarks(_ text: String) -> String { Decomposition(text).baseText }
}

/// Compares queries with rows, on several threads.
private final class Oracle {
    /// What one thread has for itself; never used by two at a time.
    private final class Worker: @unchecked Sendable {
        let tokenizer: Tokenizer
        var candidates: [SearchCandidate] = []

        init(_ tokenizer: Tokenizer) { self.tokenizer = tokenizer }
    }

    /// One query's answers; never used by two threads at a time.
    private final class Answer: @unchecked Sendable {
        var found: ExhaustiveAnswers

        init(_ query: SearchQuery) {
            found = ExhaustiveAnswers(query, thresholds: MemoryReport.thresholds)
        }
    }

    private let workers: [Worker]
    private let all: [Answer]

    init(_ queries: [SearchQuery], _ pair: PairUnits, threads: Int) throws {
        workers = try (0..<max(1, threads)).map { _ in Worker(try Tokenizer(locale: pair.source)) }
        all = queries.map(Answer.init)
    }

    /// The answers at each threshold, query by query.
    var answers: [[[SearchMatch]]] { all.map(\.found.matches) }

    func add(_ rows: [PairUnits.Row]) {
        let workers = workers, all = all
        let share = (rows.count + workers.count - 1) / workers.count
        DispatchQueue.concurrentPerform(iterations: workers.count) { number in
            let worker = workers[number]
            let start = min(rows.count, number * share)
            worker.candidates = rows[start..<min(rows.count, start + share)].map {
                $0.candidate(worker.tokenizer)
            }
        }
        let candidates = workers.flatMap(\.candidates)
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: workers.count) { _ in
            while true {
                let place = next.add(1, ordering: .relaxed).oldValue
                guard place < all.count else { return }
                all[place].found.add(candidates)
            }
        }
    }
}

/// The same numbers every time (SplitMix64: Steele, Lea and Flood, “Fast splittable pseudorandom number
/// generators”, OOPSLA 2014).
private struct SampleNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
