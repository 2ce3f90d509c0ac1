public import Checks
internal import Interchange
internal import Segmentation
internal import TextFiles
public import UnicodeText

extension CheckedLetter {
    /// A letter with its translation, as its catalog has it; every segment once.
    public init(_ letter: Letter, _ catalog: LetterCatalog?, to locale: LocaleID) {
        let pairs = letter.distinctSegments.map { segment in
            let entry = catalog?.entry(segment.key)
            let translation = catalog?.translation(of: segment)
            return SegmentPair(
                source: segment.source,
                target: entry?.translations.first.map { InlineText(coded: $0) } ?? InlineText(plain: ""),
                state: translation.map { Self.state($0.state) } ?? .missing,
                location: translation?.location
                    ?? SourceLocation(file: letter.path, line: segment.line, column: 1),
                place: segment.place.rawValue, comments: entry?.translatorComments ?? [],
                previousSource: entry?.previousSource)
        }
        self.init(
            name: letter.id, source: letter.locale, target: locale, pairs: pairs,
            signatories: letter.signatories.filter { !$0.isAnonymous }.map {
                SignatoryPair(source: $0.name.text(in: letter.locale), target: $0.name.text(in: locale))
            }, signatoryLocation: SourceLocation(file: letter.path, line: 1, column: 1))
    }

    private static func state(_ state: SegmentTranslation.State) -> SegmentPair.State {
        switch state {
        case .missing: .missing
        case .fuzzy: .fuzzy
        case .broken, .translated: .translated
        case .reviewed: .reviewed
        }
    }
}
