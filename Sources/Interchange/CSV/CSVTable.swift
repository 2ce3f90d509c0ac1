public import TextFiles
import UnicodeText

/// A table of comma-separated values with a header row (RFC 4180).
///
/// Read leniently where spreadsheets differ from the standard: any line end, and semicolons as separators
/// where the header row has some and no comma, both outside of quotation marks; empty cells past those of
/// the header. Rows without any text are left out.
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
        var parser = CSVParser(source)
        var records = parser.records()
        var problems = parser.problems
        guard !records.isEmpty else {
            throw LathuError(
                .invalidData, "is empty: expected a row with the names of the columns",
                at: SourceLocation(file: source.file, line: 1))
        }
        let header = records.removeFirst().cells.map { $0.filter { $0 != "\u{FEFF}" } }
        var rows: [Row] = []
        for record in records {
            // Spreadsheets fill rows up with empty cells.
            let surplus = record.cells.dropFirst(header.count)
            if surplus.contains(where: { !$0.trimmed.isEmpty }) {
                problems.append(
                    Diagnostic(
                        "has \(record.cells.count) cells where the header has \(header.count)",
                        at: SourceLocation(file: source.file, line: record.line),
                        hint: "put text that holds the separator between quotation marks"))
            }
            let missing = [String](repeating: "", count: max(0, header.count - record.cells.count))
            rows.append(Row(line: record.line, cells: record.cells.prefix(header.count) + missing))
        }
        if !problems.isEmpty { throw LathuError(.invalidData, problems) }
        self.header = header
        self.rows = rows
    }
}

/// Cuts a text into records and cells.
private struct CSVParser {
    private let source: TextSource
    private let bytes: [UInt8]
    private let separator: UInt8
    private(set) var problems: [Diagnostic] = []

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    init(_ source: TextSource) {
        self.source = source
        bytes = Array(source.text.utf8)
        var isQuoted = false
        var head: Set<UInt8> = []
        for byte in bytes {
            if byte == Self.quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == Self.lineFeed || byte == Self.carriageReturn { break }
            head.insert(byte)
        }
        let comma = UInt8(ascii: ","), semicolon = UInt8(ascii: ";")
        separator = !head.contains(comma) && head.contains(semicolon) ? semicolon : comma
    }

    mutating func records() -> [CSVTable.Row] {
        var records: [CSVTable.Row] = []
        var offset = 0
        while offset < bytes.count {
            let line = source.location(utf8Offset: offset).line ?? 1
            var cells: [String] = []
            repeat { cells.append(cell(&offset)) } while takeSeparator(&offset)
            takeLineEnd(&offset)
            if cells.contains(where: { !$0.trimmed.isEmpty }) {
                records.append(.init(line: line, cells: cells))
            }
        }
        return records
    }

    private func takeSeparator(_ offset: inout Int) -> Bool {
        guard offset < bytes.count, bytes[offset] == separator else { return false }
        offset += 1
        return true
    }

    private func takeLineEnd(_ offset: inout Int) {
        if offset < bytes.count, bytes[offset] == Self.carriageReturn { offset += 1 }
        if offset < bytes.count, bytes[offset] == Self.lineFeed { offset += 1 }
    }

    private func isCellEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    private mutating func cell(_ offset: inout Int) -> String {
        guard offset < bytes.count, bytes[offset] == Self.quote else {
            let start = offset
            while offset < bytes.count, !isCellEnd(bytes[offset]) { offset += 1 }
            return String(decoding: bytes[start..<offset], as: UTF8.self)
        }
        let start = offset
        var text: [UInt8] = []
        offset += 1
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            guard byte == Self.quote else {
                text.append(byte)
                continue
            }
            if offset < bytes.count, bytes[offset] == Self.quote {
                text.append(byte)
                offset += 1
                continue
            }
            if offset < bytes.count, !isCellEnd(bytes[offset]) {
                problems.append(
                    Diagnostic(
                        "text after a closing quotation mark", at: source.location(utf8Offset: offset),
                        hint: "write a quotation mark inside a cell twice"))
                while offset < bytes.count, !isCellEnd(bytes[offset]) { offset += 1 }
            }
            return String(decoding: text, as: UTF8.self)
        }
        problems.append(
            Diagnostic("a quotation mark is not closed", at: source.location(utf8Offset: start)))
        return String(decoding: text, as: UTF8.self)
    }
}
