import TestSupport
import Testing
import UnicodeText

@testable import Matching

@Suite struct ChangingSegmentIndexTests {
    /// Random additions, replacements, removals, merges and searches against a plain list.
    @Test func operations() throws {
        var random = SeededGenerator(state: 5)
        for (locale, tokens) in SmallWorlds.alphabets {
            let tokenizer = try Tokenizer(locale: locale)
            func segment() -> TokenizedSegment {
                let count = Int.random(in: 0...5, using: &random)
                let words = (0..<count).compactMap { _ in tokens.randomElement(using: &random) }
                return tokenizer.tokenize(words.joined(separator: Bool.random(using: &random) ? " " : "  "))
            }
            for _ in 0..<15 {
                var twin: [Int64: SearchCandidate] = [:]
                for id in 0..<Int64.random(in: 0..<30, using: &random) {
                    twin[id] = candidate(id, segment(), &random)
                }
                var index = ChangingSegmentIndex(SegmentIndex(twin.values))
                for step in 0..<40 {
                    let id = Int64.random(in: 0..<50, using: &random)
                    switch Int.random(in: 0..<10, using: &random) {
                    case 0..<5:
                        let added = candidate(id, segment(), &random)
                        if twin[id] == nil { index.add(added) } else { index.replace(added) }
                        twin[id] = added
                    case 5..<9:
                        #expect(index.remove(id) == (twin.removeValue(forKey: id) != nil))
                    default:
                        let merged = try index.merged(generation: UInt64(step))
                        #expect(merged.generation == UInt64(step) && merged.count == twin.count)
                        index = ChangingSegmentIndex(merged)
                    }
                    #expect(index.count == twin.count)
                    let query = SmallWorlds.query(
                        segment(), threshold: SmallWorlds.thresholds.randomElement(using: &random) ?? 0.5,
                        using: &random)
                    #expect(
                        try index.matches(of: query)
                            == ExhaustiveSearch.matches(of: query, among: twin.values))
                }
            }
        }
    }

    private func candidate(
        _ id: Int64, _ segment: TokenizedSegment, _ random: inout SeededGenerator
    ) -> SearchCandidate {
        SearchCandidate(
            id: id, segment: segment, changed: Int64.random(in: 0..<3, using: &random),
            penalty: [0, 0, 5, 100].randomElement(using: &random) ?? 0,
            previous: Bool.random(using: &random) ? 1 : nil, next: Bool.random(using: &random) ? 0 : nil)
    }
}
