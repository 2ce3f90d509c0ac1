internal import Terminology
internal import UnicodeText

/// Names that the translation lacks or misspells.
struct NameRule: SegmentRule {
    static let info = RuleInfo(
        id: "name", title: "Names", severity: .warning,
        explanation: """
            A name of the termbase must stand in the translation as the termbase has it: “Nguyen Van Dai” of an English \
            letter is “Nguyễn Văn Đài” in Vietnamese. One that lost its marks or has others is an error, one that is \
            missing a warning, or a remark where it is of one word only, as countries are, or a part of a longer name. Besides, a Vietnamese name \
            that the termbase does not know and that stands in a Vietnamese translation without its marks, as in the \
            source, is a warning: a family name such as “Nguyễn” has marks always.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        var known: [Range<Int>] = []
        if let terms = pair.terms { checkTerms(terms, pair, &known, &report) }
        if pair.isVietnamese, pair.sourceLocale.language != "vi" { checkMarks(pair, known, &report) }
    }

    private func checkTerms(
        _ terms: PairTerms, _ pair: PairContext, _ known: inout [Range<Int>], _ report: inout RuleReport
    ) {
        var told: Set<Int> = []
        for place in terms.sourcePlaces {
            let facts = terms.facts(place)
            guard facts.isName, !facts.isUntranslatable, told.insert(place.terms[0].entry).inserted else {
                continue
            }
            switch terms.rendering(place) {
            case .right, .unapproved: continue
            case .misspelt(let found, let term):
                tellMisspelt(found, term, isMeant: true, terms, pair, &known, &report)
            case .missing(let term):
                guard pair.pair.state != .fuzzy, let range = terms.range(place, inSource: pair.source),
                    !PairTerms.isOpaque(range, pair)
                else { continue }
                let name = PairTerms.longerName(range, pair)
                if let name, PairTerms.isKept(name, pair) { continue }
                let wanted = terms.knowledge.text(term)
                report.add(
                    "the name “\(pair.source.string(range))” is “\(wanted)”, which the translation does not have",
                    source: range, suggestion: wanted,
                    severity: place.tokens.count > 1 && name == nil ? .warning : .info)
            }
        }
        // A name that only the translation has, as where the source says “he”: told where it is long enough to be sure.
        for place in terms.targetPlaces
        where place.tokens.count >= 3 && !place.deviation.isDisjoint(with: .misspelt) {
            let term = place.terms[0]
            guard terms.facts(place).isName, terms.facts(place).isApproved,
                !place.terms.contains(where: { told.contains($0.entry) })
            else { continue }
            tellMisspelt(place, term, isMeant: false, terms, pair, &known, &report)
        }
    }

    private func tellMisspelt(
        _ place: TermPlace, _ term: TermReference, isMeant: Bool, _ terms: PairTerms, _ pair: PairContext,
        _ known: inout [Range<Int>], _ report: inout RuleReport
    ) {
        guard let range = terms.range(place, inTarget: pair.target) else { return }
        let wanted = terms.knowledge.text(term)
        known.append(range)
        let isMarks = !place.deviation.isDisjoint(with: [.marksMissing, .marksDiffer])
        // Another person may have the same name but for its marks.
        let isSure = isMarks && (isMeant || !place.deviation.contains(.marksDiffer))
        report.add(
            "the name “\(wanted)” \(PairTerms.fault(place.deviation)) in the translation", target: range,
            suggestion: wanted, severity: isSure ? .error : .warning)
    }

    /// Vietnamese names without marks.
    private func checkMarks(_ pair: PairContext, _ known: [Range<Int>], _ report: inout RuleReport) {
        for name in PersonNames.find(pair.target) where name.isUnmarked {
            guard !known.contains(where: { $0.overlaps(name.range) }),
                PersonNames.find(pair.source).contains(where: { $0.fold == name.fold && $0.isUnmarked })
            else { continue }
            let family = PersonNames.marked(pair.target.words[name.words.lowerBound].key)
            report.add(
                "the name “\(pair.target.string(name.range))” stands without its marks", target: name.range,
                suggestion: family.map { "\($0) …: ask how the name is written" })
        }
    }
}
