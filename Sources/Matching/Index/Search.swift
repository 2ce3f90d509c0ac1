/// One search in an index.
struct Search {
    let index: SegmentIndex
    let scratch: SearchScratch
    let query: SearchQuery
    let prepared: IndexQuery
    let removed: UnitSet?
    var collector: MatchCollector
    var statistics = SearchStatistics()
    private lazy var text = Array(query.segment.text.utf8)

    init(
        index: SegmentIndex, scratch: SearchScratch, query: SearchQuery, prepared: IndexQuery,
        removed: UnitSet?, collector: MatchCollector
    ) {
        self.index = index
        self.scratch = scratch
        self.query = query
        self.prepared = prepared
        self.removed = removed
        self.collector = collector
    }

    /// The largest distance that a pair may have whose heavier segment has a weight: never too small.
    static func allowance(_ heavier: Int, bound: Double) -> Int {
        let share = 1 - bound + ExhaustiveSearch.tolerance
        // No distance is above the sum of both weights; a score below 0 is possible.
        return Int((min(2, max(0, share)) * Double(heavier) + 0.001).rounded(.down))
    }

    /// Compares every unit of a possible weight.
    mutating func goThroughAll() {
        let weight = prepared.weight
        let low = weight - Self.allowance(weight, bound: collector.bound)
        let first = low <= 0 ? 0 : index.firstUnit(weighing: low)
        for unit in first..<index.count {
            guard index.covers(index.units, unit) else { return }
            if weight > 0, Int(index.units[unit].weight) > weight {
                let heavier = Int(index.units[unit].weight)
                if heavier - weight > Self.allowance(heavier, bound: collector.bound) { break }
            } else if weight == 0, query.threshold > ExhaustiveSearch.tolerance, index.units[unit].weight > 0
            {
                break
            }
            consider(unit)
        }
    }

    /// Goes through the lists of the query's rare folds.
    mutating func goThroughLists() {
        let weight = prepared.weight
        var bound = Double.nan
        var allowed = 0
        var firsts = [Int](repeating: 0, count: PositionClass.count)
        for element in prepared.elements {
            if bound != collector.bound {
                bound = collector.bound
                allowed = Self.allowance(weight, bound: bound)
                for position in firsts.indices {
                    let least = Double(weight - allowed) / PositionClass.upperShare(position)
                    firsts[position] = index.firstUnit(weighing: Int(least) - 1)
                }
            }
            // What follows cannot reach the bound without what went before.
            if element.gone > allowed { break }
            let rest = weight - element.gone
            let end = index.firstUnit(
                weighing: Int(Double(rest + 1) / (bound - ExhaustiveSearch.tolerance)) + 1)
            for position in firsts.indices {
                guard PositionClass.upperShare(position) >= bound - 1e-6, firsts[position] < end else {
                    continue
                }
                let list = element.fold * PositionClass.count + position
                filter(list, units: firsts[position]..<end, element, bound: bound)
            }
            for unit in scratch.survivors { consider(Int(unit)) }
            scratch.survivors.removeAll(keepingCapacity: true)
        }
    }

    /// Goes through a part of a list and keeps the units whose filter bits allow a match that shares this
    /// fold, but none that is rarer: such a match was found in the list of the rarer one.
    private mutating func filter(
        _ list: Int, units: Range<Int>, _ element: IndexQuery.Element, bound: Double
    ) {
        guard index.covers(index.postingStarts, list, 2) else { return }
        var low = Int(index.postingStarts[list]), high = Int(index.postingStarts[list + 1])
        guard low < high, high <= index.postings.count, let postings = index.postings.baseAddress,
            let filters = index.filters.baseAddress
        else { return }
        guard index.covers(index.postings, low, high - low) else { return }
        // In a short list, looking at the filter of a unit outside the range costs less than finding the range.
        if high - low > 12 {
            low = Self.place(of: units.lowerBound, low, high, postings)
            high = Self.place(of: units.upperBound, low, high, postings)
        }
        statistics.postings += high - low
        let check = index.check
        let isHeavy = prepared.weight / 100 >= UnitFilter.heaviest
        let weight = UInt64(min(prepared.weight / 100, UnitFilter.heaviest))
        // Shares of weights in 65,536ths, rounded up.
        let share = UInt64(max(0, (1 - bound + ExhaustiveSearch.tolerance) * 65_536)) + 2
        let gone = element.gone / 100
        let laterLow = element.laterLow, laterHigh = element.laterHigh
        let otherLow = ~prepared.filter.low, otherHigh = ~prepared.filter.high & UnitFilter.highMask
        for place in low..<high {
            let unit = postings[place]
            if let check, !check.covers(filters + 2 * Int(unit), 2) { return }
            let unitLow = filters[Int(unit) * 2], unitHigh = filters[Int(unit) * 2 + 1]
            let unitWeight = unitHigh >> 48
            if isHeavy || unitWeight == UInt64(UnitFilter.heaviest) {
                scratch.survivors.append(unit)
                continue
            }
            let allowed = Int((max(weight, unitWeight) &* share) >> 16)
            let missing = gone &+ 10 &* UnitFilter.count(laterLow & ~unitLow, laterHigh & ~unitHigh)
            if missing > allowed { continue }
            let extra = 10 &* UnitFilter.count(unitLow & otherLow, unitHigh & otherHigh)
            if extra <= allowed { scratch.survivors.append(unit) }
        }
    }

    /// The first place in a sorted list that holds a unit or a later one.
    private static func place(of unit: Int, _ low: Int, _ high: Int, _ postings: UnsafePointer<UInt32>) -> Int
    {
        var low = low, high = high
        while low < high {
            let middle = (low + high) / 2
            if Int(postings[middle]) < unit { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Compares a unit, once, exactly as ``ExhaustiveSearch`` does.
    private mutating func consider(_ unit: Int) {
        guard scratch.note(unit) else { return }
        if let removed, removed.contains(unit) { return }
        guard index.covers(index.units, unit) else { return }
        let record = index.units[unit]
        let weight = Int(record.weight)
        let heavier = max(weight, prepared.weight), lighter = min(weight, prepared.weight)
        if heavier > 0, Double(lighter) / Double(heavier) < query.threshold - ExhaustiveSearch.tolerance {
            return
        }
        let allowed = Self.allowance(heavier, bound: collector.bound(penalty: Int(record.penalty)))
        statistics.units += 1
        guard index.readTokens(of: record, within: allowed, heavier: heavier, scratch) else { return }
        statistics.distances += 1
        let plainText = !prepared.isMarked || !record.flags.contains(.marked)
        guard
            let distance = index.distance(
                prepared, tokens: Int(record.tokenCount), limit: allowed, plainText: plainText, scratch)
        else { return }
        let isExact = distance == 0 && index.text(of: unit) == text
        // The same numbers as the oracle's, to the last bit: ties must be ties there and here.
        let scale = max(heavier, 1), cost = heavier > 0 || isExact ? distance : 1
        let score = TokenDistance.score(distance: cost, weight: scale)
        guard score >= query.threshold - ExhaustiveSearch.tolerance else { return }
        let match = TokenDistance.score(distance: cost, weight: scale, penalty: Int(record.penalty))
        collector.append(
            MatchCollector.Found(
                unit: unit, score: score, match: max(0, match),
                contextTier: isExact ? contextTier(of: unit, record.flags) : 0, isExact: isExact))
    }

    private func contextTier(of unit: Int, _ flags: UnitFlags) -> Int {
        func agree(_ hash: Int64?, _ hashes: UnsafeBufferPointer<Int64>) -> Bool {
            index.covers(hashes, unit) && hash == hashes[unit]
        }
        let before = flags.contains(.hasPrevious) && agree(query.previous, index.previous)
        let after = flags.contains(.hasNext) && agree(query.next, index.next)
        return (before ? 1 : 0) + (after ? 1 : 0)
    }

    /// What was found, best first.
    mutating func matches() -> [SearchMatch] {
        var characters: CharacterDistance?
        var matches: [SearchMatch] = []
        for found in collector.candidates() {
            guard index.covers(index.identifiers, found.unit), index.covers(index.changes, found.unit) else {
                break
            }
            var similarity = 1.0
            if !found.isExact {
                var prepared = characters ?? CharacterDistance(query.segment.text)
                let text = String(decoding: index.text(of: found.unit), as: UTF8.self)
                similarity = prepared.similarity(to: text.unicodeScalars.lazy.map(\.value))
                characters = prepared
            }
            matches.append(
                SearchMatch(
                    id: index.identifiers[found.unit], score: found.score, match: found.match,
                    characterSimilarity: similarity, isExact: found.isExact, contextTier: found.contextTier,
                    changed: index.changes[found.unit]))
        }
        matches.sort(by: ExhaustiveSearch.isBetter)
        return Array(matches.prefix(query.limit))
    }
}
