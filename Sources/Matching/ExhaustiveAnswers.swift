/// What ``ExhaustiveSearch`` answers at several thresholds, with every candidate compared once and none kept: for
/// candidates that come in pieces, as those of a large memory.
///
/// A comparison does not depend on the threshold but for whether the score reaches it. So the lowest threshold
/// decides what is compared, and the others choose among what was found.
public struct ExhaustiveAnswers {
    private let query: SearchQuery
    private let thresholds: [Double]
    /// What reached each threshold, best first, the first `limit` of it.
    private var best: [[SearchMatch]]

    /// No candidate yet. The query's own threshold does not count.
    public init(_ query: SearchQuery, thresholds: [Double]) {
        var query = query
        query.threshold = thresholds.min() ?? 1
        self.query = query
        self.thresholds = thresholds
        best = thresholds.map { _ in [] }
    }

    /// Compares the query with more candidates.
    public mutating func add(_ candidates: some Sequence<SearchCandidate>) {
        guard query.limit > 0 else { return }
        var found: [SearchMatch] = []
        for candidate in candidates {
            if let match = ExhaustiveSearch.compare(query, candidate) { found.append(match) }
        }
        if found.isEmpty { return }
        for (place, threshold) in thresholds.enumerated() {
            best[place] += found.lazy.filter { $0.score >= threshold - ExhaustiveSearch.tolerance }
            best[place].sort(by: ExhaustiveSearch.isBetter)
            // With no limit there would be nothing to cut off.
            if best[place].count > query.limit { best[place].removeLast(best[place].count - query.limit) }
        }
    }

    /// The matches at each threshold, in the order of the thresholds, best first.
    public var matches: [[SearchMatch]] { best }
}
