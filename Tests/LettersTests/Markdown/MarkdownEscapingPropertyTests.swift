import CMarkdown
import TestSupport
import Testing

@testable import Letters

/// What cmark reads, as an account of nodes.
struct ParsedMarkdown {
    /// Types of the blocks below the document, and of theirs.
    var blocks: [String] = []
    /// The text of every block with inline content; soft breaks are spaces, hard ones line feeds.
    var texts: [String] = []
    /// Types of inline nodes other than text and soft breaks.
    var markup: [String] = []

    init(_ markdown: String) {
        _ = MarkdownReader.extensionsAreRegistered
        let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
        defer { cmark_parser_free(parser) }
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
        cmark_parser_feed(parser, markdown, markdown.utf8.count)
        guard let document = cmark_parser_finish(parser) else { return }
        defer { cmark_node_free(document) }
        let iterator = cmark_iter_new(document)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
            enter(node)
        }
    }

    private mutating func enter(_ node: OpaquePointer) {
        let name = String(cString: cmark_node_get_type_string(node))
        switch cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: break
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
            blocks.append(name)
            texts.append("")
        case CMARK_NODE_TEXT, CMARK_NODE_CODE: add(String(cString: cmark_node_get_literal(node)))
        case CMARK_NODE_SOFTBREAK: add(" ")
        case CMARK_NODE_LINEBREAK: add("\n")
        case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK:
            blocks.append("\(name)(\(String(cString: cmark_node_get_literal(node))))")
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            let start = isOrdered ? "\(cmark_node_get_list_start(node))" : ""
            blocks.append("\(name)\(start)")
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_ITEM, CMARK_NODE_THEMATIC_BREAK: blocks.append(name)
        default:
            switch name {
            case "table", "table_header", "table_row": blocks.append(name)
            case "table_cell": texts.append("")
            default: markup.append(name)
            }
        }
        if cmark_node_get_type(node) == CMARK_NODE_CODE { markup.append(name) }
    }

    private mutating func add(_ text: String) {
        if !texts.isEmpty { texts[texts.count - 1] += text }
    }
}

@Suite struct MarkdownEscapingPropertyTests {
    private static let parts = [
        "a", "b1", "đ", "ế", " ", " ", "  ", "*", "**", "_", "__", "`", "```", "~", "~~~", "[", "]", "(", ")",
        "!", "<", ">", "&", "&amp;", "&#65;", "\\", "#", "-", "+", "=", "1.", "2)", ".", ":", "|", "\"", "'",
        "http://x.org", "<b>", "</b>", "<!--", "a@b.org", "€", "“", "”", "—", "中", "\u{A0}", "\u{301}", "\t",
    ]

    private static func texts(seed: UInt64, count: Int) -> [String] {
        var generator = SeededGenerator(state: seed)
        return (0..<count).map { _ in
            let length = Int.random(in: 1...9, using: &generator)
            return (0..<length).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
        }
    }

    /// Spaces and tabs at the ends of a paragraph mean nothing in Markdown.
    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { $0 != " " && $0 != "\t" }),
            let last = scalars.lastIndex(where: { $0 != " " && $0 != "\t" })
        else { return "" }
        return String(scalars[first...last])
    }

    private func expect(_ markdown: String, reads text: String) {
        let parsed = ParsedMarkdown(markdown)
        #expect(parsed.blocks == ["paragraph"], "\(markdown)")
        #expect(parsed.texts.first?.unicodeScalars.elementsEqual(text.unicodeScalars) == true, "\(markdown)")
        #expect(parsed.markup == [], "\(markdown)")
    }

    @Test(arguments: 1...8) func paragraphs(seed: UInt64) {
        for text in Self.texts(seed: seed, count: 2000).map(Self.trimmed) where !text.isEmpty {
            expect(MarkdownEscaping.escape(text), reads: text)
            expect(MarkdownEscaping.lineStart(MarkdownEscaping.inline(text)), reads: text)
        }
    }

    /// Two and three parts cover what single characters can do to one another.
    @Test func everyPair() {
        for first in Self.parts {
            for second in Self.parts {
                for third in ["", "a", " x"] {
                    let text = Self.trimmed(first + second + third)
                    if text.isEmpty { continue }
                    expect(MarkdownEscaping.escape(text), reads: text)
                    expect(MarkdownEscaping.lineStart(MarkdownEscaping.inline(text)), reads: text)
                }
            }
        }
    }

    /// A stretch never works together with what stands beside it.
    @Test(arguments: 11...14) func stretchesSideBySide(seed: UInt64) {
        let texts = Self.texts(seed: seed, count: 1000)
        for (left, right) in zip(texts, texts.dropFirst()) {
            let line = "x" + MarkdownEscaping.inline(left) + "<i>" + MarkdownEscaping.inline(right) + "y"
            let parsed = ParsedMarkdown(line)
            #expect(parsed.texts == ["x" + left + right + "y"], "\(line)")
            #expect(parsed.markup == ["html_inline"], "\(line)")
        }
    }
}
