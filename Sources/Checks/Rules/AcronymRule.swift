internal import Terminology

/// Acronyms of the source's language where the translation's has its own.
struct AcronymRule: SegmentRule {
    static let info = RuleInfo(
        id: "acronym", title: "Acronyms of the language", severity: .warning,
        explanation: """
            The translation has an acronym of the source's language for which the termbase has one in its own: “UN” in a \
            Vietnamese letter, where it is “LHQ”.
            """, needsTerms: true)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        guard let knowledge = pair.scratch.terms?.knowledge, !knowledge.sourceAcronyms.isEmpty else { return }
        for word in pair.target.words where word.hasInnerCapital {
            guard CapitalWords.isAcronym(pair.target.units[word.range]),
                let found = knowledge.sourceAcronyms[word.key]
            else { continue }
            let text = pair.target.string(word)
            // One that the termbase has in this language too, whatever it thinks of it, is not for this rule.
            let isOwn =
                pair.terms?.allTargetPlaces.contains { place in
                    pair.terms?.range(place, inTarget: pair.target)?.overlaps(word.range) ?? false
                } ?? false
            guard !isOwn, found.allSatisfy({ ownAcronym($0, knowledge) != nil }),
                knowledge.text(found[0]) == text,
                !pair.targetParts.parts.contains(where: { $0.range.overlaps(word.range) }),
                let own = ownAcronym(found[0], knowledge)
            else { continue }
            report.add(
                "“\(text)” is the acronym of another language; here it is “\(own)”", target: word.range,
                suggestion: own)
        }
    }

    private func ownAcronym(_ reference: TermReference, _ knowledge: TermKnowledge) -> String? {
        knowledge.approved(reference.entry).first { knowledge.facts($0).isAcronym }.map(knowledge.text)
    }
}
