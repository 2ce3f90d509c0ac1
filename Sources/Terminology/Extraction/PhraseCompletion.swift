/// Makes a translation whole that was cut within a compound: *khóa công* where the texts have *khóa công khai* and now
/// and then *khóa công cộng*, so that neither goes with the term as well as what they share. A phrase that hardly ever
/// ends where it was cut is no phrase there: what stands beside a word varies (H. Feng et al., Accessor variety criteria
/// for Chinese word extraction, Computational Linguistics 30, 2004).
struct PhraseCompletion {
    let vocabulary: ExtractionVocabulary
    /// Translations of texts in which the term stands by itself and not within a longer phrase, whose translation would
    /// be longer as well.
    let texts: [[Int32]]

    private enum Side { case before, after }

    /// The phrase with the words that it lacks on either side, at most three on each.
    func completed(_ phrase: [Int32]) -> [Int32] {
        var whole = phrase
        for side in [Side.after, .before] {
            for _ in 0..<3 {
                guard let word = missing(whole, side) else { break }
                if side == .after { whole.append(word) } else { whole.insert(word, at: 0) }
            }
        }
        return whole
    }

    /// The word that stands beside at least half of a phrase’s occurrences, where less than a fifth of them end there.
    private func missing(_ phrase: [Int32], _ side: Side) -> Int32? {
        guard texts.count >= 3 else { return nil }
        var total = 0
        var free = 0
        var beside: [Int32: (count: Int, spellings: [Int32: Int])] = [:]
        for text in texts {
            for start in vocabulary.places(of: phrase, in: text) {
                total += 1
                let place = side == .after ? start + phrase.count : start - 1
                guard text.indices.contains(place), text[place] != ExtractionVocabulary.boundary,
                    case let spelling = vocabulary.spellings[Int(text[place])],
                    !spelling.startsNoTerm || !spelling.endsNoTerm
                else {
                    free += 1
                    continue
                }
                beside[spelling.word, default: (0, [:])].count += 1
                beside[spelling.word]?.spellings[text[place], default: 0] += 1
            }
        }
        guard free * 5 < total,
            let most = beside.values.max(by: {
                ($0.count, least($1.spellings)) < ($1.count, least($0.spellings))
            }),
            most.count * 2 >= total
        else { return nil }
        return most.spellings.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }

    private func least(_ spellings: [Int32: Int]) -> Int32 { spellings.keys.min() ?? 0 }
}
