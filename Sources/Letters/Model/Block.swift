/// A block of a letter's body (CommonMark 0.29, section 4 and 5).
///
/// Generic over what its text is: source segments when a letter is read, localized ones when it is built.
public indirect enum Block<Text> {
    /// A heading of level 1 to 6.
    case heading(level: Int, Text)
    /// A paragraph.
    case paragraph(Text)
    /// A list.
    case list(List)
    /// A block quotation.
    case quotation([Block])
    /// A table (GitHub Flavored Markdown 0.29, section 4.10).
    case table(Table)
    /// A thematic break.
    case rule
    /// A code block, which nobody translates, with its info string.
    case code(info: String, text: String)
    /// Raw HTML, which nobody translates.
    case html(String)

    /// A table whose cells hold text; every row has as many as there are columns.
    public struct Table {
        /// For each column how it is set, where the letter says so.
        public var alignments: [ColumnAlignment?]
        /// The cells row by row; the first row is the head.
        public var rows: [[Text]]

        /// A table.
        public init(alignments: [ColumnAlignment?], rows: [[Text]]) {
            self.alignments = alignments
            self.rows = rows
        }
    }

    /// A list of items, each of blocks.
    public struct List {
        /// The first number of an ordered list; nil for a bulleted one.
        public var start: Int?
        /// Whether no blank line stands between its items.
        public var isTight: Bool
        /// The items.
        public var items: [[Block]]

        /// A list.
        public init(start: Int?, isTight: Bool, items: [[Block]]) {
            self.start = start
            self.isTight = isTight
            self.items = items
        }
    }

    /// The same structure with other text.
    public func map<Other, Failure: Error>(
        _ transform: (Text) throws(Failure) -> Other
    ) throws(Failure) -> Block<Other> {
        switch self {
        case .heading(let level, let text): return .heading(level: level, try transform(text))
        case .paragraph(let text): return .paragraph(try transform(text))
        case .quotation(let blocks): return .quotation(try Self.map(blocks, transform))
        case .rule: return .rule
        case .code(let info, let text): return .code(info: info, text: text)
        case .html(let text): return .html(text)
        case .table(let table):
            var rows: [[Other]] = []
            for row in table.rows {
                var cells: [Other] = []
                for cell in row { cells.append(try transform(cell)) }
                rows.append(cells)
            }
            return .table(.init(alignments: table.alignments, rows: rows))
        case .list(let list):
            var items: [[Block<Other>]] = []
            for item in list.items { items.append(try Self.map(item, transform)) }
            return .list(.init(start: list.start, isTight: list.isTight, items: items))
        }
    }

    private static func map<Other, Failure: Error>(
        _ blocks: [Block], _ transform: (Text) throws(Failure) -> Other
    ) throws(Failure) -> [Block<Other>] {
        var mapped: [Block<Other>] = []
        for block in blocks { mapped.append(try block.map(transform)) }
        return mapped
    }
}

extension Block: Sendable where Text: Sendable {}
extension Block.List: Sendable where Text: Sendable {}
extension Block.Table: Sendable where Text: Sendable {}

/// How a column of a table is set.
public enum ColumnAlignment: String, Sendable {
    case left, center, right
}
