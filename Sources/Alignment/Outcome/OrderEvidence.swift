#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What the order of the segments says for two documents being translations of each other: all ways through them are
/// held against all ways through the same segments in other orders (a permutation test: Fisher, The Design of
/// Experiments, 1935). Words that two languages share, and lengths that are usual in both, weigh nothing then, since
/// they are there in any order.
struct OrderEvidence {
    /// How much likelier the documents are in their own order than in others, as a logarithm.
    let gain: Double
    /// The standard deviation among the other orders.
    let deviation: Double

    private static let orders = 12
    /// Of larger documents, words and lengths say enough, and the search would take long.
    private static let largestGrid = 3600

    /// - Returns: nil where the documents are too large, or too small to have another order.
    init?(_ features: PairFeatures, _ models: BeadWeights.Models) {
        let cells = features.source.count * features.target.count
        guard features.source.count > 1, features.target.count > 1, cells <= Self.largestGrid else {
            return nil
        }
        let band = Band(sourceCount: features.source.count, targetCount: features.target.count)
        func total(_ features: PairFeatures) -> Double { Lattice(BeadWeights(features, models), band).total }
        var generator = SplitMix(state: UInt64(cells))
        let others = (0..<Self.orders).map { _ in
            total(features.reordered(Array(0..<features.target.count).shuffled(using: &generator), models))
        }
        let mean = others.reduce(0, +) / Double(others.count)
        gain = total(features) - mean
        deviation =
            (others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(others.count - 1)).squareRoot()
    }
}

extension PairFeatures {
    /// The same with the segments of the target in another order.
    fileprivate func reordered(_ order: [Int], _ models: BeadWeights.Models) -> PairFeatures {
        let target = target.reordered(order)
        return PairFeatures(
            source: source, target: target, sourceOpens: sourceOpens, targetOpens: targetOpens,
            sourcePostings: sourcePostings,
            targetPostings: Postings(target, wordCount: models.targetWordCount),
            known: [])
    }
}

/// SplitMix64 (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014): the same documents
/// are always judged alike.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
