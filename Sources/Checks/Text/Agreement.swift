/// Finds what should agree and does not.
enum Agreement {
    /// A text without regard to case, spaces and codes.
    static func key(_ text: CheckedText) -> UInt64 {
        var isAfterSpace = true
        var folded: [UInt16] = []
        folded.reserveCapacity(text.units.count)
        for unit in text.units {
            let isSpace = UnitKind.isSpace(unit)
            if isSpace, isAfterSpace { continue }
            folded.append(isSpace ? 0x20 : unit)
            isAfterSpace = isSpace
        }
        if folded.last == 0x20 { folded.removeLast() }
        return WordKey(folded).value
    }

    /// Tells of every occurrence of a key whose value is not the most frequent one of that key; of equally frequent
    /// ones the first counts.
    static func judge(
        _ evidence: [LetterEvidence], tell: (LetterEvidence, SegmentPair, _ count: Int, _ total: Int) -> Void
    ) {
        struct Group {
            /// How often each value occurs, and where first.
            var counts: [UInt64: (count: Int, first: Int)] = [:]
            var total = 0

            /// The most frequent value; of equally frequent ones the first.
            var usual: (count: Int, first: Int)? {
                counts.values.max { ($0.count, $1.first) < ($1.count, $0.first) }
            }
        }
        var groups: [UInt64: Group] = [:]
        for (place, item) in evidence.enumerated() {
            groups[item.evidence.key, default: Group()].counts[item.evidence.value, default: (0, place)]
                .count += 1
            groups[item.evidence.key]?.total += 1
        }
        let usual = groups.compactMapValues { $0.counts.count > 1 ? $0.usual : nil }
        for item in evidence {
            guard let best = usual[item.evidence.key],
                evidence[best.first].evidence.value != item.evidence.value
            else { continue }
            tell(item, evidence[best.first].pair, best.count, groups[item.evidence.key]?.total ?? 0)
        }
    }
}
