/// Collects the matches of one query and keeps the bound that a further one must reach.
struct MatchCollector {
    /// A match whose characters are not compared yet.
    struct Found {
        let unit: Int
        let score: Double
        let match: Double
        let contextTier: Int
        let isExact: Bool
    }

    /// The score asked for.
    let threshold: Double
    private let limit: Int
    private let smallestPenalty: Int
    private(set) var found: [Found] = []
    /// The best values of `match`, best first, once there are `limit` of them.
    private var best: [Double] = []
    /// No text score below this can be among the first `limit` matches, whatever its unit's penalty.
    private(set) var bound: Double

    /// More than enough for rounding, and less than the smallest difference of two scores that matter.
    private static let slack = 1e-9
    /// Keeping the best in order would cost more than it saves.
    private static let largestRaisingLimit = 1000

    init(threshold: Double, limit: Int, smallestPenalty: Int) {
        self.threshold = threshold
        self.limit = limit
        self.smallestPenalty = smallestPenalty
        bound = threshold
    }

    /// The bound for a unit of a penalty in hundredths.
    func bound(penalty: Int) -> Double {
        // A match of 0 may be cut off at 0, so nothing follows from it.
        guard best.count == limit, let last = best.last, last > 0 else { return threshold }
        return max(threshold, last + Double(penalty) / 100 - Self.slack)
    }

    mutating func append(_ match: Found) {
        found.append(match)
        guard limit <= Self.largestRaisingLimit else { return }
        let place = best.firstIndex { $0 < match.match } ?? best.count
        if place < limit {
            best.insert(match.match, at: place)
            if best.count > limit { best.removeLast() }
            if best.count == limit { bound = bound(penalty: smallestPenalty) }
        }
    }

    /// Those that can be among the first `limit`: ties included, since characters decide them.
    func candidates() -> [Found] {
        let sorted = found.sorted(by: Self.isBetter)
        guard sorted.count > limit else { return sorted }
        let last = sorted[limit - 1]
        return sorted.enumerated().prefix { $0 < limit || !Self.isBetter(last, $1) }.map(\.element)
    }

    private static func isBetter(_ left: Found, _ right: Found) -> Bool {
        if left.match != right.match { return left.match > right.match }
        if left.contextTier != right.contextTier { return left.contextTier > right.contextTier }
        return left.score > right.score
    }
}
