/// A segment without translation.
struct MissingRule: SegmentRule {
    static let info = RuleInfo(
        id: "missing", title: "No translation", severity: .warning,
        explanation: """
            The segment has no translation. A letter is not built before all have one; “lathu fill” proposes what the \
            memory holds.
            """, takesMissing: true)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        guard pair.pair.state == .missing, pair.source.content != nil else { return }
        report.add("there is no translation", source: pair.source.content)
    }
}
