#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How long a translation is, given how long its source is: the normal distribution of Gale and Church (A Program for
/// Aligning Sentences in Bilingual Corpora, Computational Linguistics 19(1), 1993), its two parameters learned for the
/// documents, against what lengths segments of the target have anyway, as Moore compares them (Fast and Accurate
/// Sentence Alignment of Bilingual Corpora, AMTA 2002).
struct LengthModel {
    /// Characters of the target for one of the source.
    private(set) var ratio: Double
    /// The variance of the target's length for one character of it.
    private(set) var variance: Double
    /// For 1…5 segments of the target: mean and standard deviation of the logarithm of their length.
    private var usual: [(mean: Double, deviation: Double)]

    /// What Gale and Church measured on three pairs of European languages.
    private static let publishedVariance = 6.8
    /// The variance of a sum of independent parts; the constant spares short segments.
    private static let shortest = 4.0
    /// The share of translations whose length says nothing.
    private static let outliers = 0.03

    /// Before anything is learned, from the lengths of the segments of either side.
    init(source: [Int], target: [Int]) {
        let sourceTotal = source.reduce(0, +)
        let targetTotal = target.reduce(0, +)
        ratio = Double(targetTotal + 1) / Double(sourceTotal + 1)
        variance = Self.publishedVariance
        usual = Self.usualLengths(target)
    }

    /// Learns from pairs of lengths with their weights.
    mutating func learn(_ pairs: [(source: Int, target: Int, weight: Double)]) {
        var sourceSum = 0.0, targetSum = 0.0
        for pair in pairs {
            sourceSum += pair.weight * Double(pair.source)
            targetSum += pair.weight * Double(pair.target)
        }
        guard sourceSum > 0, targetSum > 0 else { return }
        ratio = targetSum / sourceSum
        // As if so many pairs had been seen before, as Gale and Church saw them.
        let prior = 10.0
        var sum = prior * Self.publishedVariance, weights = prior
        for pair in pairs {
            let scale = scale(pair.source, pair.target)
            let deviation = Double(pair.target) - ratio * Double(pair.source)
            // Outliers are the business of another part of the model.
            sum += pair.weight * min(deviation * deviation / scale, 9 * Self.publishedVariance)
            weights += pair.weight
        }
        variance = sum / weights
    }

    private func scale(_ source: Int, _ target: Int) -> Double {
        (ratio * Double(source) + Double(target)) / 2 + Self.shortest
    }

    /// The logarithm of how much likelier the length of so many segments of the target is as a translation of this
    /// length than by itself.
    ///
    /// - Parameter background: ``logBackground(target:segments:)`` of the same.
    func evidence(source: Int, target: Int, background: Double) -> Double {
        let expected = ratio * Double(source)
        let spread = variance * ((expected + Double(target)) / 2 + Self.shortest)
        let deviation = Double(target) - expected
        let exponent = -deviation * deviation / (2 * spread) - background
        // Far off, only the share of outliers is left, and the exact logarithm is not needed.
        if exponent < -20 { return Self.logOutliers }
        return log(
            Self.outliers + (1 - Self.outliers) * exp(exponent) / (2 * Double.pi * spread).squareRoot())
    }

    private static let logOutliers = log(outliers)

    /// The logarithm of the density of a length of so many segments of the target by themselves.
    func logBackground(target: Int, segments: Int) -> Double {
        let usual = usual[segments - 1]
        let length = Double(max(1, target))
        let place = (log(length) - usual.mean) / usual.deviation
        return log(exp(-place * place / 2) / (length * usual.deviation * (2 * Double.pi).squareRoot()) + 1e-7)
    }

    /// The logarithmic normal distributions of the lengths of one segment, and, by their moments, of sums of them.
    private static func usualLengths(_ lengths: [Int]) -> [(mean: Double, deviation: Double)] {
        let logs = lengths.map { log(Double(max(1, $0))) }
        let count = Double(max(1, logs.count))
        let mean = logs.isEmpty ? 3 : logs.reduce(0, +) / count
        let variance = logs.reduce(0.1) { $0 + ($1 - mean) * ($1 - mean) } / count
        let spread = max(0.05, variance)
        let expected = exp(mean + spread / 2)
        let expectedVariance = (exp(spread) - 1) * expected * expected
        return (1...BeadShape.most).map { segments in
            let sum = expected * Double(segments)
            let sumSpread = log(1 + expectedVariance * Double(segments) / (sum * sum))
            return (log(sum) - sumSpread / 2, sumSpread.squareRoot())
        }
    }
}
