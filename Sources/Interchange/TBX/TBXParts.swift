internal import TextFiles
internal import XMLText

/// Takes a TBX file apart: the frame of root, `text` and `body`, and everything in the frame as whole elements. So
/// memory holds one concept at a time.
final class TBXParts {
    /// No tool writes a concept of this size; a file that does would fill the memory.
    static let entryLimit = 16 << 20

    enum Part {
        /// An element of the frame begins; its content is still to come.
        case open(TBXNode)
        /// An element of the frame ends.
        case close(String)
        /// An element in the frame: header, concept, back matter or what does not belong.
        case element(TBXNode)
        /// Text in the frame that is not white space.
        case text(String, SourceLocation)
    }

    /// The elements of the frame.
    private static let frame: Set<String> = ["martif", "tbx", "text", "body"]

    private let reader: XMLReader
    private var frame: [String] = []
    private var problem: LathuError?

    var file: String? { reader.file }
    var share: Double? { reader.share }

    init(_ reader: XMLReader) { self.reader = reader }

    static var limits: XMLReader.Limits {
        var limits = XMLReader.Limits()
        limits.textLength = entryLimit
        return limits
    }

    /// The next part; nil at the end of the document.
    /// - Throws: `LathuError` with code `invalidData` where the document is malformed, is not TBX or holds an
    ///   element of more than ``entryLimit``.
    func next() throws(LathuError) -> Part? {
        if let problem { throw problem }
        while let event = try reader.next() {
            switch event.kind {
            case .startElement(let tag):
                let node = TBXNode(tag: tag, location: reader.location(of: event))
                if frame.isEmpty, tag.name.local != "martif", tag.name.local != "tbx" {
                    throw fail(
                        "is not TBX: its document element is <\(tag.name)>, not <tbx> or <martif>",
                        node.location)
                }
                let isFrame = Self.isFrame(tag.name.local, in: frame)
                guard isFrame else { return .element(try element(node)) }
                frame.append(tag.name.local)
                return .open(node)
            case .endElement:
                return .close(frame.removeLast())
            case .text(let text):
                let part = TBXNode(
                    tag: XMLTag(name: XMLName("text"), attributes: []), location: reader.location(of: event),
                    content: [.text(text)])
                if part.hasOwnText { return .text(text, part.location) }
            }
        }
        return nil
    }

    private static func isFrame(_ name: String, in frame: [String]) -> Bool {
        switch frame.count {
        case 0: true
        case 1: name == "text"
        case 2: name == "body"
        default: false
        }
    }

    /// Reads an element to its end.
    private func element(_ start: TBXNode) throws(LathuError) -> TBXNode {
        var open = [start]
        var size = 0
        while let event = try reader.next() {
            // What an event takes in memory, roughly.
            size += 128
            switch event.kind {
            case .startElement(let tag):
                for attribute in tag.attributes { size += 64 + attribute.value.utf8.count }
                open.append(TBXNode(tag: tag, location: reader.location(of: event)))
            case .text(let text):
                size += text.utf8.count
                open[open.count - 1].content.append(.text(text))
            case .endElement:
                let done = open.removeLast()
                if open.isEmpty { return done }
                open[open.count - 1].content.append(.element(done))
            }
            if size > Self.entryLimit {
                throw fail("<\(start.name)> takes more than \(Self.entryLimit >> 20) MiB", start.location)
            }
        }
        return open[0]
    }

    /// An error that every further call of ``next()`` throws again.
    func fail(_ message: String, _ location: SourceLocation) -> LathuError {
        let error = LathuError(.invalidData, message, at: location)
        problem = error
        return error
    }
}
