/// The rules of a segmenter in their order.
struct RuleSet {
    private var groups: [RuleGroup]
    /// For each group the next place where one of its rules may cut.
    private var nextOpen: [Int] = []
    private var textNumber = 0

    init(_ rules: [SRXRule]) {
        groups = stride(from: 0, to: rules.count, by: RuleGroup.size).map {
            RuleGroup(rules[$0..<min(rules.count, $0 + RuleGroup.size)])
        }
    }

    /// The same rules for another thread.
    func copy() -> RuleSet {
        var copy = self
        copy.groups = groups.map { $0.copy() }
        return copy
    }

    /// To be called before every text.
    mutating func begin() {
        textNumber += 1
        nextOpen = [Int](repeating: 0, count: groups.count)
    }

    /// Corrects a breaker's proposals, white space between two sentences being one place, and adds to the
    /// result where sentences end.
    mutating func correct(
        _ proposals: Slice<UnsafeMutableBufferPointer<Int32>>, in text: UnsafeBufferPointer<UInt16>,
        _ result: inout [Int]
    ) {
        var proposal = 0
        // Before the first character that is not white space there is nothing to end.
        var place = text.spaceEnd(from: 0) + 1
        while place < text.count {
            while proposal < proposals.count, proposals[proposal] < place { proposal += 1 }
            let limit = proposal < proposals.count ? min(Int(proposals[proposal]), text.count) : text.count
            place = min(limit, firstOpen(from: place, in: text))
            guard place < text.count else { return }
            if text.splitsPair(at: place) {
                place += 1
                continue
            }
            let start = text.spaceStart(before: place), end = text.spaceEnd(from: place)
            guard end < text.count else { return }
            let isProposed = place == limit || (proposal < proposals.count && proposals[proposal] <= end)
            if decision(at: start...end, in: text) ?? isProposed { result.append(end) }
            place = end + 1
        }
    }

    /// Adds to the result where rules alone cut.
    mutating func follow(in text: UnsafeBufferPointer<UInt16>, _ result: inout [Int]) {
        var place = firstOpen(from: 1, in: text)
        while place < text.count {
            if !text.splitsPair(at: place), decision(at: place...place, in: text) == true {
                result.append(place)
            }
            place = firstOpen(from: place + 1, in: text)
        }
    }

    /// The next place where any rule may cut, from `start` on.
    private mutating func firstOpen(from start: Int, in text: UnsafeBufferPointer<UInt16>) -> Int {
        var first = text.count
        for index in groups.indices {
            if nextOpen[index] < start { nextOpen[index] = groups[index].firstOpen(from: start, in: text) }
            first = min(first, nextOpen[index])
        }
        return first
    }

    private mutating func decision(at places: ClosedRange<Int>, in text: UnsafeBufferPointer<UInt16>) -> Bool?
    {
        for index in groups.indices {
            if let breaks = groups[index].decision(at: places, in: text, number: textNumber) { return breaks }
        }
        return nil
    }
}
