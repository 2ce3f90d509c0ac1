#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// From what the model takes to be probable to what turns out to be right (Platt, Probabilistic Outputs for Support
/// Vector Machines, 1999): logistic functions, their numbers fitted by `Benchmarks/alignment fit` to texts that no
/// figure is measured on.
public enum Calibration {
    /// Constant, weight of the logarithm of the odds, weight of the words' evidence.
    static let pair = (constant: -0.288, odds: 0.947, words: 1.253)
    /// Constant and weights; size is the logarithm of the number of segments.
    static let document = (constant: -12.996, words: 283.472, paired: 14.478, lengths: 2.688, size: -2.209)

    /// How probable it is that a pair is right.
    static func confidence(probability: Double, _ evidence: DocumentEvidence) -> Double {
        let bounded = min(max(probability, 1e-6), 1 - 1e-6)
        let odds = log(bounded / (1 - bounded))
        return logistic(pair.constant + pair.odds * odds + pair.words * evidence.wordsPerToken)
    }

    /// How probable it is that two documents are translations of each other.
    static func score(_ evidence: DocumentEvidence) -> Double {
        if evidence.pairCount == 0 { return 0 }
        return logistic(
            document.constant + document.words * evidence.wordsPerToken
                + document.paired * evidence.pairedShare + document.lengths * evidence.lengthsPerPair
                + document.size * log(Double(max(1, evidence.segmentCount))))
    }

    private static func logistic(_ value: Double) -> Double { 1 / (1 + exp(-value)) }
}
