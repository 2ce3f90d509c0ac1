import Segmentation
import Testing

/// All strings over an alphabet, up to a length.
private func strings(over alphabet: String, upTo length: Int) -> [String] {
    var all = [""], last = [""]
    for _ in 0..<length {
        last = last.flatMap { prefix in alphabet.map { prefix + String($0) } }
        all += last
    }
    return all
}

@Suite struct InlineTextTests {
    private func code(_ kind: InlineCode.Kind, _ number: Int) -> InlineText.Piece {
        .code(InlineCode(kind, number: number)!)
    }

    @Test func codedForm() {
        let table: [(coded: String, pieces: [InlineText.Piece])] = [
            ("", []),
            ("thư ngỏ", [.text("thư ngỏ")]),
            ("<1>a</1>", [code(.opening, 1), .text("a"), code(.closing, 1)]),
            ("a<12/>b", [.text("a"), code(.standalone, 12), .text("b")]),
            ("</1/>", [.text("</1/>")]),
            ("<>< 1><1 ><1a><1000>", [.text("<>< 1><1 ><1a><1000>")]),
            ("<0><000/>", [.text("<0><000/>")]),
            ("<007>", [code(.opening, 7)]),
            (#"\<1>"#, [.text("<1>")]),
            (#"\\<1>"#, [.text(#"\"#), code(.opening, 1)]),
            (#"\\\<1>"#, [.text(#"\<1>"#)]),
            (#"\\\\<1>"#, [.text(#"\\"#), code(.opening, 1)]),
            (#"a\b\\c\"#, [.text(#"a\b\\c\"#)]),
            (#"\</1/>"#, [.text(#"\</1/>"#)]),
            ("<<1>>", [.text("<"), code(.opening, 1), .text(">")]),
        ]
        for (coded, pieces) in table {
            #expect(InlineText(coded: coded).pieces == pieces, "\(coded)")
            #expect(InlineText(pieces) == InlineText(coded: coded))
        }
    }

    @Test func everyShortTextSurvives() {
        for text in strings(over: #"\<1/>a"#, upTo: 6) {
            let plain = InlineText(plain: text)
            if InlineText(coded: plain.coded) != plain || plain.plainText != text {
                Issue.record("plain \(text)")
            }
            let coded = InlineText(coded: text)
            if InlineText(coded: coded.coded) != coded { Issue.record("coded \(text)") }
            // Without leading zeros, there is exactly one way to write each content.
            if coded.coded != text { Issue.record("canonical \(text) became \(coded.coded)") }
        }
    }

    @Test func everyShortSequenceOfPiecesSurvives() {
        let parts: [InlineText.Piece] = [
            .text(#"\"#), .text("<1>"), .text("</"), .text("1>"), .text("<"), .text("/>"), .text("<1"),
            code(.opening, 1), code(.closing, 1), code(.standalone, 1),
        ]
        var sequences: [[InlineText.Piece]] = [[]], last: [[InlineText.Piece]] = [[]]
        for _ in 0..<4 {
            last = last.flatMap { sequence in parts.map { sequence + [$0] } }
            sequences += last
        }
        for sequence in sequences {
            let text = InlineText(sequence)
            if InlineText(coded: text.coded) != text { Issue.record("\(sequence)") }
        }
    }

    @Test func ordinaryTextIsItsOwnCodedForm() {
        for text in ["a < b > c", #"C:\new\1"#, "<b>", "1/2", "Điều 19 <a href=\"1\">", "<1 2>"] {
            #expect(InlineText(plain: text).coded == text)
        }
    }

    @Test func numbers() {
        #expect(InlineCode(.opening, number: 0) == nil)
        #expect(InlineCode(.opening, number: 1000) == nil)
        #expect(InlineCode(.closing, number: 999)?.description == "</999>")
        #expect(InlineText(coded: "a<1>b</1><2/>").codes.map(\.description) == ["<1>", "</1>", "<2/>"])
        #expect(InlineText(coded: #"a<1>b</1>\<3>"#).plainText == "ab<3>")
    }

    @Test func problems() {
        let table: [(source: String, target: String, problems: [String])] = [
            ("<1>a</1> <2/>", "<2/> <1>á</1>", []),
            ("a<2/>b", "á", ["code <2/> of the source is missing"]),
            (
                "<1>a</1>", "á",
                ["code <1> of the source is missing", "code </1> of the source is missing"]
            ),
            ("<1>a</1>", "<1>á", ["code </1> of the source is missing"]),
            ("a", "á<3/>", ["code <3/> does not stand in the source"]),
            ("a<1/>", "<1/>á<1/>", ["code <1/> stands twice, but once in the source"]),
            ("a<1/>b<1/>", "á<1/>", ["code <1/> stands once, but twice in the source"]),
            ("<1>a</1>", "</1>á<1>", ["code </1> closes what was not opened", "code <1> is never closed"]),
            (
                "<1>a<2>b</2></1>", "<1>a<2>b</1></2>",
                ["code </1> closes before <2> inside it is closed"]
            ),
            // The source is at fault already.
            ("<1>a", "<1>á", []),
            ("a</1>", "á</1>", []),
            // An escaped look-alike is text.
            ("a", #"\<1>á"#, []),
        ]
        for (source, target, problems) in table {
            let found = InlineText(coded: target).codeProblems(comparedTo: InlineText(coded: source))
            #expect(found == problems, "\(source) → \(target)")
        }
    }
}
