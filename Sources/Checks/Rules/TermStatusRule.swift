internal import Interchange
internal import Terminology

/// Terms that should not be used.
struct TermStatusRule: SegmentRule {
    static let info = RuleInfo(
        id: "term-status", title: "Deprecated and forbidden terms", severity: .warning,
        explanation: """
            The translation uses a term that the termbase forbids, deprecates or has replaced. A forbidden term is an \
            error where the source speaks of its concept, else a warning; a deprecated one is a warning where it does, \
            else a remark. Such a term in the source is a remark. A term that another concept approves is let pass.
            """, needsTerms: true)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        guard let terms = pair.terms else { return }
        for place in terms.targetPlaces where isUnapproved(place, terms) {
            guard let range = terms.range(place, inTarget: pair.target) else { continue }
            let term = place.terms[0]
            let status = terms.knowledge.facts(term).status ?? .deprecated
            let isMeant = place.terms.contains { terms.sourceHas($0.entry) }
            let wanted = terms.knowledge.preferred(term.entry, like: terms.knowledge.facts(term))
            report.add(
                "“\(pair.target.string(range))” is \(Self.words(status)) in the termbase", target: range,
                suggestion: wanted.map(terms.knowledge.text),
                severity: severity(status, isMeant))
        }
        for place in terms.sourcePlaces where isUnapproved(place, terms) {
            guard let range = terms.range(place, inSource: pair.source), !PairTerms.isOpaque(range, pair)
            else { continue }
            let term = place.terms[0]
            let status = terms.knowledge.facts(term).status ?? .deprecated
            let better = terms.knowledge.concepts[term.entry].source.first {
                terms.knowledge.facts($0).status == .preferred
                    && (terms.knowledge.facts($0).kind ?? .fullForm)
                        == (terms.knowledge.facts(term).kind ?? .fullForm)
            }
            let instead = better.map { ", “\(terms.knowledge.text($0))” is preferred" } ?? ""
            report.add(
                "the source says “\(pair.source.string(range))”, which is \(Self.words(status)) in the termbase\(instead)",
                source: range, severity: .info)
        }
    }

    /// Whether a term stands there as it is, and no concept approves of it.
    private func isUnapproved(_ place: TermPlace, _ terms: PairTerms) -> Bool {
        place.deviation.isDisjoint(with: .misspelt)
            && place.terms.allSatisfy { !terms.knowledge.facts($0).isApproved }
    }

    private func severity(_ status: TermStatus, _ isMeant: Bool) -> Severity {
        status == .forbidden ? (isMeant ? .error : .warning) : isMeant ? .warning : .info
    }

    private static func words(_ status: TermStatus) -> String {
        switch status {
        case .forbidden: "forbidden"
        case .superseded: "replaced by another term"
        default: "deprecated"
        }
    }
}
