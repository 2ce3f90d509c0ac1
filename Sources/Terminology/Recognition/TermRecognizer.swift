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
    public let locale: LocaleID
    /// How much a term may differ from the termbase's.
    public let tolerance: TermDeviation

    private let termbase: Termbase
    private let patterns: [TermPattern]
    private let automaton: TermAutomaton
    private let symbols: TermSymbols
    private let tokenizer: Tokenizer

    /// Builds the automaton of all terms for a language.
    /// - Parameter tolerance: how much a term may differ from the termbase's: by default only in inflection.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    public init(
        _ termbase: Termbase, locale: LocaleID, tolerance: TermDeviation = .inflected
    ) throws(ICUError) {
        self.locale = locale
        self.tolerance = tolerance
        self.termbase = termbase
        tokenizer = try Tokenizer(locale: locale)
        let isEnglish = locale.language == "en"
        var symbols = TermSymbols(isEnglish: isEnglish)
        var patterns: [TermPattern] = []
        var sequences: [[Int32]] = []
        for reference in termbase.references(in: locale) {
            let term = termbase.term(reference)
            let stream = TermStream(tokenizer.tokenize(term.text), tokenizer)
            for items in [stream.items, stream.joined ?? []] where !items.isEmpty {
                let tokens = items.map(\.token)
                patterns.append(
                    TermPattern(
                        reference: reference, tokens: tokens, caseRule: .init(term), isEnglish: isEnglish))
                sequences.append(tokens.map { symbols.add($0) })
            }
        }
        self.patterns = patterns
        self.symbols = symbols
        automaton = TermAutomaton(sequences)
    }

    private init(_ other: TermRecognizer) throws(ICUError) {
        locale = other.locale
        tolerance = other.tolerance
        termbase = other.termbase
        patterns = other.patterns
        automaton = other.automaton
        symbols = other.symbols
        tokenizer = try Tokenizer(locale: other.locale)
    }

    /// One more for another thread; what was built is shared.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    public func copy() throws(ICUError) -> TermRecognizer { try TermRecognizer(self) }

    /// The tokens of a text in its coded form, for ``matches(in:)-(TokenizedSegment)`` and others.
    public func tokenize(_ coded: String) -> TokenizedSegment { tokenizer.tokenize(coded) }

    /// The terms in a text in its coded form, in order. Ranges are in the text in NFC without white space at its ends:
    /// see ``tokenize(_:)``.
    public func matches(in coded: String) -> [TermMatch] { matches(in: tokenizer.tokenize(coded)) }

    /// The terms in a text, in order.
    public func matches(in segment: TokenizedSegment) -> [TermMatch] {
        let stream = TermStream(segment, tokenizer)
        var candidates: [TermCandidate] = []
        for items in [stream.items, stream.joined ?? []] where !items.isEmpty { find(items, &candidates) }
        if candidates.isEmpty { return [] }
        let chosen = TermCandidate.chosen(candidates)
        let ranges = segment.ranges(of: chosen.map(\.tokens))
        return zip(chosen, ranges).map { candidate, range in
            TermMatch(
                terms: candidate.terms, tokens: candidate.tokens, range: range, deviation: candidate.deviation
            )
        }
    }

    private func find(_ items: [TermStream.Item], _ candidates: inout [TermCandidate]) {
        automaton.scan(items.map { symbols[$0.token] }) { number, end in
            let pattern = patterns[number]
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

/// The numbers that stand for tokens in the automaton: tokens of one fold (MATCHING.md, section 2) have one.
struct TermSymbols: Sendable {
    private var numbers: [String: Int32] = [:]
    private let isEnglish: Bool

    init(isEnglish: Bool) { self.isEnglish = isEnglish }

    private func key(_ token: Token) -> String {
        switch token.kind {
        case .word: isEnglish ? EnglishInflection.key(token.fold) : token.fold
        // No word is the number sign or a mark.
        case .number, .mark, .code: token.fold
        }
    }

    mutating func add(_ token: Token) -> Int32 {
        let key = key(token)
        if let known = numbers[key] { return known }
        let next = Int32(numbers.count)
        numbers[key] = next
        return next
    }

    /// The number of a token; -1 for one that no term has.
    subscript(_ token: Token) -> Int32 { numbers[key(token)] ?? -1 }
}
