internal import TextFiles
internal import XMLText

/// Reads a `header`.
struct TMXHeaderParser {
    private let events: TMXEvents

    init(_ events: TMXEvents) { self.events = events }

    /// Reads the header whose start tag was just read.
    func header() throws(LathuError) -> TMXHeader {
        var header = TMXHeader(attributes: events.attributes(of: .header).known)
        while let kind = try events.next() {
            switch kind {
            case .end: return header
            case .text: events.expectSpace(in: .header)
            case .start:
                switch events.element {
                case .note: header.notes.append(try events.note())
                case .prop: header.properties.append(try events.property())
                case .ude: header.encodings.append(try encoding())
                default:
                    events.find("<\(events.elementName)> is no part of a TMX header and is passed over")
                    try events.skipElement()
                }
            }
        }
        return header
    }

    private func encoding() throws(LathuError) -> TMXUserEncoding {
        var encoding = TMXUserEncoding(attributes: events.attributes(of: .ude).known, mappings: [])
        while let kind = try events.next() {
            switch kind {
            case .end: return encoding
            case .text: events.expectSpace(in: .ude)
            case .start:
                if events.element == .map {
                    encoding.mappings.append(events.attributes(of: .map).known)
                } else {
                    events.find("<\(events.elementName)> does not belong in <ude> and is passed over")
                }
                try events.skipElement()
            }
        }
        return encoding
    }
}

extension TMXEvents {
    /// Reads a `note` whose start tag was just read.
    func note() throws(LathuError) -> TMXNote {
        let (known, language) = attributes(of: .note)
        return TMXNote(try text(of: .note), language: language, encoding: known[.encoding])
    }

    /// Reads a `prop` whose start tag was just read.
    func property() throws(LathuError) -> TMXProperty {
        let (known, language) = attributes(of: .prop)
        return TMXProperty(
            known[.type] ?? "", try text(of: .prop), language: language, encoding: known[.encoding])
    }
}
