import Testing
import UnicodeText
import Vietnamese

@testable import TranslationMemory

@Suite struct TextNormalizationTests {
    private func unit(_ english: String, _ vietnamese: String) -> TranslationUnit {
        TranslationUnit(
            variants: [.english: .init(english), .vietnamese: .init(vietnamese)], origin: "a.tsv", created: 1)
    }

    @Test func everyLanguageAsIsRightForIt() throws {
        let japanese = try LocaleID("ja")
        var units = [
            TranslationUnit(
                variants: [
                    .english: .init("Ａ nứơc kư ke\u{301}"), .vietnamese: .init("Ａ nứơc kư kết được"),
                    japanese: .init("Ａ"),
                ], origin: "a.tsv", created: 1)
        ]
        let normalization = TextNormalization()
        normalization.normalize(&units)
        #expect(units[0].variants[.english]?.text == "A nứơc kư ké")
        #expect(units[0].variants[.vietnamese]?.text == "A nước ký kết được")
        #expect(units[0].variants[japanese]?.text == "Ａ")
        #expect(normalization.counts.texts == 2 && normalization.counts.changes == 5)
        #expect(
            normalization.counts.reasons
                == [.fullWidth: 2, .composition: 1, .tonePlace: 1, .windows1258: 1])
    }

    @Test func neighboursStayNeighbours() throws {
        var units = [unit("One", "xă hội của người"), unit("Two", "Hai")]
        units[0].variants[.vietnamese]?.next = TextHash.of("Hai")
        units[1].variants[.vietnamese]?.previous = TextHash.of("xă hội của người")
        TextNormalization().normalize(&units)
        #expect(units[0].variants[.vietnamese]?.text == "xã hội của người")
        #expect(units[0].variants[.vietnamese]?.next == TextHash.of("Hai"))
        #expect(units[1].variants[.vietnamese]?.previous == TextHash.of("xã hội của người"))
    }

    @Test func nothingIsEmptied() {
        var units = [unit("One", "\u{200B}"), unit("<1>a\u{200B}b</1>", "＜1＞ được")]
        TextNormalization().normalize(&units)
        #expect(units[0].variants[.vietnamese]?.text == "\u{200B}")
        #expect(units[1].variants[.english]?.text == "<1>ab</1>")
        #expect(units[1].variants[.vietnamese]?.text == "＜1＞ được")
    }

    /// The log says enough to undo: every change of a text, applied, gives what was stored.
    @Test func theLogTellsAll() {
        var records: [TextNormalization.Record] = []
        var units = [unit("a", "b\u{301}nh đẳng và kư kết"), unit("b", "trong luật được")]
        let normalization = TextNormalization { records.append($0) }
        normalization.normalize(&units)
        #expect(records.map(\.change.before) == ["b\u{301}nh", "kư"])
        #expect(records.map(\.change.offset) == [0, 13])
        #expect(records.allSatisfy { $0.locale == .vietnamese && $0.origin == "a.tsv" })
    }
}
