internal import Dispatch
internal import Matching
internal import Synchronization

/// Ranks the segments of an index for many queries, on several threads.
final class SearchCrew {
    /// What one thread needs for itself; never used by two at a time.
    final class Member: @unchecked Sendable {
        private let tokenizer: Tokenizer
        private let segments: ChangingSegmentIndex

        init(_ tokenizer: Tokenizer, _ segments: ChangingSegmentIndex) {
            self.tokenizer = tokenizer
            self.segments = segments
        }

        /// The best matches of a query, best first.
        func rank(_ query: MemoryQuery, _ threshold: Double, _ limit: Int) throws(IndexFileError)
            -> [SearchMatch]
        {
            try segments.matches(
                of: SearchQuery(
                    tokenizer.tokenize(query.text), threshold: threshold, limit: limit,
                    previous: query.previous, next: query.next))
        }
    }

    private let members: [Member]

    /// So many threads over the segments as they are now.
    init(_ segments: ChangingSegmentIndex, _ pair: PairUnits, threads: Int) throws {
        members = try (0..<threads).map { _ in
            Member(try Tokenizer(locale: pair.source), segments.copy())
        }
    }

    /// The number of threads.
    var count: Int { members.count }

    /// The best matches of each query, in the queries' order.
    func ranks(_ queries: [MemoryQuery], _ threshold: Double, _ limit: Int) throws -> [[SearchMatch]] {
        let answers = Mutex([[SearchMatch]](repeating: [], count: queries.count))
        let damage = Mutex<IndexFileError?>(nil)
        let next = Atomic(0)
        let members = members
        DispatchQueue.concurrentPerform(iterations: members.count) { number in
            do throws(IndexFileError) {
                while true {
                    let place = next.add(1, ordering: .relaxed).oldValue
                    guard place < queries.count else { return }
                    let found = try members[number].rank(queries[place], threshold, limit)
                    answers.withLock { $0[place] = found }
                }
            } catch {
                damage.withLock { $0 = error }
            }
        }
        if let damage = damage.withLock({ $0 }) { throw damage }
        return answers.withLock { $0 }
    }
}
