/// A stored segment that a query is compared with.
public struct SearchCandidate: Sendable {
    /// The unit's number.
    public let id: Int64
    /// Its text in the language of the query.
    public let segment: TokenizedSegment
    /// When it was last changed; any unit, later is larger.
    public let changed: Int64
    /// What is taken off its score afterwards, in hundredths.
    public let penalty: Int
    /// The hashes of the segments it was found between.
    public let previous: Int64?
    public let next: Int64?

    /// A stored segment.
    public init(
        id: Int64, segment: TokenizedSegment, changed: Int64, penalty: Int = 0, previous: Int64? = nil,
        next: Int64? = nil
    ) {
        self.id = id
        self.segment = segment
        self.changed = changed
        self.penalty = penalty
        self.previous = previous
        self.next = next
    }
}

/// What is searched for.
public struct SearchQuery: Sendable {
    /// The segment.
    public var segment: TokenizedSegment
    /// The hashes of the segments that stand before and after it, for context matches.
    public var previous: Int64?
    public var next: Int64?
    /// The lowest score that counts, 0 to 1.
    public var threshold: Double
    /// The largest number of matches to return.
    public var limit: Int

    /// A query.
    public init(
        _ segment: TokenizedSegment, threshold: Double, limit: Int, previous: Int64? = nil, next: Int64? = nil
    ) {
        self.segment = segment
        self.threshold = threshold
        self.limit = limit
        self.previous = previous
        self.next = next
    }
}

/// A stored segment that reached the threshold.
public struct SearchMatch: Sendable, Equatable {
    /// The unit's number.
    public let id: Int64
    /// The similarity of the texts, 1 at most.
    public let score: Double
    /// The score less the penalties, 0 to 1: matches are ordered by it first.
    public let match: Double
    /// Similarity of the characters, 0 to 1: orders matches of one score.
    public let characterSimilarity: Double
    /// Whether the texts are equal in NFC.
    public let isExact: Bool
    /// For an exact match, how many of its two neighbours are the unit's own.
    public let contextTier: Int
    let changed: Int64
}

/// Compares a query with every stored segment: what a search returns by definition (MATCHING.md, section
/// 5), and the oracle of every faster search.
public enum ExhaustiveSearch {
    /// Scores are compared with the threshold at this tolerance.
    public static let tolerance = 1e-9

    /// The matches, best first.
    public static func matches(of query: SearchQuery, among candidates: some Sequence<SearchCandidate>)
        -> [SearchMatch]
    {
        guard query.limit > 0 else { return [] }
        var matches: [SearchMatch] = []
        for candidate in candidates {
            if let match = compare(query, candidate) { matches.append(match) }
        }
        matches.sort(by: isBetter)
        return Array(matches.prefix(query.limit))
    }

    static func compare(_ query: SearchQuery, _ candidate: SearchCandidate) -> SearchMatch? {
        let left = query.segment, right = candidate.segment
        // The distance is at least the difference of the weights, so no text of such a length gets there.
        let heavier = max(left.weight, right.weight), lighter = min(left.weight, right.weight)
        if heavier > 0, Double(lighter) / Double(heavier) < query.threshold - tolerance { return nil }
        let isExact = left.text == right.text
        // Two texts without tokens are wholly alike or not at all.
        let distance = heavier > 0 ? TokenDistance.distance(left, right) : isExact ? 0 : 1
        let weight = max(heavier, 1)
        let score = TokenDistance.score(distance: distance, weight: weight)
        guard score >= query.threshold - tolerance else { return nil }
        let match = TokenDistance.score(distance: distance, weight: weight, penalty: candidate.penalty)
        return SearchMatch(
            id: candidate.id, score: score, match: max(0, match),
            characterSimilarity: isExact ? 1 : TokenDistance.characterSimilarity(left.text, right.text),
            isExact: isExact, contextTier: isExact ? contextTier(query, candidate) : 0,
            changed: candidate.changed)
    }

    private static func contextTier(_ query: SearchQuery, _ candidate: SearchCandidate) -> Int {
        let before = query.previous != nil && query.previous == candidate.previous
        let after = query.next != nil && query.next == candidate.next
        return (before ? 1 : 0) + (after ? 1 : 0)
    }

    /// The order of matches: what is left after penalties, context, score, characters, then the most
    /// recently changed, then the smallest number.
    static func isBetter(_ left: SearchMatch, _ right: SearchMatch) -> Bool {
        if left.match != right.match { return left.match > right.match }
        if left.contextTier != right.contextTier { return left.contextTier > right.contextTier }
        if left.score != right.score { return left.score > right.score }
        if left.characterSimilarity != right.characterSimilarity {
            return left.characterSimilarity > right.characterSimilarity
        }
        if left.changed != right.changed { return left.changed > right.changed }
        return left.id < right.id
    }
}
