import Matching

/// Passes over candidates that cannot reach a score of 0.5, so that comparing the others takes minutes and not
/// hours: two segments share folds of at least that share of the heavier one's weight, since every other token
/// of it is inserted, deleted or replaced at its full weight (MATCHING.md, section 6). It shares no code with the
/// index, and some queries of every kind are answered without it.
struct SharedFolds {
    private let numbers: [TextKey: Int32]
    private let folds: [Int32]
    private let weights: [Int32]
    /// Where the tokens of each candidate start.
    private let starts: [Int]
    private let totals: [Int]

    init(_ candidates: [SearchCandidate]) {
        var numbers: [TextKey: Int32] = [:]
        var folds: [Int32] = []
        var weights: [Int32] = []
        var starts = [0]
        for candidate in candidates {
            for token in candidate.segment.tokens {
                let next = Int32(numbers.count)
                let number = numbers[TextKey(token, .fold), default: next]
                if number == next { numbers[TextKey(token, .fold)] = next }
                folds.append(number)
                weights.append(Int32(token.weight))
            }
            starts.append(folds.count)
        }
        self.numbers = numbers
        self.folds = folds
        self.weights = weights
        self.starts = starts
        totals = candidates.map(\.segment.weight)
    }

    /// The places of the candidates that may reach 0.5.
    func places(for segment: TokenizedSegment) -> [Int] {
        // Segments without tokens are alike or not: nothing is shared.
        if segment.weight == 0 { return Array(totals.indices) }
        var own = [Int32](repeating: 0, count: numbers.count)
        for token in segment.tokens {
            if let number = numbers[TextKey(token, .fold)] { own[Int(number)] += Int32(token.weight) }
        }
        var places: [Int] = []
        var taken: [Int] = []
        for place in totals.indices {
            var shared: Int32 = 0
            for token in starts[place]..<starts[place + 1] where own[Int(folds[token])] > 0 {
                own[Int(folds[token])] -= weights[token]
                shared += weights[token]
                taken.append(token)
            }
            for token in taken { own[Int(folds[token])] += weights[token] }
            taken.removeAll(keepingCapacity: true)
            if 2 * Int(shared) >= max(segment.weight, totals[place]) { places.append(place) }
        }
        return places
    }
}
