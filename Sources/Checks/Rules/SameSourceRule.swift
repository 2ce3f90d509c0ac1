/// One source that is translated in two ways.
struct SameSourceRule: CollectingRule {
    static let info = RuleInfo(
        id: "same-source", title: "One source, several translations", severity: .warning, scope: .project,
        explanation: """
            The same source has different translations in the letters of a project. Case, spaces and codes do not count. \
            Each translation but the most frequent one is reported, with that as a suggestion. “length” says from how \
            many characters on.
            """,
        parameters: [
            RuleParameter(
                "length", .number(1...10000, default: 20),
                "the shortest source that is looked at, in characters")
        ])

    private let length: Int

    init(_ parameters: RuleParameters) { length = Int(parameters.number("length")) }

    func evidence(_ pair: PairContext) -> [Evidence] {
        // A fuzzy translation is that of another source by definition.
        guard pair.pair.state != .fuzzy, pair.source.units.count >= length, let content = pair.target.content
        else { return [] }
        return [
            Evidence(
                key: Agreement.key(pair.source), value: Agreement.key(pair.target),
                source: pair.source.content,
                target: content)
        ]
    }

    func judge(_ evidence: [LetterEvidence], _ report: inout LetterReport) {
        Agreement.judge(evidence) { item, usual, count, total in
            report.add(
                "the same source is translated otherwise \(count == 1 ? "once" : "\(count) times") of \(total)",
                at: item,
                suggestion: CheckedText(usual.target).shown)
        }
    }
}

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
