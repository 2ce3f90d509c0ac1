internal import CMarkdown
internal import TextFiles

/// Footnotes: `[^label]` in the text, `[^label]: …` on a line of its own.
///
/// The parser drops a note that nothing refers to, and leaves a mark without a note as text. A letter must not lose
/// words unnoticed, nor go out with such marks.
extension MarkdownReader {
    /// What is wrong with the notes of a document, by lines of its Markdown.
    func noteProblems(in document: OpaquePointer, of markdown: String) -> [AudienceFences.Problem] {
        let lines = TextSource(markdown).lines
        let verbatim = verbatimLines(in: document)
        var problems: [AudienceFences.Problem] = []
        func report(_ message: String, _ line: Int, _ column: Int = 1, hint: String) {
            problems.append(.init(message: message, line: line, column: column, hint: hint))
        }
        // The parser keeps only those in use.
        let used = Set(
            children(of: document).filter { cmark_node_get_type($0) == CMARK_NODE_FOOTNOTE_DEFINITION }
                .map { Int(cmark_node_get_start_line($0)) })
        var defined: [String: Int] = [:]
        for (index, line) in lines.enumerated() where !verbatim.contains(where: { $0.contains(index + 1) }) {
            guard let label = Self.definedLabel(line) else { continue }
            if let first = defined[label] {
                report(
                    "the note “\(label)” is that of line \(first + lineOffset) again", index + 1,
                    hint: "give one of them another label")
            } else {
                defined[label] = index + 1
                if !used.contains(index + 1) {
                    report(
                        "nothing in the letter refers to the note “\(label)”", index + 1,
                        hint: "write [^\(label)] where its number is to stand, or take the note out")
                }
            }
        }
        for mark in marks(in: document) {
            guard let text = mark.text else {
                report(
                    "a note refers to a note", mark.line, hint: "put what it says into the note itself")
                continue
            }
            // After a backslash it is text, and is meant to be.
            guard lines.indices.contains(mark.line - 1),
                let place = lines[mark.line - 1].ranges(of: text).first(where: {
                    lines[mark.line - 1][..<$0.lowerBound].last != "\\"
                })
            else { continue }
            let column = lines[mark.line - 1][..<place.lowerBound].unicodeScalars.count + 1
            report(
                "there is no note “\(text.dropFirst(2).dropLast())”", mark.line, column,
                hint: "write a line “\(text): …” with what it says, or \\\(text) where it is text")
        }
        return problems
    }

    /// Marks in notes, which have no text here, and marks that belong to no note.
    private func marks(in document: OpaquePointer) -> [(line: Int, text: String?)] {
        guard let iterator = cmark_iter_new(document) else { return [] }
        defer { cmark_iter_free(iterator) }
        var marks: [(line: Int, text: String?)] = []
        var isInNote = false
        while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
            guard let node = cmark_iter_get_node(iterator) else { continue }
            let line = Int(cmark_node_get_start_line(node))
            switch cmark_node_get_type(node) {
            case CMARK_NODE_FOOTNOTE_DEFINITION: isInNote = event == CMARK_EVENT_ENTER
            case CMARK_NODE_FOOTNOTE_REFERENCE: if isInNote { marks.append((line, nil)) }
            case CMARK_NODE_TEXT:
                let text = literal(of: node)
                guard text.contains("[^") else { continue }
                for match in text.matches(of: /\[\^[^\[\]\s]+\]/) { marks.append((line, String(match.0))) }
            default: break
            }
        }
        return marks
    }

    /// The label of a note that a line begins, folded as labels are.
    private static func definedLabel(_ line: Substring) -> String? {
        guard let match = line.prefixMatch(of: /[ >]*\[\^([^\[\]\s]+)\]:/) else { return nil }
        return match.1.lowercased()
    }
}
