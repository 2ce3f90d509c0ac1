/// For each word of the source, the segments of the target that hold something it translates into, with how much that
/// gains: gathered once, since every row of the grid asks for the places of all its words.
struct TranslationPlaces {
    struct Place {
        let segment: Int32
        let gain: Float
    }

    /// Where each word's places begin; words that do not occur have none.
    private var starts: [Int32]
    private(set) var places: [Place] = []

    /// - Parameter gains: for each word of the source, words of the target.
    init(_ features: PairFeatures, gains: TranslationTable) {
        let segments = features.target.count
        starts = [0]
        starts.reserveCapacity(gains.rowCount + 1)
        var sums = [Double](repeating: 0, count: segments)
        var touched: [Int32] = []
        for word in 0..<Int32(gains.rowCount) {
            if features.sourcePostings.segmentCount(word) > 0 {
                for entry in gains.row(word) {
                    for place in features.targetPostings.places(of: entry.word) {
                        if sums[Int(place.segment)] == 0 { touched.append(place.segment) }
                        sums[Int(place.segment)] += Double(place.count) * entry.value
                    }
                }
                touched.sort()
                for segment in touched {
                    places.append(Place(segment: segment, gain: Float(sums[Int(segment)])))
                    sums[Int(segment)] = 0
                }
                touched.removeAll(keepingCapacity: true)
            }
            starts.append(Int32(places.count))
        }
    }

    /// Where the places of a word in a range of segments are among all.
    func range(of word: Int32, in segments: Range<Int>) -> Range<Int> {
        let first = lowerBound(segments.lowerBound, Int(starts[Int(word)])..<Int(starts[Int(word) + 1]))
        return first..<lowerBound(segments.upperBound, first..<Int(starts[Int(word) + 1]))
    }

    private func lowerBound(_ segment: Int, _ range: Range<Int>) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if Int(places[middle].segment) < segment { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
