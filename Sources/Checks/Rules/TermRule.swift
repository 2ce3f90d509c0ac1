internal import Terminology
internal import UnicodeText

/// Terms of the source that the translation does not call as the termbase does.
struct TermRule: SegmentRule {
    static let info = RuleInfo(
        id: "term", title: "Terms", severity: .warning,
        explanation: """
            A term of the source has none of its approved terms in the translation; or one of them misspelt in its marks \
            or capitals, which is an error. The place of the tone, hyphens and inflection do not count, and an acronym \
            may stand for the full form unless the source has both. A missing term of fewer words than “words” says is a \
            remark, since ordinary words are often rightly paraphrased; so is an acronym that stays as it is, and a term in a \
            longer name (“Indian Penal Code”), unless the name is kept. In a fuzzy translation missing terms are not told. Names are the affair of “name”.
            """,
        parameters: [
            RuleParameter(
                "words", .number(1...100, default: 2),
                "from how many words on a missing term is a warning; acronyms always are")
        ], needsTerms: true)

    private let words: Int

    init(_ parameters: RuleParameters) { words = Int(parameters.number("words")) }

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        guard let terms = pair.terms, terms.source != nil else { return }
        var told: Set<Int> = []
        for place in terms.sourcePlaces {
            let facts = terms.facts(place)
            guard !facts.isName, !facts.isUntranslatable, told.insert(place.terms[0].entry).inserted else {
                continue
            }
            switch terms.rendering(place) {
            case .right, .unapproved: continue
            case .misspelt(let found, let term): tellMisspelt(found, term, terms, pair, &report)
            case .missing(let term):
                guard pair.pair.state != .fuzzy, let range = terms.range(place, inSource: pair.source),
                    !PairTerms.isOpaque(range, pair)
                else { continue }
                // “To judge” is no “judge”.
                if place.tokens.count == 1, pair.sourceLocale.language == "en", !facts.isVerb,
                    VerbUse.isVerb(range, in: pair.source, term: terms.knowledge.text(place.terms[0]))
                {
                    continue
                }
                let name = PairTerms.longerName(range, pair)
                if let name, PairTerms.isKept(name, pair) { continue }
                // One that was kept is the affair of “acronym”, where the language has its own.
                let isKept = facts.isAcronym && Self.stands(pair.source.string(range), in: pair.target)
                if isKept, terms.hasOwnAcronym(place.terms[0].entry) { continue }
                let wanted = terms.knowledge.text(term)
                let isWeighty = !isKept && name == nil && (facts.isAcronym || place.tokens.count >= words)
                report.add(
                    "the termbase has “\(wanted)” for “\(pair.source.string(range))”, and the translation has none of its "
                        + "terms", source: range, suggestion: wanted, severity: isWeighty ? .warning : .info)
            }
        }
    }

    private static func stands(_ acronym: String, in text: CheckedText) -> Bool {
        text.words.contains { $0.hasInnerCapital && text.string($0) == acronym }
    }

    private func tellMisspelt(
        _ place: TermPlace, _ term: TermReference, _ terms: PairTerms, _ pair: PairContext,
        _ report: inout RuleReport
    ) {
        guard let range = terms.range(place, inTarget: pair.target) else { return }
        let isMarks = !place.deviation.isDisjoint(with: [.marksMissing, .marksDiffer])
        let wanted = terms.knowledge.text(term)
        report.add(
            "the term “\(wanted)” \(PairTerms.fault(place.deviation)) in the translation", target: range,
            suggestion: wanted, severity: isMarks ? .error : .warning)
    }
}
