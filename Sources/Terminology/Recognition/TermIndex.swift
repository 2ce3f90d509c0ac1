internal import Interchange
internal import Matching
public import UnicodeText

/// The terms of a termbase as they are looked for in texts of one language: built once, shared by the
/// ``TermRecognizer``s of all threads.
public struct TermIndex: Sendable {
    /// The language of the texts.
    public let locale: LocaleID
    /// How much a term may differ from the termbase's.
    public let tolerance: TermDeviation
    let patterns: [TermPattern]
    let automaton: TermAutomaton
    let symbols: TermSymbols

    /// Builds the automaton of all terms for a language.
    /// - Parameter tolerance: how much a term may differ from the termbase's: by default only in inflection.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    public init(
        _ termbase: Termbase, locale: LocaleID, tolerance: TermDeviation = .inflected
    ) throws(ICUError) {
        self.locale = locale
        self.tolerance = tolerance
        let tokenizer = try Tokenizer(locale: locale)
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

/// The numbers of the tokens that were met, so that each is worked out once. The tokens are kept, since only then
/// their identities are their own.
struct TermSymbolMemory {
    private struct Known {
        let token: Token
        let number: Int32
    }

    /// More different tokens than a large memory has; beyond them all are forgotten.
    private static let limit = 1 << 18

    private var known: [ObjectIdentifier: Known] = [:]

    mutating func number(_ token: Token, in symbols: TermSymbols) -> Int32 {
        if let known = known[token.identity] { return known.number }
        if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
        let number = symbols[token]
        known[token.identity] = Known(token: token, number: number)
        return number
    }
}
