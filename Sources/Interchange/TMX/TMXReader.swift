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

    /// Elements that are no units, or units without any text: no tool writes so many; a file that holds more is made to
    /// keep its readers busy.
    static let strayLimit = 10_000

    private let events: TMXEvents
    private var isInBody: Bool
    private var strays = 0
    private var failure: LathuError?

    /// The share of the file that was read, 0 to 1; nil where its length is not known.
    public var share: Double? { events.cursor.share }

    /// Opens a file, or standard input for `-`, and reads its header.
    /// - Throws: `LathuError` where the file cannot be opened; with code `invalidData` where it is not
    ///   well-formed XML or not TMX.
    public convenience init(path: String) throws(LathuError) {
        try self.init(ByteStream(path: path))
    }

    /// Reads bytes in memory.
    /// - Parameter file: the path for messages.
    /// - Throws: `LathuError` as ``init(path:)``.
    public convenience init(bytes: [UInt8], file: String? = nil) throws(LathuError) {
        try self.init(ByteStream(bytes, file: file))
    }

    /// Reads a stream from where it stands.
    /// - Throws: `LathuError` as ``init(path:)``.
    public init(_ stream: ByteStream) throws(LathuError) {
        events = TMXEvents(try XMLCursor(stream, limits: TMXEvents.limits))
        (version, header, isInBody) = try Self.start(events)
        findings = events.takeFindings()
    }

    /// The next unit, or nil after the last one.
    ///
    /// Everything before an error is delivered first; after it, every call throws it again.
    /// - Throws: `LathuError` with code `invalidData` where the file is not well-formed, cut off or holds a
    ///   unit of more than 16 MiB; `inputOutput` where reading fails.
    public func next() throws(LathuError) -> Item? {
        events.makesUnits = true
        return try read().map { Item(unit: $0.unit, location: $0.location, findings: events.takeFindings()) }
    }

    /// What is wrong with the next unit, or nil after the last one: the findings of ``next()`` in a third of its time,
    /// since no unit is made. Both can be called in turn.
    /// - Throws: `LathuError` as ``next()``.
    public func nextFindings() throws(LathuError) -> [Diagnostic]? {
        events.makesUnits = false
        return try read().map { _ in events.takeFindings() }
    }

    private func read() throws(LathuError) -> (unit: TMXUnit, location: SourceLocation)? {
        if let failure { throw failure }
        do {
            return try readUnit()
        } catch {
            failure = error
            throw error
        }
    }

    private func readUnit() throws(LathuError) -> (unit: TMXUnit, location: SourceLocation)? {
        while isInBody {
            events.startUnit()
            guard let kind = try events.next() else { break }
            switch kind {
            case .start where events.element == .tu:
                let location = events.cursor.location
                var parser = TMXUnitParser(events)
                let unit = try parser.unit()
                if parser.isEmpty { try countStray() }
                return (unit, location)
            case .start:
                try countStray()
                events.find("<\(events.elementName)> is no part of a TMX body and is passed over")
                try events.skipElement()
            case .end: isInBody = false
            case .text: events.expectSpace(in: .body)
            }
            keepFindings()
        }
        isInBody = false
        // To the end of the document, which may be malformed still.
        while let kind = try events.next() {
            events.startUnit()
            if kind == .start { try countStray() }
        }
        return nil
    }

    private func countStray() throws(LathuError) {
        strays += 1
        if strays > Self.strayLimit {
            throw LathuError(
                .invalidData,
                "holds more than \(Self.strayLimit) elements that are no units, or units without text",
                at: events.cursor.location)
        }
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
        while let kind = try events.next() {
            guard kind == .start else { continue }
            switch events.element {
            case .tmx where isRoot:
                version = events.cursor.tag["version"] ?? ""
                if !["1.0", "1.1", "1.2", "1.3", "1.4", "1.4a", "1.4b"].contains(version) {
                    events.find(
                        version.isEmpty
                            ? "the version of TMX is missing; it is read as 1.4"
                            : "the version “\(version)” of TMX is not known; it is read as 1.4")
                }
            case _ where isRoot:
                throw LathuError(
                    .invalidData, "is not TMX: its document element is <\(events.elementName)>, not <tmx>",
                    at: events.cursor.location)
            case .header: header = try TMXHeaderParser(events).header()
            case .body:
                if header == nil { events.find("there is no <header>") }
                return (version, header ?? TMXHeader(attributes: [:]), true)
            default:
                events.find("<\(events.elementName)> is no part of TMX here and is passed over")
                try events.skipElement()
            }
            isRoot = false
        }
        events.find("there is no <body>", at: SourceLocation(file: events.cursor.file))
        return (version, header ?? TMXHeader(attributes: [:]), false)
    }
}
