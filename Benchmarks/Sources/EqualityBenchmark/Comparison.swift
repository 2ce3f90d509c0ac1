import Dispatch
import Foundation
import Matching
import Synchronization
import UnicodeText

/// Answers queries through an index and by comparing every candidate, on all cores.
struct Comparison {
    private let index: SegmentIndex
    private let candidates: [SearchCandidate]
    private let folds: SharedFolds

    init(_ candidates: [SearchCandidate]) {
        index = SegmentIndex(candidates)
        self.candidates = candidates
        folds = SharedFolds(candidates)
    }

    /// How many searches had other answers than they should, of how many, with how many matches in all.
    struct Outcome {
        var searches = 0
        var matches = 0
        var differences = 0
        var seconds = 0.0
    }

    private static let cores = ProcessInfo.processInfo.activeProcessorCount

    /// Compares the answers at every threshold. For the first `full` queries every candidate is compared, for the
    /// others those that ``SharedFolds`` does not rule out.
    func run(_ queries: [SearchQuery], full: Int) -> Outcome {
        let start = Date()
        let outcome = Mutex(Outcome())
        let next = Atomic(0)
        let index = index, candidates = candidates, folds = folds, thresholds = thresholds
        DispatchQueue.concurrentPerform(iterations: Self.cores) { _ in
            let searcher = SegmentIndexSearcher(index)
            while true {
                let place = next.add(1, ordering: .relaxed).oldValue
                guard place < queries.count else { return }
                var answers = ExhaustiveAnswers(queries[place], thresholds: thresholds)
                if place < full {
                    answers.add(candidates)
                } else {
                    answers.add(folds.places(for: queries[place].segment).lazy.map { candidates[$0] })
                }
                for (threshold, expected) in zip(thresholds, answers.matches) {
                    var query = queries[place]
                    query.threshold = threshold
                    let found = try? searcher.matches(of: query)
                    outcome.withLock {
                        $0.searches += 1
                        $0.matches += expected.count
                        if found != expected { $0.differences += 1 }
                    }
                    if found != expected {
                        let text = query.segment.text.prefix(80)
                        FileHandle.standardError.write(
                            Data("different: “\(text)” at \(threshold), k = \(query.limit)\n".utf8))
                    }
                }
            }
        }
        var result = outcome.withLock { $0 }
        result.seconds = Date().timeIntervalSince(start)
        return result
    }
}

/// The same numbers every time (SplitMix64: Steele, Lea and Flood, OOPSLA 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension SearchCandidate {
    /// A candidate with some date, penalty and neighbours, so that ties are broken in every way.
    init(number: Int, _ segment: TokenizedSegment) {
        self.init(
            id: Int64(number), segment: segment, changed: Int64(number % 7),
            penalty: [0, 0, 0, 2, 5, 15, 100][number % 7 * number % 7],
            previous: number % 3 == 0 ? Int64(number % 2) : nil, next: number % 5 == 0 ? 1 : nil)
    }
}

extension SearchQuery {
    /// A query of any number of matches, in some context.
    init(_ segment: TokenizedSegment, _ random: inout SeededGenerator) {
        self.init(
            segment, threshold: 0.5,
            limit: [1, 2, 3, 5, 5, 10, 50, .max].randomElement(using: &random) ?? 5,
            previous: Bool.random(using: &random) ? 1 : nil, next: Bool.random(using: &random) ? 1 : nil)
    }
}
