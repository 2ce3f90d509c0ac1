internal import Segmentation
internal import TextFiles
internal import XMLText

/// Reads a `tu`.
struct TMXUnitParser {
    private let events: TMXEvents
    /// The variants read so far; their codes get numbers when all of them are there.
    private var drafts: [Draft] = []

    private struct Draft {
        let event: XMLEvent
        let language: String
        let attributes: [TMXAttribute: String]
        var notes: [TMXNote] = []
        var properties: [TMXProperty] = []
        var segment: TMXSegment?
    }

    init(_ events: TMXEvents) { self.events = events }

    mutating func unit(_ tag: XMLTag, _ event: XMLEvent) throws(LathuError) -> TMXUnit {
        var unit = TMXUnit(attributes: events.attributes(tag, event).known)
        reading: while let event = try events.next() {
            switch event.kind {
            case .endElement: break reading
            case .text(let text): events.expectSpace(text, event, in: "tu")
            case .startElement(let tag):
                switch tag.name.local {
                case "note": unit.notes.append(try events.note(tag, event))
                case "prop": unit.properties.append(try events.property(tag, event))
                case "tuv": try readVariant(tag, event)
                default:
                    events.find("<\(tag.name)> is no part of a TMX unit and is passed over", event)
                    try events.skipElement()
                }
            }
        }
        if drafts.isEmpty { events.find("the unit holds no <tuv> with a <seg>", event) }
        unit.variants = variants()
        return unit
    }

    private mutating func readVariant(_ tag: XMLTag, _ event: XMLEvent) throws(LathuError) {
        let (attributes, language) = events.attributes(tag, event)
        var draft = Draft(event: event, language: language ?? "", attributes: attributes)
        reading: while let event = try events.next() {
            switch event.kind {
            case .endElement: break reading
            case .text(let text): events.expectSpace(text, event, in: "tuv")
            case .startElement(let tag):
                switch tag.name.local {
                case "note": draft.notes.append(try events.note(tag, event))
                case "prop": draft.properties.append(try events.property(tag, event))
                case "seg" where draft.segment == nil:
                    var parser = TMXSegmentParser(events)
                    draft.segment = try parser.read()
                default:
                    events.find(
                        tag.name.local == "seg"
                            ? "a second <seg> in one <tuv> is passed over"
                            : "<\(tag.name)> is no part of a TMX variant and is passed over", event)
                    try events.skipElement()
                }
            }
        }
        if language == nil {
            events.find("<tuv> does not say its language", event, hint: "expected xml:lang=\"vi\", for one")
        } else if events.locale(draft.language) == nil {
            events.find("the language “\(draft.language)” is not known", event)
        }
        if draft.segment == nil {
            events.find("<tuv> has no <seg> and is left out", event)
            return
        }
        drafts.append(draft)
    }

    private func variants() -> [TMXVariant] {
        var numbering = TMXCodeNumbering(reserving: drafts.compactMap(\.segment))
        var variants: [TMXVariant] = []
        for draft in drafts {
            guard let segment = draft.segment else { continue }
            guard let text = numbering.text(segment) else {
                events.find(
                    "the variant has more codes than there are numbers (\(InlineCode.numbers.upperBound)) "
                        + "and is left out", draft.event)
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
