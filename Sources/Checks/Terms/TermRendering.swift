internal import Matching
internal import Terminology

/// What became of a term of the source in the translation.
enum TermRendering {
    /// One of its approved terms stands there, or the termbase has none.
    case right
    /// One of them stands there, misspelt.
    case misspelt(TermPlace, TermReference)
    /// A term stands there that should not be used: another rule's affair.
    case unapproved
    /// Nothing of it stands there; this should.
    case missing(TermReference)
}

extension PairTerms {
    /// What became of a term.
    func rendering(_ place: TermPlace) -> TermRendering {
        let facts = facts(place)
        // There is nearly always one.
        func isMeant(_ found: TermPlace) -> Bool {
            place.terms.contains { $0.entry == found.terms[0].entry }
        }
        // Where concepts share a name and one has no term in this language, nobody knows which is meant.
        for term in place.terms where knowledge.approved(term.entry).isEmpty { return .right }
        // A full form may become an acronym only where the source has none beside it.
        let needsWords =
            !facts.isAcronym
            && (source?.all.contains {
                isMeant($0) && knowledge.facts($0.terms[0]).isAcronym
            } ?? false)
        var misspelt: (place: TermPlace, term: TermReference)?
        var isUnapproved = false
        var isRight = false
        for found in allTargetPlaces where isMeant(found) {
            let own = knowledge.facts(found.terms[0])
            if needsWords, own.isAcronym { continue }
            let isExact = found.deviation.isDisjoint(with: .misspelt)
            if isExact {
                if own.isApproved, !isWithinMisspelt(found) { isRight = true }
                if !own.isApproved { isUnapproved = true }
            } else if own.isApproved, misspelt == nil, isWorthTelling(found), !isWithinExact(found) {
                misspelt = (found, found.terms[0])
            }
        }
        // Who wrote a term right once and wrong once made a slip; other capitals are none then.
        if isRight {
            guard let misspelt, misspelt.place.tokens.count > 1,
                !misspelt.place.deviation.isDisjoint(with: [.marksMissing, .marksDiffer])
            else { return .right }
        }
        // A term that should not be used may look like a right one with other marks: *Nguyễn Văn Đại*.
        if isUnapproved { return .unapproved }
        if let misspelt { return .misspelt(misspelt.place, misspelt.term) }
        guard let entry = place.terms.first?.entry, let wanted = knowledge.preferred(entry, like: facts)
        else { return .right }
        return .missing(wanted)
    }

    /// Whether a term stands within a longer one of its concept whose marks are wrong: *Anh* in *Vương Quoc Anh*.
    private func isWithinMisspelt(_ place: TermPlace) -> Bool {
        allTargetPlaces.contains {
            $0.terms[0].entry == place.terms[0].entry && $0.tokens.count > place.tokens.count
                && $0.tokens.lowerBound <= place.tokens.lowerBound
                && $0.tokens.upperBound >= place.tokens.upperBound
                && !$0.deviation.isDisjoint(with: [.marksMissing, .marksDiffer])
                && knowledge.facts($0.terms[0]).isApproved
        }
    }

    /// Whether what looks misspelt is, or lies within, another term of its concept as it should be.
    private func isWithinExact(_ place: TermPlace) -> Bool {
        allTargetPlaces.contains {
            $0.terms[0].entry == place.terms[0].entry && $0.deviation.isDisjoint(with: .misspelt)
                && $0.tokens.lowerBound <= place.tokens.lowerBound
                && $0.tokens.upperBound >= place.tokens.upperBound
        }
    }

    /// Whether what looks like a misspelt term is one: a single syllable without its marks is another word as often as
    /// not, unless it is written as a name.
    private func isWorthTelling(_ place: TermPlace) -> Bool {
        if place.tokens.count >= 2 { return true }
        let facts = knowledge.facts(place.terms[0])
        guard facts.isName || facts.isAcronym, !place.deviation.contains(.capitals), let target else {
            return false
        }
        return target.segment.tokens[place.tokens.lowerBound].text.utf16.first.map(UnitKind.isCapital)
            ?? false
    }

    /// What is wrong with the spelling of a term, in words.
    static func fault(_ deviation: TermDeviation) -> String {
        deviation.isDisjoint(with: [.marksMissing, .marksDiffer])
            ? "has other capitals" : "is misspelt in its marks"
    }

    /// Whether a part of the source is a link, a placeholder, or the like.
    static func isOpaque(_ range: Range<Int>, _ pair: PairContext) -> Bool {
        pair.sourceParts.parts.contains { $0.range.overlaps(range) }
    }

    /// The name that an ordinary term of the source is a part of: *human rights* in `Human Rights Watch`; nil where it is
    /// in none.
    static func longerName(_ range: Range<Int>, _ pair: PairContext) -> Range<Int>? {
        let words = pair.source.words
        guard var first = words.firstIndex(where: { $0.range.upperBound > range.lowerBound }),
            var last = words.lastIndex(where: { $0.range.lowerBound < range.upperBound }),
            words[first].isCapitalized, first > 0 || words[last].isCapitalized
        else { return nil }
        func joins(_ left: Int, _ right: Int) -> Bool {
            guard words.indices.contains(left), words.indices.contains(right) else { return false }
            let gap = pair.source.units[words[left].range.upperBound..<words[right].range.lowerBound]
            return words[left].isCapitalized && words[right].isCapitalized && gap.elementsEqual([0x20])
        }
        let own = (first, last)
        // The first word of a sentence has a capital anyway.
        while first > 1, joins(first - 1, first) { first -= 1 }
        while joins(last, last + 1) { last += 1 }
        return own == (first, last) ? nil : words[first].range.lowerBound..<words[last].range.upperBound
    }

    /// Whether a part of the source stands in the translation as it is.
    static func isKept(_ range: Range<Int>, _ pair: PairContext) -> Bool {
        pair.target.plain.contains(pair.source.string(range))
    }
}
