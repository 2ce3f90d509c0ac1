import Testing
import UnicodeText

@testable import Matching

@Suite struct TokenDistanceTests {
    private let vietnamese: Tokenizer
    private let english: Tokenizer

    init() throws {
        vietnamese = try Tokenizer(locale: .vietnamese)
        english = try Tokenizer(locale: .english)
    }

    typealias Likeness = TokenDistance.Likeness

    private func check(
        _ left: String, _ right: String, _ tokenizer: Tokenizer, plainText: Bool, _ likeness: Likeness,
        _ cost: Int
    ) throws {
        let one = tokenizer.tokenize(left).tokens, other = tokenizer.tokenize(right).tokens
        let left = try #require(one.first), right = try #require(other.first)
        #expect(one.count == 1 && other.count == 1)
        for (left, right) in [(left, right), (right, left)] {
            #expect(
                TokenDistance.likeness(left, right, plainText: plainText) == likeness,
                "\(left.text) \(right.text)")
            #expect(TokenDistance.replacementCost(left, right, plainText: plainText) == cost)
        }
    }

    /// Every line of the table of section 3; the costs of words and numbers are tenfold hundredths.
    @Test(arguments: [
        ("bán", "mua", Likeness.different, 1000), ("bán", "3", .different, 1000),
        ("bán", ",", .different, 1000),
        ("3", ",", .different, 1000), (",", ".", .different, 300), ("<1>", "</1>", .different, 300),
        ("<1>", ",", .different, 300), ("<1>", "3", .different, 1000),
        ("2017", "2017", .sameNumber, 0), ("２０１７", "2017", .sameNumberForm, 20),
        ("²", "2", .sameNumberForm, 20),
        ("2017", "2018", .otherNumber, 50), ("1.000", "7", .otherNumber, 50), ("½", "Ⅳ", .otherNumber, 50),
        ("hoà", "hòa", .equal, 0), ("bán", "bán", .equal, 0), (",", ",", .equal, 0),
        ("<1>", "<1>", .equal, 0),
        ("Bán", "bán", .sameForm, 20), ("HOÀ", "hòa", .sameForm, 20), ("ĐI", "đi", .sameForm, 20),
        ("ａｂ", "ab", .sameForm, 20), ("“", "\"", .sameForm, 6), ("–", "-", .sameForm, 6),
        ("«", "”", .sameForm, 6),
        ("ban", "bán", .underMarked, 200), ("BAN", "bán", .underMarked, 200), ("di", "Đi", .underMarked, 200),
        ("luât", "luật", .underMarked, 200), ("luạt", "luật", .underMarked, 200),
        ("bán", "bạn", .conflictingMarks, 500), ("luát", "luật", .conflictingMarks, 500),
        ("dá", "đà", .conflictingMarks, 500), ("đa", "dá", .conflictingMarks, 500),
        ("mâ", "mă", .conflictingMarks, 500),
    ])
    func vietnameseCosts(_ left: String, _ right: String, _ likeness: Likeness, _ cost: Int) throws {
        try check(left, right, vietnamese, plainText: false, likeness, cost)
        // Only under-marked spellings depend on what the segments carry.
        let inPlain: (Likeness, Int) =
            likeness == .underMarked ? (.underMarkedInPlainText, 50) : (likeness, cost)
        try check(left, right, vietnamese, plainText: true, inPlain.0, inPlain.1)
    }

    @Test(arguments: [
        ("right", "rights", Likeness.sameStem, 350), ("RIGHT", "rights", .sameStem, 350),
        ("detained", "detaining", .sameStem, 350), ("résumé", "resumes", .sameStem, 350),
        ("resumé", "résumé", .conflictingMarks, 500), ("resume", "résumé", .underMarked, 200),
        ("right", "Right", .sameForm, 20), ("don't", "don’t", .sameForm, 20), ("right", "right", .equal, 0),
        ("right", "wrong", .different, 1000),
    ])
    func englishCosts(_ left: String, _ right: String, _ likeness: Likeness, _ cost: Int) throws {
        try check(left, right, english, plainText: false, likeness, cost)
    }

    @Test func hundredths() {
        let expected: [Likeness: Int] = [
            .different: 100, .sameNumber: 0, .sameNumberForm: 2, .otherNumber: 5, .sameStem: 35, .equal: 0,
            .sameForm: 2, .underMarked: 20, .underMarkedInPlainText: 5, .conflictingMarks: 50,
        ]
        for likeness in Likeness.allCases { #expect(likeness.cost == expected[likeness]) }
        // The bound of section 6 rests on this.
        #expect(Likeness.allCases.filter { $0.cost >= 100 } == [.different])
    }

    private struct Pair {
        let left: String
        let right: String
        /// The distance and the larger weight, in thousandths of a word.
        let distance: Int
        let weight: Int

        init(_ left: String, _ right: String, _ distance: Int, of weight: Int) {
            (self.left, self.right, self.distance, self.weight) = (left, right, distance, weight)
        }
    }

    private static let pairs: [Pair] = [
        Pair("Nguyen Van Dai la luat su", "Nguyễn Văn Đài là luật sư", 300, of: 6000),
        Pair("hoà bình", "hòa bình", 0, of: 2000),
        Pair("bàn nước", "bán nước", 500, of: 2000),
        Pair("ban nuoc", "bán nước", 100, of: 2000),
        // One marked word is enough: neither was typed without marks.
        Pair("Nguyễn Van Dai", "Nguyễn Văn Đài", 400, of: 3000),
        Pair("Kính gửi", "Kính gửi:", 300, of: 2300),
        Pair("Điều 19", "Điều 21", 50, of: 2000),
        Pair("Kính gửi", "kính gửi", 20, of: 2000),
        Pair("a b c", "b c", 1000, of: 3000),
        Pair("a b c", "c b a", 2000, of: 3000),
        Pair("a", "b", 1000, of: 1000),
        Pair("a", "", 1000, of: 1000),
        Pair("<1>a</1>", "a", 600, of: 1600),
        Pair("<1>a</1>", "<2>a</2>", 600, of: 1600),
        // Marks against a word: the distance can be more than either weight, and the score below zero.
        Pair("a", ". . . .", 1900, of: 1200),
    ]

    @Test func distancesAndScores() {
        for pair in Self.pairs {
            let left = vietnamese.tokenize(pair.left), right = vietnamese.tokenize(pair.right)
            #expect(max(left.weight, right.weight) == pair.weight)
            let score = 1 - Double(pair.distance) / Double(pair.weight)
            for (left, right) in [(left, right), (right, left)] {
                #expect(TokenDistance.distance(left, right) == pair.distance, "\(left.text) ~ \(right.text)")
                #expect(abs(TokenDistance.score(left, right) - score) < 1e-12)
            }
        }
    }

    @Test func scoresOfTextsWithoutTokens() {
        let pairs = [
            ("", "", 1.0), (" ", "", 1), ("\u{200B}", "\u{200B}", 1), ("\u{200B}", "", 0),
            ("\u{AD}", "\u{200B}", 0),
        ]
        for (left, right, score) in pairs {
            #expect(TokenDistance.score(vietnamese.tokenize(left), vietnamese.tokenize(right)) == score)
            #expect(TokenDistance.score(vietnamese.tokenize(right), vietnamese.tokenize(left)) == score)
        }
    }

    @Test(
        arguments: [
            ("", "", 0, 0), ("a", "", 1, 1), ("abc", "abc", 0, 3), ("abc", "abd", 1, 3),
            ("abcd", "acd", 1, 4),
            ("hòa", "hoà", 2, 3), ("ab", "ba", 2, 2), ("😀a", "a", 1, 2), ("kitten", "sitting", 3, 7),
        ] as [(String, String, Int, Int)])
    func characterSimilarity(_ left: String, _ right: String, _ distance: Int, _ length: Int) {
        let expected = length == 0 ? 1 : 1 - Double(distance) / Double(length)
        #expect(abs(TokenDistance.characterSimilarity(left, right) - expected) < 1e-12)
        #expect(abs(TokenDistance.characterSimilarity(right, left) - expected) < 1e-12)
    }

    private static let sentences = [
        "Trả tự do cho luật sư Nguyễn Văn Đài.", "Tra tu do cho luat su Nguyen Van Dai.", "Hòa bình",
        "Hoà Bình!",
        "Điều 19 của ICCPR", "Điều 21 của <1>ICCPR</1>", "", "…", "bán bạn bàn", "ban ban ban", "19",
        "quyền con người",
    ]

    @Test func identityAndSymmetry() {
        let segments = Self.sentences.map(vietnamese.tokenize)
        for left in segments {
            #expect(TokenDistance.distance(left, left) == 0)
            #expect(TokenDistance.score(left, left) == 1)
            for right in segments {
                #expect(TokenDistance.distance(left, right) == TokenDistance.distance(right, left))
            }
        }
    }

    /// The bounds that faster searches rest on; the triangle inequality is none of them, since what a
    /// missing mark costs depends on the two segments.
    @Test func bounds() {
        let segments = Self.sentences.map(vietnamese.tokenize)
        for left in segments {
            for right in segments {
                let distance = TokenDistance.distance(left, right)
                #expect(distance >= abs(left.weight - right.weight))
                #expect(distance <= left.weight + right.weight)
                #expect(distance >= max(left.weight, right.weight) - Self.overlap(left, right))
            }
        }
        let triangle = ["ban bạn", "bán bạn", "ban ban"].map(vietnamese.tokenize)
        #expect(TokenDistance.distance(triangle[0], triangle[1]) == 200)
        #expect(
            TokenDistance.distance(triangle[0], triangle[2])
                + TokenDistance.distance(triangle[2], triangle[1]) == 150)
    }

    /// The weight of the multiset intersection of folds.
    private static func overlap(_ left: TokenizedSegment, _ right: TokenizedSegment) -> Int {
        var rest = right.tokens
        var overlap = 0
        for token in left.tokens {
            guard let index = rest.firstIndex(where: token.sharesFold) else { continue }
            rest.remove(at: index)
            overlap += token.weight
        }
        return overlap
    }
}
