import Testing
import UnicodeText

@testable import Matching

@Suite struct TokenizerTests {
    private let vietnamese: Tokenizer
    private let english: Tokenizer

    init() throws {
        vietnamese = try Tokenizer(locale: .vietnamese)
        english = try Tokenizer(locale: .english)
    }

    private func token(_ text: String, _ tokenizer: Tokenizer) throws -> Token {
        let tokens = tokenizer.tokenize(text).tokens
        #expect(tokens.count == 1, "\(text)")
        return try #require(tokens.first)
    }

    /// Tokens as their text with the first letter of their kind: `w`, `n`, `m` or `c`.
    private func shown(_ segment: TokenizedSegment) -> [String] {
        segment.tokens.map { token in
            switch token.kind {
            case .word: "w:" + token.text
            case .number: "n:" + token.text
            case .mark: "m:" + token.text
            case .code: "c:" + token.text
            }
        }
    }

    @Test(
        arguments: [
            ("", []),
            (" \t\u{A0}\n", []),
            ("\u{200B}", []),
            ("\u{FEFF}", []),
            ("\u{AD}\u{7}", []),
            ("Kính gửi:", ["w:Kính", "w:gửi", "m::"]),
            ("12 tháng 11", ["n:12", "w:tháng", "n:11"]),
            ("1.234,5", ["n:1.234,5"]),
            ("Ⅳ ½ ٣", ["n:Ⅳ", "n:½", "n:٣"]),
            ("3rd", ["w:3rd"]),
            ("don’t", ["w:don’t"]),
            ("“a” – b…", ["m:“", "w:a", "m:”", "m:–", "w:b", "m:…"]),
            ("a  b", ["w:a", "w:b"]),
            ("$ % ©", ["m:$", "m:%", "m:©"]),
            ("họ\u{200B}tên", ["w:họ", "w:tên"]),
        ] as [(String, [String])])
    func pieces(_ text: String, _ expected: [String]) {
        #expect(shown(vietnamese.tokenize(text)) == expected)
    }

    @Test(arguments: [
        ("a", Token.Kind.word), ("ª", .word), ("ʼ", .word), ("1a", .word), ("1", .number), ("²", .number),
        ("Ⅻ", .number), ("ↁ", .number), ("-", .mark), ("\u{301}", .mark), ("😀", .mark), (" -", .mark),
        ("\u{200D}1", .number), ("\u{E000}", .mark),
    ])
    func kinds(_ piece: String, _ kind: Token.Kind) {
        #expect(TokenMaker.kind(of: piece) == kind)
    }

    @Test(arguments: [
        "", " ", "\t\r\n", "\u{85}", "\u{2028}", "\u{3000}", "\u{AD}", "\u{200E}\u{200F}", "\u{0} \u{FEFF}",
    ])
    func droppedPieces(_ piece: String) {
        #expect(TokenMaker.kind(of: piece) == nil)
    }

    @Test func weights() {
        #expect(Token.Kind.word.weight == 1000)
        #expect(Token.Kind.number.weight == 1000)
        #expect(Token.Kind.mark.weight == 300)
        #expect(Token.Kind.code.weight == 300)
        #expect(vietnamese.tokenize("<1>Điều 19</1>, <2/>").weight == 2 * 1000 + 4 * 300)
        #expect(vietnamese.tokenize("").weight == 0)
    }

    @Test func textIsComposedAndTrimmed() {
        let segment = vietnamese.tokenize("\u{2003}  ho\u{300}a bi\u{300}nh\n")
        #expect(Array(segment.text.unicodeScalars) == Array("hòa bình".unicodeScalars))
        #expect(shown(segment) == ["w:hòa", "w:bình"])
        // White space inside belongs to the text, though to no token.
        #expect(vietnamese.tokenize("a  b").text == "a  b")
    }

    @Test(arguments: [
        ("‘", "'"), ("’", "'"), ("‚", "'"), ("‛", "'"), ("ʼ", "'"), ("“", "\""), ("”", "\""), ("„", "\""),
        ("‟", "\""), ("«", "\""), ("»", "\""), ("\u{2010}", "-"), ("\u{2011}", "-"), ("\u{2012}", "-"),
        ("\u{2013}", "-"), ("\u{2014}", "-"), ("\u{2015}", "-"), ("\u{2212}", "-"),
        // Not in the list.
        ("‹", "‹"), ("›", "›"), ("\u{2016}", "\u{2016}"), ("\u{2E3A}", "\u{2E3A}"), ("`", "`"), ("′", "′"),
        ("Đài’s", "Đài's"),
    ])
    func typography(_ text: String, _ plain: String) {
        #expect(TokenMaker.unifyTypography(text) == plain)
    }

    /// Compatibility comes before typography: the non-breaking and the fullwidth hyphen are plain ones too.
    @Test func formsUnifyCaseWidthAndTypography() throws {
        for (left, right) in [
            ("ＡＰＥＣ", "apec"), ("STRASSE", "straße"), ("don’t", "DON'T"), ("“", "\""), ("\u{2011}", "-"),
            ("－", "-"), ("ﬁle", "FILE"), ("co\u{AD}op", "coop"),
        ] {
            let left = try token(left, english), right = try token(right, english)
            #expect(left.form == right.form, "\(left.text) \(right.text)")
            #expect(left.raw != right.raw)
            #expect(left.sharesFold(with: right))
        }
    }

    @Test(arguments: [
        ("rights", "right"), ("RIGHTS", "right"), ("detained", "detain"), ("detaining", "detain"),
        ("governments", "govern"), ("résumés", "resum"), ("dying", "die"),
    ])
    func englishFoldsAreStems(_ word: String, _ stem: String) throws {
        #expect(try token(word, english).fold == stem)
    }

    @Test(arguments: [
        ("Nguyễn", "nguyen"), ("ĐÀI", "dai"), ("nước", "nuoc"), ("rights", "rights"), ("thành", "thanh"),
    ])
    func vietnameseFoldsAreBases(_ word: String, _ base: String) throws {
        #expect(try token(word, vietnamese).fold == base)
    }

    @Test func foldsOfNumbersAndMarks() throws {
        for number in ["1", "2017", "3,5", "Ⅳ", "½"] { #expect(try token(number, english).fold == "#") }
        #expect(try token("“", english).fold == "\"")
        #expect(try token("—", english).fold == "-")
        // A mark that looks like the class of numbers is none.
        let mark = try token("#", english), number = try token("7", english)
        #expect(mark.fold == number.fold && !mark.sharesFold(with: number))
    }

    @Test func stemsFollowTheLanguageOfTheLocale() throws {
        #expect(try token("rights", Tokenizer(locale: LocaleID("en-GB"))).fold == "right")
        #expect(try token("nasjonene", Tokenizer(locale: LocaleID("nb"))).fold == "nasjon")
        #expect(try token("nasjonane", Tokenizer(locale: LocaleID("nn"))).fold == "nasjon")
        #expect(try token("libertés", Tokenizer(locale: LocaleID("fr"))).fold == "libert")
        #expect(try token("libertés", Tokenizer(locale: LocaleID("th"))).fold == "libertes")
    }

    @Test func inlineCodes() {
        let segment = vietnamese.tokenize("Trả tự do cho <1>Nguyễn Văn Đài</1><2/>.")
        #expect(
            shown(segment) == [
                "w:Trả", "w:tự", "w:do", "w:cho", "c:<1>", "w:Nguyễn", "w:Văn", "w:Đài", "c:</1>", "c:<2/>",
                "m:.",
            ])
        #expect(shown(vietnamese.tokenize("<0> \\<1>")) == ["m:<", "n:0", "m:>", "m:<", "n:1", "m:>"])
        let codes = vietnamese.tokenize("<1></1><1/><2>").tokens
        for (index, code) in codes.enumerated() {
            for (other, second) in codes.enumerated() {
                #expect(code.sharesFold(with: second) == (index == other))
            }
        }
        #expect(vietnamese.tokenize("<1>a<1>").tokens[0] == vietnamese.tokenize("<1>").tokens[0])
    }

    @Test(arguments: [
        ("Nguyen Van Dai", false), ("Nguyễn Van Dai", true), ("di", false), ("đi", true), ("naïve", true),
        ("“1” <1>…", false), ("", false),
    ])
    func isMarked(_ text: String, _ expected: Bool) {
        #expect(vietnamese.tokenize(text).isMarked == expected)
    }

    /// What was met before gives the same as what is new.
    @Test func repetitionChangesNothing() throws {
        let text = "Quyền con người, quyền con người: “Quyền” – 2017 2017."
        let twice = [vietnamese.tokenize(text), vietnamese.tokenize(text)]
        let fresh = try Tokenizer(locale: .vietnamese).tokenize(text)
        for segment in twice {
            #expect(segment.tokens == fresh.tokens)
            #expect(segment.tokens.map(\.raw) == fresh.tokens.map(\.raw))
            #expect(segment.tokens.map(\.form) == fresh.tokens.map(\.form))
            #expect(TokenDistance.distance(segment, fresh) == 0)
        }
    }
}
