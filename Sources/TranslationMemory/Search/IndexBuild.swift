internal import GRDB
internal import Matching

/// Makes the index of a language pair.
struct IndexBuild {
    private let pair: PairUnits
    private let options: SearchOptions

    init(_ pair: PairUnits, _ options: SearchOptions) {
        self.pair = pair
        self.options = options
    }

    /// An index of the units that the transaction sees.
    ///
    /// - Parameter past: segments of an earlier edition to start from; nil to read everything.
    func index(
        from past: (edition: Edition, segments: ChangingSegmentIndex)?, to edition: Edition,
        _ database: Database
    ) throws -> SegmentIndex {
        let tokenizer = try Tokenizer(locale: pair.source)
        let reader = try PairReader(pair, database)
        var builder = SegmentIndexBuilder()
        var last: Int64 = 0
        if let past {
            last = past.edition.lastUnit
            for unit in try Editions.changes(since: past.edition, database).sorted() where unit <= last {
                past.segments.remove(PairUnits.numbers(of: unit))
                for row in try reader.rows(of: unit) { past.segments.add(row.candidate(tokenizer)) }
            }
            builder = try past.segments.builder()
        }
        let expected = Int(max(0, edition.lastUnit - last))
        var count = 0
        try reader.forEachRow(above: last) { row in
            builder.add(row.candidate(tokenizer))
            count += 1
            if count % 4096 == 0 { options.progress(count, max(count, expected)) }
            return true
        }
        options.progress(max(count, expected), max(count, expected))
        return builder.build(key: pair.key(at: edition), generation: UInt64(bitPattern: edition.number))
    }
}
