internal import Segmentation
public import UnicodeText

/// A letter's segments with their translations, for those who review them.
public struct ReviewSheet: Sendable {
    /// A segment.
    public struct Row: Sendable {
        /// Its number, from 1.
        public let number: Int
        /// Where it stands: `paragraph`, `heading`, …
        public let place: String
        /// Whether a block of the letter begins with it.
        public let isFirstOfBlock: Bool
        /// The source.
        public let source: [Inline]
        /// The translation, whatever its state; nil where there is none.
        public let translation: [Inline]?
        /// How far it is.
        public let state: SegmentTranslation.State
        /// What is wrong with its inline codes.
        public let problems: [String]
    }

    /// The letter's title, or its id.
    public let title: String
    /// The language of the source.
    public let sourceLocale: LocaleID
    /// The language of the translation.
    public let locale: LocaleID
    /// `ltr` or `rtl`.
    public let direction: String
    /// The segments in the order of the letter.
    public let rows: [Row]

    /// The sheet of a letter and its catalog.
    public init(letter: Letter, catalog: LetterCatalog?, conventions: Conventions) {
        title = letter.title?.source.plainText ?? letter.id
        sourceLocale = letter.locale
        locale = conventions.locale
        direction = conventions.direction
        var block: Int?
        rows = letter.segments.enumerated().map { index, segment in
            defer { block = segment.block }
            let translation = catalog?.translation(of: segment)
            return Row(
                number: index + 1, place: segment.place.rawValue, isFirstOfBlock: segment.block != block,
                source: Inline.tree(segment.source, segment.markups),
                translation: translation?.text.map { Inline.tree($0, segment.markups) },
                state: translation?.state ?? .missing, problems: translation?.problems ?? [])
        }
    }
}
