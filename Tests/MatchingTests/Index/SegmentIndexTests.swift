import TestSupport
import Testing
import UnicodeText

@testable import Matching

@Suite struct SegmentIndexTests {
    /// Queries of up to 4 tokens, drawn, over all segments of up to 3 tokens and a part of those of 4.
    @Test func smallWorlds() throws {
        var random = SeededGenerator(state: 1)
        for (locale, tokens) in SmallWorlds.alphabets {
            let tokenizer = try Tokenizer(locale: locale)
            let short = SmallWorlds.segments(of: tokens, upTo: 2)
            let long = SmallWorlds.segments(of: tokens, upTo: 4)
            let world = SmallWorlds.segments(of: tokens, upTo: 3) + long.shuffled(using: &random).prefix(500)
            let queries = short.shuffled(using: &random).prefix(40) + long.shuffled(using: &random).prefix(40)
            let candidates = SmallWorlds.candidates(
                world.shuffled(using: &random).map(tokenizer.tokenize), using: &random)
            let searcher = SegmentIndexSearcher(SegmentIndex(candidates))
            for text in queries {
                let segment = tokenizer.tokenize(text)
                let threshold = SmallWorlds.thresholds.randomElement(using: &random) ?? 0.5
                let query = SmallWorlds.query(segment, threshold: threshold, using: &random)
                #expect(
                    try searcher.matches(of: query) == ExhaustiveSearch.matches(of: query, among: candidates),
                    "“\(text)” at \(threshold), \(query.limit)")
            }
        }
    }

    /// Small random worlds, where folds are rare and lists short, at every threshold, those without an index too.
    @Test func randomWorlds() throws {
        var random = SeededGenerator(state: 2)
        for (locale, tokens) in SmallWorlds.alphabets {
            let tokenizer = try Tokenizer(locale: locale)
            func text(_ length: Int) -> String {
                (0..<length).compactMap { _ in tokens.randomElement(using: &random) }.joined(separator: " ")
            }
            for round in 0..<100 {
                let longest = round % 20 == 0 ? 90 : 7
                let world = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                    tokenizer.tokenize(text(Int.random(in: 0...longest, using: &random)))
                }
                let candidates = SmallWorlds.candidates(world, using: &random)
                let searcher = SegmentIndexSearcher(SegmentIndex(candidates))
                for threshold in SmallWorlds.thresholds + [-1, 0, 0.1, 0.3, 0.499, 0.75, 1, 1.1] {
                    let segment = tokenizer.tokenize(text(Int.random(in: 0...longest, using: &random)))
                    let query = SmallWorlds.query(segment, threshold: threshold, using: &random)
                    #expect(
                        try searcher.matches(of: query)
                            == ExhaustiveSearch.matches(of: query, among: candidates),
                        "“\(segment.text)” at \(threshold), \(query.limit), round \(round)")
                }
            }
        }
    }

    /// Texts whose spaces are not single, whose codes are escaped, that are empty, that hold no token.
    @Test func texts() throws {
        let tokenizer = try Tokenizer(locale: .english)
        let texts = [
            "", "\u{200B}", "a b", "a  b", "a\u{A0}b", "a\tb", "\\<1> a", "<1>a</1>", "a b.", "a b .",
            "\u{1F600} a b",
            "a b\u{301}", String(repeating: "long text, ", count: 150),
        ]
        let index = SegmentIndex(
            texts.enumerated().map {
                SearchCandidate(id: Int64($0), segment: tokenizer.tokenize($1), changed: 0)
            })
        for (place, text) in texts.enumerated() {
            let segment = tokenizer.tokenize(text)
            let stored = index.places(of: Int64(place)..<Int64(place + 1)).map {
                String(decoding: index.text(of: $0), as: UTF8.self)
            }
            #expect(stored == [segment.text])
            let match = try index.matches(of: SearchQuery(segment, threshold: 0.9, limit: 1)).first
            #expect(match?.id == Int64(place) && match?.isExact == true, "“\(text)”")
        }
    }

    /// Bit-parallel character similarity against plain dynamic programming.
    @Test func characterSimilarity() {
        var random = SeededGenerator(state: 3)
        let letters: [Character] = ["a", "b", "ạ", "ế", "😀"]
        for length in [0, 1, 2, 5, 63, 64, 65, 127, 128, 129, 200] {
            for _ in 0..<20 {
                func text(_ count: Int) -> String {
                    String((0..<count).compactMap { _ in letters.randomElement(using: &random) })
                }
                let left = text(length), right = text(Int.random(in: 0...length + 3, using: &random))
                var distance = CharacterDistance(left)
                for other in [right, left, left + "a", String(left.dropFirst())] {
                    #expect(
                        distance.similarity(to: other.unicodeScalars.map(\.value))
                            == TokenDistance.characterSimilarity(left, other))
                }
            }
        }
    }

    /// Real sentences of both languages, their words replaced, deleted and inserted.
    @Test(
        .enabled(if: SharedMaterial.has("corpora/en-vi.tsv.gz")), arguments: [LocaleID.english, .vietnamese])
    func realText(_ locale: LocaleID) throws {
        var random = SeededGenerator(state: 4)
        let column = locale == .english ? 2 : 3
        let texts = try SharedMaterial.text("corpora/en-vi.tsv.gz").split(separator: "\n").enumerated()
            .filter { $0.offset % 9 == 0 }
            .compactMap {
                $0.element.split(separator: "\t", omittingEmptySubsequences: false).dropFirst(column).first
            }
            .map(String.init)
        let tokenizer = try Tokenizer(locale: locale)
        let candidates = SmallWorlds.candidates(texts.map(tokenizer.tokenize), using: &random)
        #expect(candidates.count > 20_000)
        let searcher = SegmentIndexSearcher(SegmentIndex(candidates))
        let words = texts.prefix(300).flatMap { $0.split(separator: " ").map(String.init) }
        for number in 0..<5 {
            let text = SmallWorlds.perturbed(
                texts.randomElement(using: &random) ?? "", words: words,
                share: Double.random(in: 0...0.5, using: &random), using: &random)
            let segment = tokenizer.tokenize(number % 5 == 0 ? text.nfd : text)
            let threshold = SmallWorlds.thresholds[number % SmallWorlds.thresholds.count]
            let query = SmallWorlds.query(segment, threshold: threshold, using: &random)
            #expect(
                try searcher.matches(of: query) == ExhaustiveSearch.matches(of: query, among: candidates),
                "“\(segment.text)” at \(threshold), \(query.limit)")
        }
    }
}
