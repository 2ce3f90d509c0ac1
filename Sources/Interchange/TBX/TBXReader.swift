public import TextFiles
internal import XMLText

/// Reads TBX concept by concept, in memory that does not grow with the file: ISO 30042:2019 in both its styles
/// (DCA and DCT), and the edition of 2008 (`martif`), in any dialect.
///
/// What TBX-Basic has a word for is interpreted; any other data category is kept as a ``GlossaryField``. What is left
/// out, as the markup in a term, is told.
///
/// ```swift
/// let reader = try TBXReader(path: "glossary.tbx")
/// while let item = try reader.next() { add(item.concept) }
/// ```
public final class TBXReader {
    /// A concept with what was noticed about it.
    public struct Item: Sendable {
        /// The concept, with its place and those of its terms.
        public let concept: GlossaryConcept
        /// What is wrong with it or was left out, each a warning; at most ``TBXReader/findingLimit``.
        public let findings: [Diagnostic]
    }

    /// How many findings are kept of a concept.
    public static let findingLimit = 20

    /// What `type` of the document element says: the dialect, as `TBX-Basic`.
    public let dialect: String
    /// What `style` of the document element says: `dca`, `dct`, or nothing in the edition of 2008.
    public let style: String?
    /// What the file says of itself.
    public private(set) var header: TBXHeader
    /// What stands after the concepts; complete when the last was read.
    public private(set) var references: [TBXReferenceSection] = []

    private let parts: TBXParts
    private var parser = TBXEntryParser()
    private var waiting: TBXNode?
    private var strays = 0

    /// No tool writes so many; a file that does is made to keep its readers busy.
    static let strayLimit = 10_000

    /// The share of the file that was read, 0 to 1; nil where its length is not known.
    public var share: Double? { parts.share }

    /// Opens a file, or standard input for `-`, and reads up to its first concept.
    /// - Throws: `LathuError` where the file cannot be opened; with code `invalidData` where it is not
    ///   well-formed XML or not TBX.
    public convenience init(path: String) throws(LathuError) {
        try self.init(XMLReader(path: path, limits: TBXParts.limits))
    }

    /// Reads bytes in memory.
    /// - Parameter file: the path for messages.
    /// - Throws: `LathuError` as ``init(path:)``.
    public convenience init(bytes: [UInt8], file: String? = nil) throws(LathuError) {
        try self.init(XMLReader(bytes: bytes, file: file, limits: TBXParts.limits))
    }

    private init(_ reader: XMLReader) throws(LathuError) {
        let parts = TBXParts(reader)
        guard case .open(let root) = try parts.next() else {
            throw LathuError(.invalidData, "is not TBX", at: SourceLocation(file: reader.file))
        }
        self.parts = parts
        dialect = root["type"] ?? ""
        style = root["style"]
        header = TBXHeader(language: root.language ?? "")
        waiting = try nextEntry()
    }

    /// The next concept, or nil after the last one.
    ///
    /// Everything before an error is delivered first; after it, every call throws it again.
    /// - Throws: `LathuError` with code `invalidData` where the file is not well-formed, cut off or holds an
    ///   entry of more than 16 MiB; `inputOutput` where reading fails.
    public func next() throws(LathuError) -> Item? {
        let first = waiting
        waiting = nil
        guard let node = first == nil ? try nextEntry() : first else { return nil }
        let concept = parser.concept(node)
        if concept.languages.allSatisfy(\.terms.isEmpty) { try countStray(node.location) }
        return Item(concept: concept, findings: parser.findings)
    }

    private func countStray(_ location: SourceLocation) throws(LathuError) {
        strays += 1
        if strays <= Self.strayLimit { return }
        throw parts.fail(
            "holds more than \(Self.strayLimit) elements that are no concepts, or concepts without terms",
            location)
    }

    /// Reads up to the next entry, taking notice of header and back matter on the way.
    private func nextEntry() throws(LathuError) -> TBXNode? {
        while let part = try parts.next() {
            guard case .element(let node) = part else { continue }
            if node.isEntry { return node }
            switch node.name {
            case "tbxHeader", "martifHeader": header = TBXHeader(node, language: header.language)
            case "back": references += node.children.map { TBXReferenceSection($0) }
            default: try countStray(node.location)
            }
        }
        return nil
    }
}
