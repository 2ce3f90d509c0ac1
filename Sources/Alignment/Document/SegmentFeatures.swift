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

    /// The same segments in another order.
    func reordered(_ order: [Int]) -> SegmentFeatures {
        var features = SegmentFeatures()
        features.lengths = order.map { lengths[$0] }
        features.tokenCounts = order.map { tokenCounts[$0] }
        features.words = order.map { words[$0] }
        return features
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
    private(set) var places: [Place]

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

    /// All places of a word, in order.
    func places(of word: Int32) -> ArraySlice<Place> { places[starts[Int(word)]..<starts[Int(word) + 1]] }

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

    /// Finds places in ranges that begin ever later without searching for each from the start.
    struct Cursor {
        private var next: [Int]
        private var start = 0

        fileprivate init(_ postings: Postings) { next = postings.starts }

        /// From now on, ranges begin with this segment.
        mutating func move(to segment: Int, _ postings: Postings) {
            if segment < start { next = postings.starts }
            start = segment
        }

        /// Where the places of a word are among all, from the start of the range up to a segment.
        mutating func places(of word: Int, before end: Int, _ postings: Postings) -> Range<Int> {
            let last = postings.starts[word + 1]
            var first = next[word]
            while first < last, postings.places[first].segment < start { first += 1 }
            next[word] = first
            var after = first
            while after < last, postings.places[after].segment < end { after += 1 }
            return first..<after
        }
    }

    /// A cursor at the first segment.
    func cursor() -> Cursor { Cursor(self) }
}
