/// Searches a ``SegmentIndex``. Not to be shared between threads; one a thread.
public final class SegmentIndexSearcher {
    let index: SegmentIndex
    private let scratch: SearchScratch
    /// How many postings were read, units' tokens compared and distances worked out since this was made.
    public private(set) var statistics = SearchStatistics()

    /// Opens a search.
    public init(_ index: SegmentIndex) {
        self.index = index.forOneThread()
        scratch = SearchScratch(folds: index.folds.count, units: index.count)
    }

    /// The best matches of a query, best first: the same as ``ExhaustiveSearch/matches(of:among:)`` over the
    /// index's candidates, order included.
    /// - Throws: ``IndexFileError`` where a file that was not checked before turns out to be damaged.
    public func matches(of query: SearchQuery) throws(IndexFileError) -> [SearchMatch] {
        try matches(of: query, without: nil)
    }

    /// The same without the units that were removed.
    func matches(of query: SearchQuery, without removed: UnitSet?) throws(IndexFileError) -> [SearchMatch] {
        guard query.limit > 0, query.threshold <= 1 + ExhaustiveSearch.tolerance else { return [] }
        let prepared = IndexQuery(query.segment, index)
        var search = Search(
            index: index, scratch: scratch, query: query, prepared: prepared, removed: removed,
            collector: MatchCollector(
                threshold: query.threshold, limit: query.limit, smallestPenalty: index.smallestPenalty))
        scratch.start(prepared.elements)
        if query.threshold < SegmentIndex.lowestIndexedThreshold || prepared.weight == 0 {
            search.goThroughAll()
        } else {
            search.goThroughLists()
        }
        scratch.end(prepared.elements)
        statistics.add(search.statistics)
        let matches = search.matches()
        if let damage = index.check?.damage { throw damage }
        return matches
    }
}

/// How much work searches took.
public struct SearchStatistics: Sendable, Equatable {
    /// Entries of lists that were read.
    public var postings = 0
    /// Units whose tokens were read.
    public var units = 0
    /// Units whose distance was worked out, at least in part.
    public var distances = 0

    mutating func add(_ other: SearchStatistics) {
        postings += other.postings
        units += other.units
        distances += other.distances
    }
}

/// Places of units.
struct UnitSet {
    private var bits: [UInt64]
    private(set) var count = 0

    init(units: Int) { bits = [UInt64](repeating: 0, count: (units + 63) / 64) }

    func contains(_ unit: Int) -> Bool { bits[unit >> 6] >> UInt64(unit & 63) & 1 != 0 }

    mutating func insert(_ unit: Int) {
        if !contains(unit) { count += 1 }
        bits[unit >> 6] |= 1 << UInt64(unit & 63)
    }
}
