internal import Interchange
internal import Matching
internal import Terminology

/// Acronyms that are not written out where a letter first uses them, or in two ways.
struct AcronymExpansionRule: CollectingRule {
    static let info = RuleInfo(
        id: "acronym-expansion", title: "Acronyms written out", severity: .warning, scope: .letter,
        explanation: """
            Where a letter first uses an acronym of the termbase, the full form stands in the same segment or before: \
            “Công ước Quốc tế về các Quyền Dân sự và Chính trị (ICCPR)”. Acronyms that are themselves the preferred \
            term of the language, as “APEC” is, are known to everybody; “expand” can be “all”, to want them written out \
            too, or “none”. In a letter an acronym has one expansion only: “Liên Hợp Quốc (LHQ)” here and “Liên Hiệp \
            Quốc (LHQ)” there is told.
            """,
        parameters: [
            RuleParameter(
                "expand", .choice(["admitted", "all", "none"]), "which acronyms are to be written out")
        ], needsTerms: true)

    private static let isAcronym: UInt64 = 1
    private static let isExpansion: UInt64 = 1 << 32

    private let expand: String

    init(_ parameters: RuleParameters) { expand = parameters.choice("expand") }

    func evidence(_ pair: PairContext) -> [Evidence] {
        guard let terms = pair.terms, terms.target != nil else { return [] }
        var found: [Evidence] = []
        for (number, place) in terms.targetPlaces.enumerated() {
            let term = place.terms[0]
            let facts = terms.knowledge.facts(term)
            guard facts.isApproved,
                place.terms.allSatisfy({ terms.knowledge.facts($0).isAcronym == facts.isAcronym })
            else { continue }
            if facts.isAcronym {
                let entries = Set(place.terms.map(\.entry))
                guard place.deviation.isDisjoint(with: .misspelt) else { continue }
                let wants =
                    expand == "all"
                    || expand == "admitted"
                        && !place.terms.contains { terms.knowledge.facts($0).status == .preferred }
                let isExpanded = terms.allTargetPlaces.contains {
                    entries.contains($0.terms[0].entry) && !terms.knowledge.facts($0.terms[0]).isAcronym
                }
                let full = fullForm(place, terms)
                if wants, let full, let range = terms.range(place, inTarget: pair.target) {
                    let text = terms.knowledge.text(term)
                    found.append(
                        Evidence(
                            key: UInt64(term.entry), value: isExpanded ? 0 : Self.isAcronym, target: range,
                            suggestion: "\(full) (\(text))"))
                }
                if let expansion = expansion(before: number, terms),
                    let range = terms.range(terms.targetPlaces[expansion], inTarget: pair.target)
                {
                    // Concepts may share an acronym: the Convention against Torture and its Committee.
                    let full = terms.targetPlaces[expansion].terms[0]
                    let text = terms.knowledge.text(full)
                    found.append(
                        Evidence(
                            key: UInt64(full.entry) | Self.isExpansion, value: WordKey(text).value,
                            target: range,
                            suggestion: text))
                }
            } else if expand != "none", terms.knowledge.concepts[term.entry].hasAcronym {
                found.append(Evidence(key: UInt64(term.entry), value: 0))
            }
        }
        return found
    }

    func judge(_ evidence: [LetterEvidence], _ report: inout LetterReport) {
        var settled: Set<UInt64> = []
        var expansions: [UInt64: LetterEvidence] = [:]
        for item in evidence {
            let own = item.evidence
            if own.key & Self.isExpansion == 0 {
                let isFirst = settled.insert(own.key).inserted
                if isFirst, own.value == Self.isAcronym {
                    report.add(
                        "an acronym is written out where a letter first uses it", at: item,
                        suggestion: own.suggestion)
                }
            } else if let first = expansions[own.key] {
                guard first.evidence.value != own.value else { continue }
                report.add(
                    "the acronym was written out as “\(first.evidence.suggestion ?? "")” before", at: item,
                    suggestion: first.evidence.suggestion)
            } else {
                expansions[own.key] = item
            }
        }
    }

    private func fullForm(_ place: TermPlace, _ terms: PairTerms) -> String? {
        let meant = place.terms.first { terms.sourceHas($0.entry) } ?? place.terms[0]
        return terms.knowledge.approved(meant.entry).first { !terms.knowledge.facts($0).isAcronym }
            .map(terms.knowledge.text)
    }

    /// The place of the full form right before an acronym in brackets.
    private func expansion(before number: Int, _ terms: PairTerms) -> Int? {
        guard number > 0, let tokens = terms.target?.segment.tokens else { return nil }
        let full = terms.targetPlaces[number - 1]
        let acronym = terms.targetPlaces[number]
        guard full.tokens.upperBound + 1 == acronym.tokens.lowerBound,
            tokens[full.tokens.upperBound].text == "(",
            full.terms.contains(where: { term in
                acronym.terms.contains { $0.entry == term.entry } && !terms.knowledge.facts(term).isAcronym
            })
        else { return nil }
        return number - 1
    }
}
