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
/// Any number of threads may use one index, each through a ``SegmentIndexSearcher`` of its own.
public final class SegmentIndex: @unchecked Sendable {
    /// Lower thresholds are answered by going through all segments, exactly, but slowly.
    public static let lowestIndexedThreshold = 0.5

    /// The number of segments.
    public let count: Int
    /// What the builder was given, to tell whether the index is up to date.
    public let generation: UInt64
    /// The size in bytes, in memory and as a file.
    public var byteCount: Int { storage.bytes.count }

    let storage: IndexBytes
    let smallestPenalty: Int
    private let firstUnits: [UInt32]
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
    public convenience init(_ candidates: some Sequence<SearchCandidate>, generation: UInt64 = 0) {
        var builder = SegmentIndexBuilder()
        for candidate in candidates { builder.add(candidate) }
        self.init(sound: builder.bytes(generation: generation))
    }

    /// An index whose bytes were just made.
    convenience init(sound storage: IndexBytes) {
        self.init(storage, IndexHeader(reading: storage.bytes))
    }

    /// An index whose bytes lie where the header says.
    init(_ storage: IndexBytes, _ header: IndexHeader) {
        self.storage = storage
        count = header.unitCount
        generation = header.generation
        smallestPenalty = header.smallestPenalty
        let sections = IndexSections(bytes: storage.bytes, header: header)
        filters = sections.view(.filters)
        units = sections.view(.units)
        firstUnits = Self.firstUnits(units, header.unitCount)
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

    /// The best matches of a query, best first: the same as ``ExhaustiveSearch/matches(of:among:)`` over the
    /// candidates, order included. For more than one query, keep a ``SegmentIndexSearcher``.
    public func matches(of query: SearchQuery) -> [SearchMatch] {
        SegmentIndexSearcher(self).matches(of: query)
    }

    /// The places of the units with a number.
    func places(of identifier: Int64) -> [Int] {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if identifiers[Int(byIdentifier[middle])] < identifier { low = middle + 1 } else { high = middle }
        }
        var places: [Int] = []
        while low < count, identifiers[Int(byIdentifier[low])] == identifier {
            places.append(Int(byIdentifier[low]))
            low += 1
        }
        return places
    }

    /// The first unit of at least a weight, in thousandths of a word.
    func firstUnit(weighing weight: Int) -> Int {
        let hundreds = (max(0, weight) + 99) / 100
        if hundreds < firstUnits.count { return Int(firstUnits[hundreds]) }
        return Self.firstUnit(weighing: weight, units, from: firstUnits.last.map { Int($0) } ?? 0, count)
    }

    /// For every hundred thousandths of a word up to some thousand words the first unit of that weight.
    private static func firstUnits(_ units: UnsafeBufferPointer<UnitRecord>, _ count: Int) -> [UInt32] {
        let heaviest = count == 0 ? 0 : Int(units[count - 1].weight)
        var firsts: [UInt32] = []
        for hundreds in 0...min(heaviest / 100 + 1, 40_000) {
            let from = firsts.last.map { Int($0) } ?? 0
            firsts.append(UInt32(firstUnit(weighing: hundreds * 100, units, from: from, count)))
        }
        return firsts
    }

    private static func firstUnit(
        weighing weight: Int, _ units: UnsafeBufferPointer<UnitRecord>, from low: Int, _ high: Int
    ) -> Int {
        var low = low
        var high = high
        while low < high {
            let middle = (low + high) / 2
            if Int(units[middle].weight) < weight { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Finds the sections in an index's bytes.
struct IndexSections {
    let bytes: UnsafeRawBufferPointer
    let header: IndexHeader

    func view<Value>(_ section: IndexSection) -> UnsafeBufferPointer<Value> {
        let entry = header.sections[section.rawValue]
        let part = UnsafeRawBufferPointer(rebasing: bytes[entry.offset..<entry.offset + entry.length])
        return part.bindMemory(to: Value.self)
    }

    func table(_ section: IndexSection) -> ByteTableView {
        func next(_ step: Int) -> IndexSection { IndexSection(rawValue: section.rawValue + step) ?? section }
        return ByteTableView(bytes: view(section), starts: view(next(1)), slots: view(next(2)))
    }
}
