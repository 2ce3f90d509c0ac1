#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What speaks for a pair being right.
public struct PairEvidence: Sendable, Equatable {
    /// The logarithm of the odds that the model of the aligner gives it among all ways through the documents.
    public var odds = 0.0
    /// The less of the odds of the steps before and after it.
    public var neighbourOdds = 0.0
    /// What its words say for it, for each token.
    public var words = 0.0
    /// What its lengths say for it.
    public var lengths = 0.0
    /// The length of its shorter side, in Unicode scalars.
    public var characters = 0
    /// How many segments it joins beyond one of either side.
    public var joined = 0
    /// Whether something without a counterpart stands beside it.
    public var isBesideGap = false

    /// The logarithm of the odds of a probability, within bounds.
    static func odds(of probability: Double) -> Double {
        let bounded = min(max(probability, 1e-6), 1 - 1e-6)
        return log(bounded / (1 - bounded))
    }

    /// What ``Calibration`` weighs, its constant first.
    public func values(in document: DocumentEvidence) -> [Double] {
        // Beyond what the weights were fitted to, as where a memory knows most words, words say nothing more.
        [
            1, odds, neighbourOdds, min(words, 2), max(-10, lengths), log(Double(1 + characters)),
            Double(joined), isBesideGap ? 1 : 0, min(document.wordsPerToken, 0.5), document.singleShare,
        ]
    }
}
