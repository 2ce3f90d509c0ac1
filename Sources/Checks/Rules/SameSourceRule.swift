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
                key: pair.sourceAgreement, value: pair.targetAgreement,
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
