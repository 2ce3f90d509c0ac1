internal import CMarkdown
internal import TextFiles

/// Blocks for some recipients only.
extension MarkdownReader {
    /// The blocks at the top of a letter, each with those it is for.
    struct Body {
        var blocks: [Block<SegmentedText>] = []
        /// One for every block.
        var audiences: [Audience] = []
        /// The footnotes, in the order of their first marks.
        var notes: [[Block<SegmentedText>]] = []
        /// What is wrong with fences and footnotes, by lines of the Markdown.
        var problems: [AudienceFences.Problem] = []
        /// The fences that name recipients, by line of the Markdown.
        var conditions: [Int: Audience.Condition] = [:]
    }

    /// Parses Markdown with fences, and hands every block's text to ``makeText``.
    func body(of markdown: String) throws(TooDeep) -> Body {
        var fences = AudienceFences()
        if AudienceFences.mayOccur(in: markdown) {
            let verbatim = try withDocument(of: markdown) { document in verbatimLines(in: document) }
            fences = AudienceFences(markdown) { line in verbatim.contains { $0.contains(line) } }
        } else {
            fences.markdown = markdown
        }
        var body = Body(problems: fences.problems)
        try withDocument(of: fences.markdown) { document throws(TooDeep) in
            var open: [(line: Int, condition: Audience.Condition)] = []
            var seen: Set<Int> = []
            for node in children(of: document) {
                let line = Int(cmark_node_get_start_line(node))
                if cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
                    body.notes.append(try blocks(in: node, place: .note, depth: 1))
                    continue
                }
                switch cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK ? fences.fences[line] : nil {
                case .opening(let condition)?:
                    seen.insert(line)
                    open.append((line, condition))
                    body.conditions[line] = condition
                case .closing?:
                    seen.insert(line)
                    if open.popLast() == nil {
                        body.problems.append(
                            .init(
                                message: "“:::” closes nothing", line: line, column: 1,
                                hint: "open a block with ::: {only=ID} or ::: {not=ID}"))
                    }
                case nil:
                    body.blocks.append(try block(node, place: .paragraph, depth: 1))
                    body.audiences.append(Audience(conditions: open.map(\.condition)))
                }
            }
            for (line, _) in open {
                body.problems.append(
                    .init(
                        message: "the block is not closed", line: line, column: 1,
                        hint: "put a line “:::” after it"))
            }
            for line in fences.fences.keys where !seen.contains(line) {
                body.problems.append(
                    .init(
                        message: "“:::” stands inside of a list, quotation or table", line: line, column: 1,
                        hint: "put it before or after the whole of it, without indentation"))
            }
            reportOverfullRows(in: document, of: fences.markdown)
            if fences.markdown.contains("[^") {
                body.problems += noteProblems(in: document, of: fences.markdown)
            }
        }
        body.problems.sort { ($0.line, $0.column) < ($1.line, $1.column) }
        return body
    }

    /// The lines of code and HTML, in which nothing is a fence.
    func verbatimLines(in document: OpaquePointer) -> [ClosedRange<Int>] {
        guard let iterator = cmark_iter_new(document) else { return [] }
        defer { cmark_iter_free(iterator) }
        var lines: [ClosedRange<Int>] = []
        while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator),
                [CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK].contains(cmark_node_get_type(node))
            else { continue }
            let first = Int(cmark_node_get_start_line(node))
            lines.append(first...max(first, Int(cmark_node_get_end_line(node))))
        }
        return lines
    }
}
