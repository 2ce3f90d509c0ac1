internal import Matching
internal import UnicodeText

/// Turns the segments of document pairs into words and lengths.
struct FeatureReader {
    /// The words of either side.
    private(set) var sourceWords = Vocabulary()
    private(set) var targetWords = Vocabulary()
    private let aligner: Aligner
    private let sourceTokenizer: Tokenizer
    private let targetTokenizer: Tokenizer
    private let sourceMonths: MonthNames
    private let targetMonths: MonthNames

    init(_ aligner: Aligner) throws(ICUError) {
        self.aligner = aligner
        sourceTokenizer = try Tokenizer(locale: aligner.source)
        targetTokenizer = try Tokenizer(locale: aligner.target)
        sourceMonths = try MonthNames(sourceTokenizer)
        targetMonths = try MonthNames(targetTokenizer)
    }

    /// A segment as it is read.
    private struct Reading {
        let text: String
        let length: Int
        var numbers: [Int32]
    }

    /// The features of all pairs.
    mutating func features(of pairs: [DocumentPair]) -> [PairFeatures] {
        var sources = pairs.map { read($0.source, sourceTokenizer, sourceMonths, &sourceWords) }
        var targets = pairs.map { read($0.target, targetTokenizer, targetMonths, &targetWords) }
        addTerms(to: &sources, &targets)
        let known = knownPairs(sources, targets)
        return pairs.indices.map { index in
            let source = Self.features(sources[index]), target = Self.features(targets[index])
            return PairFeatures(
                source: source, target: target, sourceOpens: pairs[index].source.opensParagraph,
                targetOpens: pairs[index].target.opensParagraph,
                sourcePostings: Postings(source, wordCount: sourceWords.words.count),
                targetPostings: Postings(target, wordCount: targetWords.words.count),
                known: known[index])
        }
    }

    /// What the lexicon can be learned from besides: words that occur in no document are left out.
    mutating func examples() -> [LexiconTraining.Example] {
        aligner.examples.compactMap { example in
            let source = numbers(example.source, sourceTokenizer, &sourceWords, aligner.source, isKept: false)
            let target = numbers(example.target, targetTokenizer, &targetWords, aligner.target, isKept: false)
            if source.isEmpty || target.isEmpty { return nil }
            return LexiconTraining.Example(
                source: SegmentFeatures.occurrences(source), target: SegmentFeatures.occurrences(target),
                weight: 1)
        }
    }

    private func read(
        _ document: AlignmentDocument, _ tokenizer: Tokenizer, _ months: MonthNames, _ words: inout Vocabulary
    ) -> [Reading] {
        document.segments.map { coded in
            let segment = tokenizer.tokenize(coded)
            var numbers = segment.tokens.compactMap { words.number(of: $0, locale: tokenizer.locale) }
            // November and tháng 11 have neither a letter nor a number in common.
            for month in months.months(in: segment.tokens) {
                numbers.append(words.number(ofShared: "month \(month)"))
            }
            return Reading(
                text: segment.text, length: segment.text.unicodeScalars.count, numbers: numbers)
        }
    }

    private func numbers(
        _ text: String, _ tokenizer: Tokenizer, _ words: inout Vocabulary, _ locale: LocaleID, isKept: Bool
    ) -> [Int32] {
        tokenizer.tokenize(text).tokens.compactMap {
            words.number(of: $0, locale: locale, isKept: isKept)
        }
    }

    private static func features(_ readings: [Reading]) -> SegmentFeatures {
        var features = SegmentFeatures()
        for reading in readings { features.append(length: reading.length, numbers: reading.numbers) }
        return features
    }

    // MARK: - Terms

    /// A concept that is named on both sides becomes a word of both.
    private mutating func addTerms(to sources: inout [[Reading]], _ targets: inout [[Reading]]) {
        var sourceTerms = TermSequences(), targetTerms = TermSequences()
        for (concept, term) in aligner.terms.enumerated() {
            for text in term.source {
                let tokens = sourceTokenizer.tokenize(text).tokens
                sourceTerms.add(
                    tokens.map { sourceWords.number(of: $0, locale: aligner.source, isKept: false) }, concept)
            }
            for text in term.target {
                let tokens = targetTokenizer.tokenize(text).tokens
                targetTerms.add(
                    tokens.map { targetWords.number(of: $0, locale: aligner.target, isKept: false) }, concept)
            }
        }
        Self.add(sourceTerms, to: &sources, &sourceWords)
        Self.add(targetTerms, to: &targets, &targetWords)
    }

    private static func add(
        _ terms: TermSequences, to readings: inout [[Reading]], _ words: inout Vocabulary
    ) {
        if terms.isEmpty { return }
        for document in readings.indices {
            for segment in readings[document].indices {
                let found = terms.concepts(in: readings[document][segment].numbers)
                readings[document][segment].numbers += found.map { words.number(ofShared: "term \($0)") }
            }
        }
    }

    // MARK: - Known segments

    private func knownPairs(
        _ sources: [[Reading]], _ targets: [[Reading]]
    ) -> [Set<PairFeatures.SegmentPair>] {
        var known = [Set<PairFeatures.SegmentPair>](repeating: [], count: sources.count)
        if aligner.examples.isEmpty { return known }
        struct Place {
            let document: Int
            let segment: Int
        }
        func places(_ documents: [[Reading]]) -> [String: [Place]] {
            var places: [String: [Place]] = [:]
            for (document, readings) in documents.enumerated() {
                for (segment, reading) in readings.enumerated() {
                    places[reading.text, default: []].append(Place(document: document, segment: segment))
                }
            }
            return places
        }
        let sourcePlaces = places(sources), targetPlaces = places(targets)
        // A segment that comes again and again leads nowhere.
        let most = 8
        for example in aligner.examples {
            guard let source = sourcePlaces[example.source.nfc.trimmed], source.count <= most,
                let target = targetPlaces[example.target.nfc.trimmed], target.count <= most
            else { continue }
            for from in source {
                for to in target where to.document == from.document {
                    known[from.document].insert(.init(source: from.segment, target: to.segment))
                }
            }
        }
        return known
    }
}

/// Terms as sequences of words, found where they stand.
private struct TermSequences {
    private var byFirst: [Int32: [(words: [Int32], concept: Int)]] = [:]

    var isEmpty: Bool { byFirst.isEmpty }

    /// A term with a word that occurs nowhere is left out.
    mutating func add(_ words: [Int32?], _ concept: Int) {
        let known = words.compactMap(\.self)
        guard known.count == words.count, let first = known.first else { return }
        byFirst[first, default: []].append((known, concept))
    }

    /// The concepts named in a segment, each once.
    func concepts(in numbers: [Int32]) -> [Int] {
        var found: [Int] = []
        for start in numbers.indices {
            for term in byFirst[numbers[start]] ?? []
            where numbers[start...].starts(with: term.words) && !found.contains(term.concept) {
                found.append(term.concept)
            }
        }
        return found
    }
}
