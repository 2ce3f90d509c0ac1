/// Words that are looked for in the midst of segments, one behind the other; inline codes between them do not
/// count.
///
/// A word of the phrase that carries marks means its marks; one without any stands for every word of its letters.
/// Neither case nor width counts, nor the place of the tone.
public struct Phrase: Sendable {
    /// How words are compared.
    public enum Likeness: Sendable {
        /// By their letters.
        case letters
        /// By their stems, where the language has a stemmer.
        case stems
    }

    /// More words than this are a segment to be searched for, and no phrase.
    public static let longest = 60

    /// The tokens, codes left out; from one to ``longest``.
    let tokens: [Token]
    let likeness: Likeness

    /// The phrase of a text; nil where it has no token, or more than ``longest``.
    public init?(_ segment: TokenizedSegment, likeness: Likeness = .letters) {
        tokens = segment.tokens.filter { $0.kind != .code }
        self.likeness = likeness
        if tokens.isEmpty || tokens.count > Self.longest { return nil }
    }

    /// Where the phrase occurs in a segment: the ranges of its tokens, which do not overlap.
    public func occurrences(in segment: TokenizedSegment) -> [Range<Int>] {
        let places = segment.tokens.indices.filter { segment.tokens[$0].kind != .code }
        var found: [Range<Int>] = []
        var start = 0
        while start + tokens.count <= places.count {
            let isHere = tokens.indices.allSatisfy { matches($0, segment.tokens[places[start + $0]]) }
            if isHere { found.append(places[start]..<places[start + tokens.count - 1] + 1) }
            start += isHere ? tokens.count : 1
        }
        return found
    }

    private func matches(_ place: Int, _ other: Token) -> Bool {
        let token = tokens[place]
        guard token.sharesFold(with: other) else { return false }
        if token.form.base == other.form.base {
            return !token.form.isMarked || token.form == other.form
        }
        return token.kind == .word && likeness == .stems && !token.form.isMarked
    }
}

extension TokenizedSegment {
    /// Where tokens stand in ``text``: every token is a part of it as it is, in its order.
    public func ranges(of tokens: [Range<Int>]) -> [Range<String.Index>] {
        var places: [Range<String.Index>] = []
        var rest = text.startIndex
        for token in self.tokens {
            let scalars = text.unicodeScalars
            let wanted = Array(token.text.unicodeScalars)
            var start = rest
            while start < scalars.endIndex, !scalars[start...].starts(with: wanted) {
                scalars.formIndex(after: &start)
            }
            // Text that looks like a code has a backslash that the token lacks.
            if start == scalars.endIndex { start = rest }
            let end = scalars.index(start, offsetBy: wanted.count, limitedBy: scalars.endIndex)
            rest = end ?? scalars.endIndex
            places.append(start..<rest)
        }
        return tokens.map { places[$0.lowerBound].lowerBound..<places[$0.upperBound - 1].upperBound }
    }
}
