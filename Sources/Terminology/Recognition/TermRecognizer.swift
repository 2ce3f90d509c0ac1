internal import Interchange
public import Matching
public import UnicodeText

/// Finds the terms of a termbase in texts of one language, all in one pass.
///
/// Terms are found by their words whatever their case, width, typography and the place of the tone; inline codes
/// within them do not count, nor do hyphens that join words (`co-operation`, `cooperation`). Inflected and possessive
/// forms are found where the language has a stemmer; capitals count as the term says, by default in acronyms all of
/// them and in names the first of a word. Where terms overlap, the longest is taken, as a reader does; of two as long,
/// the first.
///
/// Not to be shared between threads; ``copy()`` is cheap.
public final class TermRecognizer {
    /// The language of the texts.
    public var locale: LocaleID { index.locale }
    /// How much a term may differ from the termbase's.
    public var tolerance: TermDeviation { index.tolerance }

    private let index: TermIndex
    private let tokenizer: Tokenizer
    private var memory = TermSymbolMemory()
    /// Memory that is used again.
    private var numbers: [Int32] = []

    /// Builds the automaton of all terms for a language.
    /// - Parameter tolerance: how much a term may differ from the termbase's: by default only in inflection.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    public convenience init(
        _ termbase: Termbase, locale: LocaleID, tolerance: TermDeviation = .inflected
    ) throws(ICUError) {
        try self.init(TermIndex(termbase, locale: locale, tolerance: tolerance))
    }

    /// Looks for terms that were prepared.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    public init(_ index: TermIndex) throws(ICUError) {
        self.index = index
        tokenizer = try Tokenizer(locale: index.locale)
    }

    /// One more for another thread; what was built is shared.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    public func copy() throws(ICUError) -> TermRecognizer { try TermRecognizer(index) }

    /// The tokens of a text in its coded form, for ``matches(in:)-(TokenizedSegment)`` and others.
    public func tokenize(_ coded: String) -> TokenizedSegment { tokenizer.tokenize(coded) }

    /// The terms in a text in its coded form, in order. Ranges are in the text in NFC without white space at its ends:
    /// see ``tokenize(_:)``.
    public func matches(in coded: String) -> [TermMatch] { matches(in: tokenizer.tokenize(coded)) }

    /// The terms in a text, in order.
    public func matches(in segment: TokenizedSegment) -> [TermMatch] {
        guard let candidates = candidates(in: segment) else { return [] }
        let chosen = TermCandidate.chosen(candidates)
        let ranges = segment.ranges(of: chosen.map(\.tokens))
        return zip(chosen, ranges).map { candidate, range in
            TermMatch(
                terms: candidate.terms, tokens: candidate.tokens, range: range, deviation: candidate.deviation
            )
        }
    }

    /// All terms in a text without inline codes, in which nothing stands for one; nil where there is none.
    public func read(plain text: String) -> TermReading? {
        let segment = tokenizer.tokenizePlain(text)
        guard let candidates = candidates(in: segment) else { return nil }
        func places(_ candidates: [TermCandidate]) -> [TermPlace] {
            candidates.map { TermPlace(terms: $0.terms, tokens: $0.tokens, deviation: $0.deviation) }
        }
        return TermReading(
            segment: segment, seen: places(TermCandidate.chosen(candidates)), all: places(candidates))
    }

    /// Where terms might stand; nil for nowhere.
    private func candidates(in segment: TokenizedSegment) -> [TermCandidate]? {
        numbers.removeAll(keepingCapacity: true)
        var isPlain = true
        for token in segment.tokens {
            if token.kind == .code || token.kind == .mark && TermStream.isHyphen(token) { isPlain = false }
            numbers.append(memory.number(token, in: index.symbols))
        }
        // Most texts have neither codes nor hyphens: their tokens are what is looked through.
        if isPlain, !index.automaton.matchesAny(numbers) { return nil }
        let stream = TermStream(segment, tokenizer)
        var candidates: [TermCandidate] = []
        for items in [stream.items, stream.joined ?? []] where !items.isEmpty { find(items, &candidates) }
        return candidates.isEmpty ? nil : candidates
    }

    private func find(_ items: [TermStream.Item], _ candidates: inout [TermCandidate]) {
        numbers.removeAll(keepingCapacity: true)
        for item in items { numbers.append(memory.number(item.token, in: index.symbols)) }
        index.automaton.scan(numbers) { number, end in
            let pattern = index.patterns[number]
            let span = items[end - pattern.tokens.count..<end]
            guard let (deviation, misspelt) = pattern.deviation(span.lazy.map(\.token)),
                deviation.isSubset(of: tolerance), let first = span.first, let last = span.last
            else { return }
            candidates.append(
                TermCandidate(
                    tokens: first.first..<last.last + 1, terms: [pattern.reference], deviation: deviation,
                    length: pattern.tokens.count, misspelt: misspelt))
        }
    }
}
