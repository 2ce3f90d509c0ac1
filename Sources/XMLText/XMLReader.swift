public import TextFiles

/// Reads XML 1.0 with namespaces, event by event, in memory that does not grow with the file.
///
/// The file is fed to expat in pieces. Encodings are found as XML 1.0, appendix F, says: byte order mark,
/// then declaration; every charset that ``UnicodeText/Charset`` knows can be declared. No DTD and no
/// external entity is ever loaded; a reference that would need one is an error, so that no text is lost
/// silently. What an XML file can do to a program is bounded by ``Limits``.
///
/// ```swift
/// let reader = try XMLReader(path: "memory.tmx")
/// while let event = try reader.next() {
///     if case .startElement(let tag) = event.kind { … }
/// }
/// ```
public final class XMLReader {
    /// What a file may hold at most.
    public struct Limits: Hashable, Sendable {
        /// Elements inside one another.
        public var depth = 256
        /// Attributes of one tag.
        public var attributes = 256
        /// Bytes of UTF-8 in one attribute's value.
        public var attributeLength = 1 << 20
        /// Bytes of UTF-8 in the text between two tags.
        public var textLength = 64 << 20
        /// Bytes of one tag as it stands in the file.
        public var tagLength = 4 << 20
        /// Bytes of one tag, comment or instruction as it stands in the file.
        public var tokenLength = 16 << 20
        /// Bytes of UTF-8 that references to the file's own entities may give beyond what the file itself
        /// can hold; expat has a limit of its own for what they expand to on the way.
        public var entityText = 16 << 20
        /// How many times what was read entities may expand to, on the way too, once that is more than 8 MiB.
        public var amplification: Float = 10

        /// The limits that files of translation tools never reach.
        public init() {}
    }

    private let cursor: XMLCursor

    /// The share of the file that was read, 0 to 1; nil where its length is not known.
    public var share: Double? { cursor.share }

    /// Opens a file, or standard input for `-`.
    /// - Throws: ``TextFiles/LathuError`` where the file cannot be opened or names an unknown encoding.
    public convenience init(path: String, limits: Limits = Limits()) throws(LathuError) {
        try self.init(ByteStream(path: path), limits: limits)
    }

    /// Reads bytes in memory.
    /// - Parameter file: the path for messages.
    /// - Throws: ``TextFiles/LathuError`` where they name an unknown encoding.
    public convenience init(
        bytes: [UInt8], file: String? = nil, limits: Limits = Limits()
    ) throws(LathuError) {
        try self.init(ByteStream(bytes, file: file), limits: limits)
    }

    /// Reads text that is decoded already; an encoding declaration in it counts for nothing.
    /// - Throws: nothing in practice: as ``init(_:limits:)``.
    public convenience init(_ source: TextSource, limits: Limits = Limits()) throws(LathuError) {
        // The mark settles the encoding before the declaration is looked at.
        let bytes = [0xEF, 0xBB, 0xBF] + Array(source.text.utf8)
        try self.init(ByteStream(bytes, file: source.file), limits: limits)
    }

    /// Reads a stream from where it stands.
    /// - Throws: ``TextFiles/LathuError`` where its start cannot be read or names an unknown encoding.
    public init(_ stream: ByteStream, limits: Limits = Limits()) throws(LathuError) {
        cursor = try XMLCursor(stream, limits: limits)
    }

    /// The path of the file, for messages.
    public var file: String? { cursor.file }

    /// The next event, or nil after the end of the document.
    ///
    /// Everything before an error is delivered first; after it, every call throws it again.
    /// - Throws: ``TextFiles/LathuError`` with code `invalidData` and the place in the file where the
    ///   document is malformed or over a limit; `inputOutput` where reading fails.
    public func next() throws(LathuError) -> XMLEvent? {
        guard let kind = try cursor.next() else { return nil }
        let value: XMLEvent.Kind =
            switch kind {
            case .start: .startElement(cursor.tag)
            case .end: .endElement(cursor.name(cursor.name))
            case .text: .text(cursor.text)
            }
        return XMLEvent(kind: value, line: cursor.line, column: cursor.column, range: cursor.range)
    }

    /// The place of an event in the file.
    public func location(of event: XMLEvent) -> SourceLocation {
        SourceLocation(file: file, line: event.line, column: event.column)
    }
}

extension XMLCursor {
    /// A start tag as a value.
    public var tag: XMLTag {
        XMLTag(
            name: name(name),
            attributes: (0..<attributeCount).map {
                XMLAttribute(name: name(attributeName($0)), value: attributeValue($0))
            })
    }
}
