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
    }

    /// The names of the columns.
    public let header: [String]
    /// The rows after the header.
    public let rows: [Row]

    /// Reads a table.
    /// - Throws: `LathuError` with every malformed place: a quotation mark that is not closed or has text
    ///   after it, a row with more cells than the header.
    public init(_ source: TextSource) throws(LathuError) {
        let reader = try CSVReader(source)
        var records: [CSVReader.Record] = []
        var problems: [Diagnostic] = []
        do throws(LathuError) {
            while let item = try reader.next() {
                switch item {
                case .record(let record): records.append(record)
                case .problem(let problem): problems.append(problem)
                }
            }
        } catch {
            problems += error.diagnostics
        }
        guard !records.isEmpty else {
            if !problems.isEmpty { throw LathuError(.invalidData, problems) }
            throw LathuError(
                .invalidData, "is empty: expected a row with the names of the columns",
                at: SourceLocation(file: source.file, line: 1))
        }
        let header = records.removeFirst().cells.map(\.text)
        var rows: [Row] = []
        for record in records {
            let surplus = record.cells.dropFirst(header.count)
            if let first = surplus.first(where: { !$0.text.trimmed.isEmpty }) {
                problems.append(
                    Diagnostic(
                        "has \(record.cells.count) cells where the header has \(header.count)",
                        at: SourceLocation(file: source.file, line: first.line, column: first.column),
                        hint: "put text that holds the separator between quotation marks"))
            }
            let missing = [String](repeating: "", count: max(0, header.count - record.cells.count))
            rows.append(
                Row(line: record.line, cells: record.cells.prefix(header.count).map(\.text) + missing))
        }
        if !problems.isEmpty { throw LathuError(.invalidData, problems) }
        self.header = header
        self.rows = rows
    }
}
