internal import CMarkdown
internal import TextFiles
internal import UnicodeText

/// Tables (GitHub Flavored Markdown 0.29, section 4.10).
extension MarkdownReader {
    /// A table: each cell is a block of its own, and its first row the head.
    func table(_ node: OpaquePointer) throws(TooDeep) -> Block<SegmentedText>.Table {
        var rows: [[SegmentedText]] = []
        for row in children(of: node) {
            var cells: [SegmentedText] = []
            for cell in children(of: row) { cells.append(try text(of: cell, place: .tableCell)) }
            rows.append(cells)
        }
        return .init(alignments: alignments(of: node), rows: rows)
    }

    private func alignments(of table: OpaquePointer) -> [ColumnAlignment?] {
        let marks = cmark_gfm_extensions_get_table_alignments(table)
        return (0..<columns(of: table)).map { column in
            switch marks.map({ Unicode.Scalar($0[column]) }) {
            case "l": .left
            case "c": .center
            case "r": .right
            default: nil
            }
        }
    }

    private func columns(of table: OpaquePointer) -> Int {
        Int(cmark_gfm_extensions_get_table_columns(table))
    }

    /// GFM ignores cells beyond the last column. A letter must not lose words unnoticed.
    func reportOverfullRows(in document: OpaquePointer, of markdown: String) {
        guard let iterator = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(iterator) }
        let lines = TextSource(markdown).lines
        var columns = 0
        while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
            switch String(cString: cmark_node_get_type_string(node)) {
            case "table": columns = self.columns(of: node)
            case "table_row":
                let number = Int(cmark_node_get_start_line(node))
                guard lines.indices.contains(number - 1) else { continue }
                let cells = Self.cells(inRow: lines[number - 1])
                if cells > columns { reportOverfullRow(line(of: node), cells, columns) }
            default: break
            }
        }
    }

    /// How many cells a line of Markdown has: bars part them, unless a backslash stands before the bar.
    static func cells(inRow line: Substring) -> Int {
        // Marks of quotations stand before the row.
        let row = String(line.drop { " \t>".contains($0) }).trimmed.unicodeScalars
        var bars = 0
        var previous = row.first
        for scalar in row.dropFirst() {
            if scalar == "|", previous != "\\" { bars += 1 }
            previous = scalar
        }
        let isClosed = row.count > 1 && row.last == "|" && row.dropLast().last != "\\"
        return bars + (isClosed ? 0 : 1)
    }
}
