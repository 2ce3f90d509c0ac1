internal import Segmentation
internal import TextFiles
internal import XMLText

/// Reads a `tu`.
struct TMXUnitParser {
    private let events: TMXEvents
    /// The variants read so far; their codes get numbers when all of them are there.
    private var drafts: [Draft] = []

    private struct Draft {
        let location: SourceLocation
        let language: String
        let attributes: TMXAttributes
        var notes: [TMXNote] = []
        var properties: [TMXProperty] = []
        var segment: TMXSegment?
    }

    /// Whether the unit that was read holds no variant.
    var isEmpty: Bool { drafts.isEmpty }

    init(_ events: TMXEvents) { self.events = events }

    /// Reads the unit whose start tag was just read.
    mutating func unit() throws(LathuError) -> TMXUnit {
        let location = events.cursor.location
        var unit = TMXUnit(attributes: events.attributes(of: .tu).known)
        reading: while let kind = try events.next() {
            switch kind {
            case .end: break reading
            case .text: events.expectSpace(in: .tu)
            case .start:
                switch events.element {
                case .note: unit.notes.append(try events.note())
                case .prop: unit.properties.append(try events.property())
                case .tuv: try readVariant()
                default:
                    events.find("<\(events.elementName)> is no part of a TMX unit and is passed over")
                    try events.skipElement()
                }
            }
        }
        if drafts.isEmpty { events.find("the unit holds no <tuv> with a <seg>", at: location) }
        unit.variants = variants()
        return unit
    }

    private mutating func readVariant() throws(LathuError) {
        let location = events.cursor.location
        let (attributes, language) = events.attributes(of: .tuv)
        var draft = Draft(location: location, language: language ?? "", attributes: attributes)
        reading: while let kind = try events.next() {
            switch kind {
            case .end: break reading
            case .text: events.expectSpace(in: .tuv)
            case .start:
                switch events.element {
                case .note: draft.notes.append(try events.note())
                case .prop: draft.properties.append(try events.property())
                case .seg where draft.segment == nil:
                    var parser = TMXSegmentParser(events)
                    draft.segment = try parser.read()
                case .seg:
                    events.find("a second <seg> in one <tuv> is passed over")
                    try events.skipElement()
                default:
                    events.find("<\(events.elementName)> is no part of a TMX variant and is passed over")
                    try events.skipElement()
                }
            }
        }
        if language == nil {
            events.find(
                "<tuv> does not say its language", at: location, hint: "expected xml:lang=\"vi\", for one")
        } else if events.locale(draft.language) == nil {
            events.find("the language “\(draft.language)” is not known", at: location)
        }
        if draft.segment == nil {
            events.find("<tuv> has no <seg> and is left out", at: location)
            return
        }
        drafts.append(draft)
    }

    private func variants() -> [TMXVariant] {
        // Numbers can only be lacking where there are codes.
        let hasCodes = drafts.contains { $0.segment?.codes.isEmpty == false }
        if !events.makesUnits, !hasCodes { return [] }
        var numbering = TMXCodeNumbering(reserving: hasCodes ? drafts.compactMap(\.segment) : [])
        var variants: [TMXVariant] = []
        variants.reserveCapacity(drafts.count)
        for draft in drafts {
            guard let segment = draft.segment else { continue }
            guard let text = numbering.text(segment) else {
                events.find(
                    "the variant has more codes than there are numbers (\(InlineCode.numbers.upperBound)) "
                        + "and is left out", at: draft.location)
                continue
            }
            variants.append(
                TMXVariant(
                    text, language: draft.language, locale: events.locale(draft.language),
                    attributes: draft.attributes, notes: draft.notes, properties: draft.properties,
                    codes: segment.codes.map(\.markup)))
        }
        return variants
    }
}
