public import Matching

/// A term at a place of a text, by its tokens.
public struct TermPlace: Sendable, Equatable {
    /// The terms that are spelt so, the most important first: more than one where concepts share a name.
    public let terms: [TermReference]
    /// Its tokens, codes and hyphens within it included.
    public let tokens: Range<Int>
    /// How it differs from the terms.
    public let deviation: TermDeviation
}

/// The terms of a text.
public struct TermReading: Sendable {
    /// The text in tokens.
    public let segment: TokenizedSegment
    /// Those that a reader sees, which do not overlap, in order.
    public let seen: [TermPlace]
    /// All of them, each for one term: also those within longer ones.
    public let all: [TermPlace]
}
