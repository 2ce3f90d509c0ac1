internal import UnicodeText

/// A negation that only one side has.
struct NegationRule: SegmentRule {
    static let info = RuleInfo(
        id: "negation", title: "Negation on one side only", severity: .warning,
        explanation: """
            The source says “not”, “never”, “no”, “without” and nothing in the translation negates, or the reverse: the \
            translation may say the opposite. Words that negate by their meaning (fail, lack, deny; thiếu, cấm, bất) \
            count as a negation of the other side. In a fuzzy translation this is an error: its source was probably \
            negated otherwise.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        guard let from = NegationWords.of(pair.sourceLocale), let to = NegationWords.of(pair.targetLocale)
        else { return }
        let source = from.find(pair.source)
        let target = to.find(pair.target)
        let severity: Severity? = pair.pair.state == .fuzzy ? .error : nil
        if let first = source.strong.first, target.strong.isEmpty, !target.hasWeak {
            report.add(
                "the source says “\(pair.source.string(first))”, but nothing in the translation negates",
                source: first, severity: severity)
        } else if let first = target.strong.first, source.strong.isEmpty, !source.hasWeak {
            report.add(
                "the translation says “\(pair.target.string(first))”, but nothing in the source negates",
                target: first, severity: severity)
        }
    }
}
