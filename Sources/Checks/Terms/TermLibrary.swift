internal import Interchange
public import Terminology
public import UnicodeText

/// The terms that are to be used in letters, for every pair of their languages.
public struct TermLibrary: Sendable {
    private var pairs: [[LocaleID]: TermKnowledge] = [:]

    /// No terms at all.
    public init() {}

    /// The terms of a termbase.
    /// - Parameter letters: what is going to be checked; the termbase is prepared for their languages.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    public init(_ termbase: Termbase, for letters: [CheckedLetter]) throws(ICUError) {
        for letter in letters where pairs[[letter.source, letter.target]] == nil {
            pairs[[letter.source, letter.target]] = try TermKnowledge(
                termbase, from: letter.source, to: letter.target)
        }
    }

    func knowledge(for letter: CheckedLetter) -> TermKnowledge? { pairs[[letter.source, letter.target]] }
}

/// What a termbase knows for one pair of languages, prepared for look-ups: shared by all threads.
struct TermKnowledge: Sendable {
    /// What rules ask of a term.
    struct Facts: Sendable {
        let status: TermStatus?
        let kind: TermKind?
        let isUntranslatable: Bool
        /// Whether the termbase has it as a verb.
        let isVerb: Bool

        /// A term of which nothing is said may be used.
        var isApproved: Bool { status?.isApproved ?? true }
        var isAcronym: Bool { kind == .acronym || kind == .abbreviation }
        var isName: Bool { kind == .properName }
    }

    /// A concept.
    struct Concept: Sendable {
        /// What is said of the terms, by language and place.
        fileprivate(set) var facts: [[Facts]]
        /// The terms of the language of the sources.
        fileprivate(set) var source: [TermReference] = []
        /// The terms of the language of the translations.
        fileprivate(set) var target: [TermReference] = []
        /// Those of them that may be used.
        fileprivate(set) var approved: [TermReference] = []
        /// Whether one of them is an acronym.
        fileprivate(set) var hasAcronym = false
    }

    let termbase: Termbase
    let concepts: [Concept]
    let sourceIndex: TermIndex
    let targetIndex: TermIndex
    /// The words in capitals of all terms of both languages.
    let capitals: Set<WordKey>
    /// The acronyms of the language of the sources, with their concepts.
    let sourceAcronyms: [WordKey: [TermReference]]
    private let variantsByTerm: TermVariants

    init(_ termbase: Termbase, from source: LocaleID, to target: LocaleID) throws(ICUError) {
        self.termbase = termbase
        sourceIndex = try TermIndex(termbase, locale: source)
        // Misspelt terms are to be told apart from missing ones.
        targetIndex = try TermIndex(termbase, locale: target, tolerance: .all)
        var concepts = termbase.entries.map { entry in
            Concept(
                facts: entry.concept.languages.map { language in
                    language.terms.map {
                        Facts(
                            status: $0.status, kind: $0.kind, isUntranslatable: $0.isUntranslatable ?? false,
                            isVerb: $0.partOfSpeech == "verb")
                    }
                })
        }
        var capitals: Set<WordKey> = []
        var acronyms: [WordKey: [TermReference]] = [:]
        for reference in termbase.references(in: source) {
            concepts[reference.entry].source.append(reference)
            let text = termbase.term(reference).text
            Self.addCapitals(of: text, to: &capitals)
            let facts = concepts[reference.entry].facts[reference.language][reference.term]
            if facts.isAcronym { acronyms[WordKey(text.nfc), default: []].append(reference) }
        }
        for reference in termbase.references(in: target) {
            concepts[reference.entry].target.append(reference)
            let facts = concepts[reference.entry].facts[reference.language][reference.term]
            if facts.isApproved { concepts[reference.entry].approved.append(reference) }
            if facts.isAcronym { concepts[reference.entry].hasAcronym = true }
            Self.addCapitals(of: termbase.term(reference).text, to: &capitals)
        }
        var variants = TermVariants()
        for (entry, concept) in concepts.enumerated() {
            let own = concept.approved.filter { !concept.facts[$0.language][$0.term].isAcronym }
            if own.count > 1 { variants.add(entry, own.map { ($0, termbase.term($0).text.nfc) }) }
        }
        variantsByTerm = variants
        self.concepts = concepts
        self.capitals = capitals
        sourceAcronyms = acronyms
    }

    private static func addCapitals(of text: String, to capitals: inout Set<WordKey>) {
        let units = Array(text.nfc.utf16)
        for word in WordScan.words(units) {
            if CapitalWords.isAcronym(units[word.range]) { capitals.insert(word.key) }
        }
    }

    func facts(_ reference: TermReference) -> Facts {
        concepts[reference.entry].facts[reference.language][reference.term]
    }

    func text(_ reference: TermReference) -> String { termbase.term(reference).text.nfc }

    /// How many different full forms and names of a concept a translation may use.
    func variants(_ entry: Int) -> Int { variantsByTerm.count(entry) }

    /// Which of them a term is; nil where there is only one, or it is none.
    func variant(_ term: TermReference) -> Int? { variantsByTerm.group(term) }

    /// The terms of a concept that a translation may use.
    func approved(_ entry: Int) -> [TermReference] { concepts[entry].approved }

    /// The term of a concept that a translation should use in place of one of a kind: a preferred one of that kind,
    /// else a preferred one, else one that may be used.
    func preferred(_ entry: Int, like facts: Facts) -> TermReference? {
        let approved = approved(entry)
        let preferred = approved.filter { self.facts($0).status == .preferred }
        func sameKind(_ reference: TermReference) -> Bool {
            let other = self.facts(reference)
            return (other.kind ?? .fullForm) == (facts.kind ?? .fullForm)
        }
        return preferred.first(where: sameKind) ?? preferred.first { !self.facts($0).isAcronym }
            ?? approved.first(where: sameKind) ?? preferred.first ?? approved.first
    }
}

/// Words that are written in capitals.
enum CapitalWords {
    /// Whether a word is one of two capitals or more: `ICCPR`, `NGOs`, `LHQ`.
    static func isAcronym(_ units: ArraySlice<UInt16>) -> Bool {
        var units = units
        if units.count > 2, units.last == 0x73 { units.removeLast() }
        return units.count >= 2 && units.allSatisfy { UnitKind.isCapital($0) }
    }
}
