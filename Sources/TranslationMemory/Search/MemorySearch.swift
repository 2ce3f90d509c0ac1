internal import GRDB
internal import Matching
public import TextFiles
public import UnicodeText

/// What is searched for in a memory.
public struct MemoryQuery: Sendable, Equatable {
    /// The segment in its coded form.
    public var text: String
    /// ``TextHash`` of the segments before and after it, for context matches.
    public var previous, next: Int64?

    /// A segment with its neighbours, where they are known.
    public init(_ text: String, previous: Int64? = nil, next: Int64? = nil) {
        self.text = text
        self.previous = previous
        self.next = next
    }
}

/// Searches a memory for one language pair.
///
/// Every search sees the memory as it is then, through an index that is kept beside it, see ``MemoryIndex``.
/// Not to be shared between threads.
public final class MemorySearch {
    /// Lower thresholds are answered by comparing every unit.
    public static let lowestIndexedThreshold = SegmentIndex.lowestIndexedThreshold

    private let memory: TranslationMemory
    private let pair: PairUnits
    let tokenizer: Tokenizer
    private let index: MemoryIndex
    private var crew: SearchCrew?
    private var crewVersion = 0

    /// Opens a search; nothing is read yet.
    /// - Throws: `LathuError` where ICU lacks what the source needs.
    public init(
        _ memory: TranslationMemory, from source: LocaleID, to target: LocaleID,
        options: SearchOptions = SearchOptions()
    ) throws(LathuError) {
        self.memory = memory
        pair = PairUnits(source: source, target: target, penalties: options.penalties)
        do {
            tokenizer = try Tokenizer(locale: source)
        } catch {
            throw LathuError(.software, "\(error)")
        }
        index = MemoryIndex(pair, tokenizer, memory: memory.path, options: options)
    }

    /// The number of texts that are searched.
    /// - Throws: `LathuError` where the memory cannot be read.
    public func count() throws(LathuError) -> Int {
        try memory.read { database in
            try index.refresh(database)
            return index.segments.count
        }
    }

    /// The best matches of a segment, given in its coded form, best first.
    ///
    /// - Parameters:
    ///   - threshold: the lowest score that counts, 0 to 1.
    ///   - previous, next: ``TextHash`` of the neighbours, for context matches.
    /// - Throws: `LathuError` where the memory cannot be read.
    public func matches(
        of text: String, threshold: Double, limit: Int, previous: Int64? = nil, next: Int64? = nil
    ) throws(LathuError) -> [MemoryMatch] {
        let query = MemoryQuery(text, previous: previous, next: next)
        return try matches(of: [query], threshold: threshold, limit: limit, threads: 1)[0]
    }

    /// The best matches of each of many segments, in their order: the same with any number of threads.
    ///
    /// - Throws: `LathuError` where the memory cannot be read.
    public func matches(
        of queries: [MemoryQuery], threshold: Double, limit: Int, threads: Int
    ) throws(LathuError) -> [[MemoryMatch]] {
        try reading { _, reader in try answers(queries, threshold, limit, threads, reader) }
    }

    /// Hands the segments as they are now, and what reads their units, to `work`; once more with a new index where
    /// the one there was turns out to be damaged.
    func reading<Result>(
        _ work: (ChangingSegmentIndex, PairReader) throws -> Result
    ) throws(LathuError) -> Result {
        try memory.read { database in
            try index.refresh(database)
            let reader = try PairReader(pair, database)
            do {
                return try work(index.segments, reader)
            } catch let damage as IndexFileError {
                try index.replace(damage, database)
                return try work(index.segments, reader)
            }
        }
    }

    private func answers(
        _ queries: [MemoryQuery], _ threshold: Double, _ limit: Int, _ threads: Int, _ reader: PairReader
    ) throws -> [[MemoryMatch]] {
        let member = SearchCrew.Member(tokenizer, index.segments)
        let ranked =
            threads > 1 && queries.count > 1
            ? try crew(threads).ranks(queries, threshold, limit)
            : try queries.map { try member.rank($0, threshold, limit) }
        return try zip(queries, ranked).map { query, found in
            var found = found
            var wanted = limit
            while true {
                let matches = try distinct(found, limit, reader)
                // Duplicates took places that other matches deserve: ask for more.
                if matches.count == limit || found.count < wanted { return matches }
                wanted *= 2
                found = try member.rank(query, threshold, wanted)
            }
        }
    }

    /// Threads over the index as it is now; they keep what they learned from one call to the next.
    private func crew(_ threads: Int) throws -> SearchCrew {
        if let crew, crewVersion == index.version, crew.count == threads { return crew }
        let made = try SearchCrew(index.segments, pair, threads: threads)
        crew = made
        crewVersion = index.version
        return made
    }

    /// What the matches show, without pairs that are there already: the same pair can stand in two units
    /// that differ in a third language.
    private func distinct(_ ranked: [SearchMatch], _ limit: Int, _ reader: PairReader) throws -> [MemoryMatch]
    {
        var pairs: Set<[String]> = []
        var matches: [MemoryMatch] = []
        for found in ranked {
            if matches.count == limit { break }
            guard let match = try reader.match(found) else { continue }
            if pairs.insert([match.source, match.target]).inserted { matches.append(match) }
        }
        return matches
    }
}
