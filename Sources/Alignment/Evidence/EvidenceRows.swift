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
    /// ``backward``, by the words of the source, as places.
    private let translations: TranslationPlaces
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
    /// Those of them that stand in the range, with their places.
    private var present: [(word: Int, places: Range<Int>)] = []
    private var cursor: Postings.Cursor
    private var sums: [Float] = []
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
        translations = TranslationPlaces(features, gains: backwardGains)
        gain = Array(repeating: 0, count: targetWordCount)
        cursor = features.targetPostings.cursor()
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
        present.removeAll(keepingCapacity: true)
        let postings = features.targetPostings
        cursor.move(to: range.lowerBound, postings)
        for window in 0..<min(BeadShape.most, segment + 1) {
            let added = segment - window
            for occurrence in features.source.words[added] {
                for entry in forward.gains.row(occurrence.word) {
                    let word = Int(entry.word)
                    if gain[word] == 0 {
                        touchedWords.append(entry.word)
                        let places = cursor.places(of: word, before: range.upperBound, postings)
                        if !places.isEmpty { present.append((word, places)) }
                    }
                    gain[word] += Double(occurrence.count) * entry.value
                }
            }
            let empty = TranslationModel.emptyWords
            let unknown = empty + sourceUnknown[segment + 1] - sourceUnknown[added]
            let tokens = empty + sourceTokens[segment + 1] - sourceTokens[added]
            let base = Float(log(unknown / tokens))
            row.forward[window].withUnsafeMutableBufferPointer { cells in
                for cell in cells.indices {
                    cells[cell] = base * Float(features.target.tokenCounts[range.lowerBound + cell])
                }
                for (word, places) in present {
                    let gained = Float(log(1 + gain[word] / unknown))
                    for place in postings.places[places] {
                        cells[Int(place.segment) - range.lowerBound] += gained * Float(place.count)
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
        products.withUnsafeMutableBufferPointer { products in
            sums.withUnsafeMutableBufferPointer { sums in
                translations.places.withUnsafeBufferPointer { places in
                    for occurrence in features.source.words[segment] {
                        let found = translations.range(of: occurrence.word, in: wide)
                        if found.isEmpty { continue }
                        for place in found { sums[Int(places[place].segment)] = places[place].gain }
                        for place in found {
                            // The windows that hold this place and end before the next one.
                            let first = Int(places[place].segment)
                            let next = place + 1 < found.upperBound ? Int(places[place + 1].segment) : Int.max
                            let ends =
                                max(
                                    first, start)..<max(
                                    first, start, min(first + BeadShape.most, next, range.upperBound))
                            Self.multiply(
                                products, by: sums, ends, start, width, Int(occurrence.count), inverseUnknown)
                        }
                        for place in found { sums[Int(places[place].segment)] = 0 }
                    }
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
        _ products: UnsafeMutableBufferPointer<Double>, by sums: UnsafeMutableBufferPointer<Float>,
        _ ends: Range<Int>, _ start: Int, _ width: Int, _ count: Int, _ inverseUnknown: [Double]
    ) {
        inverseUnknown.withUnsafeBufferPointer { inverse in
            for end in ends {
                var sum = 0.0
                for window in 0..<min(BeadShape.most, end + 1) {
                    sum += Double(sums[end - window])
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
