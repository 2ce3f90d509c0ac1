internal import Segmentation
public import TextFiles
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
public struct LocalizedSegment: Sendable, Hashable {
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
public struct LocalizedText: Sendable, Hashable {
    /// The segments of every line.
    public let lines: [[LocalizedSegment]]

    /// Whether there is no segment in it, as in an empty cell.
    public var isEmpty: Bool { lines.allSatisfy(\.isEmpty) }
}

/// A letter as it goes out to one recipient in one language.
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
    /// What an e-mail with it is about; nil where there is not even a title.
    public internal(set) var subject: LocalizedSegment? = nil
    /// Place and date; the place is a segment, which may fall back.
    public let dateline: [LocalizedSegment]?
    /// Who it is written to, on one line: name and office.
    public let recipient: LocalizedSegment?
    /// Who it is written to, line by line as on an envelope; one line where the letter itself says it.
    public internal(set) var address: [LocalizedSegment] = []
    /// Where the recipient is to be found, line by line: what comes after name and office in ``address``.
    public internal(set) var postalAddress: [String] = []
    /// Who it is written to, as the list of recipients has it; nil for a letter without such a list.
    public internal(set) var addressee: Recipient? = nil
    /// The salutation.
    public let salutation: LocalizedSegment?
    /// The body.
    public let body: [Block<LocalizedText>]
    /// The footnotes, numbered from 1 in the order in which the body refers to them.
    public internal(set) var notes: [[Block<LocalizedText>]] = []
    /// The complimentary close.
    public let closing: LocalizedSegment?
    /// Those who sign.
    public internal(set) var signatures = SignatureBlock()
    /// Whether it is not to go out yet, and says so.
    public internal(set) var isDraft = false
    /// The languages that the same recipient gets the letter in, this one among them.
    public internal(set) var alternates: [LocaleID] = []
    /// The distinct segments that fall back to the source, each with the reason.
    public internal(set) var fallbacks: [Fallback] = []
    /// What is known of the recipient in the source language only, and stands in the letter all the same.
    public internal(set) var untranslatedValues: [UntranslatedValue] = []

    /// A segment that could not be built from its translation.
    public struct Fallback: Sendable {
        /// The segment.
        public let segment: LetterSegment
        /// What the catalog has.
        public let translation: SegmentTranslation
    }

    /// A value that has no translation.
    public struct UntranslatedValue: Sendable, Hashable {
        /// Its name, as `office`.
        public let name: String
        /// Where its recipient stands, or the letter.
        public let location: SourceLocation?
    }

    /// Those who sign, in order: names, with countries where the letter shows them.
    public var signatories: [String] {
        signatures.entries.map { entry in entry.country.map { "\(entry.name) (\($0))" } ?? entry.name }
    }

    /// The name of the recipient's folder: its id, or ASCII letters, digits and hyphens from the source text.
    public let recipientFolder: String
}
