import TestSupport
import Testing
import UnicodeText

@testable import Letters

/// Built Markdown says what the letter says.
@Suite struct MarkdownRoundTripTests {
    private func build(_ blocks: [Block<LocalizedText>]) throws -> String {
        let empty = try localize("")
        return MarkdownRenderer(
            LocalizedLetter(
                id: "x", locale: empty.locale, sourceLocale: empty.sourceLocale,
                conventions: empty.conventions, title: nil, dateline: nil, recipient: nil, salutation: nil,
                body: blocks, closing: nil, recipientFolder: "all"),
            RenderingOptions(locale: empty.locale)
        ).render()
    }

    private func paragraph(_ content: Inline...) -> Block<LocalizedText> {
        .paragraph(LocalizedText(lines: [[LocalizedSegment(content: content, isFallback: false, glue: "")]]))
    }

    @Test(
        arguments: [
            ([.text("a"), .markup(.emphasis, [.text("b")]), .text("c")], "a*b*c"),
            ([.text("a"), .markup(.emphasis, [.text("“b”")]), .text("c")], "&#97;*“b”*&#99;"),
            ([.markup(.emphasis, [.text("a")]), .markup(.emphasis, [.text("b")])], "*ab*"),
            ([.markup(.emphasis, [.text("a")]), .markup(.strong, [.text("b")])], "_a_**b**"),
            ([.markup(.strong, [.markup(.emphasis, [.text("a")])]), .text("x")], "**_a_**&#120;"),
            ([.text("a"), .markup(.emphasis, []), .text("b")], "ab"),
            ([.markup(.emphasis, [.text(" a ")]), .text("b")], "*a* b"),
            ([.text("Now!"), .markup(.link(url: "u", title: ""), [.text("x")])], "Now\\![x](u)"),
            ([.markup(.link(url: "a b(c", title: "t\""), [.text("[x]")])], "[\\[x\\]](<a b(c> \"t&quot;\")"),
            ([.markup(.code, [.text(" a ")])], "`  a  `"),
            ([.markup(.code, [.text("`\u{301}`")])], "`` `\u{301}` ``"),
            ([.text("1. a")], "1\\. a"),
            ([.text(" * a")], "\\* a"), ([.text(" _ _ _ ")], "\\_ _ _"), ([.text(" * * * ")], "\\* * *"),
            ([.text("a\\"), .markup(.emphasis, [.text("b")])], "a\\\\*b*"),
            ([.standalone(.html("<!-- note -->")), .text("a")], "a"),
        ] as [([Inline], String)])
    func lines(content: [Inline], markdown: String) {
        #expect(MarkdownLine(content).text == markdown)
    }

    @Test(arguments: [
        ("# C \\#", "# C \\#"), ("- a\n- b\n\n\n* c", "- a\n- b\n\n+ c"), ("1. a\n\n\n1) b", "1. a\n\n1) b"),
        ("***", "***"), ("- ***", "- ***"), ("~~~\n```\n~~~", "````\n```\n````"), ("```\n```", "```\n```"),
        ("a\\\nb", "a\\\nb"), ("> - a\n>   b", "> - a b"), ("- a\n  > b\n- c", "- a\n  > b\n- c"),
        ("<!-- note -->\n\na", "a"), ("a `` b`c `` d", "a ``b`c`` d"), ("## ", "##"),
        ("|a|b|\n|:-|-:|\n|c \\| d|`e\\|f`|", "| a | b |\n| :--- | ---: |\n| c \\| d | `e\\|f` |"),
        ("|a||\n|:-:|-|\n|1. b|**c<br>d**|", "| a |  |\n| :---: | --- |\n| 1. b | **c**<br>**d** |"),
        // A backslash before a bar: as text, and in code.
        ("|a\\\\\\|b|\n|-|\n|`c\\\\|d`|", "| a\\\\\\|b |\n| --- |\n| `c\\\\|d` |"),
        ("> |a|\n> |-|\n\nb", "> | a |\n> | --- |\n\nb"),
        ("- |a|\n  |-|\n  |b|\n- c", "- | a |\n  | --- |\n  | b |\n- c"),
        ("a\\\n\\|-|", "a\\\n\\|-|"), ("a\\\n:\\-\\-", "a\\\n\\:--"),
    ])
    func documents(source: String, markdown: String) throws {
        #expect(try LetterFormat.markdown.build(source) == markdown + "\n")
    }

    @Test(arguments: 1...12) func randomBlocks(seed: UInt64) throws {
        var generator = RandomBlocks(generator: SeededGenerator(state: seed))
        for _ in 0..<150 {
            let blocks = generator.blocks(depth: 0)
            let markdown = try build(blocks)
            let parsed = ParsedMarkdown(markdown)
            #expect(parsed.blocks == blocks.flatMap(Self.names), "\(markdown)")
            #expect(
                parsed.texts.map(Self.trimmed) == blocks.flatMap(Self.texts).map(Self.trimmed), "\(markdown)")
        }
    }

    /// Emphasis and strong emphasis are where they were, whatever stands beside them.
    @Test(arguments: 21...28) func randomMarkup(seed: UInt64) throws {
        var generator = RandomBlocks(generator: SeededGenerator(state: seed))
        for _ in 0..<500 {
            let content = generator.inlines(depth: 0)
            let markdown = MarkdownLine([.text("x")] + content + [.text("x")]).text
            let simple = InlineTree.simplified([.text("x")] + content + [.text("x")])
            let parsed = ParsedMarkdown(markdown)
            #expect(parsed.texts == [simple.map(\.plainText).joined()], "\(markdown)")
            #expect(parsed.markup == simple.flatMap(Self.markup), "\(markdown)")
        }
    }

    /// Spaces at the ends of a line mean nothing in Markdown.
    private static func trimmed(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let scalars = line.unicodeScalars.drop { $0 == " " }
            return scalars.lastIndex { $0 != " " }.map { String(scalars[...$0]) } ?? ""
        }.joined(separator: "\n")
    }

    private static func names(_ block: Block<LocalizedText>) -> [String] {
        switch block {
        case .heading: ["heading"]
        case .paragraph: ["paragraph"]
        case .rule: ["thematic_break"]
        case .table(let table): ["table"] + table.rows.indices.map { $0 == 0 ? "table_header" : "table_row" }
        case .html: []
        case .code(_, let text): ["code_block(\(text))"]
        case .quotation(let blocks): ["block_quote"] + blocks.flatMap(names)
        case .list(let list):
            ["list\(list.start.map(String.init) ?? "")"]
                + list.items.flatMap { ["item"] + $0.flatMap(names) }
        }
    }

    private static func texts(_ block: Block<LocalizedText>) -> [String] {
        func plain(_ text: LocalizedText, _ separator: String) -> [String] {
            [text.lines.map { Self.trimmed($0.map(\.plainText).joined()) }.joined(separator: separator)]
        }
        switch block {
        case .heading(_, let text): return plain(text, " ")
        case .paragraph(let text): return plain(text, "\n")
        case .quotation(let blocks): return blocks.flatMap(texts)
        case .list(let list): return list.items.flatMap { $0.flatMap(texts) }
        case .table(let table): return table.rows.flatMap { $0.flatMap { plain($0, " ") } }
        case .rule, .code, .html: return []
        }
    }

    private static func markup(_ inline: Inline) -> [String] {
        switch inline {
        case .text: []
        case .standalone: ["html_inline"]
        case .markup(.code, _): ["code"]
        case .markup(let markup, let content): [name(markup)] + content.flatMap(Self.markup)
        }
    }

    private static func name(_ markup: Markup) -> String {
        switch markup {
        case .emphasis: "emph"
        case .strong: "strong"
        case .link: "link"
        case .image: "image"
        case .code, .html, .quotation, .note: ""
        }
    }
}

/// Blocks and markup as hostile as they come.
struct RandomBlocks {
    var generator: SeededGenerator

    private static let words = [
        "a", "bế", "12", " ", " ", "*", "_", "`", "[x]", "!", "1.", "- ", "#", ">", "&amp;", "\\", "<b>", "=",
        "“", "”", ".", "(", ")", "€", "đ", "~~", "+ ", "|", "x", "\u{A0}", "中",
    ]

    mutating func inlines(depth: Int) -> [Inline] {
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in inline(depth: depth) }
    }

    private mutating func inline(depth: Int) -> Inline {
        switch Int.random(in: 0..<(depth > 2 ? 4 : 9), using: &generator) {
        case 4: .markup(.emphasis, inlines(depth: depth + 1))
        case 5: .markup(.strong, inlines(depth: depth + 1))
        case 6: .markup(.code, [.text(text())])
        case 7: .markup(.link(url: "u?a=1&amp;\(text())", title: text()), inlines(depth: depth + 1))
        case 8: .markup(.image(url: text(), title: ""), inlines(depth: depth + 1))
        default: .text(text())
        }
    }

    private mutating func text() -> String {
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
            Self.words.randomElement(using: &generator) ?? ""
        }.joined()
    }

    /// Some text that is not white space alone, on one line or two.
    private mutating func content(_ lines: Int) -> LocalizedText {
        LocalizedText(
            lines: (0..<lines).map { _ in
                let content = inlines(depth: 0) + [.text("w")]
                return [LocalizedSegment(content: content, isFallback: false, glue: "")]
            })
    }

    /// Often some text, sometimes none.
    private mutating func cell() -> LocalizedText {
        Int.random(in: 0..<5, using: &generator) == 0 ? LocalizedText(lines: [[]]) : content(1)
    }

    mutating func blocks(depth: Int) -> [Block<LocalizedText>] {
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in block(depth: depth) }
    }

    private mutating func block(depth: Int) -> Block<LocalizedText> {
        switch Int.random(in: 0..<(depth > 2 ? 5 : 9), using: &generator) {
        case 0: return .heading(level: Int.random(in: 1...6, using: &generator), content(1))
        case 1: return .rule
        case 2: return .code(info: "", text: text() + "\n\n\n  " + text() + "\n")
        case 3: return .paragraph(content(2))
        case 4: return .paragraph(content(1))
        case 5: return .quotation(blocks(depth: depth + 1))
        case 6:
            let columns = Int.random(in: 1...3, using: &generator)
            let rows = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                (0..<columns).map { _ in cell() }
            }
            return .table(.init(alignments: [nil, .center, .right].suffix(columns), rows: rows))
        default:
            let start = Bool.random(using: &generator) ? nil : Int.random(in: 0...99, using: &generator)
            let items = (0..<Int.random(in: 1...3, using: &generator)).map { _ in blocks(depth: depth + 1) }
            return .list(.init(start: start, isTight: false, items: items))
        }
    }
}
