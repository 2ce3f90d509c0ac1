internal import Segmentation
internal import TextFiles
internal import XMLText

/// A `seg` before its codes have numbers.
struct TMXSegment {
    enum Piece {
        case text(String)
        /// The index of a code in ``TMXSegment/codes``.
        case code(Int)
    }

    struct Code {
        let markup: TMXMarkup
        var kind: InlineCode.Kind
        /// The index of the code that opens what this one closes.
        var opening: Int?
    }

    var pieces: [Piece] = []
    var codes: [Code] = []
}

/// Reads a `seg`: text, and codes with what they hold.
///
/// `bpt` and `ept` of one `i` are a pair, and so are the tags of a `hi`. `it` opens or closes what the segment
/// does not hold whole, and so does a `bpt` or `ept` without partner. `ph` and `ut` stand for themselves.
struct TMXSegmentParser {
    private let events: TMXEvents
    private var segment = TMXSegment()
    /// The `bpt` that wait for their `ept`, by `i`.
    private var open: [(i: String, code: Int, location: SourceLocation)] = []

    init(_ events: TMXEvents) { self.events = events }

    /// Reads up to the end of the `seg` whose start tag was just read.
    mutating func read() throws(LathuError) -> TMXSegment {
        // What waits for an end tag: the code of a `hi`, nil for an element that does not belong.
        var elements: [Int?] = []
        while let kind = try events.next() {
            switch kind {
            case .text: if events.makesUnits { segment.pieces.append(.text(events.cursor.text)) }
            case .start:
                guard let element = events.element?.markup, TMXMarkup.Element.ofSegment.contains(element)
                else {
                    events.find(
                        "<\(events.elementName)> does not belong in <seg>: its text is kept, its tags are not"
                    )
                    elements.append(nil)
                    continue
                }
                if element == .hi {
                    let attributes = values(of: .hi)
                    elements.append(append(TMXMarkup(.hi, attributes: attributes), .opening))
                } else {
                    let location = events.cursor.location
                    add(try markup(element), location)
                }
            case .end:
                guard let element = elements.popLast() else {
                    for pair in open {
                        events.find("<bpt i=\"\(pair.i)\"> has no <ept>", at: pair.location)
                    }
                    return segment
                }
                if let element { append(TMXMarkup(.hi), .closing, opening: element) }
            }
        }
        return segment
    }

    /// The attributes of an inline element: codes are told apart by them, whatever is wanted of the file.
    private func values(of element: TMXElement) -> TMXAttributes {
        let wanted = events.makesUnits
        events.makesUnits = true
        defer { events.makesUnits = wanted }
        return events.attributes(of: element).known
    }

    @discardableResult
    private mutating func append(_ markup: TMXMarkup, _ kind: InlineCode.Kind, opening: Int? = nil) -> Int {
        segment.pieces.append(.code(segment.codes.count))
        segment.codes.append(TMXSegment.Code(markup: markup, kind: kind, opening: opening))
        return segment.codes.count - 1
    }

    private mutating func add(_ markup: TMXMarkup, _ location: SourceLocation) {
        let i = markup.attributes[.i] ?? ""
        switch markup.element {
        case .bpt: open.append((i, append(markup, .opening), location))
        case .ept:
            if let at = open.lastIndex(where: { $0.i == i }) {
                append(markup, .closing, opening: open.remove(at: at).code)
            } else {
                events.find("<ept i=\"\(i)\"> has no <bpt> before it", at: location)
                append(markup, .closing)
            }
        case .it: append(markup, markup.attributes[.pos] == "end" ? .closing : .opening)
        case .ph, .ut, .hi, .sub: append(markup, .standalone)
        }
    }

    /// Reads an inline element with everything in it.
    private func markup(_ given: TMXMarkup.Element) throws(LathuError) -> TMXMarkup {
        var attributes = values(of: given.element)
        // Of an isolated tag that does not say which side it is, nothing is known but that it is there.
        let element = given == .it && attributes[.pos] == nil ? .ph : given
        for key in TMXAttribute.required(of: element.element) where attributes[key] == nil {
            attributes[key] = ""
        }
        var content: [TMXMarkup.Content] = []
        func append(_ text: String) {
            if case .text(let before) = content.last {
                content[content.count - 1] = .text(before + text)
            } else {
                content.append(.text(text))
            }
        }
        // Elements around what is read that do not belong.
        var strange = 0
        while let kind = try events.next() {
            switch kind {
            case .text: append(events.cursor.text)
            case .start:
                if let child = events.element?.markup, element.children.contains(child) {
                    content.append(.markup(try markup(child)))
                } else {
                    events.find(
                        "<\(events.elementName)> does not belong in <\(element.rawValue)>: its text is kept, its "
                            + "tags are not")
                    strange += 1
                }
            case .end:
                if strange == 0 { return TMXMarkup(element, attributes: attributes, content: content) }
                strange -= 1
            }
        }
        return TMXMarkup(element, attributes: attributes, content: content)
    }
}
