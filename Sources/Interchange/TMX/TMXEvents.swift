internal import TextFiles
internal import UnicodeText
internal import XMLText

/// The events of a TMX file, with what all its parts need: findings, attributes, bounds.
final class TMXEvents {
    /// No tool writes units of this size; a file that does would fill the memory.
    static let unitLimit = 16 << 20
    static let limits: XMLReader.Limits = {
        var limits = XMLReader.Limits()
        limits.textLength = unitLimit
        return limits
    }()

    private let reader: XMLReader
    private var findings: [Diagnostic] = []
    private var unitSize = 0
    private var locales: [String: LocaleID?] = [:]
    private var problem: LathuError?

    init(_ reader: XMLReader) { self.reader = reader }

    func next() throws(LathuError) -> XMLEvent? {
        if let problem { throw problem }
        guard let event = try reader.next() else { return nil }
        // What an event takes in memory, roughly.
        unitSize += 64
        switch event.kind {
        case .text(let text): unitSize += text.utf8.count
        case .startElement(let tag):
            for attribute in tag.attributes { unitSize += 64 + attribute.value.utf8.count }
        case .endElement: break
        }
        if unitSize > Self.unitLimit {
            let error = LathuError(
                .invalidData, "a unit or header takes more than \(Self.unitLimit >> 20) MiB",
                at: location(of: event))
            problem = error
            throw error
        }
        return event
    }

    func startUnit() { unitSize = 0 }

    func location(of event: XMLEvent) -> SourceLocation { reader.location(of: event) }

    /// Keeps a warning, while there is room.
    func find(_ message: String, _ event: XMLEvent?, hint: String? = nil) {
        guard findings.count < TMXReader.findingLimit else { return }
        let location = event.map { reader.location(of: $0) } ?? SourceLocation(file: reader.file)
        findings.append(Diagnostic(message, at: location, hint: hint, severity: .warning))
    }

    func takeFindings() -> [Diagnostic] {
        defer { findings = [] }
        return findings
    }

    /// Reads to the end of the element whose start tag was just read.
    func skipElement() throws(LathuError) {
        var depth = 1
        while depth > 0, let event = try next() {
            startUnit()
            switch event.kind {
            case .startElement: depth += 1
            case .endElement: depth -= 1
            case .text: break
            }
        }
    }

    /// The text of the element whose start tag was just read, up to its end.
    func text(of element: String) throws(LathuError) -> String {
        var text = ""
        var depth = 1
        while depth > 0, let event = try next() {
            switch event.kind {
            case .startElement(let tag):
                depth += 1
                find(
                    "<\(tag.name)> does not belong in <\(element)>: its text is kept, its tags are not", event
                )
            case .endElement: depth -= 1
            case .text(let part): text += part
            }
        }
        return text
    }

    func expectSpace(_ text: String, _ event: XMLEvent, in element: String) {
        guard text.utf8.contains(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return }
        find("text does not belong in <\(element)> and is left out", event)
    }

    /// The attributes that TMX gives an element, and its language (`xml:lang`, before 1.3 `lang`).
    func attributes(
        _ tag: XMLTag, _ event: XMLEvent
    ) -> (known: [TMXAttribute: String], language: String?) {
        let element = tag.name.local
        let expected = TMXAttribute.known(of: element)
        var known: [TMXAttribute: String] = [:]
        var language: String?
        var oldLanguage: String?
        for attribute in tag.attributes {
            let name = attribute.name
            if name.namespace == XMLName.xmlNamespace {
                if name.local == "lang" { language = attribute.value }
                continue
            }
            if name.namespace == nil, name.local == "lang", ["tuv", "note", "prop"].contains(element) {
                oldLanguage = attribute.value
                continue
            }
            guard name.namespace == nil, let key = TMXAttribute(rawValue: name.local), expected.contains(key)
            else {
                find("<\(element)> has no attribute “\(name)” in TMX; it is left out", event)
                continue
            }
            if let values = key.values, !values.contains(attribute.value) {
                find(
                    "“\(attribute.value)” is no value of the attribute “\(name)”; it is left out", event,
                    hint: "expected one of " + values.joined(separator: ", "))
                continue
            }
            if key.isDate, TMXDate.milliseconds(attribute.value) == nil {
                find(
                    "“\(attribute.value)” in the attribute “\(name)” is no date", event,
                    hint: "expected one as 20171107T093000Z")
            }
            known[key] = attribute.value
        }
        for key in TMXAttribute.required(of: element) where known[key] == nil {
            find("<\(element)> lacks its attribute “\(key.rawValue)”", event)
        }
        return (known, language ?? oldLanguage)
    }

    /// The locale of a language tag; nil where it is none.
    func locale(_ tag: String) -> LocaleID? {
        if let known = locales[tag] { return known }
        let locale = try? LocaleID(tag)
        // A file made of distinct tags must not fill the memory.
        if locales.count < 1000 { locales[tag] = .some(locale) }
        return locale
    }
}
