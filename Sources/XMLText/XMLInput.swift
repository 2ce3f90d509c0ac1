internal import TextFiles
internal import UnicodeText

/// The bytes of a document as UTF-8: any other encoding is decoded on the way.
final class XMLInput {
    static let pieceLength = 1 << 16
    /// Bytes of a file that has to be decoded whole.
    static let wholeLimit = 16 << 20

    /// Whether a byte order mark stands at its start.
    let hasMark: Bool
    private let stream: ByteStream
    /// The share of the bytes that was read, see ``TextFiles/ByteStream/share``.
    var share: Double? { stream.share }
    private var charset: Charset?
    /// Whether the bytes are decoded on the way.
    var isDecoded: Bool { charset != nil }
    private var decodesWhole = false
    /// Read but not handed on.
    private var pending: [UInt8]
    /// Bytes that were read before `pending`, and text that was decoded from them, for messages.
    private var offset: Int
    private var place = Place()
    private var failure: LathuError?

    init(_ stream: ByteStream) throws(LathuError) {
        self.stream = stream
        var head = try stream.read(Self.pieceLength)
        let mark = Charset.fromByteOrderMark(head)
        head.removeFirst(mark?.length ?? 0)
        offset = mark?.length ?? 0
        hasMark = mark != nil
        pending = head
        let name = mark?.charset.name ?? Self.encoding(of: head)
        if name.uppercased() != "UTF-8" {
            guard let charset = Charset(name) else {
                throw LathuError(
                    .invalidData, "the encoding “\(name)” that the file declares is not known",
                    at: SourceLocation(file: stream.file, line: 1, column: 1),
                    hint: "save the file as UTF-8")
            }
            self.charset = charset
            // A charset with shift states cannot be cut anywhere.
            let canonical = charset.name.uppercased()
            decodesWhole = ["ISO-2022", "HZ", "UTF-7", "SCSU", "BOCU", "IMAP"]
                .contains { canonical.hasPrefix($0) }
        }
    }

    /// The next bytes, about as many as asked for; none at the end.
    func next(_ count: Int) throws(LathuError) -> [UInt8] {
        if let failure { throw failure }
        guard let charset else {
            defer { pending = [] }
            return pending.isEmpty ? try stream.read(count) : pending
        }
        var isEnd = false
        repeat {
            let more = try stream.read(max(count - pending.count, 16))
            isEnd = more.isEmpty
            pending += more
            guard pending.count <= Self.wholeLimit else {
                throw LathuError(
                    .invalidData, "is larger than \(Self.wholeLimit >> 20) MiB in \(charset)",
                    at: SourceLocation(file: stream.file), hint: "save the file as UTF-8")
            }
        } while decodesWhole && !isEnd
        return try decode(charset, isEnd: isEnd)
    }

    private func decode(_ charset: Charset, isEnd: Bool) throws(LathuError) -> [UInt8] {
        let text: String
        do {
            text = try charset.decode(pending)
            offset += pending.count
            pending = []
        } catch {
            // The last character may be cut; no charset takes more than 8 bytes for one.
            let isCut = !isEnd && pending.count - error.offset < 8
            text = error.decoded
            offset += error.offset
            pending.removeFirst(error.offset)
            if !isCut {
                place.advance(over: text)
                failure = LathuError(
                    .invalidData, "is not \(charset), which it declares to be, at byte offset \(offset)",
                    at: SourceLocation(file: stream.file, line: place.line, column: place.column))
                if let failure, text.isEmpty { throw failure }
                return Array(text.utf8)
            }
        }
        place.advance(over: text)
        return Array(text.utf8)
    }

    /// A line and column that moves over text.
    private struct Place {
        var line = 1, column = 1
        private var afterReturn = false

        mutating func advance(over text: String) {
            for scalar in text.unicodeScalars {
                if scalar == "\n", afterReturn {
                    afterReturn = false
                    continue
                }
                afterReturn = scalar == "\r"
                if scalar == "\n" || scalar == "\r" {
                    line += 1
                    column = 1
                } else {
                    column += 1
                }
            }
        }
    }

    /// The encoding of a document without byte order mark (XML 1.0, appendix F).
    private static func encoding(of head: [UInt8]) -> String {
        let start = Array(head.prefix(4))
        if start == [0x3C, 0, 0, 0] { return "UTF-32LE" }
        if start == [0, 0, 0, 0x3C] { return "UTF-32BE" }
        if start.starts(with: [0x3C, 0]) { return "UTF-16LE" }
        if start.starts(with: [0, 0x3C]) { return "UTF-16BE" }
        guard let declared = declaredEncoding(in: head) else { return "UTF-8" }
        let name = declared.uppercased()
        // The declaration was read as ASCII, so these cannot be true: the file was converted since.
        let isWide = ["UTF-16", "UTF-32", "UCS-", "ISO-10646-UCS"].contains { name.hasPrefix($0) }
        return isWide || name == "UTF8" || name == "US-ASCII" || name == "ASCII" ? "UTF-8" : declared
    }

    /// The value of `encoding` in `<?xml … ?>` at the very start.
    private static func declaredEncoding(in head: [UInt8]) -> String? {
        let window = head.prefix(1024)
        guard window.starts(with: Array("<?xml".utf8)), let close = window.firstIndex(of: 0x3E) else {
            return nil
        }
        let declaration = String(decoding: window[..<close], as: UTF8.self)
        let word = "encoding"
        guard let found = declaration.utf8.indices.first(where: { declaration[$0...].hasPrefix(word) }) else {
            return nil
        }
        var rest = declaration[declaration.index(found, offsetBy: word.count)...]
        func skipSpace() { while let first = rest.first, first.isWhitespace { rest.removeFirst() } }
        skipSpace()
        guard rest.popFirst() == "=" else { return nil }
        skipSpace()
        guard let quote = rest.popFirst(), quote == "\"" || quote == "'",
            let end = rest.firstIndex(of: quote)
        else { return nil }
        return String(rest[..<end])
    }
}
