/// Different sources that are translated in the same way.
struct SameTargetRule: CollectingRule {
    static let info = RuleInfo(
        id: "same-target", title: "Several sources, one translation", severity: .info, scope: .project,
        explanation: """
            Different sources have the same translation: perhaps one was copied and not changed. Case, spaces and codes \
            do not count. “length” says from how many characters on.
            """,
        parameters: [
            RuleParameter(
                "length", .number(1...10000, default: 20),
                "the shortest translation that is looked at, in characters")
        ])

    private let length: Int

    init(_ parameters: RuleParameters) { length = Int(parameters.number("length")) }

    func evidence(_ pair: PairContext) -> [Evidence] {
        // A fuzzy translation is that of another source by definition.
        guard pair.pair.state != .fuzzy, pair.target.units.count >= length, let content = pair.target.content
        else { return [] }
        return [
            Evidence(
                key: pair.targetAgreement, value: pair.sourceAgreement,
                source: pair.source.content,
                target: content)
        ]
    }

    func judge(_ evidence: [LetterEvidence], _ report: inout LetterReport) {
        Agreement.judge(evidence) { item, usual, _, _ in
            report.add(
                "another source has the same translation: “\(CheckedText(usual.source).shown)”", at: item,
                suggestion: "see whether both mean the same")
        }
    }
}
