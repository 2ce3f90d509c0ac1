/// A ``SegmentIndex`` with what was added, replaced and removed since it was built: every change is seen by
/// the next search.
///
/// Additions are compared one by one, so a search slows down as they grow in number: some nanoseconds for each.
/// Where ``changeCount`` reaches a few percent of ``count``, build a new index with ``merged(generation:)``.
/// Not to be shared between threads; each has a ``copy()``.
public final class ChangingSegmentIndex {
    /// The immutable part.
    public let base: SegmentIndex
    private let searcher: SegmentIndexSearcher
    private var removed: UnitSet
    private var pending = PendingSegments()

    /// No change yet.
    public init(_ base: SegmentIndex) {
        self.base = base
        searcher = SegmentIndexSearcher(base)
        removed = UnitSet(units: base.count)
    }

    /// The number of segments that are searched.
    public var count: Int { base.count - removed.count + pending.candidates.count }

    /// The number of segments that were added to, or removed from, the immutable part.
    public var changeCount: Int { removed.count + pending.candidates.count }

    /// Adds a segment.
    public func add(_ candidate: SearchCandidate) { pending.append(candidate) }

    /// Removes the segments with a number.
    /// - Returns: whether there was any.
    @discardableResult
    public func remove(_ identifier: Int64) -> Bool { remove(identifier..<identifier + 1) }

    /// Removes the segments whose numbers are among some.
    /// - Returns: whether there was any.
    @discardableResult
    public func remove(_ identifiers: Range<Int64>) -> Bool {
        var found = pending.remove(identifiers) > 0
        for place in searcher.index.places(of: identifiers) where !removed.contains(place) {
            removed.insert(place)
            found = true
        }
        return found
    }

    /// Puts a segment in the place of those with its number.
    public func replace(_ candidate: SearchCandidate) {
        remove(candidate.id)
        add(candidate)
    }

    /// The best matches of a query, best first: the same as ``ExhaustiveSearch/matches(of:among:)`` over the
    /// segments as they are now, order included.
    /// - Throws: ``IndexFileError`` where a file that was not checked before turns out to be damaged.
    public func matches(of query: SearchQuery) throws(IndexFileError) -> [SearchMatch] {
        let matches = try searcher.matches(of: query, without: removed.count > 0 ? removed : nil)
        return pending.candidates.isEmpty ? matches : pending.matches(of: query, with: matches)
    }

    /// An index of the segments as they are now.
    /// - Throws: ``IndexFileError`` where a file that was not checked before turns out to be damaged.
    public func merged(key: UInt64 = 0, generation: UInt64 = 0) throws(IndexFileError) -> SegmentIndex {
        try builder().build(key: key, generation: generation)
    }

    /// A builder that holds the segments as they are now.
    /// - Throws: ``IndexFileError`` where a file that was not checked before turns out to be damaged.
    public func builder() throws(IndexFileError) -> SegmentIndexBuilder {
        try searcher.index.checkEverything()
        var builder = SegmentIndexBuilder(base, without: removed)
        for candidate in pending.candidates { builder.add(candidate) }
        return builder
    }

    /// The same segments for another thread, at the price of the memory that a search needs.
    public func copy() -> ChangingSegmentIndex {
        let copy = ChangingSegmentIndex(base)
        copy.removed = removed
        copy.pending = pending
        return copy
    }

    /// The numbers of segments that have a phrase, at most `limit`, those of the least weight first, then those of
    /// the smallest number.
    /// - Throws: ``IndexFileError`` where a file that was not checked before turns out to be damaged.
    public func segments(with phrase: Phrase, limit: Int) throws(IndexFileError) -> [Int64] {
        guard limit > 0 else { return [] }
        var found: [(weight: Int, id: Int64)] = []
        let index = searcher.index
        if let search = PhraseSearch(phrase, index) {
            for unit in search.units(limit: limit, without: removed.count > 0 ? removed : nil) {
                guard index.covers(index.identifiers, unit) else { break }
                found.append((Int(index.units[unit].weight), index.identifiers[unit]))
            }
        }
        if let damage = index.check?.damage { throw damage }
        for candidate in pending.candidates where !phrase.occurrences(in: candidate.segment).isEmpty {
            found.append((candidate.segment.weight, candidate.id))
        }
        return found.sorted { $0 < $1 }.prefix(limit).map(\.id)
    }
}
