/// What a term is translated as: the phrases of the other language that stand in the same pairs.
struct TargetCandidates {
    let vocabulary: ExtractionVocabulary
    let counts: PhraseCounts
    let longest: Int
    /// How many pairs there are.
    let pairs: Int

    struct Candidate {
        let phrase: [Int32]
        let together: Int
        let association: Double
        let dice: Double
    }

    /// The likeliest translations of a term.
    /// - Parameters:
    ///   - texts: the translations of the pairs that hold it, or of a sample of them.
    ///   - free: whether the term stands by itself in the pair of each text.
    ///   - count: how many pairs hold it.
    ///   - minimum: in how many of the texts a translation must stand.
    ///   - source: the term, which stands for itself where the other language takes it as it is.
    func found(
        in texts: [[Int32]], free: [Bool], of source: String, count: Int, minimum: Int, limit: Int
    ) -> [Candidate] {
        struct Tally {
            var texts = 0
            var last = -1
            var spellings: [[Int32]: Int] = [:]
        }
        // First by number alone: few phrases stand in several texts.
        var seen: [UInt64: (texts: Int, last: Int)] = [:]
        for (number, text) in texts.enumerated() {
            vocabulary.forEachPhrase(in: text, longest: longest) { _, hash in
                let tally = seen[hash]
                if tally?.last != number { seen[hash] = ((tally?.texts ?? 0) + 1, number) }
            }
        }
        let needed = max(minimum, texts.count / 10)
        var tallies: [UInt64: Tally] = [:]
        for text in texts {
            vocabulary.forEachPhrase(in: text, longest: longest) { range, hash in
                guard let tally = seen[hash], tally.texts >= needed else { return }
                tallies[hash, default: Tally(texts: tally.texts)].spellings[Array(text[range]), default: 0] +=
                    1
            }
        }
        // What the sample shows, for all pairs that hold the term.
        let scale = Double(count) / Double(max(1, texts.count))
        var candidates: [Candidate] = []
        for tally in tallies.values {
            guard let phrase = vocabulary.usual(tally.spellings) else { continue }
            candidates.append(measured(phrase, together: tally.texts, count, scale))
        }
        candidates.sort { left, right in
            (right.dice, right.phrase.count, left.phrase.lexical) < (
                left.dice, left.phrase.count, right.phrase.lexical
            )
        }
        if let place = candidates.firstIndex(where: { $0.dice > 0.5 && vocabulary.text($0.phrase) == source })
        {
            candidates.insert(candidates.remove(at: place), at: 0)
        }
        let completion = PhraseCompletion(
            vocabulary: vocabulary, texts: zip(texts, free).compactMap { $1 ? $0 : nil })
        return chosen(candidates, limit).map { candidate in
            let phrase = completion.completed(candidate.phrase)
            guard phrase != candidate.phrase else { return candidate }
            let whole = measured(
                phrase, together: texts.count { !vocabulary.places(of: phrase, in: $0).isEmpty }, count, scale
            )
            // What goes with the term much less well is another phrase.
            return whole.dice >= candidate.dice * 0.6 ? whole : candidate
        }
    }

    private func measured(_ phrase: [Int32], together stands: Int, _ count: Int, _ scale: Double) -> Candidate
    {
        let together = Int((Double(stands) * scale).rounded())
        let total = max(counts[vocabulary.hash(phrase)], together)
        return Candidate(
            phrase: phrase, together: stands,
            association: Association.logLikelihood(
                together: together, left: count, right: total, total: pairs),
            dice: Association.dice(together: together, left: count, right: total))
    }

    /// The likeliest, each of them rather with the words that nearly always go with it, and none that is part of
    /// another or holds it.
    private func chosen(_ candidates: [Candidate], _ limit: Int) -> [Candidate] {
        var chosen: [Candidate] = []
        for candidate in candidates.prefix(40) where candidate.association > 10.83 {
            var best = candidate
            for longer in candidates.prefix(40)
            where longer.phrase.count > best.phrase.count && longer.dice >= best.dice * 0.8
                && longer.together * 10 >= best.together * 8 && Self.holds(longer.phrase, best.phrase)
            {
                best = longer
            }
            if chosen.contains(where: {
                Self.holds($0.phrase, best.phrase) || Self.holds(best.phrase, $0.phrase)
            }) {
                continue
            }
            if let first = chosen.first, best.dice < first.dice * 0.4 { break }
            chosen.append(best)
            if chosen.count == limit { break }
        }
        return chosen
    }

    static func holds(_ whole: [Int32], _ part: [Int32]) -> Bool {
        guard part.count <= whole.count else { return false }
        return (0...whole.count - part.count).contains { whole[$0..<$0 + part.count].elementsEqual(part) }
    }
}

extension [Int32] {
    /// What puts phrases into an order that is always the same.
    var lexical: String { map { String($0) }.joined(separator: " ") }
}
