import TestSupport
import Testing
import UnicodeText

@testable import Matching

/// The tokenizer, which goes from space to space and remembers, against one that does neither.
@Suite struct TokenizerTwinTests {
    /// What word boundaries, normalization, trimming and codes look at.
    private static let scalars = [
        " ", " ", " ", "a", "B", "é", "e\u{301}", "\u{301}", "\u{323}\u{302}", "ề", "đ", "1", "2", "٣", ".",
        ",",
        "'", "’", "_", ":", "-", "“", "\"", "\t", "\n", "\r\n", "\u{A0}", "\u{2003}", "\u{2000}", "\u{3000}",
        "\u{200B}", "\u{200D}", "\u{AD}", "\u{FEFF}", "\u{85}", "\u{0}", "<1>", "</1>", "<2/>", "<", "\\<1>",
        "\\", "א", "״", "ア", "ー", "漢", "ไทย", "ก็", "한", "\u{1100}", "\u{1161}", "🇻", "🇳", "👩", "👍", "🏽",
        "\u{FE0F}", "𝒳", "𠀋", "Å", "Ω", "ﬁ", "ａ", "\u{340}", "\u{E0001}", "\u{1D165}",
    ]

    @Test(arguments: ["en", "vi", "th", "ja", "fi"])
    func randomText(_ tag: String) throws {
        let locale = try LocaleID(tag)
        var random = SeededGenerator(state: 21)
        let naive = try NaiveTokenizer(locale: locale)
        let tokenizer = try Tokenizer(locale: locale)
        var different: [String] = []
        for round in 0..<6000 {
            let longest = round % 100 == 0 ? 200 : 8
            let text = (0..<Int.random(in: 0...longest, using: &random))
                .compactMap { _ in Self.scalars.randomElement(using: &random) }.joined()
            if !tokenizer.tokenize(text).isSame(as: naive.tokenize(text)) { different.append(text) }
        }
        #expect(
            different.isEmpty, "\(different.count): \(different.first.map { Array($0.unicodeScalars) } ?? [])"
        )
    }

    /// Every text of up to three of them.
    @Test func smallWorld() throws {
        let naive = try NaiveTokenizer(locale: .english)
        let tokenizer = try Tokenizer(locale: .english)
        let some = [
            " ", "a", "é", "1", ".", "'", "\u{301}", "\u{200D}", "\t", "\u{A0}", "<1>", "🇻", "😀", "漢",
        ]
        var texts = [""]
        var last = [""]
        for _ in 0..<3 {
            last = last.flatMap { start in some.map { start + $0 } }
            texts += last
        }
        for text in texts where !tokenizer.tokenize(text).isSame(as: naive.tokenize(text)) {
            Issue.record("\(Array(text.unicodeScalars))")
        }
    }

    /// Longer than what is remembered.
    @Test func longPieces() throws {
        let naive = try NaiveTokenizer(locale: .vietnamese)
        let tokenizer = try Tokenizer(locale: .vietnamese)
        for length in [63, 64, 65, 1000] {
            for text in [
                String(repeating: "a", count: length), String(repeating: "ạ", count: length),
                String(repeating: "a,", count: length), String(repeating: "😀", count: length),
                "ban " + String(repeating: "b.", count: length) + " nước",
            ] {
                #expect(tokenizer.tokenize(text).isSame(as: naive.tokenize(text)))
                #expect(tokenizer.tokenize(text.nfd + " ").isSame(as: naive.tokenize(text)))
            }
        }
    }

    @Test(
        .enabled(if: SharedMaterial.has("corpora/en-vi.tsv.gz")), arguments: [LocaleID.english, .vietnamese])
    func realText(_ locale: LocaleID) throws {
        let column = locale == .english ? 2 : 3
        let naive = try NaiveTokenizer(locale: locale)
        let tokenizer = try Tokenizer(locale: locale)
        var compared = 0
        for (number, line) in try SharedMaterial.text("corpora/en-vi.tsv.gz").split(separator: "\n")
            .enumerated()
        where number % 100 == 0 {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count > column else { continue }
            let text = String(fields[column])
            let expected = naive.tokenize(text)
            for variant in [text, text.nfd, " \(text)\n"]
            where !tokenizer.tokenize(variant).isSame(as: expected) {
                Issue.record("“\(variant)”")
            }
            compared += 1
        }
        #expect(compared > 1500)
    }
}
