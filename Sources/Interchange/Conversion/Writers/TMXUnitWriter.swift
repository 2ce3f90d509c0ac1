internal import Segmentation
internal import TextFiles
internal import UnicodeText
internal import XMLText

/// Writes units as TMX 1.4, level 2.
struct TMXUnitWriter: PairUnitWriter {
    private var writer = TMXWriter(forbidden: .drop)
    private let toolVersion: String
    private let codes: TMXCodeForm
    private var header = PairHeader()
    private var ownLosses = PairLosses()

    init(_ options: PairWritingOptions) {
        toolVersion = options.toolVersion.isEmpty ? "unknown" : options.toolVersion
        codes = options.codes
    }

    var losses: PairLosses {
        var losses = ownLosses
        losses.add(.characters, writer.droppedCharacters)
        return losses
    }
    var pendingCount: Int { writer.pendingCount }
    mutating func takeBytes() -> [UInt8] { writer.takeBytes() }

    mutating func start(_ header: PairHeader) throws(LathuError) {
        self.header = header
        let languages = try header.languages(for: "TMX")
        var head = TMXHeader(tool: "lathu", version: toolVersion, sourceLanguage: languages.source)
        if let original = header.original {
            head.properties.append(TMXProperty(TMXPairProperty.original, original))
        }
        try writer.start(head)
    }

    mutating func write(_ unit: PairUnit) throws(LathuError) {
        guard let source = header.source, let target = header.target else { return }
        var properties: [TMXProperty] = []
        func add(_ type: String, _ text: String?) {
            if let text { properties.append(TMXProperty(type, text)) }
        }
        add(TMXPairProperty.state, unit.state?.rawValue)
        add(TMXPairProperty.origin, unit.origin)
        add(TMXPairProperty.context, unit.context)
        add(TMXPairProperty.exported, unit.fingerprint)
        var notes: [TMXNote] = []
        for note in unit.notes where note.kind != .codes {
            if note.kind == .remark {
                notes.append(TMXNote(note.text))
            } else {
                add(TMXPairProperty.note + note.kind.rawValue, note.text)
            }
        }
        ownLosses.add(.previousSources, unit.previousSource == nil ? 0 : 1)
        ownLosses.add(.proposals, unit.proposals.count)
        ownLosses.add(.flags, unit.flags.count)
        ownLosses.add(.references, unit.references.count)
        let text = codes.applied(to: unit.source, source: unit.source)
        var variants = [variant(text, source.identifier, unit.codes)]
        if let text = unit.target, unit.isTranslated {
            let text = codes.applied(to: text, source: unit.source)
            variants.append(variant(text, target.identifier, unit.codes))
        }
        var written = TMXUnit(notes: notes, properties: properties, variants: variants)
        written.attributes[.tuid] = unit.id
        written.attributes[.creationdate] = unit.created.flatMap { TMXDate.text($0) }
        written.attributes[.changedate] = unit.changed.flatMap { TMXDate.text($0) }
        written.attributes[.creationid] = unit.author
        written.attributes[.changeid] = unit.changed == nil ? nil : unit.author
        try writer.write(written)
    }

    mutating func finish() throws(LathuError) { writer.finish() }

    private func variant(_ text: InlineText, _ language: String, _ codes: [Int: PairCode]) -> TMXVariant {
        let made = zip(text.codes, TMXMarkup.made(for: text)).map { code, markup in
            guard let known = codes[code.number] else { return markup }
            var attributes = markup.attributes
            if markup.element != .ept { attributes[.type] = known.kind.tmx }
            let data = code.kind == .closing ? known.closing : known.opening
            return TMXMarkup(
                markup.element, attributes: attributes, content: data.isEmpty ? markup.content : [.text(data)]
            )
        }
        return TMXVariant(
            text, language: language, locale: nil, attributes: [:], notes: [], properties: [], codes: made)
    }
}
