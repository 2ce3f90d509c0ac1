public import Segmentation
public import TextFiles
public import UnicodeText

/// A text with its translation, as every format of ``PairFormat`` can say it, more or less.
public struct PairUnit: Sendable, Hashable {
    /// Its name in the file; nil where the file gives none.
    public var id: String?
    /// What tells it apart from a unit with the same source.
    public var context: String?
    /// The text to translate.
    public var source: InlineText
    /// Its translation, whose codes are numbered as the source's are.
    public var target: InlineText?
    /// How far the translation is; nil where the file does not say.
    public var state: PairState?
    /// The state in the file's own words.
    public var stateName: String?
    /// What the codes stand for, by number.
    public var codes: [Int: PairCode] = [:]
    /// What is said about it.
    public var notes: [PairNote] = []
    /// The text that the translation was made for, where that is another one.
    public var previousSource: InlineText?
    /// Translations to choose from.
    public var proposals: [PairProposal] = []
    /// What the translation was when the file was written (``PairFingerprint``).
    public var fingerprint: String?
    /// Where it comes from.
    public var origin: String?
    /// Who wrote it.
    public var author: String?
    /// When it was made and last changed, in milliseconds since 1970 (UTC).
    public var created: Int64?
    public var changed: Int64?
    /// The flags of a PO entry but for `fuzzy` and `reviewed`.
    public var flags: [String] = []
    /// The references of a PO entry.
    public var references: [String] = []
    /// Where it starts in the file that it was read from.
    public var location = SourceLocation()

    /// A unit.
    public init(source: InlineText, target: InlineText? = nil) {
        self.source = source
        self.target = target
    }

    /// Whether there is a translation that is more than white space.
    public var isTranslated: Bool { target.map { !$0.coded.trimmed.isEmpty } ?? false }

    /// The notes of a sort.
    public func notes(_ kind: PairNote.Kind) -> [String] {
        notes.filter { $0.kind == kind }.map(\.text)
    }
}

/// A remark on a unit.
public struct PairNote: Sendable, Hashable {
    /// What it is about.
    public enum Kind: String, Sendable, CaseIterable {
        /// What the block is that the text stands in: a heading, the salutation.
        case place
        /// What the codes are; formats that have codes of their own do not need it.
        case codes
        /// What a translator says.
        case translator
        /// Anything else.
        case remark
    }

    /// What it is about.
    public var kind: Kind
    /// Its text.
    public var text: String

    /// A remark.
    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

/// A translation that is proposed for a unit.
public struct PairProposal: Sendable, Hashable {
    /// The text that it translates.
    public var source: InlineText?
    /// The translation.
    public var target: InlineText
    /// The similarity in percent.
    public var percent: Int?
    /// Where it comes from.
    public var origin: String?

    /// A proposal.
    public init(source: InlineText?, target: InlineText, percent: Int?, origin: String?) {
        self.source = source
        self.target = target
        self.percent = percent
        self.origin = origin
    }
}

/// What an inline code stands for.
public struct PairCode: Sendable, Hashable {
    /// What it does, as far as formats have words for it.
    public enum Kind: String, Sendable, CaseIterable {
        case bold, italic, underlined, code, link, image
        case lineBreak = "lb"
        case html, other
    }

    /// What it does.
    public var kind: Kind
    /// What people are told about it; empty where there is nothing to tell.
    public var label: String
    /// What stands in the document where it opens, or stands alone.
    public var opening: String
    /// What stands in the document where it closes.
    public var closing: String
    /// Whether a translation must have it exactly once.
    public var isRequired: Bool

    /// A code.
    public init(
        _ kind: Kind, label: String = "", opening: String = "", closing: String = "", isRequired: Bool = false
    ) {
        self.kind = kind
        self.label = label
        self.opening = opening
        self.closing = closing
        self.isRequired = isRequired
    }
}

/// What a file of units says of itself.
public struct PairHeader: Sendable, Hashable {
    /// The language of the sources.
    public var source: LocaleID?
    /// The language of the translations.
    public var target: LocaleID?
    /// What the units were taken from: a letter's file, a project.
    public var original: String?

    /// A header.
    public init(source: LocaleID? = nil, target: LocaleID? = nil, original: String? = nil) {
        self.source = source
        self.target = target
        self.original = original
    }
}
