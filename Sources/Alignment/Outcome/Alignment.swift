#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What was found out about two documents.
public struct Alignment: Sendable, Equatable {
    /// Segments of the source with their translation.
    public struct Pair: Sendable, Equatable {
        /// The segments of the source, from 0; empty where segments of the target translate nothing.
        public var source: [Int]
        /// The segments of the target, from 0; empty where nothing translates those of the source.
        public var target: [Int]
        /// How probable it is that the pair is right, 0 to 1; calibrated, see ``Calibration``.
        public var confidence: Double
        /// How probable the model of the aligner takes it to be, which is too sure of itself.
        public var probability: Double
        /// What speaks for it.
        public var evidence: PairEvidence
        /// Whether it stands elsewhere in the target than its neighbours do.
        public var isMoved: Bool

        /// Whether there is something on both sides.
        public var isTranslation: Bool { !source.isEmpty && !target.isEmpty }
    }

    /// All segments of both sides, each in one pair; in the order of the source.
    public var pairs: [Pair]
    /// What speaks for the documents being translations of each other.
    public var evidence: DocumentEvidence
    /// How probable it is that the documents are translations of each other, 0 to 1.
    public var score: Double
}

/// What speaks for two documents being translations of each other.
public struct DocumentEvidence: Sendable, Equatable {
    /// What words say for the pairs found, for each token: the logarithm of how much likelier they are side by side.
    public var wordsPerToken = 0.0
    /// What lengths say for the pairs found, for each pair.
    public var lengthsPerPair = 0.0
    /// The share of segments that are in a pair with something on both sides.
    public var pairedShare = 0.0
    /// The share of segments that are in a pair of one with one.
    public var singleShare = 0.0
    /// The mean probability of those pairs.
    public var meanProbability = 0.0
    /// How much likelier short documents are in their own order than in others: the logarithm, in standard deviations
    /// among those; nil where that was not asked.
    public var order: Double?
    /// The number of those pairs.
    public var pairCount = 0
    /// The number of segments of the source.
    public var segmentCount = 0

    /// What ``Calibration`` weighs, its constant first.
    public var values: [Double] {
        // Beyond the sizes that the weights were fitted to, size says nothing more.
        let size = Double(min(max(1, segmentCount), 100))
        return [
            1, 100 * min(max(wordsPerToken, -0.05), 0.1), pairedShare, lengthsPerPair, log(size),
            (order ?? 0) / size.squareRoot(),
        ]
    }
}
