import TestSupport
import Testing
import UnicodeText

@testable import Matching

@Suite struct ExhaustiveAnswersTests {
    /// Every threshold's answer is that of a search at it alone, however the candidates come.
    @Test func thresholds() throws {
        var random = SeededGenerator(state: 41)
        let thresholds = SmallWorlds.thresholds + [0, 1]
        for (locale, tokens) in SmallWorlds.alphabets {
            let tokenizer = try Tokenizer(locale: locale)
            let world = SmallWorlds.segments(of: tokens, upTo: 2).map(tokenizer.tokenize)
            let candidates = SmallWorlds.candidates(world.shuffled(using: &random), using: &random)
            for segment in world.shuffled(using: &random).prefix(12) {
                let query = SmallWorlds.query(segment, threshold: 0.7, using: &random)
                var answers = ExhaustiveAnswers(query, thresholds: thresholds)
                let middle = Int.random(in: 0..<candidates.count, using: &random)
                answers.add(candidates[..<middle])
                answers.add(candidates[middle...])
                let expected = thresholds.map { threshold in
                    var query = query
                    query.threshold = threshold
                    return ExhaustiveSearch.matches(of: query, among: candidates)
                }
                #expect(answers.matches == expected, "“\(segment.text)”")
            }
        }
    }
}
