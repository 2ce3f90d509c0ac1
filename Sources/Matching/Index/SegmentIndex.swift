/// An immutable index of segments that finds what ``ExhaustiveSearch`` finds, without comparing the query with
/// all of them.
///
/// Two segments that reach a score of `t` share folds that weigh at least `t` of the heavier one
/// (MATCHING.md, section 6). Where the folds of both are ordered from rare to frequent, one of the shared
/// folds stands in the first `1 − t` of the weight of each: only those are listed (prefix filter: Bayardo, Ma
/// and Srikant, “Scaling Up All Pairs Similarity Search”, WWW 2007; position filter: Xiao and others, “Efficient
/// Similarity Joins for Near Duplicate Detection”, WWW 2008). Below ``lowestIndexedThreshold`` the lists do not
/// suffice, and a search goes through all segments.
///
/// Any number of threads may use one index, each through a ``SegmentIndexSearcher`` of its own. An index that
/// was opened without checking all of it first is checked by each of them as it reads, see ``BlockCheck``.
public final class SegmentIndex: @unchecked Sendable {
    /// Lower thresholds are answered by going through all segments, exactly, but slowly.
    public static let lowestIndexedThreshold = 0.5

    /// The number of segments.
    public let count: Int
    /// What the builder was given, to tell what the index is of.
    public let key: UInt64
    /// What the builder was given, to tell whether the index is up to date.
    public let generation: UInt64
    /// The size in bytes, in memory and as a file.
    public var byteCount: Int { storage.bytes.count }

    let storage: IndexBytes
    private let header: IndexHeader
    /// Checks what is read; nil where all of it is known to be sound.
    let check: BlockCheck?
    let smallestPenalty: Int
    private let weightStarts: UnsafeBufferPointer<UInt32>
    let filters: UnsafeBufferPointer<UInt64>
    let units: UnsafeBufferPointer<UnitRecord>
    let stream: UnsafeBufferPointer<UInt16>
    let identifiers: UnsafeBufferPointer<Int64>
    let changes: UnsafeBufferPointer<Int64>
    let previous: UnsafeBufferPointer<Int64>
    let next: UnsafeBufferPointer<Int64>
    let byIdentifier: UnsafeBufferPointer<UInt32>
    let textUnits: UnsafeBufferPointer<UInt32>
    let textStarts: UnsafeBufferPointer<UInt64>
    let textBytes: UnsafeBufferPointer<UInt8>
    let records: UnsafeBufferPointer<TokenRecord>
    let tokens: ByteTableView
    let folds: ByteTableView
    let bases: ByteTableView
    let marks: ByteTableView
    let raws: ByteTableView
    let foldBits: UnsafeBufferPointer<UInt8>
    let postingStarts: UnsafeBufferPointer<UInt32>
    let postings: UnsafeBufferPointer<UInt32>

    /// Indexes the candidates, in memory.
    public convenience init(
        _ candidates: some Sequence<SearchCandidate>, key: UInt64 = 0, generation: UInt64 = 0
    ) {
        var builder = SegmentIndexBuilder()
        for candidate in candidates { builder.add(candidate) }
        self.init(sound: builder.bytes(key: key, generation: generation))
    }

    /// An index whose bytes were just made.
    convenience init(sound storage: IndexBytes) {
        self.init(storage, IndexHeader(reading: storage.bytes), isSound: true)
    }

    /// An index whose bytes lie where the header says; what is not known to be sound is checked as it is read.
    init(_ storage: IndexBytes, _ header: IndexHeader, isSound: Bool) {
        let check = isSound ? nil : BlockCheck(storage.bytes, header)
        self.storage = storage
        self.header = header
        self.check = check
        count = header.unitCount
        key = header.key
        generation = header.generation
        smallestPenalty = header.smallestPenalty
        let sections = IndexSections(bytes: storage.bytes, header: header, check: check)
        filters = sections.view(.filters)
        units = sections.view(.units)
        weightStarts = sections.view(.weightStarts)
        stream = sections.view(.tokens)
        identifiers = sections.view(.identifiers)
        changes = sections.view(.changes)
        previous = sections.view(.previous)
        next = sections.view(.next)
        byIdentifier = sections.view(.byIdentifier)
        textUnits = sections.view(.textUnits)
        textStarts = sections.view(.textStarts)
        textBytes = sections.view(.textBytes)
        records = sections.view(.tokenRecords)
        tokens = sections.table(.tokenBytes)
        folds = sections.table(.foldBytes)
        bases = sections.table(.baseBytes)
        marks = sections.table(.markBytes)
        raws = sections.table(.rawBytes)
        foldBits = sections.view(.foldBits)
        postingStarts = sections.view(.postingStarts)
        postings = sections.view(.postings)
    }

    /// The same index for one thread: it checks what it reads itself.
    func forOneThread() -> SegmentIndex {
        check == nil ? self : SegmentIndex(storage, header, isSound: false)
    }

    /// Whether values may be read.
    @inline(__always)
    func covers<Value>(_ values: UnsafeBufferPointer<Value>, _ first: Int, _ count: Int = 1) -> Bool {
        guard let check else { return true }
        guard let start = values.baseAddress, first >= 0, first + count <= values.count else { return false }
        return check.covers(start + first, count)
    }

    /// The best matches of a query, best first: the same as ``ExhaustiveSearch/matches(of:among:)`` over the
    /// candidates, order included. For more than one query, keep a ``SegmentIndexSearcher``.
    /// - Throws: ``IndexFileError`` where a file that was not checked before turns out to be damaged.
    public func matches(of query: SearchQuery) throws(IndexFileError) -> [SearchMatch] {
        try SegmentIndexSearcher(self).matches(of: query)
    }

    /// The places of the units whose numbers are among some.
    func places(of identifiers: Range<Int64>) -> [Int] {
        let first = identifiers.lowerBound, numbers = self.identifiers
        func isBefore(_ place: Int) -> Bool {
            guard covers(byIdentifier, place), covers(numbers, Int(byIdentifier[place])) else {
                return false
            }
            return numbers[Int(byIdentifier[place])] < first
        }
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        var places: [Int] = []
        while low < count, covers(byIdentifier, low), covers(numbers, Int(byIdentifier[low])),
            numbers[Int(byIdentifier[low])] < identifiers.upperBound
        {
            places.append(Int(byIdentifier[low]))
            low += 1
        }
        return places
    }

    /// The first unit of at least a weight, in thousandths of a word.
    func firstUnit(weighing weight: Int) -> Int {
        let hundreds = (max(0, weight) + 99) / 100
        if hundreds < weightStarts.count {
            return covers(weightStarts, hundreds) ? Int(weightStarts[hundreds]) : count
        }
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            guard covers(units, middle) else { return count }
            if Int(units[middle].weight) < weight { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Finds the sections in an index's bytes.
struct IndexSections {
    let bytes: UnsafeRawBufferPointer
    let header: IndexHeader
    var check: BlockCheck?

    func view<Value>(_ section: IndexSection) -> UnsafeBufferPointer<Value> {
        let entry = header.sections[section.rawValue]
        let part = UnsafeRawBufferPointer(rebasing: bytes[entry.offset..<entry.offset + entry.length])
        return part.bindMemory(to: Value.self)
    }

    func table(_ section: IndexSection) -> ByteTableView {
        func next(_ step: Int) -> IndexSection { IndexSection(rawValue: section.rawValue + step) ?? section }
        return ByteTableView(bytes: view(section), starts: view(next(1)), slots: view(next(2)), check: check)
    }
}
