#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Finds among segments that were left alone on either side those that translate each other: blocks that stand
/// elsewhere in the translation, as lists of signatories do, which no way through the grid can join.
struct MovedSegments {
    private let features: PairFeatures
    private let models: BeadWeights.Models

    struct Pair {
        let source: Int
        let target: Int
        let probability: Double
    }

    /// So many segments of a side are looked at.
    private static let most = 3000
    /// The logarithm of the odds that are asked for.
    private static let leastOdds = 3.0

    init(_ features: PairFeatures, _ models: BeadWeights.Models) {
        self.features = features
        self.models = models
    }

    /// Pairs of segments, none of them twice, the surest first.
    func pairs(_ sources: [Int], _ targets: [Int]) -> [Pair] {
        if sources.isEmpty || targets.isEmpty || sources.count > Self.most || targets.count > Self.most {
            return []
        }
        var rows = EvidenceRows(
            features, forward: models.forward, backward: models.backward,
            backwardGains: models.backwardGains, targetWordCount: models.targetWordCount)
        var row = EvidenceRows.Row()
        // Any of the segments could be the one, or none.
        let prior = -log(Double(targets.count) + 1)
        var scores: [Bead: Double] = [:]
        for source in sources {
            rows.row(source, 0..<features.target.count, into: &row)
            for target in targets {
                let length = features.target.lengths[target]
                let words = Double(row.forward[0][target] + row.backward[0][target]) / 2
                // Of lengths alone, many are alike.
                guard words > 0 else { continue }
                let score =
                    prior + BeadWeights.wordScale * words
                    + models.length.evidence(
                        source: features.source.lengths[source], target: length,
                        background: models.length.logBackground(target: length, segments: 1))
                if score > -Self.leastOdds {
                    scores[Bead(sourceEnd: source + 1, targetEnd: target + 1, kind: 0)] = score
                }
            }
        }
        // What moves together speaks for each other.
        func supported(_ bead: Bead) -> Double {
            let neighbours = [-1, 1].map { step in
                scores[Bead(sourceEnd: bead.sourceEnd + step, targetEnd: bead.targetEnd + step, kind: 0)] ?? 0
            }
            return (scores[bead] ?? 0) + neighbours.reduce(0) { $0 + max(0, $1) } / 2
        }
        let ranked = scores.keys.map { (bead: $0, score: supported($0)) }
            .filter { $0.score >= Self.leastOdds }
            .sorted {
                ($1.score, $0.bead.sourceEnd, $0.bead.targetEnd)
                    < ($0.score, $1.bead.sourceEnd, $1.bead.targetEnd)
            }
        var takenSources: Set<Int> = [], takenTargets: Set<Int> = []
        var pairs: [Pair] = []
        for (bead, score) in ranked
        where !takenSources.contains(bead.sourceEnd) && !takenTargets.contains(bead.targetEnd) {
            takenSources.insert(bead.sourceEnd)
            takenTargets.insert(bead.targetEnd)
            pairs.append(
                Pair(
                    source: bead.sourceEnd - 1, target: bead.targetEnd - 1,
                    probability: 1 / (1 + exp(-score))))
        }
        return pairs
    }
}
