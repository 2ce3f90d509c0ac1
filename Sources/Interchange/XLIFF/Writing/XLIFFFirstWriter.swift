internal import Segmentation
internal import TextFiles
internal import UnicodeText
internal import XMLText

/// Writes units as XLIFF 1.2, with proposals as alternative translations.
struct XLIFFFirstWriter: XLIFFPairWriter {
    private typealias Attributes = [(name: String, value: String)]

    var xml = XMLWriter(indentation: 1, forbidden: .drop)
    var ownLosses = PairLosses()
    private var identifiers = XLIFFIdentifiers()
    private let copiesSource: Bool

    init(_ options: PairWritingOptions) { copiesSource = options.copiesSource }

    mutating func start(_ header: PairHeader) throws(LathuError) {
        let languages = try header.languages(for: "XLIFF")
        xml.declaration()
        try xml.start(
            "xliff", [("version", "1.2"), ("xmlns", XLIFFVersion.oneTwo.namespace ?? "")])
        try xml.start(
            "file",
            [
                ("original", header.original ?? "units"), ("source-language", languages.source),
                ("target-language", languages.target), ("datatype", "plaintext"), ("xml:space", "preserve"),
            ])
        try xml.start("body")
    }

    mutating func finish() throws(LathuError) {
        xml.end()
        xml.end()
        xml.end()
    }

    mutating func write(_ unit: PairUnit) throws(LathuError) {
        let identifier = identifiers.next(unit.id)
        countLosses(unit, isIdentifierKept: identifier.isKept)
        let target = unit.isTranslated ? unit.target : nil
        var attributes: Attributes = [("id", identifier.id)]
        if target != nil, unit.state == .reviewed { attributes.append(("approved", "yes")) }
        if let context = unit.context { attributes.append(("resname", context)) }
        if let fingerprint = unit.fingerprint { attributes.append(("extradata", fingerprint)) }
        try xml.start("trans-unit", attributes)
        try writeText("source", [], unit.source, unit.codes)
        if let target {
            try writeText("target", [("state", Self.state(unit.state ?? .translated))], target, unit.codes)
        } else if copiesSource {
            try writeText("target", [("state", "needs-translation")], unit.source, unit.codes)
        }
        for note in unit.notes where note.kind != .codes {
            try xml.element("note", [("from", note.kind.rawValue)], text: note.text)
        }
        if let previous = unit.previousSource {
            if let target {
                try xml.start("alt-trans", [("alttranstype", "previous-version")])
                try writeText("source", [], previous, [:])
                try writeText("target", [], target, unit.codes)
                xml.end()
            } else {
                try xml.element("note", [("from", XLIFFUnitReader.previousSource)], text: previous.coded)
            }
        }
        for proposal in unit.proposals {
            var attributes: Attributes = []
            if let percent = proposal.percent { attributes.append(("match-quality", "\(percent)%")) }
            if let origin = proposal.origin { attributes.append(("origin", origin)) }
            try xml.start("alt-trans", attributes)
            if let source = proposal.source { try writeText("source", [], source, [:]) }
            try writeText("target", [], proposal.target, [:])
            xml.end()
        }
        xml.end()
    }

    private static func state(_ state: PairState) -> String {
        switch state {
        case .missing, .draft: "needs-review-translation"
        case .translated: "translated"
        case .reviewed: "signed-off"
        }
    }

    private mutating func writeText(
        _ element: String, _ attributes: Attributes, _ text: InlineText, _ codes: [Int: PairCode]
    ) throws(LathuError) {
        try xml.start(element, attributes, isMixed: true)
        let plan = XLIFFCodePlan(text).codes
        var next = 0
        for piece in text.pieces {
            switch piece {
            case .text(let text): try xml.text(text)
            case .code:
                let (code, form, id) = plan[next]
                next += 1
                try write(code, form, id, codes[code.number])
            }
        }
        xml.end()
    }

    private mutating func write(
        _ code: InlineCode, _ form: XLIFFCodePlan.Form, _ id: String, _ known: PairCode?
    ) throws(LathuError) {
        let isClosing = code.kind == .closing
        let type: Attributes =
            (known?.kind.first(isAround: form != .standalone)).map { [("ctype", $0)] } ?? []
        let text = (isClosing ? known?.closing : known?.opening) ?? ""
        switch form {
        case .tag where isClosing: break
        case .tag:
            try xml.start("g", [("id", id)] + type, isMixed: true)
            return
        case .standalone:
            try xml.start("x", [("id", id)] + type + (text.isEmpty ? [] : [("equiv-text", text)]))
        case .marker where isClosing:
            // The two sides have identifiers of their own, and share the reference.
            try xml.start("ex", [("id", id + "-end"), ("rid", id)])
        case .marker:
            try xml.start("bx", [("id", id), ("rid", id)] + type)
        case .isolated:
            try xml.start("it", [("id", id), ("pos", isClosing ? "close" : "open")] + type, isMixed: true)
            try xml.text(text)
        }
        xml.end()
    }
}
