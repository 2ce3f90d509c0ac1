public import Interchange
public import TextFiles
internal import UnicodeText

/// Adds concepts to those of a glossary without taking anything away.
///
/// A concept is the one of the glossary that has its id and a term of it, or no language in common; else the only one
/// with one of its terms. Its terms are added; what is said of a term that is there already fills what the glossary
/// leaves open. Where the two disagree, the glossary's word stands and the disagreement is told, unless the other side
/// was said to be right. Adding the same concepts again changes nothing.
public struct GlossaryMerge {
    /// The concepts of the glossary.
    public private(set) var concepts: [GlossaryConcept]
    /// How many concepts and terms came to it.
    public private(set) var addedConcepts = 0
    public private(set) var addedTerms = 0
    /// How many terms that were there got something said of them, or were changed.
    public private(set) var changedTerms = 0
    /// How many terms were there already.
    public private(set) var knownTerms = 0
    /// Where both sides disagree.
    public private(set) var conflicts: [Diagnostic] = []

    private let theirs: Bool
    private var ids: [String: Int] = [:]
    private var places: [String: Set<Int>] = [:]
    private var additions: [Int: GlossaryConcept] = [:]

    /// - Parameter theirs: whether what is added is right where the two disagree.
    public init(_ concepts: [GlossaryConcept], theirs: Bool = false) {
        self.concepts = concepts
        self.theirs = theirs
        for number in concepts.indices { index(number) }
    }

    /// What came to the glossary, by concept in its order: only new terms, each concept with its id.
    public var additionsByConcept: [GlossaryConcept] {
        additions.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func key(_ term: GlossaryTerm, _ tag: String) -> String { "\(tag)\u{0}\(term.text.nfc)" }

    private mutating func index(_ number: Int) {
        if let id = concepts[number].id, ids[id] == nil { ids[id] = number }
        for language in concepts[number].languages {
            for term in language.terms { places[Self.key(term, language.tag), default: []].insert(number) }
        }
    }

    /// Adds a concept.
    public mutating func add(_ concept: GlossaryConcept) {
        if let number = match(concept) {
            merge(concept, into: number)
        } else {
            append(concept)
        }
    }

    private func match(_ concept: GlossaryConcept) -> Int? {
        if let id = concept.id, let number = ids[id] {
            let tags = Set(concepts[number].languages.map(\.tag))
            let isApart = concept.languages.allSatisfy { !tags.contains($0.tag) }
            let shares = concept.languages.contains { language in
                language.terms.contains {
                    places[Self.key($0, language.tag)]?.contains(number) ?? false
                }
            }
            if isApart || shares { return number }
        }
        // Acronyms are shared by concepts that are not the same.
        for language in concept.languages {
            for term in language.terms where term.kind != .acronym {
                if let found = places[Self.key(term, language.tag)], found.count == 1 { return found.first }
            }
        }
        return nil
    }

    private mutating func append(_ concept: GlossaryConcept) {
        var concept = concept
        concept.languages.removeAll { $0.terms.isEmpty }
        if concept.languages.isEmpty { return }
        if concept.id == nil || ids[concept.id ?? ""] != nil { concept.id = freeID(for: concept) }
        concepts.append(concept)
        addedConcepts += 1
        addedTerms += concept.languages.reduce(0) { $0 + $1.terms.count }
        additions[concepts.count - 1] = concept
        index(concepts.count - 1)
    }

    /// A name made of the concept's first term that has letters for it, which no other concept has.
    private func freeID(for concept: GlossaryConcept) -> String {
        let terms = concept.languages.flatMap(\.terms).map(\.text)
        var name = "concept"
        for term in terms {
            let words = term.nfd.lowercased().unicodeScalars.split {
                !(("a"..."z").contains($0) || ("0"..."9").contains($0)
                    || $0.value >= 0x300 && $0.value < 0x370)
            }
            let plain = words.prefix(5).map { word in
                String(String.UnicodeScalarView(word.filter { $0.value < 0x80 }))
            }.filter { !$0.isEmpty }.joined(separator: "-")
            if plain.utf8.first.map({ $0 >= 0x61 }) ?? false {
                name = plain
                break
            }
        }
        if ids[name] == nil { return name }
        var number = 2
        while ids["\(name)-\(number)"] != nil { number += 1 }
        return "\(name)-\(number)"
    }

    private mutating func merge(_ concept: GlossaryConcept, into number: Int) {
        for language in concept.languages {
            for term in language.terms {
                let place = concepts[number].languages.firstIndex { $0.tag == language.tag }
                let known = place.flatMap { place in
                    concepts[number].languages[place].terms.firstIndex {
                        $0.text.nfc.unicodeScalars.elementsEqual(term.text.nfc.unicodeScalars)
                    }
                }
                if let place, let known {
                    fill(number, place, known, with: term)
                } else {
                    add(term, language, to: number)
                }
            }
        }
    }

    private mutating func add(_ term: GlossaryTerm, _ language: GlossaryLanguage, to number: Int) {
        var term = term
        let own = concepts[number].languages.first { $0.tag == language.tag }?.terms ?? []
        let rival = own.first {
            $0.status == .preferred && ($0.kind ?? .fullForm) == (term.kind ?? .fullForm)
        }
        if term.status == .preferred, rival != nil, theirs {
            demoteRivals(of: term, language.tag, in: number)
        } else if term.status == .preferred, let rival {
            conflicts.append(
                Diagnostic(
                    "“\(term.text)” is preferred here, and “\(rival.text)” in the glossary; it is added as admitted",
                    at: term.location, severity: .warning))
            term.status = .admitted
        }
        concepts[number].add(term, tag: language.tag, locale: language.locale)
        places[Self.key(term, language.tag), default: []].insert(number)
        var addition = additions[number] ?? GlossaryConcept(id: concepts[number].id)
        addition.add(term, tag: language.tag, locale: language.locale)
        additions[number] = addition
        addedTerms += 1
    }

    /// Leaves a term the only preferred one of its kind.
    private mutating func demoteRivals(of term: GlossaryTerm, _ tag: String, in number: Int) {
        for language in concepts[number].languages.indices
        where concepts[number].languages[language].tag == tag {
            for place in concepts[number].languages[language].terms.indices {
                let rival = concepts[number].languages[language].terms[place]
                guard rival.status == .preferred, (rival.kind ?? .fullForm) == (term.kind ?? .fullForm),
                    !rival.text.unicodeScalars.elementsEqual(term.text.unicodeScalars)
                else { continue }
                concepts[number].languages[language].terms[place].status = .admitted
                changedTerms += 1
            }
        }
    }

    private mutating func fill(_ number: Int, _ language: Int, _ place: Int, with other: GlossaryTerm) {
        knownTerms += 1
        var term = concepts[number].languages[language].terms[place]
        let before = term
        func settle<Value: Equatable>(
            _ own: inout Value?, _ new: Value?, _ name: String, _ conflicts: inout [Diagnostic]
        ) {
            guard let new, new != own else { return }
            guard let old = own, !theirs else {
                own = new
                return
            }
            conflicts.append(
                Diagnostic(
                    "the \(name) of “\(other.text)” is \(new) here and \(old) in the glossary, which is kept",
                    at: other.location, hint: "--theirs takes this one", severity: .warning))
        }
        var status = other.status
        if !theirs, status == .preferred, term.status == nil,
            concepts[number].languages[language].terms.contains(where: {
                $0.status == .preferred && ($0.kind ?? .fullForm) == (term.kind ?? .fullForm)
            })
        {
            status = .admitted
        }
        settle(&term.status, status, "status", &conflicts)
        settle(&term.kind, other.kind, "kind", &conflicts)
        settle(&term.partOfSpeech, other.partOfSpeech, "part of speech", &conflicts)
        settle(&term.isCaseSensitive, other.isCaseSensitive, "case rule", &conflicts)
        settle(&term.isUntranslatable, other.isUntranslatable, "rule on translating", &conflicts)
        if term.details.notes.isEmpty { term.details.notes = other.details.notes }
        if term.details.sources.isEmpty { term.details.sources = other.details.sources }
        if term != before {
            if term.status == .preferred, before.status != .preferred {
                demoteRivals(of: term, concepts[number].languages[language].tag, in: number)
            }
            concepts[number].languages[language].terms[place] = term
            changedTerms += 1
        }
    }
}
