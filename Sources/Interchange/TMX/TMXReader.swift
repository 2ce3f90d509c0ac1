public import TextFiles
internal import XMLText

/// Reads TMX 1.1 to 1.4b unit by unit, in memory that does not grow with the file.
///
/// What is wrong but can be passed over, such as an unknown language or a date that is none, is told beside
/// the unit; the rest of the file goes on. Elements are taken by their local names, whatever the namespace.
///
/// ```swift
/// let reader = try TMXReader(path: "memory.tmx")
/// while let item = try reader.next() { add(item.unit) }
/// ```
public final class TMXReader {
    /// A unit with its place.
    public struct Item: Sendable {
        /// The unit; without variants where it holds none.
        public let unit: TMXUnit
        /// Where it starts.
        public let location: SourceLocation
        /// What is wrong with it, each a warning; at most ``TMXReader/findingLimit``.
        public let findings: [Diagnostic]
    }

    /// How many findings are kept of a unit, and of the file outside of units.
    public static let findingLimit = 20

    /// The value of `version`; empty where there is none.
    public let version: String
    /// What the file says of itself.
    public let header: TMXHeader
    /// What is wrong with the file outside of units, as far as it has been read.
    public private(set) var findings: [Diagnostic]

    private let events: TMXEvents
    private let reader: XMLReader

    /// The share of the file that was read, 0 to 1; nil where its length is not known.
    public var share: Double? { reader.share }
    private var isInBody: Bool

    /// Opens a file, or standard input for `-`, and reads its header.
    /// - Throws: `LathuError` where the file cannot be opened; with code `invalidData` where it is not
    ///   well-formed XML or not TMX.
    public convenience init(path: String) throws(LathuError) {
        try self.init(XMLReader(path: path, limits: TMXEvents.limits))
    }

    /// Reads bytes in memory.
    /// - Parameter file: the path for messages.
    /// - Throws: `LathuError` as ``init(path:)``.
    public convenience init(bytes: [UInt8], file: String? = nil) throws(LathuError) {
        try self.init(XMLReader(bytes: bytes, file: file, limits: TMXEvents.limits))
    }

    private init(_ reader: XMLReader) throws(LathuError) {
        self.reader = reader
        events = TMXEvents(reader)
        (version, header, isInBody) = try Self.start(events)
        findings = events.takeFindings()
    }

    /// The next unit, or nil after the last one.
    ///
    /// Everything before an error is delivered first; after it, every call throws it again.
    /// - Throws: `LathuError` with code `invalidData` where the file is not well-formed, cut off or holds a
    ///   unit of more than 16 MiB; `inputOutput` where reading fails.
    public func next() throws(LathuError) -> Item? {
        while isInBody {
            events.startUnit()
            guard let event = try events.next() else { break }
            switch event.kind {
            case .startElement(let tag) where tag.name.local == "tu":
                var parser = TMXUnitParser(events)
                let unit = try parser.unit(tag, event)
                return Item(
                    unit: unit, location: events.location(of: event), findings: events.takeFindings())
            case .startElement(let tag):
                events.find("<\(tag.name)> is no part of a TMX body and is passed over", event)
                try events.skipElement()
            case .endElement: isInBody = false
            case .text(let text): events.expectSpace(text, event, in: "body")
            }
            keepFindings()
        }
        isInBody = false
        // To the end of the document, which may be malformed still.
        while try events.next() != nil { events.startUnit() }
        return nil
    }

    private func keepFindings() {
        let room = Self.findingLimit - findings.count
        findings += events.takeFindings().prefix(max(0, room))
    }

    /// Reads up to the start of the body.
    private static func start(
        _ events: TMXEvents
    ) throws(LathuError) -> (version: String, header: TMXHeader, isInBody: Bool) {
        var version = ""
        var header: TMXHeader?
        var isRoot = true
        while let event = try events.next() {
            guard case .startElement(let tag) = event.kind else { continue }
            switch tag.name.local {
            case "tmx" where isRoot:
                version = tag["version"] ?? ""
                if !["1.0", "1.1", "1.2", "1.3", "1.4", "1.4a", "1.4b"].contains(version) {
                    events.find(
                        version.isEmpty
                            ? "the version of TMX is missing; it is read as 1.4"
                            : "the version “\(version)” of TMX is not known; it is read as 1.4", event)
                }
            case _ where isRoot:
                throw LathuError(
                    .invalidData, "is not TMX: its document element is <\(tag.name)>, not <tmx>",
                    at: events.location(of: event))
            case "header":
                var parser = TMXHeaderParser(events)
                header = try parser.header(tag, event)
            case "body":
                if header == nil { events.find("there is no <header>", event) }
                return (version, header ?? TMXHeader(attributes: [:]), true)
            default:
                events.find("<\(tag.name)> is no part of TMX here and is passed over", event)
                try events.skipElement()
            }
            isRoot = false
        }
        events.find("there is no <body>", nil)
        return (version, header ?? TMXHeader(attributes: [:]), false)
    }
}
