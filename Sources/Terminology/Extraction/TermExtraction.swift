public import UnicodeText

/// Proposes terms with their translations from the pairs of a memory.
///
/// The pairs are read three times: phrases are counted, candidates are collected, and the texts that hold the best of
/// them are kept. A phrase is a run of words without a mark or number in between that neither begins nor ends with a
/// word such as *of* or *của*. It becomes a candidate where its words stand together more often than by chance
/// (log-likelihood ratio at its weakest joint) and where it stands by itself and not only within longer ones (C-value);
/// translations are the phrases of the other side that go with it (log-likelihood ratio, Dice’s coefficient).
/// Memory is bounded: counts live in tables of a fixed size, and of each candidate a sample of its pairs is kept.
public struct TermExtraction {
    /// What is wanted.
    public struct Options: Sendable {
        /// How often a term must occur.
        public var minCount = 3
        /// How many proposals to make.
        public var limit = 200
        /// How large the tables of counts are, as a power of two.
        public var tableBits = 22

        /// The defaults.
        public init() {}
    }

    /// How far the work is.
    public struct Step: Sendable {
        /// Which of the three readings, from 1.
        public let reading: Int
        /// How many pairs of it are done.
        public let pairs: Int
    }

    /// Hands every pair of texts to a function.
    public typealias Pairs = (_ body: (_ source: String, _ target: String) -> Void) throws -> Void

    private let options: Options
    private let isVietnamese: (source: Bool, target: Bool)
    private let source: ExtractionVocabulary
    private let target: ExtractionVocabulary

    /// An extraction for a pair of languages.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    public init(from: LocaleID, to: LocaleID, options: Options = Options()) throws(ICUError) {
        self.options = options
        isVietnamese = (from.language == "vi", to.language == "vi")
        source = try ExtractionVocabulary(from)
        target = try ExtractionVocabulary(to)
    }

    /// Syllables are written apart in Vietnamese.
    private static func longest(_ isVietnamese: Bool) -> Int { isVietnamese ? 8 : 6 }

    /// Of how many pairs that hold a candidate the translations are kept.
    private static let sample = 300

    /// The proposals, the best first.
    public func terms(of pairs: Pairs, progress: @escaping (Step) -> Void = { _ in }) rethrows
        -> [ExtractedTerm]
    {
        let counted = try count(pairs, progress)
        var candidates = try collect(pairs, counted, progress)
        keepBest(&candidates)
        let samples = try sample(pairs, &candidates, progress)
        var terms: [ExtractedTerm] = []
        for candidate in candidates where candidate.count >= options.minCount {
            let sample = samples[candidate.hash] ?? Sample()
            guard candidate.isAcronym || isNominal(candidate.phrase, sample, counted.uses) else { continue }
            terms.append(term(candidate, sample, counted))
        }
        terms.sort { ($1.rank, $0.source) < ($0.rank, $1.source) }
        return Array(terms.prefix(options.limit))
    }

    // MARK: First reading: how often everything occurs

    private struct Counted {
        var source: PhraseCounts
        var target: PhraseCounts
        var pairs = 0
        var words = 0
        var expansions: [String: [String: Int]] = [:]
        var uses = WordUses()
    }

    private func count(_ pairs: Pairs, _ progress: @escaping (Step) -> Void) rethrows -> Counted {
        var counted = Counted(
            source: PhraseCounts(bits: options.tableBits), target: PhraseCounts(bits: options.tableBits))
        try pairs { sourceText, targetText in
            counted.pairs += 1
            let text = source.encode(sourceText)
            counted.words += text.count
            counted.uses.add(text, of: source)
            source.forEachPhrase(in: text, longest: Self.longest(isVietnamese.source)) { _, hash in
                counted.source.add(hash)
            }
            target.forEachPhrase(in: target.encode(targetText), longest: Self.longest(isVietnamese.target)) {
                _, hash in counted.target.add(hash)
            }
            for (acronym, expansion) in AcronymExpansion.found(in: sourceText)
            where counted.expansions.count < 10000 || counted.expansions[acronym] != nil {
                if counted.expansions[acronym, default: [:]].count < 20 {
                    counted.expansions[acronym, default: [:]][expansion, default: 0] += 1
                }
            }
            if counted.pairs % 4096 == 0 { progress(Step(reading: 1, pairs: counted.pairs)) }
        }
        return counted
    }

    // MARK: Second reading: which phrases are candidates

    private struct Candidate {
        let hash: UInt64
        /// The phrase as it was met first.
        let phrase: [Int32]
        let isAcronym: Bool
        let count: Int
        let logLikelihood: Double
        var cValue: Double
    }

    private func collect(
        _ pairs: Pairs, _ counted: Counted, _ progress: @escaping (Step) -> Void
    ) rethrows -> [Candidate] {
        var found: [UInt64: Candidate] = [:]
        var refused: Set<UInt64> = []
        var number = 0
        try pairs { sourceText, _ in
            number += 1
            let text = source.encode(sourceText)
            source.forEachPhrase(in: text, longest: Self.longest(isVietnamese.source)) { range, hash in
                let isAcronym = range.count == 1 && source.spellings[Int(text[range.lowerBound])].isAcronym
                guard range.count > 1 || isAcronym, found[hash] == nil else { return }
                let count = counted.source[hash]
                guard count >= options.minCount, !refused.contains(hash) else { return }
                let phrase = Array(text[range])
                // FILE is no acronym where “file” is more frequent.
                if isAcronym {
                    let plain = PhraseHash([source.spellings[Int(phrase[0])].plain]).value
                    guard counted.source[plain] < count else {
                        refused.insert(hash)
                        return
                    }
                }
                let mayBeTerm = isAcronym || source.mayBeTerm(phrase) && !isLoosePair(phrase, count, counted)
                let likelihood = isAcronym || !mayBeTerm ? 0 : weakestJoint(phrase, count, counted)
                // One in ten thousand by chance.
                guard isAcronym || likelihood > 15.13 else {
                    refused.insert(hash)
                    return
                }
                found[hash] = Candidate(
                    hash: hash, phrase: phrase, isAcronym: isAcronym, count: count, logLikelihood: likelihood,
                    cValue: Double(count))
            }
            if number % 4096 == 0 { progress(Step(reading: 2, pairs: number)) }
        }
        weigh(&found)
        return found.values.filter { $0.cValue > 0 }
    }

    /// Whether a phrase is a pair that is said the other way round as well, as *height and width* is; a pair that is a
    /// term stands in one order (S. Benor and R. Levy, The chicken or the egg?, Language 82, 2006).
    private func isLoosePair(_ phrase: [Int32], _ count: Int, _ counted: Counted) -> Bool {
        guard phrase.count == 3, source.spellings[Int(phrase[1])].role == .conjunction else { return false }
        return counted.source[source.hash(phrase.reversed())] * 10 >= count
    }

    /// G² of the parts of a phrase where they hold together least; words such as *of* between parts belong to neither.
    private func weakestJoint(_ phrase: [Int32], _ count: Int, _ counted: Counted) -> Double {
        var weakest = Double.infinity
        for cut in 1..<phrase.count where !source.spellings[Int(phrase[cut - 1])].endsNoTerm {
            guard
                let right = (cut..<phrase.count).first(where: {
                    !source.spellings[Int(phrase[$0])].startsNoTerm
                })
            else { continue }
            let parts = (
                counted.source[source.hash(phrase[..<cut])], counted.source[source.hash(phrase[right...])]
            )
            weakest = min(
                weakest,
                Association.logLikelihood(
                    together: count, left: parts.0, right: parts.1, total: counted.words))
        }
        return weakest == .infinity ? 0 : weakest
    }

    /// Gives every candidate its C-value.
    private func weigh(_ found: inout [UInt64: Candidate]) {
        var nested: [UInt64: (count: Int, holders: Int, largest: Int)] = [:]
        for candidate in found.values where candidate.phrase.count > 2 {
            var parts: Set<UInt64> = []
            source.forEachPhrase(in: candidate.phrase, longest: candidate.phrase.count) { range, hash in
                if range.count > 1, range.count < candidate.phrase.count, found[hash] != nil {
                    parts.insert(hash)
                }
            }
            for part in parts {
                let known = nested[part] ?? (0, 0, 0)
                nested[part] = (
                    known.count + candidate.count, known.holders + 1, max(known.largest, candidate.count)
                )
            }
        }
        for (hash, candidate) in found where !candidate.isAcronym {
            // Where nine in ten stand within one longer phrase, that is the term.
            if let holder = nested[hash]?.largest, holder * 10 >= candidate.count * 9 {
                found[hash]?.cValue = 0
                continue
            }
            found[hash]?.cValue = Association.cValue(
                words: candidate.phrase.count, count: candidate.count, nested: nested[hash]?.count ?? 0,
                holders: nested[hash]?.holders ?? 0)
        }
    }

    private func keepBest(_ candidates: inout [Candidate]) {
        candidates.sort { ($1.cValue, $0.hash) < ($0.cValue, $1.hash) }
        candidates = Array(candidates.prefix(max(1000, options.limit * 4)))
    }

    // MARK: Third reading: how candidates are written, and beside what

    private struct Sample {
        var pairs = 0
        var spellings: [[Int32]: Int] = [:]
        /// Occurrences that are not the first word of a text, and how many of them have capitals.
        var inside = 0
        var capitalized = 0
        var targets: [[Int32]] = []
        /// For each of these whether the term stands by itself in its pair, and not beside other open words.
        var free: [Bool] = []
        var nominal = 0
        var verbal = 0
        /// Occurrences that a preposition follows.
        var continued = 0
        /// Occurrences whose surroundings were looked at, and how many of these differ.
        var places = 0
        var surroundings: Set<UInt64> = []

        /// How many of its occurrences are no repetition of one sentence, 0 to 1.
        var variety: Double { places == 0 ? 1 : Double(surroundings.count) / Double(places) }
    }

    private func sample(
        _ pairs: Pairs, _ candidates: inout [Candidate], _ progress: @escaping (Step) -> Void
    ) rethrows -> [UInt64: Sample] {
        var samples: [UInt64: Sample] = [:]
        for candidate in candidates { samples[candidate.hash] = Sample() }
        var number = 0
        try pairs { sourceText, targetText in
            number += 1
            let text = source.encode(sourceText)
            var target: [Int32]?
            var seen: Set<UInt64> = []
            source.forEachPhrase(in: text, longest: Self.longest(isVietnamese.source)) { range, hash in
                guard let index = samples.index(forKey: hash) else { return }
                let phrase = Array(text[range])
                if range.lowerBound > 0 {
                    samples.values[index].inside += 1
                    if isCapitalized(phrase) { samples.values[index].capitalized += 1 }
                }
                if samples.values[index].spellings.count < 64 {
                    // The capital of a sentence is not the term’s.
                    samples.values[index].spellings[phrase, default: 0] += range.lowerBound > 0 ? 4 : 1
                }
                look(at: range, of: text, &samples.values[index])
                guard seen.insert(hash).inserted else { return }
                samples.values[index].pairs += 1
                guard samples.values[index].targets.count < Self.sample else { return }
                let encoded = target ?? self.target.encode(targetText)
                target = encoded
                samples.values[index].targets.append(encoded)
                samples.values[index].free.append(
                    role(range.lowerBound - 1, in: text) != .open && role(range.upperBound, in: text) != .open
                )
            }
            if number % 4096 == 0 { progress(Step(reading: 3, pairs: number)) }
        }
        return samples
    }

    /// What the word at a place does; nil for a boundary and beyond the text.
    private func role(_ place: Int, in text: [Int32]) -> WordRole? {
        guard text.indices.contains(place), text[place] != ExtractionVocabulary.boundary else { return nil }
        return source.spellings[Int(text[place])].role
    }

    /// Notes what stands around an occurrence.
    private func look(at range: Range<Int>, of text: [Int32], _ sample: inout Sample) {
        switch WordUses.place(
            before: role(range.lowerBound - 1, in: text), after: role(range.upperBound, in: text))
        {
        case .nominal: sample.nominal += 1
        case .verbal: sample.verbal += 1
        case .predicate, .unclear: break
        }
        guard sample.places < Self.sample else { return }
        sample.places += 1
        if role(range.upperBound, in: text) == .preposition { sample.continued += 1 }
        // Three words either way; a label stands alone and repeats nothing.
        let around =
            text[max(0, range.lowerBound - 3)..<range.lowerBound]
            + [ExtractionVocabulary.boundary] + text[range.upperBound..<min(text.count, range.upperBound + 3)]
        var hash = PhraseHash()
        for word in around { hash.add(word < 0 ? word : source.spellings[Int(word)].word) }
        if around.count == 1 { hash.add(Int32(sample.places)) }
        sample.surroundings.insert(hash.value)
    }

    /// Whether a phrase is used as nouns are: by what stands before it and behind it, and where that says little, by how
    /// its first and last word are used elsewhere. *Edit mode* is a noun though *edit* is a verb; *choose Insert* is none.
    private func isNominal(_ phrase: [Int32], _ sample: Sample, _ uses: WordUses) -> Bool {
        guard let first = phrase.first, let last = phrase.last else { return false }
        // “Maximum number of” is no term, “page number” is one.
        if source.counts(last), sample.continued * 2 > sample.places { return false }
        let weight = 4.0
        let beginning = uses.beginning(source.spellings[Int(first)].form)
        let share =
            (Double(sample.nominal) + weight * beginning) / (Double(sample.nominal + sample.verbal) + weight)
        return share >= 0.4 && uses.ending(source.spellings[Int(last)].form) >= 0.2
    }

    /// Whether all words but small ones have capitals.
    private func isCapitalized(_ phrase: [Int32]) -> Bool {
        phrase.allSatisfy {
            source.spellings[Int($0)].isCapitalized || source.spellings[Int($0)].startsNoTerm
        }
            || isVietnamese.source && source.spellings[Int(phrase[0])].isCapitalized
                && phrase.dropFirst().contains { source.spellings[Int($0)].isCapitalized }
    }

    private func term(_ candidate: Candidate, _ sample: Sample, _ counted: Counted) -> ExtractedTerm {
        let text = source.text(source.usual(sample.spellings) ?? candidate.phrase)
        let isName = !candidate.isAcronym && sample.inside > 0 && sample.capitalized * 10 >= sample.inside * 7
        var term = ExtractedTerm(
            kind: candidate.isAcronym ? .acronym : isName ? .name : .phrase, source: text,
            count: candidate.count)
        term.logLikelihood = candidate.logLikelihood
        term.cValue = candidate.cValue * sample.variety
        if candidate.isAcronym {
            term.expansions = (counted.expansions[text] ?? [:]).sorted {
                ($1.value, $0.key) < ($0.value, $1.key)
            }
            .map(\.key)
        }
        let targets = TargetCandidates(
            vocabulary: target, counts: counted.target, longest: Self.longest(isVietnamese.target),
            pairs: counted.pairs
        ).found(
            in: sample.targets, free: sample.free, of: text, count: sample.pairs,
            minimum: min(3, options.minCount), limit: 3)
        term.targets = targets.map { target.text($0.phrase) }
        if let first = targets.first {
            term.association = first.association
            term.dice = first.dice
            term.share = Double(first.together) / Double(max(1, sample.targets.count))
        }
        return term
    }
}
