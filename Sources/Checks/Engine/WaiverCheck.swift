/// Lets findings pass that a waiver names, and tells of waivers that are of no use.
struct WaiverCheck {
    /// The checks' own rule: waivers must apply.
    static let info = RuleInfo(
        id: "waiver", title: "Waivers that do not apply", severity: .warning,
        explanation: """
            A translator's comment “lathu: ignore RULE — why” lets the findings of a rule pass in its entry. One that no \
            longer applies, names no rule, or does not say why is reported, and one without a reason does not count.
            """, takesMissing: true)

    /// What is left of a segment's findings, and what is to be said of its waivers.
    /// - Parameter asked: the rules that were asked in this letter.
    static func apply(
        _ findings: [Finding], pair: SegmentPair, asked: Set<String>, template: (String) -> Finding
    ) -> [Finding] {
        let waivers = pair.comments.compactMap(Waiver.init(comment:))
        guard !waivers.isEmpty else { return findings }
        var left = findings
        var remarks: [Finding] = []
        func remark(_ message: String, _ suggestion: String) {
            guard asked.contains(info.id) else { return }
            var finding = template(message)
            finding.suggestion = suggestion
            remarks.append(finding)
        }
        for waiver in waivers {
            if waiver.rules.isEmpty {
                remark("the waiver names no rule", "write “# lathu: ignore number — why”")
            }
            for rule in waiver.rules {
                guard RuleRegistry.info(rule) != nil else {
                    let near = RuleRegistry.suggestion(for: rule)
                    remark(
                        "the waiver names “\(rule)”, which is no rule",
                        near.map { "did you mean “\($0)”?" } ?? "“lathu check --list-rules” lists them")
                    continue
                }
                guard waiver.reason != nil else {
                    remark(
                        "the waiver of “\(rule)” does not say why, so it does not count",
                        "write the reason after a dash: “# lathu: ignore \(rule) — why”")
                    continue
                }
                let count = left.count
                left.removeAll { $0.rule == rule }
                if left.count == count, asked.contains(rule) {
                    remark("the waiver of “\(rule)” no longer applies", "delete it")
                }
            }
        }
        return left + remarks
    }
}
