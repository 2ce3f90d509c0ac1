internal import Segmentation
internal import TextFiles
internal import UnicodeText
internal import XMLText

/// Writes units as XLIFF 2.0, 2.1 or 2.2, with proposals in the matches module.
struct XLIFFSecondWriter: XLIFFPairWriter {
    private typealias Attributes = [(name: String, value: String)]

    private let version: XLIFFVersion
    var xml = XMLWriter(indentation: 1, forbidden: .drop)
    var ownLosses = PairLosses()
    private var identifiers = XLIFFIdentifiers()
    private let copiesSource: Bool

    init(_ options: PairWritingOptions) {
        version = options.version.isFirstGeneration ? .twoOne : options.version
        copiesSource = options.copiesSource
    }

    mutating func start(_ header: PairHeader) throws(LathuError) {
        let languages = try header.languages(for: "XLIFF")
        xml.declaration()
        try xml.start(
            "xliff",
            [
                ("version", version.rawValue), ("srcLang", languages.source), ("trgLang", languages.target),
                ("xmlns", version.namespace ?? ""), ("xmlns:mtc", XLIFFModule.matches.rawValue),
                ("xmlns:mda", XLIFFModule.metadata.rawValue),
            ])
        var attributes: Attributes = [("id", "f1")]
        if let original = header.original { attributes.append(("original", original)) }
        try xml.start("file", attributes + [("xml:space", "preserve")])
    }

    mutating func finish() throws(LathuError) {
        xml.end()
        xml.end()
    }

    mutating func write(_ unit: PairUnit) throws(LathuError) {
        let identifier = identifiers.next(unit.id)
        countLosses(unit, isIdentifierKept: identifier.isKept)
        var attributes: Attributes = [("id", identifier.id)]
        if let context = unit.context { attributes.append(("name", context)) }
        try xml.start("unit", attributes)
        try write(unit.proposals)
        if let fingerprint = unit.fingerprint {
            try xml.start("mda:metadata")
            try xml.start("mda:metaGroup", [("category", XLIFFUnitReader.category)])
            try xml.element("mda:meta", [("type", "exported")], text: fingerprint)
            xml.end()
            xml.end()
        }
        let notes = unit.notes.filter { $0.kind != .codes }
        if !notes.isEmpty || unit.previousSource != nil {
            try xml.start("notes")
            for note in notes { try xml.element("note", [("category", note.kind.rawValue)], text: note.text) }
            if let previous = unit.previousSource {
                try xml.element("note", [("category", XLIFFUnitReader.previousSource)], text: previous.coded)
            }
            xml.end()
        }
        let target = unit.isTranslated ? unit.target : nil
        let data = try writeData(unit, target)
        try xml.start("segment", [("id", "s1")] + Self.state(unit, hasTarget: target != nil))
        // Codes that the translation lacks already cannot be called indispensable.
        let isWhole = target.map { Self.counts($0) == Self.counts(unit.source) } ?? true
        try writeText("source", unit.source, unit.codes, data, isWhole: isWhole)
        if let text = target ?? (copiesSource ? unit.source : nil) {
            try writeText("target", text, unit.codes, data, isWhole: isWhole)
        }
        xml.end()
        xml.end()
    }

    private static func counts(_ text: InlineText) -> [InlineCode: Int] {
        text.codes.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private static func state(_ unit: PairUnit, hasTarget: Bool) -> Attributes {
        guard hasTarget else { return [("state", "initial")] }
        switch unit.state ?? .translated {
        case .missing, .draft: return [("state", "initial"), ("subState", "lathu:fuzzy")]
        case .translated: return [("state", "translated")]
        case .reviewed: return [("state", "reviewed")]
        }
    }

    private mutating func write(_ proposals: [PairProposal]) throws(LathuError) {
        if proposals.isEmpty { return }
        try xml.start("mtc:matches")
        for proposal in proposals {
            var attributes: Attributes = [("ref", "#s1"), ("type", "tm")]
            if let percent = proposal.percent {
                attributes.append(("similarity", String(min(100, max(0, percent)))))
            }
            if let origin = proposal.origin { attributes.append(("origin", origin)) }
            try xml.start("mtc:match", attributes)
            try writeText("source", proposal.source ?? InlineText(plain: ""), [:], [:], isWhole: false)
            try writeText("target", proposal.target, [:], [:], isWhole: false)
            xml.end()
        }
        xml.end()
    }

    /// Writes what stands in the document in place of the codes.
    /// - Returns: the identifier of every such text.
    private mutating func writeData(
        _ unit: PairUnit, _ target: InlineText?
    ) throws(LathuError) -> [String: String] {
        var ids: [String: String] = [:]
        var order: [String] = []
        for code in unit.source.codes + (target?.codes ?? []) {
            guard let known = unit.codes[code.number] else { continue }
            let text = code.kind == .closing ? known.closing : known.opening
            guard !text.isEmpty, ids[text] == nil else { continue }
            order.append(text)
            ids[text] = "d\(order.count)"
        }
        if order.isEmpty { return [:] }
        try xml.start("originalData")
        for text in order { try xml.element("data", [("id", ids[text] ?? "")], text: text) }
        xml.end()
        return ids
    }

    private mutating func writeText(
        _ element: String, _ text: InlineText, _ codes: [Int: PairCode], _ data: [String: String],
        isWhole: Bool
    ) throws(LathuError) {
        try xml.start(element, isMixed: true)
        let plan = XLIFFCodePlan(text).codes
        var next = 0
        for piece in text.pieces {
            switch piece {
            case .text(let text): try writeText(text)
            case .code:
                let (code, form, id) = plan[next]
                next += 1
                let known = codes[code.number]
                try write(code, form, id, known, data, isRequired: isWhole && known?.isRequired == true)
            }
        }
        xml.end()
    }

    /// Characters that XML forbids have an element in XLIFF 2.
    private mutating func writeText(_ text: String) throws(LathuError) {
        guard text.unicodeScalars.contains(where: { !XMLWriter.allows($0) }) else {
            try xml.text(text)
            return
        }
        for scalar in text.unicodeScalars {
            if XMLWriter.allows(scalar) {
                try xml.text(String(scalar))
            } else {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
                try xml.start("cp", [("hex", padded)])
                xml.end()
            }
        }
    }

    private mutating func write(
        _ code: InlineCode, _ form: XLIFFCodePlan.Form, _ id: String, _ known: PairCode?,
        _ data: [String: String], isRequired: Bool
    ) throws(LathuError) {
        if form == .tag, code.kind == .closing {
            xml.end()
            return
        }
        let type: Attributes =
            known?.kind.second.map { type in
                [("type", type.type)] + (type.subType.map { [("subType", $0)] } ?? [])
            } ?? []
        let rights: Attributes = isRequired ? [("canCopy", "no"), ("canDelete", "no")] : []
        let label = known?.label ?? ""
        func reference(_ name: String, _ text: String?) -> Attributes {
            text.flatMap { data[$0] }.map { [(name, $0)] } ?? []
        }
        let text = code.kind == .closing ? known?.closing : known?.opening
        switch form {
        case .tag:
            try xml.start(
                "pc",
                [("id", id)] + rights + type + (label.isEmpty ? [] : [("dispStart", label)])
                    + reference("dataRefStart", known?.opening) + reference("dataRefEnd", known?.closing),
                isMixed: true)
            return
        case .standalone:
            try xml.start(
                "ph",
                [("id", id)] + rights + type + (label.isEmpty ? [] : [("disp", label)])
                    + reference("dataRef", text))
        case .marker where code.kind == .closing:
            try xml.start("ec", [("startRef", id)] + rights + reference("dataRef", text))
        case .marker, .isolated:
            let name = code.kind == .closing ? "ec" : "sc"
            try xml.start(
                name,
                [("id", id)] + (form == .isolated ? [("isolated", "yes")] : []) + rights + type
                    + (label.isEmpty ? [] : [("disp", label)]) + reference("dataRef", text))
        }
        xml.end()
    }
}
