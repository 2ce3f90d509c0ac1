internal import UnicodeText

/// Writes tables as GitHub Flavored Markdown (0.29, section 4.10).
enum MarkdownTable {
    /// The text of a cell. It stands on one line, so its own lines are parted by `<br>`.
    static func cell(_ lines: [[Inline]]) -> String {
        let text = lines.map { MarkdownLine(inCell: $0).text }.joined(separator: "<br>")
        // A cell ends at a bar, even in code, unless a backslash stands before it, which goes before anything else
        // is read: one that is there already means something else. In text these stand in pairs.
        return text.replacing("|", with: "\\|")
    }

    /// The rows, the first of them the head.
    static func text(_ rows: [[String]], _ alignments: [ColumnAlignment?]) -> String {
        let marks = alignments.map { alignment in
            switch alignment {
            case .left: ":---"
            case .center: ":---:"
            case .right: "---:"
            case nil: "---"
            }
        }
        var rows = rows
        rows.insert(marks, at: min(1, rows.count))
        return rows.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }
}
