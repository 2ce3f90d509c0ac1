import Letters
import Segmentation
import Testing
import TextFiles

@Suite struct MarkdownReaderTests {
    /// Every segment as `place:line:source`.
    private func segments(_ markdown: String) throws -> [String] {
        try readLetter(markdown).letter.segments.map { "\($0.place.rawValue):\($0.line):\($0.key.source)" }
    }

    @Test func everyKindOfBlock() throws {
        let text = """
            # Head

            Setext
            head
            ===

            Para one. Para two.

            - item
              - inner

                inner two
            1. first

            > quoted
            >
            > - in quote

            ---

            ```swift
            let a = 1
            ```

                indented

            <div>
            raw
            </div>
            """
        #expect(
            try segments(text) == [
                "heading:1:Head", "heading:3:Setext head", "paragraph:7:Para one.", "paragraph:7:Para two.",
                "list item:9:item", "list item:10:inner", "list item:12:inner two", "list item:13:first",
                "quotation:15:quoted", "list item:17:in quote",
            ])
        let body = try readLetter(text).letter.body
        #expect(
            body.map(Shape.init).map(\.description) == [
                "h1", "h1", "p", "ul[[p ul[[p p]]]]", "ol1[[p]]", "q[p ul[[p]]]", "rule",
                "code(swift|let a = 1\n)", "code(|indented\n)", "html(<div>\nraw\n</div>\n)",
            ])
    }

    @Test(arguments: [
        ("One\ntwo. Three\nfour.", ["1:One two.", "2:Three four."]),
        ("One.\nTwo.\nThree.", ["1:One.", "2:Two.", "3:Three."]),
        ("One  \ntwo\\\nthree.", ["1:One", "2:two", "3:three."]),
        ("One. *Two\nthree. Four.* Five.", ["1:One.", "1:<1>Two three.</1>", "2:<1>Four.</1>", "2:Five."]),
        ("A `co\nde` b. Next one.", ["1:A <1>co de</1> b.", "2:Next one."]),
        ("A <b\nid=\"x\"> b. Next one.", ["1:A <1/> b.", "2:Next one."]),
        ("*a  \nb*", ["1:<1>a</1>", "2:<1>b</1>"]),
        // Beside a hard break as beside the end of a sentence: what opens goes right, what closes left.
        ("One. *Two.\\\nThree.* Four.", ["1:One.", "1:<1>Two.</1>", "2:<1>Three.</1>", "2:Four."]),
        ("*One.* **Two.**", ["1:<1>One.</1>", "1:<1>Two.</1>"]),
        ("[a\\\n](u) *b*", ["1:<1>a</1>", "2:<1>b</1>"]), ("*b* [\\\na](u)", ["1:<1>b</1>", "2:<1>a</1>"]),
        ("[*a\\\nb*\\\n](u)", ["1:<1><2>a</2></1>", "2:<1><2>b</2></1>"]),
        ("[](u)\\\nb", ["1:<1></1>", "2:b"]),
    ])
    func lines(markdown: String, expected: [String]) throws {
        let found = try readLetter(markdown).letter.segments.map { "\($0.line):\($0.key.source)" }
        #expect(found == expected)
    }

    @Test func codes() throws {
        let segment = try #require(
            try readLetter(
                "*a* **b** `c` [d](u \"t\") ![e](i) <b>f</b> ***g*** <https://h.org>"
            ).letter.segments.first)
        #expect(
            segment.key.source
                == "<1>a</1> <2>b</2> <3>c</3> <4>d</4> <5>e</5> <6/>f<7/> <8><9>g</9></8> <10>https://h.org</10>"
        )
        #expect(
            segment.markups == [
                1: .emphasis, 2: .strong, 3: .code, 4: .link(url: "u", title: "t"),
                5: .image(url: "i", title: ""), 6: .html("<b>"), 7: .html("</b>"), 8: .emphasis, 9: .strong,
                10: .link(url: "https://h.org", title: ""),
            ])
    }

    @Test(arguments: ["<1>", "</12>", "<3/>", "\\\\<1>", "a <1> b </1>"])
    func textThatLooksLikeACode(text: String) throws {
        let segment = try #require(try readLetter("x " + text).letter.segments.first)
        #expect(segment.source.codes == [])
        #expect(segment.markups == [:])
        #expect(InlineText(coded: segment.key.source) == segment.source)
        #expect(segment.source.plainText == "x " + text.replacing("\\\\", with: "\\"))
    }

    @Test func moreCodesThanThereAreNumbers() throws {
        let text = (0..<1200).map { "*w\($0)*" }.joined(separator: " ")
        let letter = try readLetter(text).letter
        let segment = try #require(letter.segments.first)
        #expect(letter.segments.count == 1)
        #expect(segment.source.codes.count == 2 * 999)
        #expect(segment.source.plainText == text.replacing("*", with: ""))
        #expect(segment.source.codeProblems(comparedTo: segment.source) == [])
        #expect(try LetterFormat.html.build(text).contains("w1199"))
    }

    @Test(arguments: ["", "\n\n", "<!-- note -->", "&#32;", "[a]: u", "> ", "- \n- ", "#", "![](x)"])
    func nearlyNothing(markdown: String) throws {
        _ = try readLetter(markdown)
        for format in LetterFormat.ownFormats { _ = try format.build(markdown) }
    }

    @Test func nulBytes() throws {
        #expect(try segments("a\u{0}b") == ["paragraph:1:a\u{FFFD}b"])
    }

    @Test func aMegabyteInOneParagraph() throws {
        let text = String(repeating: "Sentence number one here.\nAnd *two* more.\n", count: 25_000)
        let letter = try readLetter(text).letter
        #expect(letter.segments.count == 50_000)
        #expect(letter.segments.last?.line == 50_000)
    }

    @Test(arguments: [
        String(repeating: ">", count: 10_000) + " deep",
        String(repeating: "- ", count: 10_000) + "deep",
        "\n\n" + String(repeating: "*a **b ", count: 5_000) + "c" + String(repeating: "** d*", count: 5_000),
    ])
    func nestingBeyondReason(markdown: String) throws {
        let error = try readingError("---\ntitle: x\n---\n" + markdown)
        #expect(error?.code == .invalidData)
        let found = error?.diagnostics.first
        #expect(found?.message == "is nested more than 100 levels deep")
        #expect(found?.location?.line == (markdown.hasPrefix("\n") ? 6 : 4))
    }

    @Test func nestingWithinReason() throws {
        let text = String(repeating: "> ", count: 40) + "deep *a **b** c*"
        for format in [LetterFormat.html, .markdown, .text] {
            #expect(try format.build(text).contains("deep"))
        }
    }
}

/// The structure of a block without its text.
struct Shape: CustomStringConvertible {
    let description: String

    init<Text>(_ block: Block<Text>) {
        switch block {
        case .heading(let level, _): description = "h\(level)"
        case .paragraph: description = "p"
        case .quotation(let blocks): description = "q[\(Self.joined(blocks))]"
        case .rule: description = "rule"
        case .table(let table):
            let marks = table.alignments.map { $0?.rawValue ?? "-" }.joined(separator: " ")
            description = "table(\(marks))\(table.rows.map(\.count))"
        case .code(let info, let text): description = "code(\(info)|\(text))"
        case .html(let text): description = "html(\(text))"
        case .list(let list):
            let items = list.items.map { "[\(Self.joined($0))]" }.joined()
            description = (list.start.map { "ol\($0)" } ?? "ul") + "[\(items)]"
        }
    }

    private static func joined<Text>(_ blocks: [Block<Text>]) -> String {
        blocks.map { Shape($0).description }.joined(separator: " ")
    }
}
