/// A translation that somebody has yet to look at.
struct UnfinishedRule: SegmentRule {
    static let info = RuleInfo(
        id: "unfinished", title: "Fuzzy or draft", severity: .warning,
        explanation: """
            The translation is marked as fuzzy, made for another source, or as a draft. It must not go out as it is. \
            With “stage: reviewed”, one that nobody has approved is reported too.
            """,
        parameters: [
            RuleParameter(
                "stage", .choice(["translated", "reviewed"]),
                "how far a translation must be: translated, or reviewed by a second person")
        ])

    private let mustBeReviewed: Bool

    init(_ parameters: RuleParameters) { mustBeReviewed = parameters.choice("stage") == "reviewed" }

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        switch pair.pair.state {
        case .fuzzy:
            report.add(
                "the translation is marked fuzzy: it was made for another source",
                target: pair.target.content,
                suggestion: "compare it with the source, then remove the mark")
        case .draft:
            report.add(
                "the translation is a draft", target: pair.target.content,
                suggestion: "finish it, then mark it as translated")
        case .translated where mustBeReviewed:
            report.add(
                "nobody has approved the translation", target: pair.target.content,
                suggestion: "a second person reads it and adds the flag “reviewed”")
        case .missing, .translated, .reviewed: break
        }
    }
}
