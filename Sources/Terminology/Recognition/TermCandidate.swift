/// A term where it might stand, before it is decided which of several a reader would see there.
struct TermCandidate: Equatable {
    let tokens: Range<Int>
    var terms: [TermReference]
    let deviation: TermDeviation
    /// The number of its words.
    let length: Int
    /// How many of them are misspelt.
    let misspelt: Int

    /// What a reader would see first: the one with most words as they should be; then the longer, the less deviant and
    /// the one further to the left.
    static func isBetter(_ left: TermCandidate, _ right: TermCandidate) -> Bool {
        let mine = (left.length - left.misspelt, left.tokens.count),
            theirs = (right.length - right.misspelt, right.tokens.count)
        if mine != theirs { return mine > theirs }
        if left.deviation != right.deviation { return left.deviation.rawValue < right.deviation.rawValue }
        if left.tokens.lowerBound != right.tokens.lowerBound {
            return left.tokens.lowerBound < right.tokens.lowerBound
        }
        return (left.terms[0].entry, left.terms[0].language, left.terms[0].term)
            < (right.terms[0].entry, right.terms[0].language, right.terms[0].term)
    }

    /// The candidates that do not overlap, the best first chosen, in the order of the text. Those that stand in the
    /// same place and deviate alike are one.
    static func chosen(_ candidates: [TermCandidate]) -> [TermCandidate] {
        if candidates.count == 1 { return candidates }
        var chosen: [TermCandidate] = []
        // Which of the chosen a token belongs to.
        var owners: [Int: Int] = [:]
        for candidate in candidates.sorted(by: isBetter) {
            if let owner = owners[candidate.tokens.lowerBound], chosen[owner].tokens == candidate.tokens {
                let known = chosen[owner].terms
                if chosen[owner].deviation == candidate.deviation, !known.contains(candidate.terms[0]) {
                    chosen[owner].terms.append(candidate.terms[0])
                }
                continue
            }
            if candidate.tokens.contains(where: { owners[$0] != nil }) { continue }
            for token in candidate.tokens { owners[token] = chosen.count }
            chosen.append(candidate)
        }
        return chosen.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
}
