/// How a term in a text differs from the term of the termbase.
public struct TermDeviation: OptionSet, Hashable, Sendable {
    /// One bit a difference.
    public let rawValue: UInt8

    /// Differences by their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Another form of a word: plural, possessive, past.
    public static let inflected = TermDeviation(rawValue: 1)
    /// Capitals where the term has none or the reverse, and they count in this term.
    public static let capitals = TermDeviation(rawValue: 2)
    /// Marks or tones left out: `Nguyen Van Dai` for `Nguyễn Văn Đài`; or the reverse.
    public static let marksMissing = TermDeviation(rawValue: 4)
    /// Other marks or tones: `Công ước Quốc tê`. Only where at most every third word has them, since else it is
    /// another phrase.
    public static let marksDiffer = TermDeviation(rawValue: 8)

    /// All of them.
    public static let all: TermDeviation = [.inflected, .capitals, .marksMissing, .marksDiffer]
    /// Those in which a term is misspelt.
    public static let misspelt: TermDeviation = [.capitals, .marksMissing, .marksDiffer]
}

/// A term that was found in a text.
public struct TermMatch: Sendable, Equatable {
    /// The terms that are spelt so, the most important first: more than one where concepts share a name.
    public let terms: [TermReference]
    /// Its tokens, codes and hyphens within it included.
    public let tokens: Range<Int>
    /// Where it stands in the ``Matching/TokenizedSegment/text`` that was searched.
    public let range: Range<String.Index>
    /// How it differs from the terms.
    public let deviation: TermDeviation
}
