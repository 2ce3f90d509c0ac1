internal import Segmentation
public import UnicodeText

/// Text of a built letter, its inline codes turned back into markup.
public indirect enum Inline: Sendable, Hashable {
    /// Text.
    case text(String)
    /// Marked-up text.
    case markup(Markup, [Inline])
    /// A code that stands alone.
    case standalone(Markup)
}

/// A segment of a built letter.
public struct LocalizedSegment: Sendable {
    /// The text.
    public let content: [Inline]
    /// Whether it stands in the source language because there is no usable translation.
    public let isFallback: Bool
    /// What stood after it in the source: nothing, or a space.
    public let glue: String

    /// The text without markup.
    public var plainText: String { content.map(\.plainText).joined() }
}

extension Inline {
    /// The text without markup.
    public var plainText: String {
        switch self {
        case .text(let text): text
        case .markup(_, let content): content.map(\.plainText).joined()
        case .standalone: ""
        }
    }
}

/// The text of one block of a built letter, by lines.
public struct LocalizedText: Sendable {
    /// The segments of every line.
    public let lines: [[LocalizedSegment]]

    /// Whether there is no segment in it, as in an empty cell.
    public var isEmpty: Bool { lines.allSatisfy(\.isEmpty) }
}

/// A letter as it goes out in one language.
public struct LocalizedLetter: Sendable {
    /// The letter's id.
    public let id: String
    /// The language it is built for.
    public let locale: LocaleID
    /// The language of segments that have no translation.
    public let sourceLocale: LocaleID
    /// How letters look in this language.
    public let conventions: Conventions
    /// The title.
    public let title: LocalizedSegment?
    /// Place and date; the place is a segment, which may fall back.
    public let dateline: [LocalizedSegment]?
    /// Who it is written to.
    public let recipient: LocalizedSegment?
    /// The salutation.
    public let salutation: LocalizedSegment?
    /// The body.
    public let body: [Block<LocalizedText>]
    /// The complimentary close.
    public let closing: LocalizedSegment?
    /// Names of those who sign, in order.
    public let signatories: [String]
    /// The distinct segments that fall back to the source, each with the reason.
    public let fallbacks: [Fallback]

    /// A segment that could not be built from its translation.
    public struct Fallback: Sendable {
        /// The segment.
        public let segment: LetterSegment
        /// What the catalog has.
        public let translation: SegmentTranslation
    }

    /// The name of the recipient's folder: ASCII letters, digits and hyphens, from the source text.
    public let recipientFolder: String
}
