#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What is known of two documents when their beads are weighed.
struct PairFeatures {
    let source: SegmentFeatures
    let target: SegmentFeatures
    let sourceOpens: [Bool]
    let targetOpens: [Bool]
    let sourcePostings: Postings
    let targetPostings: Postings
    /// Pairs of a source and a target segment that a memory holds as each other's translation.
    let known: Set<SegmentPair>

    struct SegmentPair: Hashable {
        let source: Int
        let target: Int
    }
}

/// What words say for beads, a row of the grid at a time.
///
/// A word of the target that no word of the source translates into changes nothing that depends on where it stands; so
/// only words that do are gone through, by where they occur.
struct EvidenceRows {
    private let features: PairFeatures
    /// From source to target, and from target to source.
    private let forward: TranslationModel
    private let backward: TranslationModel
    /// ``backward``, by the words of the source.
    private let backwardGains: TranslationTable
    /// For each number of target segments, the tokens and the unknown among them up to there.
    private var targetTokens: [Double] = [0]
    private var targetUnknown: [Double] = [0]
    private var sourceTokens: [Double] = [0]
    private var sourceUnknown: [Double] = [0]

    /// For windows of 1…5 target segments that end with each: the inverse of what the empty and unknown words weigh,
    /// window by window for each segment, and the logarithm of their share.
    private var inverseUnknown: [Double] = []
    private var windowBase: [[Double]] = []

    // Memory that is used again.
    private var gain: [Double]
    private var touchedWords: [Int32] = []
    private var sums: [Double] = []
    private var products: [Double] = []

    /// The evidence of one source segment, for target segments from `start` on.
    struct Row {
        var start = 0
        /// For windows of 1…5 source segments that end with this one: what each target segment's words say.
        var forward = [[Float]](repeating: [], count: BeadShape.most)
        /// For windows of 1…5 target segments that end with each: what this segment's words say.
        var backward = [[Float]](repeating: [], count: BeadShape.most)
    }

    init(
        _ features: PairFeatures, forward: TranslationModel, backward: TranslationModel,
        backwardGains: TranslationTable, targetWordCount: Int
    ) {
        self.features = features
        self.forward = forward
        self.backward = backward
        self.backwardGains = backwardGains
        gain = Array(repeating: 0, count: targetWordCount)
        sums = Array(repeating: 0, count: features.target.count + BeadShape.most)
        (sourceTokens, sourceUnknown) = Self.totals(features.source, forward.unknown)
        (targetTokens, targetUnknown) = Self.totals(features.target, backward.unknown)
        inverseUnknown = Array(repeating: 0, count: features.target.count * BeadShape.most)
        for window in 0..<BeadShape.most {
            var bases: [Double] = []
            for target in 0..<features.target.count {
                let first = max(0, target - window)
                let empty = TranslationModel.emptyWords
                let unknown = empty + targetUnknown[target + 1] - targetUnknown[first]
                inverseUnknown[target * BeadShape.most + window] = 1 / unknown
                bases.append(log(unknown / (empty + targetTokens[target + 1] - targetTokens[first])))
            }
            windowBase.append(bases)
        }
    }

    private static func totals(_ features: SegmentFeatures, _ unknown: [Double]) -> ([Double], [Double]) {
        var tokens = [0.0], unknowns = [0.0]
        for segment in 0..<features.count {
            tokens.append(tokens[segment] + Double(features.tokenCounts[segment]))
            unknowns.append(
                features.words[segment].reduce(unknowns[segment]) {
                    $0 + Double($1.count) * unknown[Int($1.word)]
                })
        }
        return (tokens, unknowns)
    }

    /// The evidence of a source segment for a range of target segments.
    mutating func row(_ segment: Int, _ range: Range<Int>, into row: inout Row) {
        row.start = range.lowerBound
        for window in 0..<BeadShape.most where row.forward[window].count != range.count {
            row.forward[window] = Array(repeating: 0, count: range.count)
            row.backward[window] = Array(repeating: 0, count: range.count)
        }
        fillForward(segment, range, &row)
        fillBackward(segment, range, &row)
    }

    private mutating func fillForward(_ segment: Int, _ range: Range<Int>, _ row: inout Row) {
        touchedWords.removeAll(keepingCapacity: true)
        for window in 0..<min(BeadShape.most, segment + 1) {
            let added = segment - window
            for occurrence in features.source.words[added] {
                for entry in forward.gains.row(occurrence.word) {
                    if gain[Int(entry.word)] == 0 { touchedWords.append(entry.word) }
                    gain[Int(entry.word)] += Double(occurrence.count) * entry.value
                }
            }
            let empty = TranslationModel.emptyWords
            let unknown = empty + sourceUnknown[segment + 1] - sourceUnknown[added]
            let tokens = empty + sourceTokens[segment + 1] - sourceTokens[added]
            let base = log(unknown / tokens)
            row.forward[window].withUnsafeMutableBufferPointer { cells in
                for (cell, target) in range.enumerated() {
                    cells[cell] = Float(base * Double(features.target.tokenCounts[target]))
                }
                for word in touchedWords {
                    let gained = log(1 + gain[Int(word)] / unknown)
                    for place in features.targetPostings.places(of: word, in: range) {
                        cells[Int(place.segment) - range.lowerBound] += Float(gained * Double(place.count))
                    }
                }
            }
        }
        for word in touchedWords { gain[Int(word)] = 0 }
    }

    private mutating func fillBackward(_ segment: Int, _ range: Range<Int>, _ row: inout Row) {
        let width = range.count
        let start = range.lowerBound
        // Factors are multiplied and their logarithm is taken once for all words of the segment.
        products.removeAll(keepingCapacity: true)
        products.append(contentsOf: repeatElement(1, count: width * BeadShape.most))
        let wide = max(0, start - BeadShape.most + 1)..<range.upperBound
        let gains = backwardGains, postings = features.targetPostings
        products.withUnsafeMutableBufferPointer { products in
            sums.withUnsafeMutableBufferPointer { sums in
                for occurrence in features.source.words[segment] {
                    var first = Int.max, last = -1
                    for entry in gains.row(occurrence.word) {
                        for place in postings.places(of: entry.word, in: wide) {
                            let target = Int(place.segment)
                            sums[target] += Double(place.count) * entry.value
                            first = min(first, target)
                            last = max(last, target)
                        }
                    }
                    if last < 0 { continue }
                    Self.multiply(
                        products, by: sums, max(first, start)..<min(last + BeadShape.most, range.upperBound),
                        start, width, Int(occurrence.count), inverseUnknown)
                    for target in first...last { sums[target] = 0 }
                }
            }
        }
        let tokenCount = Double(features.source.tokenCounts[segment])
        for window in 0..<BeadShape.most {
            let bases = windowBase[window]
            row.backward[window].withUnsafeMutableBufferPointer { cells in
                for cell in 0..<width {
                    let product = products[window * width + cell]
                    cells[cell] = Float(tokenCount * bases[start + cell] + (product == 1 ? 0 : log(product)))
                }
            }
        }
    }

    /// Multiplies for windows that end in a range what a word gains by what stands in them.
    private static func multiply(
        _ products: UnsafeMutableBufferPointer<Double>, by sums: UnsafeMutableBufferPointer<Double>,
        _ ends: Range<Int>, _ start: Int, _ width: Int, _ count: Int, _ inverseUnknown: [Double]
    ) {
        inverseUnknown.withUnsafeBufferPointer { inverse in
            for end in ends {
                var sum = 0.0
                for window in 0..<min(BeadShape.most, end + 1) {
                    sum += sums[end - window]
                    if sum == 0 { continue }
                    let factor = 1 + sum * inverse[end * BeadShape.most + window]
                    let cell = window * width + end - start
                    // More would not be a number any more; it is beyond doubt already.
                    for _ in 0..<count where products[cell] < largestProduct { products[cell] *= factor }
                }
            }
        }
    }

    private static let largestProduct = 1e250
}
