internal import Segmentation
internal import TextFiles
internal import UnicodeText

/// The properties of TMX units that are ours.
enum TMXPairProperty {
    static let state = "x-lathu:state"
    static let origin = "x-lathu:origin"
    static let context = "x-lathu:context"
    static let exported = "x-lathu:exported"
    static let original = "x-lathu:original"
    static let note = "x-lathu:"
}

/// The units of a TMX file in two languages.
struct TMXUnitReader: PairUnitReader {
    private let reader: TMXReader
    let header: PairHeader
    private(set) var losses = PairLosses()
    private var waiting: [PairItem] = []

    init(_ path: String, _ options: PairReadingOptions) throws(LathuError) {
        let (source, target) = try Self.languages(path, options)
        reader = try TMXReader(path: path)
        let original = reader.header.properties.first { $0.type == TMXPairProperty.original }?.text
        header = PairHeader(source: source, target: target, original: original)
        losses.add(.properties, reader.header.properties.count { $0.type != TMXPairProperty.original })
        losses.add(.notes, reader.header.notes.count)
        waiting = reader.findings.map { .problem($0) }
    }

    /// The languages asked for; else the file's own, which takes reading it once before.
    private static func languages(
        _ path: String, _ options: PairReadingOptions
    ) throws(LathuError) -> (LocaleID, LocaleID?) {
        if let source = options.source, let target = options.target { return (source, target) }
        let location = SourceLocation(file: path == FileReading.standardInput ? nil : path)
        if path == FileReading.standardInput {
            throw LathuError(
                .usage, "TMX from standard input can be read but once, and so its languages must be named",
                at: location, hint: "add --from LOCALE and --to LOCALE")
        }
        let reader = try TMXReader(path: path)
        var found: [LocaleID] = []
        while let item = try reader.next() {
            for variant in item.unit.variants {
                if let locale = variant.locale, !found.contains(locale) { found.append(locale) }
            }
        }
        let declared = reader.header.attributes[.srclang].flatMap { try? LocaleID($0) }
        let source =
            options.source
            ?? declared.flatMap { declared in
                found.first { $0 == declared } ?? found.first { $0.sharesLanguage(with: declared) }
            }
            ?? (found.count <= 2 ? found.first { $0 != options.target } : nil)
        let others = found.filter { locale in source.map { !serves(locale, $0) } ?? true }
        guard let source, options.target != nil || others.count < 2 else {
            let list = found.prefix(12).map(\.identifier).joined(separator: ", ")
            throw LathuError(
                .usage, "holds \(found.count) languages: \(list)\(found.count > 12 ? "…" : "")", at: location,
                hint: "choose two of them with --from LOCALE and --to LOCALE")
        }
        return (source, options.target ?? others.first)
    }

    private static func serves(_ own: LocaleID, _ wanted: LocaleID) -> Bool {
        own == wanted || own.sharesLanguage(with: wanted)
    }

    mutating func next() throws(LathuError) -> PairItem? {
        while true {
            if !waiting.isEmpty { return waiting.removeFirst() }
            guard let item = try reader.next() else { return nil }
            waiting = item.findings.map { .problem($0) }
            take(item)
        }
    }

    private mutating func take(_ item: TMXReader.Item) {
        let unit = item.unit
        func best(_ wanted: LocaleID?) -> Int? {
            guard let wanted else { return nil }
            return unit.variants.firstIndex { $0.locale == wanted }
                ?? unit.variants.firstIndex { $0.locale.map { Self.serves($0, wanted) } ?? false }
        }
        guard let source = best(header.source) else {
            losses.add(.languages, unit.variants.count)
            if unit.variants.isEmpty {
                waiting.append(.problem(Diagnostic("the unit holds no text", at: item.location)))
            }
            return
        }
        let targets = unit.variants.indices.filter { index in
            guard index != source, let target = header.target else { return false }
            return unit.variants[index].locale.map { Self.serves($0, target) } ?? false
        }
        losses.add(.languages, unit.variants.count - 1 - targets.count)
        let exact = best(header.target).map { [$0] } ?? []
        let order = exact + targets.filter { !exact.contains($0) }
        let base = self.unit(
            unit, unit.variants[source], order.first.map { unit.variants[$0] }, item.location)
        waiting.append(.unit(base))
        // Further translations in the same language are units of their own.
        for index in order.dropFirst() {
            var other = base
            other.id = nil
            other.target = unit.variants[index].text
            waiting.append(.unit(other))
        }
    }

    private mutating func unit(
        _ unit: TMXUnit, _ source: TMXVariant, _ target: TMXVariant?, _ location: SourceLocation
    ) -> PairUnit {
        var pair = PairUnit(source: source.text, target: target?.text)
        pair.id = unit.attributes[.tuid]
        pair.codes = Self.codes(source).merging(target.map(Self.codes) ?? [:]) { own, _ in own }
        pair.location = location
        for property in unit.properties { take(property, into: &pair) }
        for variant in [source, target].compactMap(\.self) {
            losses.add(.properties, variant.properties.count)
        }
        pair.notes += (unit.notes + source.notes + (target?.notes ?? [])).filter { !$0.text.trimmed.isEmpty }
            .map { PairNote(.remark, $0.text) }
        func first(_ keys: [TMXAttribute]) -> String? {
            for attributes in [unit.attributes, target?.attributes ?? [:], source.attributes] {
                for key in keys {
                    if let value = attributes[key], !value.isEmpty { return value }
                }
            }
            return nil
        }
        pair.author = first([.changeid, .creationid])
        pair.created = first([.creationdate]).flatMap(TMXDate.milliseconds)
        pair.changed = first([.changedate]).flatMap(TMXDate.milliseconds)
        return pair
    }

    private mutating func take(_ property: TMXProperty, into pair: inout PairUnit) {
        switch property.type {
        case TMXPairProperty.state:
            pair.state = PairState(cell: property.text)
            pair.stateName = property.text
        case TMXPairProperty.origin: pair.origin = property.text
        case TMXPairProperty.context: pair.context = property.text
        case TMXPairProperty.exported: pair.fingerprint = property.text
        default:
            if property.type.hasPrefix(TMXPairProperty.note),
                let kind = PairNote.Kind(
                    rawValue: String(property.type.dropFirst(TMXPairProperty.note.count)))
            {
                pair.notes.append(PairNote(kind, property.text))
            } else {
                losses.add(.properties)
            }
        }
    }

    private static func codes(_ variant: TMXVariant) -> [Int: PairCode] {
        var codes: [Int: PairCode] = [:]
        for (code, markup) in zip(variant.text.codes, variant.codes) {
            var text = ""
            for part in markup.content { if case .text(let own) = part { text += own } }
            var known =
                codes[code.number]
                ?? PairCode(markup.attributes[.type].flatMap(PairCode.Kind.init(tmx:)) ?? .other)
            // Made-up markup says nothing but the number.
            if text == code.description { text = "" }
            if code.kind == .closing { known.closing = text } else { known.opening = text }
            codes[code.number] = known
        }
        return codes
    }
}

extension PairCode.Kind {
    /// The kind of a `type` in TMX, whose values are recommended only.
    init?(tmx type: String) {
        switch type.lowercased() {
        case "bold", "b", "strong": self = .bold
        case "italic", "i", "em": self = .italic
        case "ulined", "underlined", "u": self = .underlined
        case "link", "a": self = .link
        case "image", "img": self = .image
        case "lb", "br": self = .lineBreak
        case "x-code": self = .code
        case "x-html": self = .html
        default: return nil
        }
    }

    /// The `type` of TMX.
    var tmx: String? {
        switch self {
        case .bold, .italic, .link, .image, .lineBreak: rawValue
        case .underlined: "ulined"
        case .code: "x-code"
        case .html: "x-html"
        case .other: nil
        }
    }
}
