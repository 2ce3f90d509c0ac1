internal import CMarkdown
internal import TextFiles

/// Reads Markdown into blocks through cmark-gfm (CommonMark 0.29, tables and footnotes of GitHub's dialect).
///
/// Emphasis, links and code become numbered inline codes; what cmark does not interpret is kept as it is.
struct MarkdownReader {
    /// How many lines of the file stand before the Markdown.
    let lineOffset: Int
    /// Called for the text of every block, in order.
    var makeText: (MarkedText, LetterSegment.Place) -> SegmentedText
    /// Called for every row of a table that has more cells than the table has columns: the line of the file, how
    /// many cells it has, and how many columns there are.
    var reportOverfullRow: (_ line: Int, _ cells: Int, _ columns: Int) -> Void

    /// How deep blocks and markup may be nested: what is deeper would exhaust the stack sooner or later.
    static let maximalDepth = 100

    /// Markdown that is nested too deeply.
    struct TooDeep: Error {
        /// 1-based line of the file.
        let line: Int
    }

    /// The library keeps a list of its extensions, to be filled once.
    static let extensionsAreRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// Parses Markdown and hands out the tree, which lives as long as the call.
    func withDocument<Result>(
        of markdown: String, _ body: (OpaquePointer) throws(TooDeep) -> Result
    ) throws(TooDeep) -> Result {
        // Source positions count the lines inside code and HTML too.
        let options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES
        _ = Self.extensionsAreRegistered
        guard let parser = cmark_parser_new(options) else { throw TooDeep(line: lineOffset + 1) }
        defer { cmark_parser_free(parser) }
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
        cmark_parser_feed(parser, markdown, markdown.utf8.count)
        guard let document = cmark_parser_finish(parser) else { throw TooDeep(line: lineOffset + 1) }
        defer { cmark_node_free(document) }
        return try body(document)
    }

    func line(of node: OpaquePointer) -> Int { lineOffset + Int(cmark_node_get_start_line(node)) }

    func children(of node: OpaquePointer) -> [OpaquePointer] {
        var children: [OpaquePointer] = []
        var next = cmark_node_first_child(node)
        while let child = next {
            children.append(child)
            next = cmark_node_next(child)
        }
        return children
    }

    func blocks(
        in container: OpaquePointer, place: LetterSegment.Place, depth: Int
    ) throws(TooDeep) -> [Block<SegmentedText>] {
        if depth > Self.maximalDepth { throw TooDeep(line: line(of: container)) }
        var blocks: [Block<SegmentedText>] = []
        for child in children(of: container) {
            blocks.append(try block(child, place: place, depth: depth + 1))
        }
        return blocks
    }

    func block(
        _ node: OpaquePointer, place: LetterSegment.Place, depth: Int
    ) throws(TooDeep) -> Block<SegmentedText> {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING:
            return .heading(
                level: Int(cmark_node_get_heading_level(node)), try text(of: node, place: .heading))
        case CMARK_NODE_BLOCK_QUOTE:
            return .quotation(try blocks(in: node, place: .quotation, depth: depth))
        case CMARK_NODE_LIST:
            var items: [[Block<SegmentedText>]] = []
            for item in children(of: node) {
                items.append(try blocks(in: item, place: .listItem, depth: depth))
            }
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            return .list(
                .init(
                    start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
                    isTight: cmark_node_get_list_tight(node) != 0, items: items))
        case CMARK_NODE_THEMATIC_BREAK: return .rule
        case CMARK_NODE_CODE_BLOCK:
            return .code(info: string(cmark_node_get_fence_info(node)), text: literal(of: node))
        case CMARK_NODE_HTML_BLOCK: return .html(literal(of: node))
        default:
            // Extensions have no constants for their kinds of nodes.
            if string(cmark_node_get_type_string(node)) == "table" { return .table(try table(node)) }
            return .paragraph(try text(of: node, place: place))
        }
    }

    func text(
        of node: OpaquePointer, place: LetterSegment.Place
    ) throws(TooDeep) -> SegmentedText {
        var collector = InlineCollector(fileLine: line(of: node), isCell: place == .tableCell)
        try collect(children(of: node), into: &collector)
        return makeText(collector.finished, place)
    }

    private func collect(
        _ nodes: [OpaquePointer], into collector: inout InlineCollector
    ) throws(TooDeep) {
        let marks = quotationMarks(nodes)
        for (index, node) in nodes.enumerated() {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT:
                collector.reach(line: line(of: node))
                collector.append(literal(of: node))
            case CMARK_NODE_SOFTBREAK: collector.softBreak()
            case CMARK_NODE_LINEBREAK: collector.hardBreak()
            case CMARK_NODE_CODE:
                collector.reach(line: line(of: node))
                collector.open(.code)
                collector.append(literal(of: node))
                collector.close()
            case CMARK_NODE_EMPH: try collect(node, as: .emphasis, into: &collector)
            case CMARK_NODE_STRONG: try collect(node, as: .strong, into: &collector)
            case CMARK_NODE_LINK:
                let link = Markup.link(
                    url: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
                try collect(node, as: link, into: &collector)
            case CMARK_NODE_IMAGE:
                let image = Markup.image(
                    url: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
                try collect(node, as: image, into: &collector)
            case CMARK_NODE_HTML_INLINE:
                switch marks[index] {
                case true?: collector.open(.quotation)
                case false?: collector.close()
                case nil: collector.html(literal(of: node))
                }
            case CMARK_NODE_FOOTNOTE_REFERENCE:
                // The parser has put the number of the note in place of its label.
                if let number = Int(literal(of: node)) {
                    collector.reach(line: line(of: node))
                    collector.note(number)
                }
            default: try collect(children(of: node), into: &collector)
            }
        }
    }

    private func collect(
        _ node: OpaquePointer, as markup: Markup, into collector: inout InlineCollector
    ) throws(TooDeep) {
        if collector.depth >= Self.maximalDepth { throw TooDeep(line: collector.fileLine) }
        collector.open(markup)
        try collect(children(of: node), into: &collector)
        collector.close()
    }

    /// Where a quotation in a sentence begins (true) and ends, by the position among siblings: what crosses other
    /// markup, or is not closed, is plain HTML.
    private func quotationMarks(_ nodes: [OpaquePointer]) -> [Int: Bool] {
        var marks: [Int: Bool] = [:]
        var open: [Int] = []
        for (index, node) in nodes.enumerated()
        where cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE {
            switch literal(of: node).lowercased() {
            case "<q>": open.append(index)
            case "</q>":
                guard let start = open.popLast() else { continue }
                marks[start] = true
                marks[index] = false
            default: break
            }
        }
        return marks
    }

    func literal(of node: OpaquePointer) -> String { string(cmark_node_get_literal(node)) }

    private func string(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
