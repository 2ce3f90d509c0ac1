internal import Matching
internal import Terminology
internal import UnicodeText

/// Reads the terms of pairs. Never used by two threads at a time.
final class TermReader {
    let knowledge: TermKnowledge
    /// Opened when a pair is first read; none where ICU's data is incomplete, which preparing the terms told already.
    private lazy var recognizers: (source: TermRecognizer, target: TermRecognizer)? = {
        guard let source = try? TermRecognizer(knowledge.sourceIndex),
            let target = try? TermRecognizer(knowledge.targetIndex)
        else { return nil }
        return (source, target)
    }()

    init(_ knowledge: TermKnowledge) { self.knowledge = knowledge }

    /// The terms of a pair; nil where neither side has any.
    func read(_ pair: PairContext) -> PairTerms? {
        guard let recognizers else { return nil }
        let source = recognizers.source.read(plain: pair.source.plain)
        let target = recognizers.target.read(plain: pair.target.plain)
        if source == nil, target == nil { return nil }
        return PairTerms(knowledge: knowledge, source: source, target: target)
    }
}

/// The terms of a pair, each text read once.
struct PairTerms {
    let knowledge: TermKnowledge
    /// Nil where there is no term.
    let source: TermReading?
    let target: TermReading?

    /// The terms of the source as a reader sees them.
    var sourcePlaces: [TermPlace] { source?.seen ?? [] }
    /// The terms of the translation as a reader sees them, misspelt ones among them.
    var targetPlaces: [TermPlace] { target?.seen ?? [] }
    /// All terms of the translation, each for one term of the termbase, those within longer ones too.
    var allTargetPlaces: [TermPlace] { target?.all ?? [] }

    func facts(_ place: TermPlace) -> TermKnowledge.Facts { knowledge.facts(place.terms[0]) }

    /// Whether the source speaks of a concept.
    func sourceHas(_ entry: Int) -> Bool {
        source?.all.contains { $0.terms[0].entry == entry } ?? false
    }

    /// Whether a translation may use an acronym of a concept.
    func hasOwnAcronym(_ entry: Int) -> Bool {
        knowledge.approved(entry).contains { knowledge.facts($0).isAcronym }
    }

    /// Where a place of the source stands, in UTF-16.
    func range(_ place: TermPlace, inSource text: CheckedText) -> Range<Int>? {
        source.flatMap { Self.range(place.tokens, $0, text) }
    }

    /// Where a place of the translation stands, in UTF-16.
    func range(_ place: TermPlace, inTarget text: CheckedText) -> Range<Int>? {
        target.flatMap { Self.range(place.tokens, $0, text) }
    }

    /// Tokens as a part of the text, found by walking along both.
    private static func range(
        _ tokens: Range<Int>, _ reading: TermReading, _ text: CheckedText
    ) -> Range<Int>? {
        let units = text.units
        var place = 0
        var start: Int?
        for (number, token) in reading.segment.tokens[..<tokens.upperBound].enumerated() {
            let wanted = Array(token.text.utf16)
            while place + wanted.count <= units.count,
                !units[place..<place + wanted.count].elementsEqual(wanted)
            {
                place += 1
            }
            guard place + wanted.count <= units.count else { return nil }
            if number == tokens.lowerBound { start = place }
            place += wanted.count
        }
        return start.map { $0..<place }
    }
}
