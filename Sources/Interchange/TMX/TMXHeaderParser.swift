internal import TextFiles
internal import XMLText

/// Reads a `header`.
struct TMXHeaderParser {
    private let events: TMXEvents

    init(_ events: TMXEvents) { self.events = events }

    mutating func header(_ tag: XMLTag, _ event: XMLEvent) throws(LathuError) -> TMXHeader {
        var header = TMXHeader(attributes: events.attributes(tag, event).known)
        while let event = try events.next() {
            switch event.kind {
            case .endElement: return header
            case .text(let text): events.expectSpace(text, event, in: "header")
            case .startElement(let tag):
                switch tag.name.local {
                case "note": header.notes.append(try events.note(tag, event))
                case "prop": header.properties.append(try events.property(tag, event))
                case "ude": header.encodings.append(try encoding(tag, event))
                default:
                    events.find("<\(tag.name)> is no part of a TMX header and is passed over", event)
                    try events.skipElement()
                }
            }
        }
        return header
    }

    private func encoding(_ tag: XMLTag, _ event: XMLEvent) throws(LathuError) -> TMXUserEncoding {
        var encoding = TMXUserEncoding(attributes: events.attributes(tag, event).known, mappings: [])
        while let event = try events.next() {
            switch event.kind {
            case .endElement: return encoding
            case .text(let text): events.expectSpace(text, event, in: "ude")
            case .startElement(let tag):
                if tag.name.local == "map" {
                    encoding.mappings.append(events.attributes(tag, event).known)
                } else {
                    events.find("<\(tag.name)> does not belong in <ude> and is passed over", event)
                }
                try events.skipElement()
            }
        }
        return encoding
    }
}

extension TMXEvents {
    /// Reads a `note` whose start tag was just read.
    func note(_ tag: XMLTag, _ event: XMLEvent) throws(LathuError) -> TMXNote {
        let (known, language) = attributes(tag, event)
        return TMXNote(try text(of: "note"), language: language, encoding: known[.encoding])
    }

    /// Reads a `prop` whose start tag was just read.
    func property(_ tag: XMLTag, _ event: XMLEvent) throws(LathuError) -> TMXProperty {
        let (known, language) = attributes(tag, event)
        if known[.type] == nil { find("<prop> lacks its attribute “type”", event) }
        return TMXProperty(
            known[.type] ?? "", try text(of: "prop"), language: language, encoding: known[.encoding])
    }
}
