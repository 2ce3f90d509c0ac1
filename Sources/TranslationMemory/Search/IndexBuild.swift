internal import GRDB
internal import Matching

/// Makes the index of a language pair as a transaction sees it.
struct IndexBuild {
    let pair: PairUnits
    let options: SearchOptions

    /// An index of all units.
    ///
    /// - Parameters:
    ///   - past: segments of an earlier edition to start from; nil to read everything.
    ///   - additions: what was collected of the units that came after.
    func index(
        from past: (edition: Edition, segments: ChangingSegmentIndex)?, _ additions: IndexAdditions?,
        to edition: Edition, _ database: Database
    ) throws -> SegmentIndex {
        let last = past?.edition.lastUnit ?? 0
        var collected = additions
        if collected.map({ $0.first < last }) ?? true {
            collected = try IndexAdditions(pair, above: last, threads: options.threads)
        }
        let expected = Int(max(0, edition.lastUnit - last))
        var added =
            try collected?.finish(above: last, to: edition, database) {
                options.progress(min($0, expected), expected + 1)
            } ?? SegmentIndexBuilder()
        if let past {
            try apply(past, database)
            var whole = try past.segments.builder()
            whole.append(added)
            added = whole
        }
        options.progress(expected, expected)
        return added.finish(key: pair.key(at: edition), generation: UInt64(bitPattern: edition.number))
    }

    /// Brings segments of the past up to date, but for units that came after.
    private func apply(
        _ past: (edition: Edition, segments: ChangingSegmentIndex), _ database: Database
    ) throws {
        let tokenizer = try Tokenizer(locale: pair.source)
        let reader = try PairReader(pair, database)
        for unit in try Editions.changes(since: past.edition, database).sorted()
        where unit <= past.edition.lastUnit {
            past.segments.remove(PairUnits.numbers(of: unit))
            for row in try reader.rows(of: unit) { past.segments.add(row.candidate(tokenizer)) }
        }
    }
}
