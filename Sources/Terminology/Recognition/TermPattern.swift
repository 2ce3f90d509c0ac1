internal import Interchange
internal import Matching
internal import UnicodeText

/// The tokens of a term as they are looked for.
struct TermPattern: Sendable {
    /// Which capitals count.
    enum CaseRule: Sendable {
        /// None.
        case free
        /// Words that begin with a capital must: a name.
        case initials
        /// All.
        case exact

        init(_ term: GlossaryTerm) {
            switch (term.isCaseSensitive, term.kind) {
            case (true, _): self = .exact
            case (false, _): self = .free
            case (nil, .acronym), (nil, .abbreviation): self = .exact
            case (nil, .properName): self = .initials
            default: self = .free
            }
        }
    }

    let reference: TermReference
    let tokens: [Token]
    let caseRule: CaseRule
    let isEnglish: Bool

    /// How tokens of a text differ from the term's, with how many words are misspelt; nil where they are no spelling
    /// of it.
    func deviation(_ found: some Collection<Token>) -> (deviation: TermDeviation, misspelt: Int)? {
        var deviation: TermDeviation = []
        var misspelt = 0
        var conflicts = 0
        for (token, other) in zip(tokens, found) {
            guard let one = self.deviation(token, other) else { return nil }
            deviation.formUnion(one)
            if !one.isDisjoint(with: .misspelt) { misspelt += 1 }
            if one.contains(.marksDiffer) { conflicts += 1 }
        }
        return conflicts * 3 > tokens.count ? nil : (deviation, misspelt)
    }

    private func deviation(_ token: Token, _ other: Token) -> TermDeviation? {
        if token == other { return [] }
        switch TokenDistance.likeness(token, other, plainText: false) {
        case .otherNumber: return nil
        case .sameNumber, .sameNumberForm, .equal: return []
        case .sameForm: return capitals(token, other)
        case .underMarked, .underMarkedInPlainText: return capitals(token, other).union(.marksMissing)
        case .conflictingMarks: return capitals(token, other).union(.marksDiffer)
        case .sameStem:
            if isEnglish, !EnglishInflection.joins(token.form.baseText, other.form.baseText) { return nil }
            return capitals(token, other).union(.inflected)
        case .different:
            guard isEnglish, token.kind == .word, other.kind == .word,
                EnglishInflection.joins(token.form.baseText, other.form.baseText)
            else { return nil }
            return capitals(token, other).union(.inflected)
        }
    }

    private func capitals(_ token: Token, _ other: Token) -> TermDeviation {
        guard token.kind == .word else { return [] }
        switch caseRule {
        case .free: return []
        case .initials: return Self.isCapital(token.text) && !Self.isCapital(other.text) ? .capitals : []
        case .exact:
            // Letters alone: marks are another matter, and a plural or possessive s may follow.
            let mine = token.raw.base, theirs = other.raw.base
            guard theirs.starts(with: mine) else { return .capitals }
            let rest = theirs[mine.count...].map { $0 == "\u{2019}" ? "'" : $0 }
            return [[], ["s"], ["'", "s"], ["'"], ["e", "s"]].contains(rest) ? [] : .capitals
        }
    }

    private static func isCapital(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return first.category == .uppercaseLetter || first.category == .titlecaseLetter
    }
}
