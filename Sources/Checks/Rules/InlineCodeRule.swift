internal import Segmentation

/// Inline codes that a translation lost, added or crossed.
struct InlineCodeRule: SegmentRule {
    static let info = RuleInfo(
        id: "inline-code", title: "Inline codes", severity: .error,
        explanation: """
            The codes <1>…</1> and <2/> stand for emphasis, links and the like. A translation has each code of the \
            source once, in any order, as long as pairs do not cross.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        guard !pair.source.codes.isEmpty || !pair.target.codes.isEmpty else { return }
        for problem in pair.pair.target.codeProblems(comparedTo: pair.pair.source) {
            report.add(problem, target: pair.target.content, suggestion: Self.expected(pair))
        }
    }

    private static func expected(_ pair: PairContext) -> String? {
        let codes = pair.source.codes.map(\.code.description).joined(separator: " ")
        return codes.isEmpty ? "remove it" : "the source has \(codes)"
    }
}
