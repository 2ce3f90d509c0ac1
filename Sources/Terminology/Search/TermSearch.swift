internal import Interchange
internal import Matching
public import UnicodeText

/// A term that a search found.
public struct TermSearchResult: Sendable, Equatable {
    /// How the term and what was looked for go together, the best last.
    public enum Fit: Int, Sendable, Comparable {
        /// They are alike.
        case similar
        /// A word of the term begins with it.
        case beginning
        /// The term holds its words.
        case inside
        /// The term begins with its words.
        case start
        /// They are the same.
        case whole

        /// In the order of the cases.
        public static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
    }

    /// The term.
    public let term: TermReference
    /// How it goes with what was looked for.
    public let fit: Fit
    /// The similarity of the two, 0 to 1 (MATCHING.md).
    public let score: Double
}

/// Looks terms up in a termbase, in every language or one, with diacritics or without.
///
/// A word typed without marks finds every word of its letters; one with marks means its marks.
public final class TermSearch {
    private struct Candidate {
        let reference: TermReference
        let segment: TokenizedSegment
        /// The letters without case and marks, and with them.
        let plain: String
        let marked: String
    }

    private struct Language {
        let tokenizer: Tokenizer
        let candidates: [Candidate]
    }

    private let termbase: Termbase
    private let languages: [Language]

    /// Prepares a termbase for searches.
    /// - Parameter locale: the language to look into; nil for all.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    public init(_ termbase: Termbase, locale: LocaleID? = nil) throws(ICUError) {
        self.termbase = termbase
        var languages: [Language] = []
        for own in termbase.locales where locale.map({ own.serves($0) }) ?? true {
            let tokenizer = try Tokenizer(locale: own)
            var candidates: [Candidate] = []
            for (entry, item) in termbase.entries.enumerated() {
                for (place, language) in item.concept.languages.enumerated() where language.locale == own {
                    for (term, text) in language.terms.enumerated() {
                        let forms = Self.forms(text.text)
                        candidates.append(
                            Candidate(
                                reference: TermReference(entry: entry, language: place, term: term),
                                segment: tokenizer.tokenize(text.text), plain: forms.plain,
                                marked: forms.marked))
                    }
                }
            }
            languages.append(Language(tokenizer: tokenizer, candidates: candidates))
        }
        self.languages = languages
    }

    private static func forms(_ text: String) -> (plain: String, marked: String) {
        let folded = text.nfkcCasefold
        return (Decomposition(folded).baseText, folded)
    }

    /// Lowest similarity of a term that has none of the words.
    public static let threshold = 0.6

    /// The terms that go with a text, the best first.
    public func results(for text: String, limit: Int) -> [TermSearchResult] {
        var results: [TermSearchResult] = []
        let (plain, marked) = Self.forms(text.nfc.trimmed)
        let isMarked = Decomposition(marked).isMarked
        for language in languages {
            let query = language.tokenizer.tokenize(text)
            guard !query.tokens.isEmpty else { continue }
            let phrase = Phrase(query)
            for candidate in language.candidates {
                let wanted = isMarked ? marked : plain
                let given = isMarked ? candidate.marked : candidate.plain
                if let result = Self.compare(query, phrase, candidate, wanted, given) {
                    results.append(result)
                }
            }
        }
        results.sort(by: isBetter)
        return Array(results.prefix(limit))
    }

    private static func compare(
        _ query: TokenizedSegment, _ phrase: Phrase?, _ candidate: Candidate, _ wanted: String,
        _ given: String
    ) -> TermSearchResult? {
        let match = ExhaustiveSearch.matches(
            of: SearchQuery(query, threshold: 0, limit: 1),
            among: CollectionOfOne(SearchCandidate(id: 0, segment: candidate.segment, changed: 0))
        ).first
        let score = max(0, match?.score ?? 0)
        let found = phrase?.occurrences(in: candidate.segment) ?? []
        let fit: TermSearchResult.Fit
        if let first = found.first {
            let isWhole = first.count == candidate.segment.tokens.count
            fit = isWhole ? .whole : found.contains { $0.lowerBound == 0 } ? .start : .inside
        } else if given.hasPrefix(wanted) || given.contains(" " + wanted) {
            fit = .beginning
        } else if score >= threshold {
            fit = .similar
        } else {
            return nil
        }
        return TermSearchResult(term: candidate.reference, fit: fit, score: score)
    }

    private func isBetter(_ left: TermSearchResult, _ right: TermSearchResult) -> Bool {
        if left.fit != right.fit { return left.fit > right.fit }
        if left.score != right.score { return left.score > right.score }
        func rank(_ result: TermSearchResult) -> [Int] {
            let status = termbase.term(result.term).status
            let order = status.flatMap { TermStatus.allCases.firstIndex(of: $0) } ?? 1
            return [
                termbase.entries[result.term.entry].file, order, result.term.entry, result.term.language,
                result.term.term,
            ]
        }
        return rank(left).lexicographicallyPrecedes(rank(right))
    }
}
