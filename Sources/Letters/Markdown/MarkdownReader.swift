internal import CMarkdown
internal import Segmentation
internal import TextFiles

/// A paragraph's or heading's text before it is cut into segments.
struct MarkedText {
    /// One entry for every line that a hard break ends.
    var lines: [Line] = [Line()]
    /// 1-based line of the file.
    var fileLine = 0

    /// Text between hard breaks.
    struct Line {
        /// Pieces of text and codes, the codes numbered in order of opening.
        var pieces: [InlineText.Piece] = []
        /// What the codes stand for.
        var markups: [Int: Markup] = [:]
        /// Offsets in the text without its codes, in Unicode scalars, where the file's next line begins.
        var breaks: [Int] = []
        /// 1-based line of the file where this line begins.
        var fileLine = 0
        var length = 0
    }
}

/// Reads Markdown into blocks through cmark-gfm (CommonMark 0.29).
///
/// Emphasis, links and code become numbered inline codes; what cmark does not interpret is kept as it is.
struct MarkdownReader {
    /// How many lines of the file stand before the Markdown.
    let lineOffset: Int
    /// Called for the text of every block, in order.
    var makeText: (MarkedText, LetterSegment.Place) -> SegmentedText

    /// How deep blocks and markup may be nested: what is deeper would exhaust the stack sooner or later.
    static let maximalDepth = 100

    /// Markdown that is nested too deeply.
    struct TooDeep: Error {
        /// 1-based line of the file.
        let line: Int
    }

    /// The library keeps a list of its extensions, to be filled once.
    private static let extensionsAreRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// Parses Markdown and hands every block's text to ``makeText``.
    func blocks(of markdown: String) throws(TooDeep) -> [Block<SegmentedText>] {
        // Source positions count the lines inside code and HTML too.
        let options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SOURCEPOS
        _ = Self.extensionsAreRegistered
        guard let parser = cmark_parser_new(options) else { return [] }
        defer { cmark_parser_free(parser) }
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
        cmark_parser_feed(parser, markdown, markdown.utf8.count)
        guard let document = cmark_parser_finish(parser) else { return [] }
        defer { cmark_node_free(document) }
        return try blocks(in: document, place: .paragraph, depth: 0)
    }

    private func line(of node: OpaquePointer) -> Int { lineOffset + Int(cmark_node_get_start_line(node)) }

    private func children(of node: OpaquePointer) -> [OpaquePointer] {
        var children: [OpaquePointer] = []
        var next = cmark_node_first_child(node)
        while let child = next {
            children.append(child)
            next = cmark_node_next(child)
        }
        return children
    }

    private func blocks(
        in container: OpaquePointer, place: LetterSegment.Place, depth: Int
    ) throws(TooDeep) -> [Block<SegmentedText>] {
        if depth > Self.maximalDepth { throw TooDeep(line: line(of: container)) }
        var blocks: [Block<SegmentedText>] = []
        for child in children(of: container) {
            blocks.append(try block(child, place: place, depth: depth + 1))
        }
        return blocks
    }

    private func block(
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
            if kind(of: node) == "table" { return .table(try table(node)) }
            return .paragraph(try text(of: node, place: place))
        }
    }

    /// Extensions have no constants for their kinds of nodes.
    private func kind(of node: OpaquePointer) -> String { string(cmark_node_get_type_string(node)) }

    private func table(_ node: OpaquePointer) throws(TooDeep) -> Block<SegmentedText>.Table {
        let columns = Int(cmark_gfm_extensions_get_table_columns(node))
        let marks = cmark_gfm_extensions_get_table_alignments(node)
        let alignments = (0..<columns).map { column -> ColumnAlignment? in
            switch marks.map({ Unicode.Scalar($0[column]) }) {
            case "l": .left
            case "c": .center
            case "r": .right
            default: nil
            }
        }
        var rows: [[SegmentedText]] = []
        for row in children(of: node) {
            var cells: [SegmentedText] = []
            for cell in children(of: row) { cells.append(try text(of: cell, place: .tableCell)) }
            rows.append(cells)
        }
        return .init(alignments: alignments, rows: rows)
    }

    private func text(
        of node: OpaquePointer, place: LetterSegment.Place
    ) throws(TooDeep) -> SegmentedText {
        var collector = InlineCollector(fileLine: line(of: node))
        try collect(children(of: node), into: &collector)
        return makeText(collector.finished, place)
    }

    private func collect(
        _ nodes: [OpaquePointer], into collector: inout InlineCollector
    ) throws(TooDeep) {
        for node in nodes {
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
            case CMARK_NODE_HTML_INLINE: collector.standalone(.html(literal(of: node)))
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

    private func literal(of node: OpaquePointer) -> String { string(cmark_node_get_literal(node)) }

    private func string(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}

/// Puts inline nodes together into lines of text and numbered codes.
private struct InlineCollector {
    private var result = MarkedText()
    private var open: [(number: Int, markup: Markup)] = []
    /// Text that is not yet among the pieces of the last line.
    private var pending = ""
    private(set) var fileLine: Int

    init(fileLine: Int) {
        self.fileLine = fileLine
        result.fileLine = fileLine
        result.lines[0].fileLine = fileLine
    }

    /// How many markups are open.
    var depth: Int { open.count }

    var finished: MarkedText {
        var copy = self
        copy.flush()
        return copy.result
    }

    private var last: Int { result.lines.count - 1 }

    mutating func append(_ text: String) {
        guard !text.isEmpty else { return }
        result.lines[last].length += text.unicodeScalars.count
        pending += text
    }

    private mutating func flush() {
        if !pending.isEmpty { result.lines[last].pieces.append(.text(pending)) }
        pending = ""
    }

    private mutating func append(_ code: InlineCode) {
        flush()
        result.lines[last].pieces.append(.code(code))
    }

    mutating func softBreak() {
        append(" ")
        reach(line: fileLine + 1)
    }

    /// What comes next stands on this line of the file, if not on a later one.
    mutating func reach(line: Int) {
        while fileLine < line {
            fileLine += 1
            result.lines[last].breaks.append(result.lines[last].length)
        }
    }

    /// What is open when a line ends is closed there and opened again in the next one.
    mutating func hardBreak() {
        let reopened = open.map(\.markup)
        while !open.isEmpty { close() }
        flush()
        fileLine += 1
        result.lines.append(MarkedText.Line())
        result.lines[last].fileLine = fileLine
        for markup in reopened { self.open(markup) }
    }

    mutating func open(_ markup: Markup) {
        let number = addCode(.opening, markup)
        open.append((number, markup))
    }

    mutating func close() {
        guard let (number, _) = open.popLast() else { return }
        if let code = InlineCode(.closing, number: number) { append(code) }
    }

    mutating func standalone(_ markup: Markup) { _ = addCode(.standalone, markup) }

    /// Past the number that codes can have, markup is left out and its text stays.
    private mutating func addCode(_ kind: InlineCode.Kind, _ markup: Markup) -> Int {
        let number = result.lines[last].markups.count + 1
        if let code = InlineCode(kind, number: number) {
            result.lines[last].markups[number] = markup
            append(code)
        }
        return number
    }
}
