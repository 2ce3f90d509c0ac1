internal import Terminology

/// Terms that must stay as they are.
struct UntranslatableRule: SegmentRule {
    static let info = RuleInfo(
        id: "do-not-translate", title: "Terms that are not translated", severity: .error,
        explanation: """
            A term or name of the source that the termbase marks as one that stays as it is does not stand in the \
            translation, letter by letter. Where the termbase has a term for it in the language all the same, that \
            passes too.
            """, needsTerms: true)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        guard let terms = pair.terms, terms.source != nil, pair.pair.state != .fuzzy else { return }
        var told: Set<Int> = []
        for place in terms.sourcePlaces {
            guard let term = place.terms.first(where: { terms.knowledge.facts($0).isUntranslatable }),
                told.insert(term.entry).inserted
            else { continue }
            let wanted = Array(terms.knowledge.text(term).utf16)
            if Self.find(wanted, in: pair.target.units, { $0 == $1 }) != nil || hasTerm(term.entry, terms) {
                continue
            }
            guard let range = terms.range(place, inSource: pair.source), !PairTerms.isOpaque(range, pair)
            else { continue }
            let text = terms.knowledge.text(term)
            let changed = Self.find(wanted, in: pair.target.units) { left, right in
                WordKey.folded(left) == WordKey.folded(right)
            }
            report.add(
                changed == nil
                    ? "“\(text)” stays as it is in every language, and the translation does not have it"
                    : "“\(text)” stays as it is in every language, and its capitals are others in the translation",
                source: range, target: changed, suggestion: text)
        }
    }

    private func hasTerm(_ entry: Int, _ terms: PairTerms) -> Bool {
        terms.allTargetPlaces.contains {
            $0.terms[0].entry == entry && $0.deviation.isDisjoint(with: .misspelt)
                && terms.knowledge.facts($0.terms[0]).isApproved
                && !terms.knowledge.facts($0.terms[0]).isUntranslatable
        }
    }

    /// Where a term stands in a text, not within a longer word.
    private static func find(
        _ wanted: [UInt16], in units: [UInt16], _ isSame: (UInt16, UInt16) -> Bool
    ) -> Range<Int>? {
        guard !wanted.isEmpty, wanted.count <= units.count else { return nil }
        for start in 0...units.count - wanted.count {
            let end = start + wanted.count
            guard zip(wanted, units[start..<end]).allSatisfy(isSame) else { continue }
            let isAfterLetter = start > 0 && UnitKind.isLetter(units[start - 1])
            let isBeforeLetter = end < units.count && UnitKind.isLetter(units[end])
            if !isAfterLetter, !isBeforeLetter { return start..<end }
        }
        return nil
    }
}
