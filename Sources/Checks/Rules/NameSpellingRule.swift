internal import UnicodeText

/// One person whose name is written in two ways.
struct NameSpellingRule: CollectingRule {
    static let info = RuleInfo(
        id: "name-spelling", title: "One person, several spellings", severity: .warning, scope: .project,
        explanation: """
            A Vietnamese name of the source is written with other marks in different places of the Vietnamese \
            translations: “Nguyễn Văn Đài” here, “Nguyễn Văn Đại” there. Each spelling but the most frequent one is \
            reported, with that as a suggestion. No termbase is needed. The place of the tone does not count.
            """)

    init(_ parameters: RuleParameters) {}

    func evidence(_ pair: PairContext) -> [Evidence] {
        guard pair.isVietnamese, pair.sourceLocale.language != "vi", pair.pair.state != .fuzzy else {
            return []
        }
        let targets = PersonNames.find(pair.target)
        guard !targets.isEmpty else { return [] }
        let sources = PersonNames.find(pair.source)
        return targets.compactMap { name in
            guard let source = sources.first(where: { $0.fold == name.fold }) else { return nil }
            return Evidence(
                key: WordKey(name.fold).value, value: WordKey(name.styled).value, source: source.range,
                target: name.range)
        }
    }

    func judge(_ evidence: [LetterEvidence], _ report: inout LetterReport) {
        var spellings: [UInt64: [UInt64: (count: Int, first: Int)]] = [:]
        for (place, item) in evidence.enumerated() {
            spellings[item.evidence.key, default: [:]][item.evidence.value, default: (0, place)].count += 1
        }
        for item in evidence {
            guard let own = spellings[item.evidence.key], own.count > 1,
                let usual = own.values.max(by: { ($0.count, $1.first) < ($1.count, $0.first) }),
                evidence[usual.first].evidence.value != item.evidence.value
            else { continue }
            let best = Self.text(evidence[usual.first])
            let total = own.values.reduce(0) { $0 + $1.count }
            report.add(
                "the name “\(Self.text(item))” is written “\(best)” in \(usual.count) of \(total) places",
                at: item,
                suggestion: best)
        }
    }

    private static func text(_ item: LetterEvidence) -> String {
        let target = CheckedText(item.pair.target)
        return item.evidence.target.map(target.string) ?? target.shown
    }
}
