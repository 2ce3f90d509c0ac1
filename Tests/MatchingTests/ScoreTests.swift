import Testing
import UnicodeText

@testable import Matching

@Suite struct ScoreTests {
    @Test func specification() throws {
        let tokenizer = try Tokenizer(locale: .vietnamese)
        let examples: [(String, String, Double)] = [
            ("Nguyen Van Dai la luat su", "Nguyễn Văn Đài là luật sư", 0.95),
            ("hoà bình", "hòa bình", 1),
            ("bàn nước", "bán nước", 0.75),
            ("ban nuoc", "bán nước", 0.95),
        ]
        for (left, right, score) in examples {
            let left = tokenizer.tokenize(left), right = tokenizer.tokenize(right)
            #expect(abs(TokenDistance.score(left, right) - score) < 1e-9, "\(left.text) ~ \(right.text)")
            #expect(abs(TokenDistance.score(right, left) - score) < 1e-9)
        }
        #expect(tokenizer.tokenize("hoà bình").text != tokenizer.tokenize("hòa bình").text)
    }
}
