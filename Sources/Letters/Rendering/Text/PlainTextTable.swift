internal import UnicodeText

/// A table in plain text: columns side by side where their words fit, else one row below the other.
struct PlainTextTable {
    /// The lines of every cell, row by row; the first row is the head.
    let rows: [[[String]]]
    /// How the columns are set.
    let alignments: [ColumnAlignment?]
    /// Breaks a text into lines of at most some columns, where it can be broken.
    let wrap: (_ text: String, _ width: Int) -> String

    /// Between two columns.
    private static let gap = 2
    /// A column is not made narrower than this: single words below one another are hard to read.
    private static let narrowest = 10

    private var hasHead: Bool { rows.first.map { $0.contains { !Self.isBlank($0) } } ?? false }
    private var body: ArraySlice<[[String]]> { rows.dropFirst() }

    private static func isBlank(_ cell: [String]) -> Bool { cell.allSatisfy(\.isEmpty) }

    /// The table in lines of at most some terminal columns.
    func text(width: Int) -> String {
        guard let widths = columnWidths(within: width) else { return list(width: width) }
        let head = hasHead ? lines(of: rows[0], widths) : []
        let rows = body.map { lines(of: $0, widths) }
        var result = head
        if hasHead {
            let rules = widths.map { String(repeating: "-", count: $0) }
            result.append(rules.joined(separator: String(repeating: " ", count: Self.gap)))
        }
        // Where a row takes several lines, an empty one tells where the next begins.
        let isTall = rows.contains { $0.count > 1 }
        return (result + rows.joined(separator: isTall ? [""] : [])).joined(separator: "\n")
    }

    /// How wide each column is; nil where they do not fit side by side.
    private func columnWidths(within width: Int) -> [Int]? {
        let columns = alignments.count
        var natural = [Int](repeating: 1, count: columns), least = natural
        for row in rows {
            for (column, cell) in row.prefix(columns).enumerated() {
                let longest = cell.map(\.displayWidth).max() ?? 0
                // Broken wherever it can be, a text is as wide as the widest of what cannot be broken.
                let piece = longest > Self.narrowest ? cell.map { Self.width(of: wrap($0, 1)) }.max() ?? 0 : 0
                natural[column] = max(natural[column], longest)
                least[column] = max(least[column], piece, min(longest, Self.narrowest))
            }
        }
        let room = width - Self.gap * (columns - 1)
        guard least.reduce(0, +) <= room else { return nil }
        // The widest columns give way to the others, down to one width that fits.
        func widths(_ limit: Int) -> [Int] { zip(natural, least).map { max($1, min($0, limit)) } }
        var limit = min(room, natural.max() ?? 0)
        while limit > 1, widths(limit).reduce(0, +) > room { limit -= 1 }
        var result = widths(limit)
        var left = room - result.reduce(0, +)
        for column in result.indices where left > 0 && result[column] < natural[column] {
            result[column] += 1
            left -= 1
        }
        return result
    }

    private static func width(of text: String) -> Int {
        text.split(separator: "\n").map(\.displayWidth).max() ?? 0
    }

    private func broken(_ cell: [String], _ width: Int) -> [String] {
        cell.flatMap { line in
            wrap(line, width).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func lines(of row: [[String]], _ widths: [Int]) -> [String] {
        let cells = zip(row, widths).map { broken($0, $1) }
        let height = cells.map(\.count).max() ?? 0
        return (0..<height).map { number in
            var line = ""
            // Cells are set one after another, so that none at the end leaves white space behind.
            var start = 0
            for (column, cell) in cells.enumerated() {
                if number < cell.count, !cell[number].isEmpty {
                    let text = cell[number]
                    let indent = start + space(before: text, widths[column], alignments[column])
                    line += String(repeating: " ", count: max(0, indent - line.displayWidth)) + text
                }
                start += widths[column] + Self.gap
            }
            return line
        }
    }

    private func space(before text: String, _ width: Int, _ alignment: ColumnAlignment?) -> Int {
        let free = max(0, width - text.displayWidth)
        return switch alignment {
        case .left, nil: 0
        case .center: free / 2
        case .right: free
        }
    }

    /// Every row as lines of its own, each cell after the head of its column.
    private func list(width: Int) -> String {
        guard !body.isEmpty else { return items(rows.first ?? [], heads: [], width) }
        let heads = (hasHead ? rows[0] : []).map { $0.filter { !$0.isEmpty }.joined(separator: " ") }
        return body.map { items($0, heads: heads, width) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private func items(_ row: [[String]], heads: [String], _ width: Int) -> String {
        row.enumerated().compactMap { column, cell in
            let text = cell.filter { !$0.isEmpty }.joined(separator: " / ")
            if text.isEmpty { return nil }
            let head = heads.indices.contains(column) ? heads[column] : ""
            let label = head.isEmpty ? "" : head.hasSuffix(":") ? head + " " : head + ": "
            return wrap(label + text, width - Self.gap)
                .replacing("\n", with: "\n" + String(repeating: " ", count: Self.gap))
        }.joined(separator: "\n")
    }
}
