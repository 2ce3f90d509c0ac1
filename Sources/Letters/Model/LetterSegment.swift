public import Segmentation

/// A segment of a letter: a sentence of its body, a heading, or a value of its front matter.
public struct LetterSegment: Sendable, Hashable {
    /// Where in a letter a segment stands.
    public enum Place: String, Sendable {
        case title, subject, place, recipient, salutation, closing
        case heading, paragraph
        case listItem = "list item"
        case quotation
        case tableCell = "table cell"
        case note

        /// The context that tells a front-matter value from a sentence with the same words (`msgctxt`);
        /// the body has none, so that a sentence is translated once however often it comes.
        public var context: String? {
            switch self {
            case .title, .subject, .place, .recipient, .salutation, .closing: rawValue
            case .heading, .paragraph, .listItem, .quotation, .tableCell, .note: nil
            }
        }
    }

    /// Its position among the letter's segments, from 0.
    public let index: Int
    /// The number of its block among the letter's blocks with text, from 1; every front-matter value is
    /// a block of its own.
    public let block: Int
    /// Where it stands.
    public let place: Place
    /// 1-based line of the letter's file where it begins.
    public let line: Int
    /// The text with its inline codes.
    public let source: InlineText
    /// What the codes stand for, by number.
    public let markups: [Int: Markup]
    /// The White_Space that stood between it and the next segment of its block.
    public let glue: String
    /// 1-based column of a front-matter value.
    let column: Int?

    /// The key of its translation in a catalog.
    public var key: SegmentKey { SegmentKey(context: place.context, source: source.coded) }
}

/// What a translation is filed under: the context, if any, and the source in its coded form.
public struct SegmentKey: Hashable, Sendable {
    /// The `msgctxt`, which is nil for the body.
    public let context: String?
    /// The `msgid`.
    public let source: String

    /// A key.
    public init(context: String?, source: String) {
        self.context = context
        self.source = source
    }
}

/// The text of one block, cut into segments; a hard line break ends a line, and with it a segment.
public struct SegmentedText: Sendable {
    /// The segments of every line.
    public var lines: [[LetterSegment]]
}
