public import Interchange
internal import Segmentation
internal import UnicodeText

/// A letter's catalog as units of exchange, one for every segment that is not a repetition.
///
/// A unit's identifier is a hash of what its entry is filed under, context and source: it stays the same when
/// paragraphs move, and tells nothing of what changed around it.
public struct LetterExchange {
    private let letter: Letter
    private let catalog: LetterCatalog

    /// Units of a catalog that is up to date with its letter.
    public init(_ letter: Letter, _ catalog: LetterCatalog) {
        self.letter = letter
        self.catalog = catalog
    }

    /// What a file of the units says of itself.
    public var header: PairHeader {
        PairHeader(
            source: letter.locale, target: catalog.locale, original: letter.id + Self.letterEnding)
    }

    /// The letter that a file says it was made from; nil where the name is none that a letter can have.
    public static func letterID(of header: PairHeader) -> String? {
        guard let original = header.original else { return nil }
        let id = original.hasSuffix(letterEnding) ? String(original.dropLast(letterEnding.count)) : original
        return Letter.isValid(id: id) ? id : nil
    }

    private static let letterEnding = ".md"

    /// The units in the order of the letter.
    /// - Parameter proposals: translations to offer for a segment that lacks a usable one.
    /// - Throws: whatever `proposals` throws.
    public func units<Failure: Error>(
        proposals: (LetterSegment) throws(Failure) -> [PairProposal]
    ) throws(Failure) -> [PairUnit] {
        let segments = letter.distinctSegments
        let ids = Self.identifiers(segments.map(\.key))
        var units: [PairUnit] = []
        for (segment, id) in zip(segments, ids) {
            var unit = unit(segment)
            unit.id = id
            if !catalog.translation(of: segment).state.isUsable { unit.proposals = try proposals(segment) }
            units.append(unit)
        }
        return units
    }

    /// The identifiers of segments in a letter.
    static func identifiers(_ keys: [SegmentKey]) -> [String] {
        var used: Set<String> = []
        return keys.map { key in
            let hash = PairFingerprint.hash((key.context ?? "") + "\u{0}" + key.source)
            let id = "s" + PairFingerprint.hexadecimal(hash)
            var own = id
            var number = 1
            while !used.insert(own).inserted {
                number += 1
                own = "\(id)-\(number)"
            }
            return own
        }
    }

    private func unit(_ segment: LetterSegment) -> PairUnit {
        let entry = catalog.entry(segment.key)
        let standing = CatalogStanding(entry)
        var unit = PairUnit(source: segment.source, target: standing.text)
        unit.context = segment.key.context
        unit.state = standing.state
        unit.fingerprint = standing.fingerprint.description
        unit.previousSource = entry?.previousSource.map { InlineText(coded: $0) }
        for (number, markup) in segment.markups { unit.codes[number] = markup.code }
        unit.notes.append(PairNote(.place, segment.place.rawValue))
        for number in segment.markups.keys.sorted() {
            guard let markup = segment.markups[number] else { continue }
            unit.notes.append(PairNote(.codes, "<\(number)>: \(markup.explanation)".onOneLine))
        }
        let translation = catalog.translation(of: segment)
        if translation.state == .broken {
            unit.state = .draft
            unit.notes += translation.problems.map { PairNote(.remark, $0) }
        }
        if let entry {
            unit.notes += entry.translatorComments.filter { !$0.isEmpty }.map { PairNote(.translator, $0) }
            let own: Set<String> = ["fuzzy", LetterCatalog.reviewedFlag]
            unit.flags = entry.flags.filter { !own.contains($0) }
            unit.references = entry.references
        }
        return unit
    }
}

/// What an entry of a catalog says, as far as it is exchanged.
struct CatalogStanding {
    let text: InlineText?
    let state: PairState

    init(_ entry: POEntry?) {
        guard let entry, let translation = entry.translations.first, !translation.trimmed.isEmpty else {
            (text, state) = (nil, .missing)
            return
        }
        text = InlineText(coded: translation.nfc)
        state =
            entry.isFuzzy
            ? .draft : entry.flags.contains(LetterCatalog.reviewedFlag) ? .reviewed : .translated
    }

    var fingerprint: PairFingerprint { PairFingerprint(text, state) }
}

extension Markup {
    /// What stands for it in other tools' files; each must stand in a translation exactly once.
    var code: PairCode {
        let (kind, opening, closing): (PairCode.Kind, String, String) =
            switch self {
            case .emphasis: (.italic, "*", "*")
            case .strong: (.bold, "**", "**")
            case .code: (.code, "`", "`")
            case .link(let url, let title): (.link, "[", Self.destination(url, title))
            case .image(let url, let title): (.image, "![", Self.destination(url, title))
            case .quotation: (.html, "<q>", "</q>")
            case .note(let number, _): (.html, "[^\(number)]", "")
            case .html(let text): (.html, text, "")
            }
        return PairCode(
            kind, label: explanation.onOneLine, opening: opening, closing: closing, isRequired: true)
    }

    private static func destination(_ url: String, _ title: String) -> String {
        title.isEmpty ? "](\(url))" : "](\(url) \"\(title)\")"
    }
}
