import Testing
import UnicodeText

@Suite struct BreakingTests {
    @Test func wordsSentencesLines() throws {
        let text = Array("Kính gửi Ngài. Xin chào!".utf16)
        #expect(
            try TextBreaker(.word, locale: .vietnamese).boundaries(of: text) == [
                4, 5, 8, 9, 13, 14, 15, 18, 19, 23, 24,
            ])
        #expect(try TextBreaker(.sentence, locale: .vietnamese).boundaries(of: text) == [15, 24])
        #expect(try TextBreaker(.line, locale: .vietnamese).boundaries(of: text) == [5, 9, 15, 19, 24])
    }

    @Test func localesDiffer() throws {
        // Thai writes no spaces between words: ICU has a dictionary.
        let thai = Array("สิทธิมนุษยชน".utf16)
        #expect(try TextBreaker(.word, locale: LocaleID("th")).boundaries(of: thai).count > 1)
    }

    @Test func emptyLongAndCopied() throws {
        let breaker = try TextBreaker(.word, locale: .english)
        #expect(breaker.boundaries(of: []) == [])
        let long = [UInt16](repeating: 0x61, count: 200_000)
        #expect(breaker.boundaries(of: long) == [200_000])
        let copy = try breaker.copy()
        #expect(copy.boundaries(of: Array("a b".utf16)) == breaker.boundaries(of: Array("a b".utf16)))
        // Half a surrogate pair is text like any other to ICU.
        #expect(breaker.boundaries(of: [0xD800]) == [1])
    }

    @Test func regularExpressions() throws {
        let expression = try RegularExpression(#"(?<=TP\.)\s*\p{Lu}+"#)
        let text = Array("TP. HCM và TP.ĐN".utf16)
        expression.setText(text)
        #expect(expression.firstMatch(from: 0) == 3..<7)
        #expect(expression.firstMatch(from: 4) == 14..<16)
        #expect(expression.matchEnd(at: 14) == 16)
        #expect(expression.matchEnd(at: 5) == nil)
        let copy = try expression.copy()
        copy.setText(text)
        #expect(copy.firstMatch(from: 0) == 3..<7)
    }

    @Test func malformedExpressionsSayWhere() throws {
        do {
            _ = try RegularExpression("a(b")
            Issue.record("was compiled")
        } catch {
            #expect(error.offset == 3)
            #expect(error.reason == "U_REGEX_MISMATCHED_PAREN")
        }
    }

    /// A pattern that would take ages ends.
    @Test func runawayExpressionsEnd() throws {
        let expression = try RegularExpression("(a+)+$")
        expression.setText(Array((String(repeating: "a", count: 40) + "b").utf16))
        #expect(expression.firstMatch(from: 0) == nil)
    }
}
