import TestSupport
import Testing
import UnicodeText

@testable import Matching

@Suite struct SegmentIndexBuilderTests {
    private let candidates: [SearchCandidate]

    init() throws {
        var random = SeededGenerator(state: 31)
        let tokenizer = try Tokenizer(locale: .vietnamese)
        let texts =
            SmallWorlds.segments(of: SmallWorlds.alphabets[0].tokens, upTo: 2).shuffled(using: &random)
            + ["", "ban  ban", "x\u{A0}12", String(repeating: "ban, ", count: 70)]
        candidates = SmallWorlds.candidates(texts.map(tokenizer.tokenize), using: &random)
    }

    private func bytes(_ index: SegmentIndex) -> [UInt8] {
        withExtendedLifetime(index) { Array(index.storage.bytes) }
    }

    /// Parts joined in order, each from a tokenizer of its own, are the same bytes as one builder makes.
    @Test(arguments: [[0], [1], [2, 3], [0, 0, 50, 111], [1, 2, 3, 4, 5, 112, 114]])
    func joined(_ ends: [Int]) throws {
        var whole = SegmentIndexBuilder()
        for candidate in candidates { whole.add(candidate) }
        var joined = SegmentIndexBuilder()
        var start = 0
        for end in ends + [candidates.count] {
            let tokenizer = try Tokenizer(locale: .vietnamese)
            var part = SegmentIndexBuilder()
            for old in candidates[start..<end] {
                part.add(
                    SearchCandidate(
                        id: old.id, segment: tokenizer.tokenize(old.segment.text), changed: old.changed,
                        penalty: old.penalty, previous: old.previous, next: old.next))
            }
            joined.append(part)
            #expect(joined.count == end)
            start = end
        }
        let expected = bytes(whole.build(generation: 3))
        #expect(bytes(joined.build(generation: 3)) == expected)
        #expect(bytes(joined.finish(generation: 3)) == expected)
        #expect(joined.count == 0 && bytes(joined.build()) == bytes(SegmentIndex([])))
    }

    /// Numbers that do not come in order, and the same number more than once.
    @Test func identifiers() throws {
        var random = SeededGenerator(state: 32)
        let shuffled = candidates.map { old in
            SearchCandidate(
                id: Int64.random(in: -5...20, using: &random), segment: old.segment, changed: old.changed)
        }
        let index = SegmentIndex(shuffled)
        for id in Int64(-6)...21 {
            let expected = shuffled.filter { $0.id == id }.map(\.segment.text).sorted()
            let found = index.places(of: id..<id + 1).map {
                String(decoding: index.text(of: $0), as: UTF8.self)
            }
            #expect(found.sorted() == expected)
        }
    }

    /// The same tokens from another tokenizer, whose identities are others, are the same tokens.
    @Test func tokensOfManyTokenizers() throws {
        var one = SegmentIndexBuilder(), many = SegmentIndexBuilder()
        for candidate in candidates {
            one.add(candidate)
            let segment = try Tokenizer(locale: .vietnamese).tokenize(candidate.segment.text)
            many.add(
                SearchCandidate(
                    id: candidate.id, segment: segment, changed: candidate.changed,
                    penalty: candidate.penalty, previous: candidate.previous, next: candidate.next))
        }
        #expect(bytes(many.build()) == bytes(one.build()))
    }
}
