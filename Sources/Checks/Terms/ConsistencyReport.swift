internal import Interchange
internal import Terminology
public import TextFiles
public import UnicodeText

/// How every term of the sources is translated, across all letters: each variant, how often, and where.
public struct ConsistencyReport: Sendable {
    /// Where a variant stands.
    public struct Place: Sendable, Equatable {
        /// The letter's id or the file's path.
        public let letter: String
        /// Where the segment stands.
        public let location: SourceLocation
        /// The source, its codes as `<1>`.
        public let source: String
        /// The translation in the same form.
        public let target: String
        /// The term in the translation, in UTF-16; nil where there is none.
        public let span: Range<Int>?
    }

    /// One way in which a term is translated.
    public struct Variant: Sendable {
        /// What a variant is to the termbase.
        public enum Standing: String, Sendable, Encodable {
            case preferred, admitted, deprecated, forbidden, misspelt
            /// The translation has none of the concept's terms.
            case none
        }

        /// The term; as it is written where it is misspelt; nil where there is none.
        public let text: String?
        /// What it is to the termbase.
        public let standing: Standing
        /// Where it stands, in order.
        public let places: [Place]
    }

    /// A term with its translations.
    public struct Term: Sendable {
        /// The term as the termbase has it in the language of the sources.
        public let text: String
        /// The concept's name; nil where it has none.
        public let concept: String?
        /// The language of the translations.
        public let locale: LocaleID
        /// The variants, the most frequent first.
        public let variants: [Variant]
        /// Whether there are two variants or more that are terms, none of which only holds another.
        public let isInconsistent: Bool

        /// In how many segments the term stands.
        public var count: Int { variants.reduce(0) { $0 + $1.places.count } }
    }

    /// The terms that stand in the sources, those with most exceptions from the usual translation first.
    public let terms: [Term]

    /// Goes through letters. Segments that are missing or fuzzy do not count.
    public init(_ letters: [CheckedLetter], terms library: TermLibrary) {
        var collector = Collector()
        for letter in letters {
            guard let knowledge = library.knowledge(for: letter) else { continue }
            let scratch = CheckScratch(terms: knowledge)
            let setting = LetterSetting(length: LengthModel.standard(from: letter.source, to: letter.target))
            for (index, pair) in letter.pairs.enumerated()
            where pair.state != .missing && pair.state != .fuzzy {
                let context = PairContext(
                    pair, index: index, letter: letter, setting: setting, scratch: scratch)
                if let terms = context.terms { collector.add(terms, context, letter) }
            }
        }
        terms = collector.terms()
    }
}

/// Collects variants, by language and term of the sources.
private struct Collector {
    private struct Key: Hashable {
        let locale: LocaleID
        let term: TermReference
    }

    private struct VariantKey: Hashable {
        let text: String?
        let standing: ConsistencyReport.Variant.Standing
        /// Those that are the same although they are not written the same have one number.
        let group: Int
    }

    private var found: [Key: [VariantKey: [ConsistencyReport.Place]]] = [:]
    private var names: [Key: (text: String, concept: String?)] = [:]

    mutating func add(_ terms: PairTerms, _ pair: PairContext, _ letter: CheckedLetter) {
        var seen: Set<TermReference> = []
        for place in terms.sourcePlaces {
            let term = place.terms[0]
            let knowledge = terms.knowledge
            guard place.terms.count == 1, !knowledge.approved(term.entry).isEmpty, seen.insert(term).inserted,
                let source = terms.range(place, inSource: pair.source), !PairTerms.isOpaque(source, pair)
            else { continue }
            let key = Key(locale: letter.target, term: term)
            if names[key] == nil {
                names[key] = (knowledge.text(term), knowledge.termbase.concept(term).id)
            }
            func add(_ variant: VariantKey, _ span: Range<Int>?) {
                found[key, default: [:]][variant, default: []].append(
                    ConsistencyReport.Place(
                        letter: letter.name, location: pair.pair.location, source: pair.source.shown,
                        target: pair.target.shown, span: span.map(pair.target.shown)))
            }
            let places = Self.variants(of: place, terms)
            if places.isEmpty { add(VariantKey(text: nil, standing: .none, group: -1), nil) }
            var told: Set<VariantKey> = []
            for place in places {
                guard let range = terms.range(place, inTarget: pair.target) else { continue }
                let variant = Self.key(place, range, terms, pair)
                if told.insert(variant).inserted { add(variant, range) }
            }
        }
    }

    /// The places of a concept in the translation, without those within others of it; of the source's kind where there
    /// is one.
    private static func variants(of place: TermPlace, _ terms: PairTerms) -> [TermPlace] {
        let entry = place.terms[0].entry
        let isAcronym = terms.facts(place).isAcronym
        let own = terms.allTargetPlaces.filter { $0.terms[0].entry == entry }
        let exact = own.filter { $0.deviation.isDisjoint(with: .misspelt) }
        let candidates = exact.isEmpty ? own.filter { $0.tokens.count > 1 } : exact
        let outer = candidates.filter { inner in
            !candidates.contains {
                $0.tokens.count > inner.tokens.count && $0.tokens.lowerBound <= inner.tokens.lowerBound
                    && $0.tokens.upperBound >= inner.tokens.upperBound
            }
        }
        let alike = outer.filter { terms.facts($0).isAcronym == isAcronym }
        return alike.isEmpty ? outer : alike
    }

    private static func key(
        _ place: TermPlace, _ range: Range<Int>, _ terms: PairTerms, _ pair: PairContext
    ) -> VariantKey {
        let term = place.terms[0]
        let group = terms.knowledge.variant(term) ?? -2 - term.language << 16 - term.term
        guard place.deviation.isDisjoint(with: .misspelt) else {
            return VariantKey(text: pair.target.string(range), standing: .misspelt, group: group)
        }
        let standing: ConsistencyReport.Variant.Standing =
            switch terms.knowledge.facts(term).status {
            case .preferred, nil: .preferred
            case .admitted: .admitted
            case .deprecated, .superseded: .deprecated
            case .forbidden: .forbidden
            }
        return VariantKey(text: terms.knowledge.text(term), standing: standing, group: group)
    }

    func terms() -> [ConsistencyReport.Term] {
        var terms: [ConsistencyReport.Term] = []
        for (key, variants) in found {
            let sorted = variants.sorted { left, right in
                (right.value.count, left.key.text ?? "\u{10FFFF}") < (
                    left.value.count, right.key.text ?? "\u{10FFFF}"
                )
            }
            let named = variants.keys.filter { $0.standing != .none }
            terms.append(
                ConsistencyReport.Term(
                    text: names[key]?.text ?? "", concept: names[key]?.concept, locale: key.locale,
                    variants: sorted.map {
                        ConsistencyReport.Variant(
                            text: $0.key.text, standing: $0.key.standing, places: $0.value)
                    },
                    isInconsistent: Set(named.map(\.group)).count > 1
                        || named.contains { $0.standing == .misspelt } && named.count > 1))
        }
        func exceptions(_ term: ConsistencyReport.Term) -> Int {
            term.count - (term.variants.first?.places.count ?? 0)
        }
        return terms.sorted { left, right in
            (exceptions(right), left.text, left.locale.identifier)
                < (exceptions(left), right.text, right.locale.identifier)
        }
    }
}
