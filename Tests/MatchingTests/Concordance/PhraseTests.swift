import Foundation
import TestSupport
import Testing
import UnicodeText

@testable import Matching

@Suite struct PhraseTests {
    private func ids(_ index: ChangingSegmentIndex, _ phrase: Phrase, _ limit: Int) throws -> [Int64] {
        try index.segments(with: phrase, limit: limit)
    }

    /// What a phrase finds by definition.
    private func expected(_ candidates: [SearchCandidate], _ phrase: Phrase, _ limit: Int) -> [Int64] {
        candidates.filter { !phrase.occurrences(in: $0.segment).isEmpty }
            .sorted { ($0.segment.weight, $0.id) < ($1.segment.weight, $1.id) }
            .prefix(limit).map(\.id)
    }

    @Test(arguments: [
        ("vi", "quyen con nguoi", "Tuyên ngôn Quốc tế về Quyền con người", "Quyền con người"),
        ("vi", "quyền con người", "Quyền con người là phổ quát", "Quyền con người"),
        ("vi", "hoà bình", "Vì hòa bình.", "hòa bình"),
        ("vi", "bán", "Bạn bán gì?", "bán"),
        ("vi", "đài", "Ông Nguyễn Văn Đài", "Đài"),
        ("en", "freedom of expression", "The Freedom of expression!", "Freedom of expression"),
        ("en", "human rights", "All <1>human</1> rights", "human</1> rights"),
        ("en", "ICCPR", "the iccpr,", "iccpr"),
        ("en", "a  b", "x \u{1F600} a b", "a b"),
        ("en", "19", "Article 19 of", "19"),
    ])
    func occurs(_ locale: String, _ phrase: String, _ text: String, _ shown: String) throws {
        let tokenizer = try Tokenizer(locale: LocaleID(locale))
        let phrase = try #require(Phrase(tokenizer.tokenize(phrase)))
        let segment = tokenizer.tokenize(text)
        let ranges = segment.ranges(of: phrase.occurrences(in: segment))
        #expect(ranges.map { String(segment.text[$0]) } == [shown])
    }

    @Test(arguments: [
        ("vi", "quyền con ngươi", "Quyền con người"), ("vi", "bạn", "Bán hàng"),
        ("en", "freedom expression", "freedom of expression"), ("en", "right", "human rights"),
        ("en", "19", "Article 20"), ("en", "human rights", "human, rights"), ("en", "b a", "a b"),
    ])
    func doesNotOccur(_ locale: String, _ phrase: String, _ text: String) throws {
        let tokenizer = try Tokenizer(locale: LocaleID(locale))
        let phrase = try #require(Phrase(tokenizer.tokenize(phrase)))
        #expect(phrase.occurrences(in: tokenizer.tokenize(text)).isEmpty)
    }

    @Test func inflectedForms() throws {
        let tokenizer = try Tokenizer(locale: .english)
        let phrase = try #require(Phrase(tokenizer.tokenize("human right"), likeness: .stems))
        #expect(phrase.occurrences(in: tokenizer.tokenize("Human rights, human right")).count == 2)
    }

    @Test func noPhrase() throws {
        let tokenizer = try Tokenizer(locale: .english)
        for text in ["", " ", "\u{200B}", "<1>", String(repeating: "a ", count: Phrase.longest + 1)] {
            #expect(Phrase(tokenizer.tokenize(text)) == nil, "“\(text)”")
        }
        #expect(Phrase(tokenizer.tokenize(String(repeating: "a ", count: Phrase.longest))) != nil)
    }

    /// Every phrase of up to three words over every segment of up to three, through an index with changes, and
    /// through its file as it is read; the order and the limit included.
    @Test func smallWorlds() throws {
        var random = SeededGenerator(state: 41)
        for world in SmallWorlds.alphabets {
            let tokenizer = try Tokenizer(locale: world.locale)
            let texts =
                SmallWorlds.segments(of: world.tokens, upTo: 2) + ["", "ban  ban bán", "<1>bán</1> bạn"]
            let segments = texts.map(tokenizer.tokenize)
            let candidates = segments.enumerated().map { number, segment in
                SearchCandidate(id: Int64(number), segment: segment, changed: 0)
            }
            let kept = candidates.shuffled(using: &random)
            let index = ChangingSegmentIndex(SegmentIndex(kept.dropLast(9)))
            for candidate in kept.suffix(9) { index.add(candidate) }
            let gone = kept.prefix(5).map(\.id)
            for id in gone { index.remove(id) }
            let left = candidates.filter { !gone.contains($0.id) }
            for segment in segments {
                for likeness in [Phrase.Likeness.letters, .stems] {
                    guard let phrase = Phrase(segment, likeness: likeness) else { continue }
                    for limit in [1, 4, 1000] {
                        #expect(
                            try ids(index, phrase, limit) == expected(left, phrase, limit),
                            "“\(segment.text)” \(limit)")
                    }
                }
            }
        }
    }

    /// Phrases of real sentences, with and without their marks.
    @Test(
        .enabled(if: SharedMaterial.has("corpora/en-vi.tsv.gz")), arguments: [LocaleID.english, .vietnamese])
    func realText(_ locale: LocaleID) throws {
        var random = SeededGenerator(state: 42)
        let column = locale == .english ? 2 : 3
        let texts = try SharedMaterial.column(column, of: "corpora/en-vi.tsv.gz", every: 40)
        let tokenizer = try Tokenizer(locale: locale)
        let candidates = texts.enumerated().map {
            SearchCandidate(id: Int64($0), segment: tokenizer.tokenize($1), changed: 0)
        }
        let index = ChangingSegmentIndex(SegmentIndex(candidates))
        for _ in 0..<12 {
            let words = (texts.randomElement(using: &random) ?? "").split(separator: " ")
            let count = Int.random(in: 1...3, using: &random)
            let start = Int.random(in: 0..<max(1, words.count - count), using: &random)
            var text = words[start...].prefix(count).joined(separator: " ")
            if Bool.random(using: &random) {
                text = String(
                    text.nfd.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }
                        .map(Character.init))
            }
            guard let phrase = Phrase(tokenizer.tokenize(text)) else { continue }
            for limit in [5, 100_000] {
                #expect(try ids(index, phrase, limit) == expected(candidates, phrase, limit), "“\(text)”")
            }
        }
    }
}
