public import TextFiles
public import UnicodeText

/// Reads texts and their translations from a file of tab-separated values, row by row.
///
/// Without a header row a line is a source text, a tab and a target text. A header row names locales, at
/// least two, and perhaps ``TSVAttribute``s. The file must be UTF-8; a byte order mark and CR LF are taken.
/// Lines without any character are skipped. Memory stays bounded however long the file is.
///
/// ```swift
/// let reader = try TSVReader(path: "pairs.tsv")
/// while let item = try reader.next() {
///     switch item {
///     case .row(let row): add(row.texts)
///     case .problem(let diagnostic): print(diagnostic)
///     }
/// }
/// ```
public final class TSVReader {
    /// What comes next in the file.
    public enum Item: Sendable, Equatable {
        /// A good row.
        case row(TSVRow)
        /// What is wrong with a row; the next item is the row after it.
        case problem(Diagnostic)
    }

    /// The languages of a row's texts; empty where the file does not say them.
    public let locales: [LocaleID]
    /// What the header row says of the columns; nil where there is none.
    public let header: [TSVColumn]?

    /// How many rows so far are not UTF-8: most likely the whole file is in another encoding.
    public private(set) var encodingProblems = 0

    private let lines: ByteLines
    private let file: String?
    private let format: TSVFormat
    /// The first line, where it turned out to be no header.
    private var waiting: ByteLines.Line?

    /// Opens a file, or standard input for `-`, and reads its header row.
    /// - Throws: ``LathuError`` with code `usage` where ``TSVFormat/columns`` are not two different numbers
    ///   from 1; `noInput` or `inputOutput`; `invalidData` where the file is UTF-16 or lacks its header.
    public convenience init(path: String, format: TSVFormat = TSVFormat()) throws(LathuError) {
        try self.init(lines: ByteLines(path: path), path: path, format: format)
    }

    /// Reads bytes in memory.
    /// - Parameter file: the path for messages.
    /// - Throws: ``LathuError`` as ``init(path:format:)``.
    public convenience init(
        bytes: [UInt8], file: String? = nil, format: TSVFormat = TSVFormat()
    ) throws(LathuError) {
        try self.init(
            lines: ByteLines(bytes: bytes), path: file ?? FileReading.standardInput, format: format)
    }

    init(lines: ByteLines, path: String, format: TSVFormat) throws(LathuError) {
        self.lines = lines
        self.format = format
        file = path == FileReading.standardInput ? nil : path
        let columns = format.columns
        if let columns, columns.count != 2 || columns[0] == columns[1] || columns.contains(where: { $0 < 1 })
        {
            throw LathuError(
                .usage, "the columns of source and target must be two different numbers from 1",
                hint: "as 3 and 4")
        }
        guard var first = try lines.next() else {
            (locales, header) = ([], nil)
            return
        }
        if let mark = Charset.fromByteOrderMark(first.bytes) {
            guard mark.charset == .utf8 else {
                throw LathuError(
                    .invalidData, "is \(mark.charset), not UTF-8", at: SourceLocation(file: file),
                    hint: "“lathu normalize” turns the file into UTF-8")
            }
            first = first.dropping(mark.length)
        }
        let cells = first.bytes.split(separator: 0x09, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        let isHeader = format.hasHeader ?? (columns == nil)
        let header = isHeader && columns == nil ? TSVColumn.header(cells) : nil
        if format.hasHeader == true, columns == nil, header == nil {
            throw LathuError(
                .invalidData, "the first row is no header",
                at: SourceLocation(file: file, line: 1, column: 1),
                hint: "expected at least two locales, as en and vi, and only "
                    + TSVAttribute.allCases.map(\.rawValue).joined(separator: ", ") + " besides")
        }
        self.header = header
        locales = (header ?? []).compactMap { if case .locale(let locale) = $0 { locale } else { nil } }
        if header == nil, format.hasHeader != true { waiting = first }
    }

    /// The share of the file that was read, 0 to 1; nil where its length is not known.
    public var share: Double? { lines.share }

    /// The next row or the next problem; nil at the end.
    /// - Throws: ``LathuError`` with code `inputOutput`.
    public func next() throws(LathuError) -> Item? {
        while true {
            let line: ByteLines.Line
            if let first = waiting {
                line = first
                waiting = nil
            } else if let read = try lines.next() {
                line = read
            } else {
                return nil
            }
            if line.bytes.isEmpty, !line.isTooLong { continue }
            do {
                return .row(try row(line))
            } catch {
                return .problem(error.diagnostic)
            }
        }
    }

    private struct Refusal: Error {
        let diagnostic: Diagnostic
    }

    private func refusal(
        _ message: String, _ line: ByteLines.Line, column: Int? = nil, hint: String? = nil
    ) -> Refusal {
        Refusal(
            diagnostic: Diagnostic(
                message, at: SourceLocation(file: file, line: line.number, column: column), hint: hint))
    }

    private func row(_ line: ByteLines.Line) throws(Refusal) -> TSVRow {
        if line.isTooLong {
            throw refusal("the line is longer than \(ByteLines.limit >> 20) MiB", line)
        }
        let cells = line.cells
        if let columns = format.columns {
            let needed = max(columns[0], columns[1])
            guard cells.count >= needed else {
                throw refusal(
                    "the row has \(Self.counted(cells.count))", line, hint: "expected at least \(needed)")
            }
        } else {
            let needed = header?.count ?? 2
            guard cells.count == needed else {
                throw refusal(
                    "the row has \(Self.counted(cells.count))", line,
                    hint: "expected \(needed), parted by \(needed == 2 ? "a tab" : "tabs")")
            }
        }
        var texts: [String] = []
        var attributes: [TSVAttribute: String] = [:]
        for (number, column) in (header ?? []).enumerated() {
            let text = try text(cells[number], line)
            switch column {
            case .locale: texts.append(text)
            case .attribute(let attribute): attributes[attribute] = text.isEmpty ? nil : text
            }
        }
        if header == nil {
            for number in format.columns ?? [1, 2] { texts.append(try text(cells[number - 1], line)) }
        }
        if texts.count == 2, let empty = texts.firstIndex(where: \.isEmpty) {
            throw refusal("the \(empty == 0 ? "source" : "target") text is empty", line)
        }
        if texts.count(where: { !$0.isEmpty }) < 2 {
            throw refusal("the row has fewer than two texts", line)
        }
        return TSVRow(line: line.number, texts: texts, attributes: attributes)
    }

    private static func counted(_ count: Int) -> String { count == 1 ? "1 column" : "\(count) columns" }

    private func text(_ cell: ArraySlice<UInt8>, _ line: ByteLines.Line) throws(Refusal) -> String {
        guard let text = UTF8Check.text(cell) else { throw invalid(cell, line) }
        guard format.isEscaped, cell.contains(UInt8(ascii: "\\")) else { return text }
        switch TSVEscape.resolve(text) {
        case .success(let resolved): return resolved
        case .failure(let unknown):
            let column = Self.scalarCount(line.bytes[..<cell.startIndex]) + unknown.scalarOffset + 1
            throw refusal(
                "unknown escape \(unknown.text)", line, column: column,
                hint: "\\t, \\n, \\r and \\\\ exist; write a backslash as \\\\")
        }
    }

    private func invalid(_ cell: ArraySlice<UInt8>, _ line: ByteLines.Line) -> Refusal {
        do {
            _ = try Charset.utf8.decode(Array(cell))
            return note(refusal("is not UTF-8", line))
        } catch {
            let start = cell.startIndex - line.bytes.startIndex
            let column =
                Self.scalarCount(line.bytes[..<cell.startIndex]) + error.decoded.unicodeScalars.count + 1
            return note(
                refusal(
                    "is not UTF-8: the byte at offset \(line.offset + start + error.offset) does not belong",
                    line, column: column,
                    hint: "“lathu normalize --encoding NAME” turns the file into UTF-8"))
        }
    }

    private func note(_ refusal: Refusal) -> Refusal {
        encodingProblems += 1
        return refusal
    }

    private static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.count
    }
}

extension ByteLines.Line {
    fileprivate func dropping(_ count: Int) -> ByteLines.Line {
        ByteLines.Line(
            bytes: bytes.dropFirst(count), offset: offset + count, number: number, isTooLong: isTooLong)
    }
}
