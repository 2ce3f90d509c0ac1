public import TextFiles
internal import UnicodeText

/// A table of comma-separated values with a header row, read whole; see ``CSVReader`` for what is read.
///
/// Empty cells past those of the header are passed over, as spreadsheets write them.
public struct CSVTable: Sendable {
    /// A row with the line of the file it begins on.
    public struct Row: Sendable, Equatable {
        /// 1-based line.
        public let line: Int
        /// As many cells as the header has.
        public let cells: [String]
        /// Where the cells start that the row has in the file: it may have fewer.
        public let places: [Place]
    }

    /// The place of a cell.
    public struct Place: Sendable, Equatable {
        /// 1-based line.
        public let line: Int
        /// 1-based column, in Unicode scalars.
        public let column: Int
    }

    /// A file of more bytes is refused: a table is held in memory with all its cells.
    public static let lengthLimit = 32 << 20
    /// With so many malformed places the rest of a file is not read.
    static let problemLimit = 1000

    /// The names of the columns.
    public let header: [String]
    /// The rows after the header.
    public let rows: [Row]

    /// Reads a table.
    /// - Throws: `LathuError` with every malformed place: a quotation mark that is not closed or has text
    ///   after it, a row with more cells than the header; and for a table larger than ``lengthLimit``.
    public init(_ source: TextSource) throws(LathuError) {
        if source.text.utf8.count > Self.lengthLimit {
            throw LathuError(
                .invalidData, "is larger than \(Self.lengthLimit >> 20) MiB",
                at: SourceLocation(file: source.file), hint: "split it")
        }
        let reader = try CSVReader(source)
        var header: [String]?
        var rows: [Row] = []
        let problems = try Self.read(reader, after: reader.next()) { record in
            let cells = record.cells.map(\.text)
            guard let count = header?.count else {
                header = cells
                return
            }
            let missing = [String](repeating: "", count: max(0, count - cells.count))
            rows.append(
                Row(
                    line: record.line, cells: cells.prefix(count) + missing,
                    places: record.cells.prefix(count).map { Place(line: $0.line, column: $0.column) }))
        }
        if !problems.isEmpty { throw LathuError(.invalidData, problems) }
        self.header = header ?? []
        self.rows = rows
    }

    /// What is malformed in a table of any size, of which the first row was read already.
    /// - Throws: `LathuError` where it cannot be read or holds nothing.
    public static func findings(
        _ reader: CSVReader, after first: CSVReader.Item?
    ) throws(LathuError) -> [Diagnostic] {
        try read(reader, after: first) { _ in }
    }

    /// Hands over the header and the rows, and returns what is malformed.
    private static func read(
        _ reader: CSVReader, after first: CSVReader.Item?, record take: (CSVReader.Record) -> Void
    ) throws(LathuError) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var columns: Int?
        var item = first
        while let current = item {
            switch current {
            case .problem(let problem): problems.append(problem)
            case .record(let record):
                if let columns, let problem = surplus(record, columns, reader.file) {
                    problems.append(problem)
                }
                columns = columns ?? record.cells.count
                take(record)
            }
            if problems.count >= problemLimit {
                problems.append(
                    Diagnostic(
                        "\(problemLimit) places are malformed: the rest is not read",
                        at: SourceLocation(file: reader.file)))
                return problems
            }
            do {
                item = try reader.next()
            } catch {
                guard error.code == .invalidData else { throw error }
                return problems + error.diagnostics
            }
        }
        if columns == nil, problems.isEmpty {
            throw LathuError(
                .invalidData, "is empty: expected a row with the names of the columns",
                at: SourceLocation(file: reader.file, line: 1))
        }
        return problems
    }

    private static func surplus(_ record: CSVReader.Record, _ columns: Int, _ file: String?) -> Diagnostic? {
        guard let first = record.cells.dropFirst(columns).first(where: { !$0.text.trimmed.isEmpty }) else {
            return nil
        }
        return Diagnostic(
            "has \(record.cells.count) cells where the header has \(columns)",
            at: SourceLocation(file: file, line: first.line, column: first.column),
            hint: "put text that holds the separator between quotation marks")
    }
}
