import TestSupport
import Testing
import UnicodeText

@testable import Matching

@Suite struct ExhaustiveSearchTests {
    private let tokenizer: Tokenizer

    init() throws { tokenizer = try Tokenizer(locale: .vietnamese) }

    private func candidate(
        _ id: Int64, _ text: String, changed: Int64 = 0, penalty: Int = 0, previous: Int64? = nil,
        next: Int64? = nil
    ) -> SearchCandidate {
        SearchCandidate(
            id: id, segment: tokenizer.tokenize(text), changed: changed, penalty: penalty, previous: previous,
            next: next)
    }

    private func query(
        _ text: String, threshold: Double = 0, limit: Int = 100, previous: Int64? = nil, next: Int64? = nil
    ) -> SearchQuery {
        SearchQuery(
            tokenizer.tokenize(text), threshold: threshold, limit: limit, previous: previous, next: next)
    }

    private func ids(_ query: SearchQuery, _ candidates: [SearchCandidate]) -> [Int64] {
        let forward = ExhaustiveSearch.matches(of: query, among: candidates)
        // The order of the store never matters.
        #expect(ExhaustiveSearch.matches(of: query, among: candidates.reversed()) == forward)
        return forward.map(\.id)
    }

    @Test func bestScoreFirst() {
        let candidates = [
            candidate(1, "Trả tự do cho Nguyễn Văn Đài"), candidate(2, "trả tự do cho Nguyễn Văn Đài"),
            candidate(3, "Trả tự do cho Trần Huỳnh Duy Thức"), candidate(4, "Tra tu do cho Nguyen Van Dai"),
        ]
        #expect(ids(query("Trả tự do cho Nguyễn Văn Đài"), candidates) == [1, 2, 4, 3])
    }

    /// hòa and hoà score alike; the one with the same characters comes first, and only it is exact.
    @Test func charactersDecideAfterTheScore() throws {
        let candidates = [candidate(1, "hoà bình"), candidate(2, "hòa bình")]
        #expect(ids(query("hòa bình"), candidates) == [2, 1])
        let matches = ExhaustiveSearch.matches(of: query("hòa bình"), among: candidates)
        #expect(matches.map(\.score) == [1, 1])
        #expect(matches.map(\.isExact) == [true, false])
        #expect(matches[0].characterSimilarity == 1 && matches[1].characterSimilarity < 1)
    }

    @Test func thenTheLatestThenTheSmallestNumber() {
        let candidates = [
            candidate(5, "hòa bình", changed: 10), candidate(2, "hòa bình", changed: 10),
            candidate(3, "hòa bình", changed: 30), candidate(1, "hòa bình", changed: 20),
        ]
        #expect(ids(query("hòa bình"), candidates) == [3, 1, 2, 5])
    }

    @Test func contextTiers() {
        let candidates = [
            candidate(1, "hòa bình", changed: 9), candidate(2, "hòa bình", previous: 7, next: 8),
            candidate(3, "hòa bình", changed: 1, previous: 7, next: 5),
            candidate(4, "hòa bình", previous: 5, next: 8),
            candidate(5, "hòa bình", changed: 8, previous: 5, next: 5),
        ]
        #expect(ids(query("hòa bình", previous: 7, next: 8), candidates) == [2, 3, 4, 1, 5])
        let tiers = ExhaustiveSearch.matches(of: query("hòa bình", previous: 7, next: 8), among: candidates)
        #expect(tiers.map(\.contextTier) == [2, 1, 1, 0, 0])
        // What is not known is no context.
        #expect(ids(query("hòa bình"), candidates) == [1, 5, 3, 2, 4])
    }

    /// Context belongs to exact matches: a fuzzy one between the same neighbours is no better for it.
    @Test func onlyExactMatchesHaveContext() {
        let candidates = [
            candidate(1, "hoà bình", previous: 7, next: 8), candidate(2, "Hòa bình", previous: 7, next: 8),
            candidate(3, "hòa bình"),
        ]
        let matches = ExhaustiveSearch.matches(
            of: query("hòa bình", previous: 7, next: 8), among: candidates)
        #expect(matches.map(\.id) == [3, 1, 2])
        #expect(matches.map(\.contextTier) == [0, 0, 0])
    }

    @Test func penaltiesLowerTheMatchAndNotTheScore() {
        let candidates = [
            candidate(1, "hòa bình", penalty: 15, previous: 7, next: 8), candidate(2, "Hòa bình"),
            candidate(3, "hòa bình", penalty: 1),
        ]
        let matches = ExhaustiveSearch.matches(
            of: query("hòa bình", threshold: 0.95, previous: 7, next: 8), among: candidates)
        // The threshold is one of the text score: a heavy penalty moves a match down, not out. 2 and 3 are
        // left with 0.99 each, and the better text decides.
        #expect(matches.map(\.id) == [3, 2, 1])
        #expect(matches.map(\.score) == [1, 0.99, 1])
        #expect(matches.map(\.match) == [0.99, 0.99, 0.85])
        let worthless = ExhaustiveSearch.matches(
            of: query("hòa bình"), among: [candidate(1, "hòa bình", penalty: 130)])
        #expect(worthless.map(\.match) == [0])
    }

    /// Whatever is left after penalties is compared exactly: 0.95 − 0.10 and 0.90 − 0.05 are a tie.
    @Test func equalMatchesTieWhateverTheyAreMadeOf() {
        let text = (0..<20).map { "từ\($0)" }.joined(separator: " ")
        for penalty in 0...30 {
            for lost in 1...10 {
                // Each foreign word costs 5 hundredths.
                let words = (0..<20).map { $0 < lost ? "khác" : "từ\($0)" }
                let worse = candidate(1, words.joined(separator: " "), changed: 9, penalty: penalty)
                let better = candidate(2, text, penalty: penalty + 5 * lost)
                let matches = ExhaustiveSearch.matches(of: query(text), among: [worse, better])
                #expect(matches.map(\.id) == [2, 1], "\(lost) words, \(penalty)")
                #expect(matches[0].match == matches[1].match)
            }
        }
    }

    @Test func threshold() {
        let candidates = [candidate(1, "bán nước"), candidate(2, "bàn nước"), candidate(3, "bàn nước nước")]
        // 0.75 for 2; a threshold that binary fractions cannot hold exactly must not lose it.
        #expect(ids(query("bán nước", threshold: 0.75), candidates) == [1, 2])
        #expect(ids(query("bán nước", threshold: 0.75 + 0.9e-9), candidates) == [1, 2])
        #expect(ids(query("bán nước", threshold: 0.75 + 1.1e-9), candidates) == [1])
        #expect(ids(query("bán nước", threshold: 1), candidates) == [1])
        #expect(ids(query("bán nước", threshold: 0.5), candidates) == [1, 2, 3])
        let tenth = candidate(1, "a b c d e f g h i k")
        #expect(ids(query("a b c d e f g x y z", threshold: 0.7), [tenth]) == [1])
        #expect(ids(query("a b c d e f x y z w", threshold: 0.6), [tenth]) == [1])
    }

    @Test func limit() {
        let candidates = (1...9).map { candidate($0, "hòa bình", changed: -$0) }
        #expect(ids(query("hòa bình", limit: 3), candidates) == [1, 2, 3])
        #expect(ids(query("hòa bình", limit: 0), candidates) == [])
        #expect(ids(query("hòa bình", limit: .max), candidates).count == 9)
        #expect(ids(query("hòa bình"), []) == [])
    }

    @Test func textWithoutTokens() {
        let candidates = [candidate(1, ""), candidate(2, "\u{200B}"), candidate(3, "a")]
        #expect(ids(query("", threshold: 0.5), candidates) == [1])
        #expect(ids(query("\u{200B}", threshold: 0.5), candidates) == [2])
        #expect(ids(query("a", threshold: 0.5), candidates) == [3])
        #expect(ids(query(""), candidates) == [1, 2, 3])
    }

    @Test func exactness() {
        func isExact(_ left: String, _ right: String) -> Bool? {
            ExhaustiveSearch.matches(of: query(left), among: [candidate(1, right)]).first?.isExact
        }
        #expect(isExact(" hòa bình\n", "ho\u{300}a bi\u{300}nh") == true)
        #expect(isExact("hòa  bình", "hòa bình") == false)
        #expect(isExact("hòa bình", "hoà bình") == false)
        #expect(isExact("<1>a</1>", "<1>a</1>") == true)
        #expect(isExact("<1>a</1>", "<2>a</2>") == false)
        #expect(isExact("a\u{200B}", "a") == false)
    }

    /// What comes out without the bound on the length, straight from section 5.
    private func twin(_ query: SearchQuery, _ candidates: [SearchCandidate]) -> [Int64] {
        candidates.map { candidate in
            (candidate, TokenDistance.score(query.segment, candidate.segment))
        }
        .filter { $0.1 >= query.threshold - 1e-9 }
        .map { candidate, score -> ([Double], Int64) in
            let isExact = candidate.segment.text == query.segment.text
            let similarity = TokenDistance.characterSimilarity(query.segment.text, candidate.segment.text)
            var tier = 0.0
            if isExact, query.previous != nil, query.previous == candidate.previous { tier += 1 }
            if isExact, query.next != nil, query.next == candidate.next { tier += 1 }
            // Rounded, since a difference of less is one of computation only.
            let match = (max(0, score - Double(candidate.penalty) / 100) * 1e12).rounded()
            return (
                [-match, -tier, -score, -similarity, Double(-candidate.changed), Double(candidate.id)],
                candidate.id
            )
        }
        .sorted { $0.0.lexicographicallyPrecedes($1.0) }
        .prefix(query.limit).map(\.1)
    }

    @Test func lengthBoundNeverChangesAResult() {
        var random = SeededGenerator(state: 1977)
        let words = ["bán", "bạn", "ban", "nước", "nuoc", "Nước", "3", "19", ",", ".", "<1>", "hòa", "hoà"]
        func text() -> String {
            (0..<Int.random(in: 0...8, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
                .joined(separator: " ")
        }
        for _ in 0..<40 {
            let candidates = (0..<60).map {
                candidate(
                    $0, text(), changed: Int64.random(in: 0...3, using: &random),
                    penalty: [0, 0, 5, 15].randomElement(using: &random) ?? 0,
                    previous: Int64.random(in: 0...1, using: &random),
                    next: Int64.random(in: 0...1, using: &random))
            }
            for threshold in [0, 0.25, 0.3, 0.5, 0.6, 0.75, 0.9, 1] {
                let query = query(
                    text(), threshold: threshold, limit: Int.random(in: 1...20, using: &random), previous: 1,
                    next: 0)
                #expect(
                    ids(query, candidates) == twin(query, candidates), "\(query.segment.text) \(threshold)")
            }
        }
    }
}
