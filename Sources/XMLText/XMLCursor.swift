public import TextFiles

/// Reads XML 1.0 with namespaces token by token, without allocating anything for a token: ``XMLReader`` is the same
/// with values.
///
/// What the cursor says is about the token that ``next()`` came to, up to the next call. Names have numbers, so that
/// a caller compares and looks up numbers.
///
/// ```swift
/// let cursor = try XMLCursor(ByteStream(path: "memory.tmx"))
/// while let kind = try cursor.next() {
///     if kind == .text, !cursor.isBlank { print(cursor.text) }
/// }
/// ```
public final class XMLCursor {
    /// What a token is.
    public enum Kind: UInt8, Sendable {
        /// A start tag, or an empty-element tag, which an end follows.
        case start
        /// An end tag.
        case end
        /// All text between two tags, see ``XMLEvent/Kind/text(_:)``.
        case text
    }

    private let parser: ExpatParser
    private let state: UnsafeMutablePointer<ExpatState>
    private let input: XMLInput
    private var atEnd = false

    /// Whether the document's bytes are kept, see ``document``.
    private let keepsDocument: Bool
    private var kept: [UInt8] = []
    private let lengthLimit: Int?

    /// Reads a stream from where it stands.
    /// - Parameters:
    ///   - keepsDocument: whether ``document`` is wanted.
    ///   - lengthLimit: how many bytes of UTF-8 the document may have.
    /// - Throws: `LathuError` where its start cannot be read or names an unknown encoding.
    public init(
        _ stream: ByteStream, limits: XMLReader.Limits = XMLReader.Limits(), keepsDocument: Bool = false,
        lengthLimit: Int? = nil
    ) throws(LathuError) {
        input = try XMLInput(stream)
        parser = try ExpatParser(file: stream.file, limits: limits)
        state = parser.state
        self.keepsDocument = keepsDocument
        self.lengthLimit = lengthLimit
        if keepsDocument { kept.reserveCapacity(min(stream.expectedSize, lengthLimit ?? .max)) }
    }

    /// The path of the file, for messages.
    public var file: String? { state.pointee.file }

    /// The share of the file that was read, 0 to 1; nil where its length is not known.
    public var share: Double? { input.share }

    /// The document as UTF-8, as far as it was read; ``range`` speaks of it.
    public var document: XMLBytes {
        XMLBytes(utf8: kept, hasMark: input.hasMark, isUTF8: !input.isDecoded)
    }

    /// Goes on to the next token; nil after the end of the document.
    ///
    /// Everything before an error is delivered first; after it, every call throws it again.
    /// - Throws: `LathuError` with code `invalidData` and the place in the file where the document is malformed or
    ///   over a limit; `inputOutput` where reading fails.
    public func next() throws(LathuError) -> Kind? {
        while !state.pointee.takeToken() {
            if let failure = state.pointee.failure { throw failure }
            if state.pointee.isSuspended {
                parser.resume()
            } else if atEnd {
                return nil
            } else {
                try read()
            }
        }
        return state.pointee.token.kind
    }

    /// What the tokens since the last call of ``startMeasuring()`` take in memory, roughly, in bytes.
    public var measure: Int { state.pointee.measure }

    /// Sets ``measure`` to zero.
    public func startMeasuring() { state.pointee.measure = 0 }

    private var token: XMLBatch.Token { state.pointee.token }

    private func read() throws(LathuError) {
        // A token that is not whole yet is parsed anew with every piece: pieces that grow with it keep the work
        // linear.
        let piece: [UInt8]
        do {
            piece = try input.next(max(XMLInput.pieceLength, state.pointee.unfinishedLength))
        } catch {
            state.pointee.failure = error
            throw error
        }
        atEnd = piece.isEmpty
        parser.parse(piece, isFinal: atEnd)
        guard keepsDocument else { return }
        kept += piece
        if let lengthLimit, kept.count > lengthLimit, state.pointee.failure == nil {
            state.pointee.failure = LathuError(
                .invalidData, "is larger than \(lengthLimit >> 20) MiB", at: SourceLocation(file: file),
                hint: "split it")
        }
    }

    /// The number of the name of a start or end tag. Numbers begin at 0 and are given in the order in which names come
    /// up first.
    public var name: Int { token.name }

    /// The name of a number.
    public func name(_ number: Int) -> XMLName { state.pointee.names[number] }

    /// The names that came up so far, by their numbers.
    public var names: [XMLName] { state.pointee.names }

    /// How many attributes a start tag has.
    public var attributeCount: Int { token.kind == .start ? token.content.count : 0 }

    /// The number of an attribute's name.
    public func attributeName(_ index: Int) -> Int { attribute(index).name }

    /// The value of an attribute, normalized and with references resolved (XML 1.0, section 3.3.3).
    public func attributeValue(_ index: Int) -> String {
        String(decoding: state.pointee.batch.bytes[attribute(index).value], as: UTF8.self)
    }

    /// Hands over the bytes of an attribute's value.
    public func withAttributeValue<Result>(_ index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        let bytes = state.pointee.batch.bytes
        let all = bytes.span
        return body(all.extracting(attribute(index).value))
    }

    /// Whether a text is nothing but white space.
    public var isBlank: Bool { token.isBlank }

    /// How many bytes of UTF-8 a text has.
    public var textLength: Int { token.kind == .text ? token.content.count : 0 }

    /// The text.
    public var text: String {
        String(
            decoding: state.pointee.batch.bytes[token.kind == .text ? token.content : 0..<0], as: UTF8.self)
    }

    /// Whether the text is what stands at its ``range`` in the ``document``, byte for byte: it has no references, CDATA
    /// sections or line ends that were changed.
    public var isVerbatim: Bool {
        guard keepsDocument, token.kind == .text, token.range.count == token.content.count,
            token.range.upperBound <= kept.count
        else { return false }
        return state.pointee.batch.bytes.withUnsafeBytes { text in
            kept.withUnsafeBytes { text[token.content].elementsEqual($0[token.range]) }
        }
    }

    /// Hands over the bytes of the text.
    public func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        let bytes = state.pointee.batch.bytes
        let all = bytes.span
        return body(all.extracting(token.kind == .text ? token.content : 0..<0))
    }

    /// The 1-based line where the token starts.
    public var line: Int { token.line }
    /// The 1-based column where the token starts, in Unicode scalars.
    public var column: Int { token.column }
    /// Where the token stands in the document as UTF-8, see ``XMLEvent/range``.
    public var range: Range<Int> { token.range }
    /// The place of the token in the file.
    public var location: SourceLocation { SourceLocation(file: file, line: line, column: column) }

    private func attribute(_ index: Int) -> XMLBatch.Attribute {
        state.pointee.batch.attributes[token.content.lowerBound + index]
    }
}
