/// Finds what should agree and does not.
enum Agreement {
    /// A text without regard to case, spaces and codes.
    static func key(_ text: CheckedText) -> UInt64 {
        WordKey(Spaced(units: text.units)).value
    }

    /// The units of a text with single spaces in it and none at its ends.
    private struct Spaced: Sequence, IteratorProtocol {
        let units: [UInt16]
        private var place = 0

        init(units: [UInt16]) {
            self.units = units
            while place < units.count, UnitKind.isSpace(units[place]) { place += 1 }
        }

        mutating func next() -> UInt16? {
            guard place < units.count else { return nil }
            let unit = units[place]
            place += 1
            guard UnitKind.isSpace(unit) else { return unit }
            while place < units.count, UnitKind.isSpace(units[place]) { place += 1 }
            return place < units.count ? 0x20 : nil
        }
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
