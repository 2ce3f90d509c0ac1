internal import Terminology

/// One term of the sources that is translated in two ways.
struct TermConsistencyRule: CollectingRule {
    static let info = RuleInfo(
        id: "term-consistency", title: "One term, several translations", severity: .warning, scope: .project,
        explanation: """
            A term of the sources is called by different terms in the letters of a project, although the termbase \
            approves of each: “Liên Hợp Quốc” here, “Liên Hiệp Quốc” there. Each but the most frequent one is \
            reported. Acronyms and full forms are no variants of each other, nor is a term of a longer one that holds \
            it, or of a longer name (“Bắc Mỹ”). “lathu terms consistency” tells of all variants with their places.
            """, needsTerms: true)

    init(_ parameters: RuleParameters) {}

    func evidence(_ pair: PairContext) -> [Evidence] {
        guard let terms = pair.terms, terms.source != nil, pair.pair.state != .fuzzy else { return [] }
        var found: [Evidence] = []
        var first: [Int: (place: TermPlace, count: Int)] = [:]
        var order: [Int] = []
        for place in terms.sourcePlaces where !terms.facts(place).isAcronym {
            let entry = place.terms[0].entry
            guard place.terms.count == 1, terms.knowledge.variants(entry) > 1 else { continue }
            if first[entry] == nil { order.append(entry) }
            first[entry, default: (place, 0)].count += 1
        }
        for entry in order {
            guard let (place, count) = first[entry] else { continue }
            let source = terms.range(place, inSource: pair.source)
            for (group, range) in Self.variants(of: entry, count, terms, pair) {
                found.append(
                    Evidence(key: UInt64(entry), value: UInt64(group), source: source, target: range))
            }
        }
        return found
    }

    /// How a translation calls a term that the source has so many times: as many of its variants as it takes, the more
    /// frequent first. Any other stands for another word, as *Mỹ* does for “American” beside *Hoa Kỳ*.
    private static func variants(
        of entry: Int, _ count: Int, _ terms: PairTerms, _ pair: PairContext
    ) -> [(group: Int, range: Range<Int>)] {
        var variants: [(group: Int, range: Range<Int>, count: Int)] = []
        for target in terms.targetPlaces where target.deviation.isDisjoint(with: .misspelt) {
            guard let term = target.terms.first(where: { $0.entry == entry }),
                let group = terms.knowledge.variant(term),
                let range = terms.range(target, inTarget: pair.target), !isPartOfName(range, pair.target)
            else { continue }
            if let known = variants.firstIndex(where: { $0.group == group }) {
                variants[known].count += 1
            } else {
                variants.append((group, range, 1))
            }
        }
        var left = count
        var taken: Set<Int> = []
        for variant in variants.sorted(by: { $0.count > $1.count }) where left > 0 {
            left -= variant.count
            taken.insert(variant.group)
        }
        return variants.filter { taken.contains($0.group) }.map { ($0.group, $0.range) }
    }

    /// Whether a term of one word, a name itself, follows another word of a name: *Mỹ* in *Bắc Mỹ*.
    private static func isPartOfName(_ range: Range<Int>, _ text: CheckedText) -> Bool {
        guard let place = text.words.firstIndex(where: { $0.range == range }), place > 1,
            text.words[place].isCapitalized, text.words[place - 1].isCapitalized
        else { return false }
        return text.units[text.words[place - 1].range.upperBound..<range.lowerBound].elementsEqual([0x20])
    }

    func judge(_ evidence: [LetterEvidence], _ report: inout LetterReport) {
        var variants: [UInt64: [UInt64: (count: Int, first: Int)]] = [:]
        for (place, item) in evidence.enumerated() {
            variants[item.evidence.key, default: [:]][item.evidence.value, default: (0, place)].count += 1
        }
        for item in evidence {
            guard let own = variants[item.evidence.key], own.count > 1,
                let usual = own.values.max(by: { ($0.count, $1.first) < ($1.count, $0.first) }),
                evidence[usual.first].evidence.value != item.evidence.value
            else { continue }
            let best = Self.text(evidence[usual.first])
            let total = own.values.reduce(0) { $0 + $1.count }
            let term = item.evidence.source.map(CheckedText(item.pair.source).string) ?? ""
            report.add(
                "“\(term)” is “\(Self.text(item))” here and “\(best)” in \(usual.count) of \(total) places",
                at: item, suggestion: best)
        }
    }

    private static func text(_ item: LetterEvidence) -> String {
        let target = CheckedText(item.pair.target)
        return item.evidence.target.map(target.string) ?? target.shown
    }
}
