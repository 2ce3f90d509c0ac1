import Segmentation
import UnicodeText

@testable import Matching

/// Cuts segments as MATCHING.md says it, with one pass of ICU over the whole text and nothing remembered.
struct NaiveTokenizer {
    private let breaker: TextBreaker
    private let stemmer: Stemmer?

    init(locale: LocaleID) throws {
        breaker = try TextBreaker(.word, locale: locale)
        stemmer = Stemmer(locale: locale)
    }

    func tokenize(_ coded: String) -> TokenizedSegment {
        let text = coded.nfc.trimmed
        var tokens: [Token] = []
        for piece in InlineText(coded: text).pieces {
            switch piece {
            case .text(let text): tokens += self.tokens(of: text)
            case .code(let code):
                let written = Decomposition(code.description)
                tokens.append(
                    Token(
                        kind: .code, text: code.description, raw: written, form: written,
                        fold: code.description))
            }
        }
        return TokenizedSegment(text: text, tokens: tokens)
    }

    private func tokens(of text: String) -> [Token] {
        let units = Array(text.utf16)
        var tokens: [Token] = []
        var start = 0
        for boundary in breaker.boundaries(of: units) {
            if let token = token(String(decoding: units[start..<boundary], as: UTF16.self)) {
                tokens.append(token)
            }
            start = boundary
        }
        return tokens
    }

    private func token(_ piece: String) -> Token? {
        guard let kind = TokenMaker.kind(of: piece) else { return nil }
        let form = Decomposition(TokenMaker.unifyTypography(piece.nfkcCasefold))
        let fold =
            switch kind {
            case .word: stemmer.map { $0.stem(form.baseText) } ?? form.baseText
            case .number: "#"
            case .mark, .code: form.baseText
            }
        return Token(kind: kind, text: piece, raw: Decomposition(piece), form: form, fold: fold)
    }
}

extension TokenizedSegment {
    /// Whether everything that matching looks at is the same, scalar by scalar.
    func isSame(as other: TokenizedSegment) -> Bool {
        func same(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }
        return same(text, other.text) && weight == other.weight && isMarked == other.isMarked
            && tokens.count == other.tokens.count
            && zip(tokens, other.tokens).allSatisfy { left, right in
                left.kind == right.kind && same(left.text, right.text) && same(left.fold, right.fold)
                    && left.raw == right.raw && left.form == right.form
            }
    }
}
