#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// From what the model takes to be probable to what turns out to be right (Platt, Probabilistic Outputs for Support
/// Vector Machines, 1999): logistic functions, their numbers fitted by `Benchmarks/alignment fit` to texts that no
/// figure is measured on.
public enum Calibration {
    /// In the order of ``PairEvidence/values(in:)``.
    static let pair = [-1.224, 0.458, 0.097, -0.985, 0.273, 0.2, -0.021, -0.249, -5.728, 0.289]
    /// Of documents whose order was asked for, and of larger ones: in the order of ``DocumentEvidence/values``.
    static let ordered = [-7.171, 2.936, 6.555, 1.592, -3.032, 3.652]
    static let large = [-17.982, 3.715, 18.302, 2.937, -2.639, 0]

    /// How probable it is that a pair is right.
    static func confidence(_ evidence: PairEvidence, _ document: DocumentEvidence) -> Double {
        weighed(pair, evidence.values(in: document))
    }

    /// How probable it is that two documents are translations of each other.
    static func score(_ evidence: DocumentEvidence) -> Double {
        if evidence.pairCount == 0 { return 0 }
        return weighed(evidence.order == nil ? large : ordered, evidence.values)
    }

    private static func weighed(_ weights: [Double], _ values: [Double]) -> Double {
        logistic(zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 })
    }

    private static func logistic(_ value: Double) -> Double { 1 / (1 + exp(-value)) }
}
