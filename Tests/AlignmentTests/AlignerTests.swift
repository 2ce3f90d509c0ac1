import Testing
import UnicodeText

@testable import Alignment

@Suite struct AlignerTests {
    private static func align(
        _ source: [[String]], _ target: [[String]], _ change: (inout Aligner) -> Void = { _ in }
    ) throws -> Alignment {
        var aligner = Aligner(source: .english, target: .vietnamese)
        change(&aligner)
        return try aligner.align([
            DocumentPair(source: .init(paragraphs: source), target: .init(paragraphs: target))
        ])[0]
    }

    /// Every segment of both sides is in one pair.
    private static func isWhole(_ alignment: Alignment, _ source: [[String]], _ target: [[String]]) -> Bool {
        alignment.pairs.flatMap(\.source).sorted() == Array(0..<source.joined().count)
            && alignment.pairs.flatMap(\.target).sorted() == Array(0..<target.joined().count)
    }

    @Test func letterIsAligned() throws {
        let alignment = try Self.align(SampleLetters.english, SampleLetters.vietnamese)
        // The lawyer's two sentences are one in Vietnamese.
        var expected = (0..<5).map { [[$0], [$0]] } + [[[5, 6], [5]]]
        expected += (7..<SampleLetters.english.joined().count).map { [[$0], [$0 - 1]] }
        let found = alignment.pairs.map { [$0.source, $0.target] }
        #expect(found == expected)
        #expect(alignment.score > 0.8)
        #expect(alignment.pairs.allSatisfy { !$0.isMoved })
    }

    @Test func unrelatedLettersAreNotTaken() throws {
        let alignment = try Self.align(SampleLetters.english, SampleLetters.unrelated)
        #expect(Self.isWhole(alignment, SampleLetters.english, SampleLetters.unrelated))
        #expect(alignment.score < Aligner.leastScore)
    }

    /// Signatories that stand at the head of the translation are found there.
    @Test func movedBlockIsNoticed() throws {
        let names = [
            ["Access Now"], ["Article 19"], ["Front Line Defenders"], ["Human Rights Foundation"],
            ["Reporters Without Borders"], ["Viet Tan"],
        ]
        let body = SampleLetters.english.dropLast(3), translation = SampleLetters.vietnamese.dropLast(3)
        let source = body + names, target = names + translation
        let alignment = try Self.align(Array(source), Array(target))
        #expect(Self.isWhole(alignment, Array(source), Array(target)))
        let moved = alignment.pairs.filter(\.isMoved)
        #expect(moved.count >= 4, "\(alignment.pairs.map { [$0.source, $0.target] })")
        let first = body.joined().count
        for pair in moved { #expect(pair.source == [pair.target[0] + first]) }
    }

    @Test func emptySidesAndSingleSegments() throws {
        #expect(try Self.align([], []).pairs.isEmpty)
        let one = try Self.align([["Hello."]], [])
        #expect(one.pairs.map(\.source) == [[0]])
        #expect(one.score == 0)
        let other = try Self.align([], [["Xin chào."]])
        #expect(other.pairs.map(\.target) == [[0]])
        let both = try Self.align([["The ICCPR of 1966."]], [["ICCPR năm 1966."]])
        #expect(both.pairs.map { [$0.source, $0.target] } == [[[0], [0]]])
    }

    /// What a memory knows decides where nothing else does.
    @Test func examplesAreEvidence() throws {
        let source = [["Yes."], ["Sea."], ["Sky."]], target = [["Biển."], ["Trời."], ["Ai biết?"]]
        let taught = try Self.align(source, target) {
            $0.examples = [("Sea.", "Biển."), ("Sky.", "Trời.")]
        }
        let pairs = taught.pairs.map { [$0.source, $0.target] }
        #expect(pairs.contains([[1], [0]]) && pairs.contains([[2], [1]]), "\(pairs)")
    }

    /// A term that stands on both sides is a word of both, whatever its words are.
    @Test func termsAreWordsOfBothSides() throws {
        let pair = DocumentPair(
            source: .init(segments: ["The high seas.", "The sky."]),
            target: .init(segments: ["Trời.", "Biển cả."]))
        func tokens(_ terms: [(source: [String], target: [String])]) throws -> [[Int]] {
            var aligner = Aligner(source: .english, target: .vietnamese)
            aligner.terms = terms
            let features = try AlignmentRun(aligner, [pair]).features[0]
            return [features.source.tokenCounts, features.target.tokenCounts]
        }
        #expect(try tokens([]) == [[4, 3], [2, 3]])
        #expect(try tokens([(["high seas", "ocean"], ["biển cả"])]) == [[5, 3], [2, 4]])
        // Half a term is none.
        #expect(try tokens([(["high sky"], ["biển"])]) == [[4, 3], [2, 4]])
    }

    /// Documents that are aligned together are aligned in the order they came in.
    @Test func manyDocumentsAtOnce() throws {
        let aligner = Aligner(source: .english, target: .vietnamese)
        let pairs = (0..<5).map { number in
            DocumentPair(
                source: .init(paragraphs: Array(SampleLetters.english.prefix(3 + number))),
                target: .init(paragraphs: Array(SampleLetters.vietnamese.prefix(3 + number))))
        }
        let alignments = try aligner.align(pairs)
        #expect(alignments.count == pairs.count)
        for (pair, alignment) in zip(pairs, alignments) {
            #expect(alignment.pairs.flatMap(\.source) == Array(pair.source.segments.indices))
        }
        #expect(try aligner.align(pairs) == alignments)
    }

    @Test func wordsOfDifferentScriptsAndSpellings() {
        let rows = [
            ("1,000", "1000"), ("1.000", "1000"), ("١٠٠٠", "1000"), ("๑๙๔๘", "1948"), ("3.14", "3.14"),
            ("2017", "2017"), ("1,234,567", "1234567"), ("1,23", "1,23"), ("", ""),
        ]
        for (text, digits) in rows { #expect(Vocabulary.digits(text) == digits) }
    }
}
