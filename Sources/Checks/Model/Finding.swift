public import TextFiles
public import UnicodeText

/// Something that a rule has to say about a letter.
public struct Finding: Sendable, Equatable {
    /// The id of the rule.
    public var rule: String
    /// How much it matters.
    public var severity: Severity
    /// What it is, in plain words, without a full stop.
    public var message: String
    /// What the text should be where ``targetSpan`` is, or what to do; nil where nobody can say.
    public var suggestion: String?
    /// The letter's id or the file's path.
    public var letter: String
    /// The language of the translation.
    public var locale: LocaleID
    /// Which segment of the letter, from 0; nil where the letter as a whole is meant.
    public var segment: Int?
    /// What the segment is in its letter.
    public var place: String?
    /// Where the segment stands.
    public var location: SourceLocation
    /// The source in NFC, its codes as `<1>`; empty for a letter as a whole.
    public var source: String
    /// The translation in the same form.
    public var target: String
    /// The part of ``source`` that is meant, in UTF-16 code units.
    public var sourceSpan: Range<Int>?
    /// The part of ``target`` that is meant, in UTF-16 code units.
    public var targetSpan: Range<Int>?
}
