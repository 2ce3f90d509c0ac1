internal import Segmentation
public import UnicodeText

/// A person or organisation that signs.
public struct Signatory: Sendable, Hashable {
    /// The name in the language of the letter.
    public let name: String
    /// The name in other languages, where it has another one.
    public let names: [LocaleID: String]

    /// A signatory.
    public init(name: String, names: [LocaleID: String] = [:]) {
        self.name = name
        self.names = names
    }

    /// The name to print in a language.
    public func name(in locale: LocaleID) -> String {
        if let exact = names[locale] { return exact }
        let sameLanguage = names.filter { $0.key.sharesLanguage(with: locale) }
        return sameLanguage.min { $0.key.identifier < $1.key.identifier }?.value ?? name
    }
}

/// A letter in its source language, cut into segments.
public struct Letter: Sendable {
    /// The name of its files.
    public var id: String
    /// The language it is written in.
    public var locale: LocaleID
    /// The path of its file.
    public var path: String
    /// The title.
    public var title: LetterSegment?
    /// The day it is dated.
    public var date: CalendarDate?
    /// The place it is dated from.
    public var place: LetterSegment?
    /// Who it is written to.
    public var recipient: LetterSegment?
    /// The salutation.
    public var salutation: LetterSegment?
    /// The body.
    public var body: [Block<SegmentedText>]
    /// The complimentary close.
    public var closing: LetterSegment?
    /// Who signs, in order.
    public var signatories: [Signatory]
    /// Every segment in the order a reader meets them: title, place, recipient, salutation, body, closing.
    public var segments: [LetterSegment]

    /// The segments without repetition: what a catalog has entries for.
    public var distinctSegments: [LetterSegment] {
        var seen: Set<SegmentKey> = []
        return segments.filter { seen.insert($0.key).inserted }
    }

    /// What stands before a segment and after it, in their coded forms; nil at the letter's edges.
    public func neighbours(of segment: LetterSegment) -> (previous: String?, next: String?) {
        let before = segment.index > 0 ? segments[segment.index - 1].source.coded : nil
        let after = segment.index + 1 < segments.count ? segments[segment.index + 1].source.coded : nil
        return (before, after)
    }
}
