internal import Segmentation
public import UnicodeText

/// How long translations are for their sources, in characters (Unicode scalars without white space at the ends).
///
/// After Gale and Church (1993): a source of n characters has a translation of c·n on average, and the square of the
/// deviation grows with n. Both figures are learned robustly: c is the median of the ratios, the spread the median of
/// the deviations (MAD), so that wrong pairs in the memory do not matter.
public struct LengthModel: Sendable, Equatable {
    /// Target characters for one of the source.
    public let ratio: Double
    /// The standard deviation for a source of one character.
    public let spread: Double

    /// A model.
    public init(ratio: Double, spread: Double) {
        self.ratio = ratio
        self.spread = spread
    }

    /// A model learned from pairs of lengths; nil for fewer than ``enough`` of at least ten characters.
    public init?(learnedFrom lengths: some Sequence<(source: Int, target: Int)>) {
        let pairs = lengths.filter { $0.source >= 10 && $0.target >= 1 }
        guard pairs.count >= Self.enough else { return nil }
        let ratio = Self.median(pairs.map { Double($0.target) / Double($0.source) })
        let spread = Self.median(
            pairs.map { abs(Double($0.target) - ratio * Double($0.source)) / Double($0.source).squareRoot() })
        // 1.4826 makes of a median of deviations the standard deviation of a normal distribution.
        self.init(ratio: ratio, spread: max(0.5, spread * 1.4826))
    }

    /// How many pairs a model needs.
    public static let enough = 200

    /// What is taken where nothing was learned.
    public static func standard(from source: LocaleID, to target: LocaleID) -> LengthModel {
        // Set by hand, near what real translations show: the spread is kept wide, since registers differ.
        if source.language == "en", target.language == "vi" { return LengthModel(ratio: 1.05, spread: 1.9) }
        if source.language == "vi", target.language == "en" { return LengthModel(ratio: 0.96, spread: 1.8) }
        return LengthModel(ratio: 1.1, spread: 3)
    }

    /// By how many standard deviations a translation is too long (positive) or too short.
    public func deviation(source: Int, target: Int) -> Double {
        // As if there were twenty characters more: a short source may be an acronym that is written out.
        (Double(target) - ratio * Double(source)) / (spread * Double(source + 20).squareRoot())
    }

    /// Whether a translation has less than a share of the usual length. Only sources of some length are looked at:
    /// the deviations of short ones grow with the length itself and not with its root.
    func isShorter(than share: Double, source: Int, target: Int) -> Bool {
        source >= 60 && Double(target) < share * ratio * Double(source)
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}

/// Models for pairs of languages.
public struct LengthModels: Sendable {
    private struct Key: Hashable {
        let source: LocaleID
        let target: LocaleID
    }

    private var models: [Key: LengthModel] = [:]

    /// No model learned.
    public init() {}

    /// Takes a model for a pair of languages.
    public mutating func set(_ model: LengthModel, from source: LocaleID, to target: LocaleID) {
        models[Key(source: source, target: target)] = model
    }

    /// The model for a letter: the one set, else one learned from the letter itself where it is long enough, else
    /// the standard.
    func model(for letter: CheckedLetter) -> LengthModel {
        if let model = models[Key(source: letter.source, target: letter.target)] { return model }
        let standard = LengthModel.standard(from: letter.source, to: letter.target)
        guard letter.pairs.count >= LengthModel.enough * 5 else { return standard }
        let lengths = letter.pairs.lazy.filter { $0.state != .missing && $0.state != .fuzzy }.map {
            (
                source: $0.source.plainText.unicodeScalars.count,
                target: $0.target.plainText.unicodeScalars.count
            )
        }
        return LengthModel(learnedFrom: Array(lengths.prefix(20000))) ?? standard
    }
}
