internal import Segmentation
internal import TextFiles
internal import UnicodeText
internal import XMLText

/// The units of an XLIFF document, each with its segments put together.
struct XLIFFUnitReader: PairUnitReader {
    /// The category of notes, and of metadata, that are ours.
    static let category = "lathu"

    let header: PairHeader
    private(set) var losses = PairLosses()
    private let document: XLIFFDocument
    private var units: ArraySlice<XLIFFUnit>

    init(_ path: String, _ options: PairReadingOptions) throws(LathuError) {
        document = try XLIFFDocument(path: path)
        var found: [XLIFFUnit] = []
        var header: PairHeader?
        for file in document.files {
            let location = SourceLocation(file: document.file)
            let source = try Self.locale(file.sourceLanguage, "source", at: location)
            let target = try Self.locale(file.targetLanguage, "target", at: location)
            func fits(_ own: LocaleID?, _ wanted: LocaleID?) -> Bool {
                guard let own, let wanted else { return true }
                return own.sharesLanguage(with: wanted)
            }
            guard fits(source, options.source ?? header?.source),
                fits(target, options.target ?? header?.target)
            else {
                losses.add(.languages, file.units.count)
                continue
            }
            losses.add(.notes, file.notes.count)
            if header == nil {
                header = PairHeader(
                    source: options.source ?? source, target: options.target ?? target,
                    original: file.original ?? file.id)
            }
            found += file.units
        }
        if header == nil, let file = document.files.first {
            throw LathuError(
                .invalidData,
                "its languages are \(file.sourceLanguage ?? "unknown") and \(file.targetLanguage ?? "unknown"), "
                    + "not \(options.source?.identifier ?? "any") and \(options.target?.identifier ?? "any")",
                at: SourceLocation(file: document.file))
        }
        self.header = header ?? PairHeader(source: options.source, target: options.target)
        units = found[...]
    }

    private static func locale(
        _ tag: String?, _ side: String, at location: SourceLocation
    ) throws(LathuError) -> LocaleID? {
        guard let tag, !tag.isEmpty else { return nil }
        do { return try LocaleID(tag) } catch {
            throw LathuError(.invalidData, "the \(side) language: \(error)", at: location)
        }
    }

    mutating func next() throws(LathuError) -> PairItem? {
        while let unit = units.popFirst() {
            guard unit.isTranslatable else {
                losses.add(.untranslatable)
                continue
            }
            guard let whole = document.whole(unit) else { continue }
            // Tools that turn PO into XLIFF keep its header as a unit.
            if whole.element["restype"] == "x-gettext-domain-header" { continue }
            return .unit(pair(unit, whole))
        }
        return nil
    }

    private mutating func pair(_ unit: XLIFFUnit, _ whole: XLIFFWholeUnit) -> PairUnit {
        let numbers = Self.numbers(whole.source.codes + (whole.target?.codes ?? []))
        var pair = PairUnit(source: Self.numbered(whole.source, numbers))
        pair.target = whole.target.map { Self.numbered($0, numbers) }
        pair.id = unit.id.isEmpty ? nil : unit.id
        pair.context = unit.name
        pair.state = whole.state
        pair.stateName = whole.isPartial ? "partial" : whole.stateName
        pair.location = unit.location
        for content in [whole.source, whole.target].compactMap(\.self) {
            for (code, markup) in zip(Self.numbered(content, numbers).codes, content.codes) {
                Self.add(markup, code, to: &pair.codes)
            }
        }
        for note in unit.notes where !note.text.trimmed.isEmpty {
            if let fingerprint = Self.fingerprint(in: note.text) {
                pair.fingerprint = fingerprint
            } else if note.category == Self.previousSource {
                pair.previousSource = InlineText(coded: note.text)
            } else {
                pair.notes.append(
                    PairNote(note.category.flatMap(PairNote.Kind.init(rawValue:)) ?? .remark, note.text))
            }
        }
        pair.proposals = unit.matches.map { match in
            PairProposal(
                source: match.source, target: match.target,
                percent: match.similarity.map { Int($0.rounded()) },
                origin: match.origin)
        }
        losses.add(.properties, unit.terms.count)
        takeOurs(whole.element, into: &pair)
        return pair
    }

    /// A fingerprint in a remark, where tools put the comments of PO.
    private static func fingerprint(in note: String) -> String? {
        note.split(whereSeparator: \.isNewline).lazy.filter { $0.hasPrefix(POUnitReader.exported) }
            .compactMap { PairFingerprint(String($0.dropFirst(POUnitReader.exported.count))) }.first?
            .description
    }

    /// The category of the note that holds a previous source.
    static let previousSource = "previous-source"

    private func takeOurs(_ element: XLIFFElement, into pair: inout PairUnit) {
        if document.version.isFirstGeneration {
            if let own = element["extradata"].flatMap({ PairFingerprint($0) }) {
                pair.fingerprint = own.description
            }
            let previous = element.elements("alt-trans").first { $0["alttranstype"] == "previous-version" }
            guard let source = previous?.first("source") else { return }
            var reader = XLIFFContentReader(document.bytes.utf8, data: [:], skipsMarkers: true)
            let content = reader.content(source)
            pair.previousSource = Self.numbered(content, Self.numbers(content.codes))
            // It stands among the proposals, too, with the translation that the unit has.
            pair.proposals.removeAll { $0.source == content.text && $0.percent == nil }
            return
        }
        for group in element.elements("metadata", in: XLIFFModule.metadata.rawValue)
            .flatMap({ $0.elements("metaGroup") }) where group["category"] == Self.category
        {
            for meta in group.elements("meta") where meta["type"] == "exported" {
                pair.fingerprint = meta.text
            }
        }
    }

    /// The numbers that codes have as their identifiers, where all have one: `2`, or `2-3` for a third copy of it.
    private static func numbers(_ codes: [XLIFFCode]) -> [Int: Int] {
        var numbers: [Int: Int] = [:]
        for code in codes {
            guard let part = code.id?.split(separator: "-", maxSplits: 1).first, let number = Int(part),
                InlineCode.numbers.contains(number), numbers[code.code.number] ?? number == number
            else { return [:] }
            numbers[code.code.number] = number
        }
        return numbers
    }

    private static func numbered(_ content: XLIFFContent, _ numbers: [Int: Int]) -> InlineText {
        InlineText(
            content.text.pieces.map { piece in
                guard case .code(let code) = piece, let number = numbers[code.number],
                    let renumbered = InlineCode(code.kind, number: number)
                else { return piece }
                return .code(renumbered)
            })
    }

    private static func add(_ markup: XLIFFCode, _ code: InlineCode, to codes: inout [Int: PairCode]) {
        var known =
            codes[code.number]
            ?? PairCode(
                markup.type.flatMap(PairCode.Kind.init(xliff:)) ?? .other, label: markup.label ?? "")
        if code.kind == .closing {
            if known.closing.isEmpty { known.closing = markup.originalData ?? "" }
        } else if known.opening.isEmpty {
            known.opening = markup.originalData ?? ""
        }
        codes[code.number] = known
    }
}

extension PairCode.Kind {
    /// The kind of a `subType`, `type` or `ctype`.
    init?(xliff type: String) {
        switch type.hasPrefix("x-") ? String(type.dropFirst(2)) : type {
        case "xlf:b", "bold": self = .bold
        case "xlf:i", "italic": self = .italic
        case "xlf:u", "underlined": self = .underlined
        case "xlf:lb", "lb": self = .lineBreak
        case "link": self = .link
        case "image": self = .image
        case "lathu:code", "code": self = .code
        case "lathu:html", "html": self = .html
        default: return nil
        }
    }

    /// The `type` and `subType` of XLIFF 2.
    var second: (type: String, subType: String?)? {
        switch self {
        case .bold: ("fmt", "xlf:b")
        case .italic: ("fmt", "xlf:i")
        case .underlined: ("fmt", "xlf:u")
        case .lineBreak: ("fmt", "xlf:lb")
        case .code: ("fmt", "lathu:code")
        case .link: ("link", nil)
        case .image: ("image", nil)
        case .html: ("other", "lathu:html")
        case .other: nil
        }
    }

    /// The `ctype` of XLIFF 1.2, whose own values differ by whether there is text between the codes.
    func first(isAround: Bool) -> String? {
        switch self {
        case .bold, .italic, .underlined, .link: isAround ? rawValue : "x-" + rawValue
        case .image, .lineBreak: isAround ? "x-" + rawValue : rawValue
        case .code, .html: "x-" + rawValue
        case .other: nil
        }
    }
}
