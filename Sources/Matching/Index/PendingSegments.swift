/// Segments that came after an index was built, compared one by one; filter bits pass over most.
struct PendingSegments {
    private(set) var candidates: [SearchCandidate] = []
    private var filters: [UnitFilter] = []

    mutating func append(_ candidate: SearchCandidate) {
        candidates.append(candidate)
        filters.append(Self.filter(of: candidate.segment))
    }

    /// Removes all whose numbers are among some and says how many there were.
    mutating func remove(_ identifiers: Range<Int64>) -> Int {
        let before = candidates.count
        for place in candidates.indices.reversed() where identifiers.contains(candidates[place].id) {
            candidates.remove(at: place)
            filters.remove(at: place)
        }
        return before - candidates.count
    }

    /// Unlike those of an index, these bits depend on nothing but the word.
    private static func filter(of segment: TokenizedSegment) -> UnitFilter {
        var filter = UnitFilter(weight: segment.weight)
        var occurrences = FoldOccurrences()
        for token in segment.tokens where token.weight == 1000 {
            // Equal hashes of different folds would set too few bits or the same: still a bound.
            let hash = ByteTable.hash(TokenKeys.fold(token)) >> 1
            let occurrence = occurrences.next(Int(hash))
            filter.set(UInt8((hash &+ UInt64(occurrence) &* 31) % UInt64(UnitFilter.bitCount)))
        }
        return filter
    }

    /// The matches of a query that can stand among the first `query.limit` of these and of `others`, which
    /// are the best of elsewhere, best first.
    func matches(of query: SearchQuery, with others: [SearchMatch]) -> [SearchMatch] {
        guard query.limit > 0 else { return [] }
        let wanted = Self.filter(of: query.segment)
        let weight = query.segment.weight
        let last = others.count >= query.limit ? others[query.limit - 1].match : 0
        var matches = others
        for (place, filter) in filters.enumerated() {
            let candidate = candidates[place]
            // As in MatchCollector: what cannot overtake the last of the others is not compared.
            let bound = last > 0 ? last + Double(candidate.penalty) / 100 - 1e-9 : query.threshold
            let heavier = max(weight, candidate.segment.weight)
            let allowed = Search.allowance(heavier, bound: max(bound, query.threshold))
            let missing = UnitFilter.count(
                wanted.low & ~filter.low, wanted.high & ~filter.high & UnitFilter.highMask)
            let extra = UnitFilter.count(
                filter.low & ~wanted.low, filter.high & ~wanted.high & UnitFilter.highMask)
            if max(missing, extra) * 1000 > allowed { continue }
            if let match = ExhaustiveSearch.compare(query, candidate) { matches.append(match) }
        }
        matches.sort(by: ExhaustiveSearch.isBetter)
        return Array(matches.prefix(query.limit))
    }
}
