/// What is known of the segments of one side of a document pair: lengths and words.
struct SegmentFeatures {
    /// A word with how often it occurs in a segment.
    struct Occurrence {
        let word: Int32
        let count: Int32
    }

    /// For every segment its length in Unicode scalars.
    var lengths: [Int] = []
    /// For every segment the number of its tokens.
    var tokenCounts: [Int] = []
    /// For every segment its words.
    var words: [[Occurrence]] = []

    var count: Int { lengths.count }

    mutating func append(length: Int, numbers: [Int32]) {
        lengths.append(length)
        tokenCounts.append(numbers.count)
        words.append(Self.occurrences(numbers))
    }

    /// The words of segments side by side.
    func joined(_ range: Range<Int>) -> [Occurrence] {
        if range.count == 1 { return words[range.lowerBound] }
        var counts: [Int32: Int32] = [:]
        for segment in range {
            for occurrence in words[segment] { counts[occurrence.word, default: 0] += occurrence.count }
        }
        return counts.map { Occurrence(word: $0.key, count: $0.value) }.sorted { $0.word < $1.word }
    }

    /// Words in ascending order with their counts.
    static func occurrences(_ numbers: [Int32]) -> [Occurrence] {
        var result: [Occurrence] = []
        var last: Int32 = -1
        for number in numbers.sorted() {
            if number == last, let before = result.popLast() {
                result.append(Occurrence(word: number, count: before.count + 1))
            } else {
                result.append(Occurrence(word: number, count: 1))
            }
            last = number
        }
        return result
    }
}

/// Where each word of one side occurs.
struct Postings {
    struct Place {
        let segment: Int32
        let count: Int32
    }

    private var starts: [Int]
    private var places: [Place]

    init(_ features: SegmentFeatures, wordCount: Int) {
        var sizes = [Int](repeating: 0, count: wordCount + 1)
        for words in features.words {
            for occurrence in words { sizes[Int(occurrence.word) + 1] += 1 }
        }
        for word in 1..<sizes.count { sizes[word] += sizes[word - 1] }
        starts = sizes
        places = Array(repeating: Place(segment: 0, count: 0), count: sizes[wordCount])
        for (segment, words) in features.words.enumerated() {
            for occurrence in words {
                places[sizes[Int(occurrence.word)]] = Place(
                    segment: Int32(segment), count: occurrence.count)
                sizes[Int(occurrence.word)] += 1
            }
        }
    }

    /// The places of a word within a range of segments, in order.
    func places(of word: Int32, in range: Range<Int>) -> ArraySlice<Place> {
        let start = lowerBound(word, range.lowerBound)
        return places[start..<lowerBound(word, range.upperBound)]
    }

    /// How many segments hold a word.
    func segmentCount(_ word: Int32) -> Int { starts[Int(word) + 1] - starts[Int(word)] }

    private func lowerBound(_ word: Int32, _ segment: Int) -> Int {
        var low = starts[Int(word)]
        var high = starts[Int(word) + 1]
        while low < high {
            let middle = (low + high) / 2
            if places[middle].segment < segment { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
