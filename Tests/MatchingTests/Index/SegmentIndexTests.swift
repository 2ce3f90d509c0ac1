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

    /// Enumerated: over each of three alphabets of 3 tokens (marked, under-marked and conflicting; numbers and the
    /// place of tones; cased and stemmed), the world of all 121 segments of up to 4 tokens, with every one of them
    /// as the query, at every threshold. `Benchmarks/equality` does the same over 6 tokens.
    @Test(arguments: 0..<SmallWorlds.tinyAlphabets.count)
    func everySegment(_ number: Int) throws {
        let (locale, tokens) = SmallWorlds.tinyAlphabets[number]
        var random = SeededGenerator(state: 51)
        let tokenizer = try Tokenizer(locale: locale)
        let world = SmallWorlds.segments(of: tokens, upTo: 4).map(tokenizer.tokenize)
        #expect(world.count == 121)
        let candidates = SmallWorlds.candidates(world.shuffled(using: &random), using: &random)
        let searcher = SegmentIndexSearcher(SegmentIndex(candidates))
        for segment in world {
            try expectEqual(
                searcher, candidates, SmallWorlds.query(segment, threshold: 0, using: &random))
        }
    }

    /// Enumerated: every world of up to 2 segments, the same one twice included, of the 13 of up to 2 tokens over
    /// 3, with every one of these segments as the query, at every threshold.
    @Test(arguments: 0..<SmallWorlds.tinyAlphabets.count)
    func everyWorld(_ number: Int) throws {
        let (locale, tokens) = SmallWorlds.tinyAlphabets[number]
        var random = SeededGenerator(state: 52)
        let tokenizer = try Tokenizer(locale: locale)
        let segments = SmallWorlds.segments(of: tokens, upTo: 2).map(tokenizer.tokenize)
        var worlds: [[TokenizedSegment]] = [[]] + segments.map { [$0] }
        for (place, first) in segments.enumerated() { worlds += segments[place...].map { [first, $0] } }
        #expect(worlds.count == 1 + 13 + 91)
        for world in worlds {
            let candidates = SmallWorlds.candidates(world, using: &random)
            let searcher = SegmentIndexSearcher(SegmentIndex(candidates))
            for segment in segments {
                try expectEqual(
                    searcher, candidates, SmallWorlds.query(segment, threshold: 0, using: &random))
            }
        }
    }

    /// Expects the answers of comparing every candidate at every threshold.
    private func expectEqual(
        _ searcher: SegmentIndexSearcher, _ candidates: [SearchCandidate], _ query: SearchQuery
    ) throws {
        var query = query
        var oracle = ExhaustiveAnswers(query, thresholds: SmallWorlds.thresholds)
        oracle.add(candidates)
        for (threshold, expected) in zip(SmallWorlds.thresholds, oracle.matches) {
            query.threshold = threshold
            #expect(
                try searcher.matches(of: query) == expected,
                "“\(query.segment.text)” at \(threshold), \(query.limit)")
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
        let texts = try SharedMaterial.column(column, of: "corpora/en-vi.tsv.gz", every: 9)
        let tokenizer = try Tokenizer(locale: locale)
        let candidates = SmallWorlds.candidates(texts.map(tokenizer.tokenize), using: &random)
        #expect(candidates.count > 20_000)
        let searcher = SegmentIndexSearcher(SegmentIndex(candidates))
        let words = texts.prefix(300).flatMap { $0.split(separator: " ").map(String.init) }
        // A few; `Benchmarks/equality` has thousands, over more units.
        for number in 0..<6 {
            let text = SmallWorlds.perturbed(
                texts.randomElement(using: &random) ?? "", words: words,
                share: Double.random(in: 0...0.5, using: &random), using: &random)
            let segment = tokenizer.tokenize(number == 0 ? text.nfd : text)
            try expectEqual(searcher, candidates, SmallWorlds.query(segment, threshold: 0, using: &random))
        }
    }

    /// Vietnamese segments typed without any mark are found, and nothing scores better than the original but other
    /// spellings of the same letters with fewer marks.
    @Test(.enabled(if: SharedMaterial.has("corpora/en-vi.tsv.gz")))
    func withoutMarks() throws {
        let texts = try SharedMaterial.text("corpora/en-vi.tsv.gz").split(separator: "\n").enumerated()
            .filter { $0.offset % 50 == 0 }
            .map { String($0.element.split(separator: "\t", omittingEmptySubsequences: false)[3]) }
        let tokenizer = try Tokenizer(locale: .vietnamese)
        let segments = texts.map(tokenizer.tokenize)
        func plain(_ text: String) -> String {
            let kept = text.replacing("đ", with: "d").replacing("Đ", with: "D").nfd.unicodeScalars.filter {
                $0.category != .nonspacingMark
            }
            return String(String.UnicodeScalarView(kept))
        }
        let searcher = SegmentIndexSearcher(
            SegmentIndex(
                segments.enumerated().map { SearchCandidate(id: Int64($0), segment: $1, changed: 0) }))
        for place in stride(from: 0, to: segments.count, by: 13) {
            let query = tokenizer.tokenize(plain(segments[place].text))
            let matches = try searcher.matches(of: SearchQuery(query, threshold: 0.7, limit: .max))
            let own = try #require(matches.first { $0.id == Int64(place) }, "“\(texts[place])”")
            for match in matches.prefix(while: { $0.score > own.score }) {
                #expect(
                    plain(segments[Int(match.id)].text).lowercased() == query.text.lowercased(),
                    "“\(texts[place])” after “\(texts[Int(match.id)])”")
            }
        }
    }
}
