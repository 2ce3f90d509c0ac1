import Testing
import UnicodeText

@testable import Matching

/// Every pair of sequences of up to four tokens over a vocabulary of five, against the recursive
/// definition of the distance.
@Suite struct DistanceTwinTests {
    private static let words = ["ban", "bán", "bạn", "3", ","]
    private static let weights = [1000, 1000, 1000, 1000, 300]
    /// What replacing costs, worked out by hand: where both segments are marked, and where one is plain.
    private static let costs = [
        [
            [0, 200, 200, 1000, 1000], [200, 0, 500, 1000, 1000], [200, 500, 0, 1000, 1000],
            [1000, 1000, 1000, 0, 1000], [1000, 1000, 1000, 1000, 0],
        ],
        [
            [0, 50, 50, 1000, 1000], [50, 0, 500, 1000, 1000], [50, 500, 0, 1000, 1000],
            [1000, 1000, 1000, 0, 1000], [1000, 1000, 1000, 1000, 0],
        ],
    ]

    /// A sequence is its number: 0 is empty, and appending word w to n gives 5n + w + 1.
    private static let longest = 4
    private static let count = (0...longest).reduce(0) { sum, length in
        sum + (0..<length).reduce(1) { product, _ in product * 5 }
    }

    private static func words(of sequence: Int) -> [Int] {
        sequence == 0 ? [] : words(of: (sequence - 1) / 5) + [(sequence - 1) % 5]
    }

    /// The definition: the cheapest of deleting, inserting or replacing the last token.
    private struct Twin {
        let costs: [[Int]]
        /// By the numbers of both sequences, those before them first; -1 where not known yet.
        var known = [Int](repeating: -1, count: count * count)

        mutating func distance(_ left: Int, _ right: Int) -> Int {
            let place = left * count + right
            if known[place] >= 0 { return known[place] }
            var best = left == 0 && right == 0 ? 0 : Int.max
            if left > 0 { best = min(best, distance((left - 1) / 5, right) + weights[(left - 1) % 5]) }
            if right > 0 { best = min(best, distance(left, (right - 1) / 5) + weights[(right - 1) % 5]) }
            if left > 0, right > 0 {
                let replaced = costs[(left - 1) % 5][(right - 1) % 5]
                best = min(best, distance((left - 1) / 5, (right - 1) / 5) + replaced)
            }
            known[place] = best
            return best
        }
    }

    @Test func allSmallSegments() throws {
        let tokenizer = try Tokenizer(locale: .vietnamese)
        let vocabulary = try Self.words.map { try #require(tokenizer.tokenize($0).tokens.first) }
        let segments = (0..<Self.count).map { sequence in
            let tokens = Self.words(of: sequence).map { vocabulary[$0] }
            return TokenizedSegment(text: tokens.map(\.text).joined(separator: " "), tokens: tokens)
        }
        #expect(segments.count == 781)
        let isMarked = (0..<Self.count).map { Self.words(of: $0).contains { $0 == 1 || $0 == 2 } }
        var twins = Self.costs.map { Twin(costs: $0) }
        var wrong: [String] = []
        for left in segments.indices {
            for right in left..<segments.count {
                let expected = twins[isMarked[left] && isMarked[right] ? 0 : 1].distance(left, right)
                if TokenDistance.distance(segments[left], segments[right]) != expected {
                    wrong.append("\(segments[left].text) ~ \(segments[right].text)")
                }
            }
        }
        #expect(wrong.isEmpty)
    }
}
