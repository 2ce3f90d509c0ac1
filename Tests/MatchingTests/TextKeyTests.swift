import Testing
import UnicodeText

@testable import Matching

@Suite struct TextKeyTests {
    /// Keys are equal exactly where the memory takes the tokens for alike.
    @Test func keysAgreeWithTheMemory() throws {
        for (locale, alphabet) in SmallWorlds.alphabets {
            let tokenizer = try Tokenizer(locale: locale)
            let more = [
                "#", "hoa", "hóa", "HOÀ", "’", "'", "ﬁle", "file", "resumes", "đ", "d", "a1", "１２", "-", "–",
            ]
            let tokens = (alphabet + more).flatMap { tokenizer.tokenize($0).tokens }
            for left in tokens {
                for right in tokens {
                    let isFold = left.sharesFold(with: right)
                    let isForm = isFold && left.form == right.form
                    let isRaw = isFold && left.raw == right.raw
                    let pair = "“\(left.text)” “\(right.text)”"
                    #expect((TextKey(left, .fold) == TextKey(right, .fold)) == isFold, "\(pair)")
                    #expect((TextKey(left, .form) == TextKey(right, .form)) == isForm, "\(pair)")
                    #expect((TextKey(left, .raw) == TextKey(right, .raw)) == isRaw, "\(pair)")
                    let likeness = TokenDistance.likeness(left, right, plainText: false)
                    #expect(isFold == (likeness != .different), "\(pair)")
                    #expect(
                        isForm == [.equal, .sameNumber, .sameForm, .sameNumberForm].contains(likeness),
                        "\(pair)")
                }
            }
        }
    }
}
