public import TextFiles
internal import UnicodeText

/// Reads comma-separated values record by record (RFC 4180), in memory that does not grow with the file.
///
/// Lenient where spreadsheets differ from the standard: any line end; semicolons or tabs as separators where the
/// first record has more of them than commas, all outside of quotation marks, or where a line `sep=;` says so; a byte
/// order mark, by which UTF-16 is known, too. Records without any text are passed over.
///
/// ```swift
/// let reader = try CSVReader(path: "glossary.csv")
/// while let item = try reader.next() {
///     switch item {
///     case .record(let record): use(record.cells.map(\.text))
///     case .problem(let diagnostic): print(diagnostic)
///     }
/// }
/// ```
public final class CSVReader {
    /// A cell with its place.
    public struct Cell: Sendable, Equatable {
        /// What it holds, without the quotation marks around it.
        public let text: String
        /// The 1-based line where it starts.
        public let line: Int
        /// The 1-based column where it starts, in Unicode scalars.
        public let column: Int
    }

    /// A row of cells.
    public struct Record: Sendable, Equatable {
        /// The 1-based line where it starts; cells may hold line ends.
        public let line: Int
        /// Its cells; never none.
        public let cells: [Cell]
    }

    /// What comes next in the file.
    public enum Item: Sendable, Equatable {
        /// A record.
        case record(Record)
        /// What is wrong with one; the next item comes after it.
        case problem(Diagnostic)
    }

    /// A record larger than this is none.
    static let recordLimit = 16 << 20

    /// What parts cells.
    public private(set) var separator: UInt8 = UInt8(ascii: ",")
    /// The path, for messages.
    public let file: String?

    private let stream: ByteStream
    private var buffer: [UInt8] = []
    private var position = 0
    private var line = 1
    private var column = 1
    private var waiting: [Diagnostic] = []

    /// The share of the file that was read, 0 to 1; nil where its length is not known.
    public var share: Double? { stream.share }

    /// Opens a file, or standard input for `-`.
    /// - Parameter separator: what parts cells; nil to find out.
    /// - Throws: `LathuError` where the file cannot be opened or read, or is not in the encoding of its mark.
    public convenience init(path: String, separator: Character? = nil) throws(LathuError) {
        try self.init(ByteStream(path: path), separator: separator, isDecoded: false)
    }

    /// Reads text that is decoded already.
    /// - Throws: nothing in practice.
    public convenience init(_ source: TextSource, separator: Character? = nil) throws(LathuError) {
        try self.init(
            ByteStream(Array(source.text.utf8), file: source.file), separator: separator, isDecoded: true)
    }

    private init(
        _ stream: ByteStream, separator given: Character?, isDecoded: Bool
    ) throws(LathuError) {
        file = stream.file
        let head = try stream.read(Self.piece)
        // In text that was decoded, what looks like another mark is a character.
        let mark = isDecoded ? nil : Charset.fromByteOrderMark(head)
        if let mark, mark.charset != .utf8 {
            var bytes = head
            while true {
                let more = try stream.read(1 << 20)
                if more.isEmpty { break }
                bytes += more
            }
            let text = try FileReading.decode(bytes, file: stream.file)
            self.stream = ByteStream([], file: stream.file)
            buffer = Array(text.text.utf8)
        } else {
            self.stream = stream
            buffer = head
            position = mark?.length ?? 0
        }
        if let given = given?.asciiValue { separator = given } else { separator = try detectSeparator() }
    }

    // MARK: Bytes

    private static let piece = 1 << 18
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    /// The next byte without taking it; nil at the end.
    private func peek() throws(LathuError) -> UInt8? {
        if position == buffer.count {
            buffer = try stream.read(Self.piece)
            position = 0
        }
        return position < buffer.count ? buffer[position] : nil
    }

    /// Counts the byte that was peeked at as taken.
    private func take(_ byte: UInt8) {
        position += 1
        // The bytes after the first of a character do not count.
        if byte & 0xC0 != 0x80 { column += 1 }
    }

    private func takeLineEnd() throws(LathuError) {
        if let byte = try peek(), byte == Self.carriageReturn { take(byte) }
        if let byte = try peek(), byte == Self.lineFeed { take(byte) }
        line += 1
        column = 1
    }

    private func isCellEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    /// What the first record of the buffer has most of; the buffer holds it whole unless it is very large.
    private func detectSeparator() throws(LathuError) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
        let word = Array("sep=".utf8)
        if buffer[position...].starts(with: word), position + 4 < buffer.count,
            candidates.contains(buffer[position + 4]),
            position + 5 == buffer.count || buffer[position + 5] < 0x20
        {
            let separator = buffer[position + 4]
            position += 5
            if try peek() != nil { try takeLineEnd() }
            return separator
        }
        var counts = [0, 0, 0]
        var isQuoted = false
        for byte in buffer[position...] {
            if byte == Self.quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == Self.lineFeed || byte == Self.carriageReturn { break }
            if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
        }
        let most = counts.max() ?? 0
        return candidates[counts.firstIndex(of: most) ?? 0]
    }

    // MARK: Records

    /// The next record or problem; nil at the end.
    /// - Throws: `LathuError` with code `inputOutput`; with `invalidData` where a quotation mark stays open to the
    ///   end or a record has more than 16 MiB.
    public func next() throws(LathuError) -> Item? {
        if !waiting.isEmpty { return .problem(waiting.removeFirst()) }
        while try peek() != nil {
            let start = line
            var cells: [Cell] = []
            var size = 0
            var hasText = false
            while true {
                let cell = try self.cell(&size)
                hasText = hasText || !cell.text.trimmed.isEmpty
                cells.append(cell)
                guard let byte = try peek(), byte == separator else { break }
                take(byte)
            }
            if try peek() != nil { try takeLineEnd() }
            if !waiting.isEmpty { return .problem(waiting.removeFirst()) }
            if hasText { return .record(Record(line: start, cells: cells)) }
        }
        return nil
    }

    private func cell(_ size: inout Int) throws(LathuError) -> Cell {
        let start = SourceLocation(file: file, line: line, column: column)
        var bytes: [UInt8] = []
        if let first = try peek(), first == Self.quote {
            take(first)
            try quoted(&bytes, start, &size)
            if let byte = try peek(), !isCellEnd(byte) {
                waiting.append(
                    Diagnostic(
                        "text after a closing quotation mark", at: here,
                        hint: "write a quotation mark inside a cell twice"))
                while let byte = try peek(), !isCellEnd(byte) { take(byte) }
            }
        } else {
            while let byte = try peek(), !isCellEnd(byte) {
                bytes.append(byte)
                take(byte)
                try grow(&size, start)
            }
        }
        return Cell(text: text(bytes, start), line: start.line ?? 0, column: start.column ?? 0)
    }

    private func quoted(
        _ bytes: inout [UInt8], _ start: SourceLocation, _ size: inout Int
    ) throws(LathuError) {
        while let byte = try peek() {
            try grow(&size, start)
            if byte == Self.lineFeed || byte == Self.carriageReturn {
                take(byte)
                bytes.append(byte)
                if byte == Self.carriageReturn, let next = try peek(), next == Self.lineFeed {
                    take(next)
                    bytes.append(next)
                }
                line += 1
                column = 1
                continue
            }
            take(byte)
            if byte == Self.quote {
                guard let next = try peek(), next == Self.quote else { return }
                take(next)
            }
            bytes.append(byte)
        }
        throw LathuError(
            .invalidData, "a quotation mark is not closed", at: start,
            hint: "write a quotation mark inside a cell twice, and one at its end")
    }

    private func grow(_ size: inout Int, _ start: SourceLocation) throws(LathuError) {
        size += 1
        if size > Self.recordLimit {
            throw LathuError(
                .invalidData, "a row has more than \(Self.recordLimit >> 20) MiB", at: start,
                hint: "close its quotation marks")
        }
    }

    private var here: SourceLocation { SourceLocation(file: file, line: line, column: column) }

    private func text(_ bytes: [UInt8], _ start: SourceLocation) -> String {
        if let text = UTF8Check.text(bytes[...]) { return text }
        waiting.append(
            Diagnostic(
                "the cell is not UTF-8", at: start,
                hint: "“lathu normalize --encoding NAME” turns the file into UTF-8"))
        return ""
    }
}
