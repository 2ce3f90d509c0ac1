public import Segmentation
public import TextFiles

/// A segment with its translation, wherever it comes from.
public struct SegmentPair: Sendable {
    /// How far the translation is.
    public enum State: String, Sendable, CaseIterable {
        /// There is none.
        case missing
        /// A guess that a person must look at: of a similar or an older source.
        case fuzzy
        /// Somebody's first version.
        case draft
        /// Done.
        case translated
        /// Approved by a second person.
        case reviewed
    }

    /// The text to translate.
    public var source: InlineText
    /// Its translation; without content where there is none.
    public var target: InlineText
    /// How far the translation is.
    public var state: State
    /// Where the pair stands.
    public var location: SourceLocation
    /// What the segment is in its letter, as “list item”; nil where that is not known.
    public var place: String?
    /// What people wrote about the translation; waivers stand among it.
    public var comments: [String]
    /// The source that a fuzzy translation was made for, where it is known.
    public var previousSource: String?

    /// A pair.
    public init(
        source: InlineText, target: InlineText, state: State = .translated,
        location: SourceLocation = SourceLocation(), place: String? = nil, comments: [String] = [],
        previousSource: String? = nil
    ) {
        self.source = source
        self.target = target
        self.state = state
        self.location = location
        self.place = place
        self.comments = comments
        self.previousSource = previousSource
    }
}
