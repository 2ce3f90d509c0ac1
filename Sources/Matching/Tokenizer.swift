internal import Segmentation
public import UnicodeText

/// Cuts segments of one locale into tokens (MATCHING.md, sections 1 and 2).
///
/// Keeps the forms of the tokens it has met, so that a memory's vocabulary is worked out once. Not to be
/// shared between threads.
public final class Tokenizer {
    /// Counts up with every change of what tokens are: what was worked out from other tokens is stale.
    public static let version = 1

    /// The locale whose word breaks and stemmer are used.
    public let locale: LocaleID
    private let breaker: TextBreaker
    private let stemmer: Stemmer?
    private var known: [String: Token] = [:]

    /// Opens the locale's word breaker and stemmer.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    public init(locale: LocaleID) throws(ICUError) {
        self.locale = locale
        breaker = try TextBreaker(.word, locale: locale)
        stemmer = Stemmer(locale: locale)
    }

    /// The tokens of a segment, given in its coded form: inline codes as `<1>`, `</1>`, `<1/>`.
    public func tokenize(_ coded: String) -> TokenizedSegment {
        let text = coded.nfc.trimmed
        var tokens: [Token] = []
        // Most segments have no code to look for.
        if !text.utf8.contains(UInt8(ascii: "<")) {
            appendTokens(of: text, to: &tokens)
            return TokenizedSegment(text: text, tokens: tokens)
        }
        for piece in InlineText(coded: text).pieces {
            switch piece {
            case .text(let text): appendTokens(of: text, to: &tokens)
            case .code(let code): tokens.append(token(code: code.description))
            }
        }
        return TokenizedSegment(text: text, tokens: tokens)
    }

    private func appendTokens(of text: String, to tokens: inout [Token]) {
        let scalars = text.unicodeScalars
        var units: [UInt16] = []
        units.reserveCapacity(text.utf8.count)
        units.append(contentsOf: text.utf16)
        // The boundaries count UTF-16; the text is walked along with them.
        var offset = 0
        var start = scalars.startIndex
        for boundary in breaker.boundaries(of: units) {
            var end = start
            while offset < boundary {
                offset += UTF16.width(scalars[end])
                scalars.formIndex(after: &end)
            }
            if let token = token(String(scalars[start..<end])) { tokens.append(token) }
            start = end
        }
    }

    private func token(_ piece: String) -> Token? {
        if let token = known[piece] { return token }
        guard let kind = Self.kind(of: piece) else { return nil }
        let form = Decomposition(Self.unifyTypography(piece.nfkcCasefold))
        let fold =
            switch kind {
            case .word: stemmer.map { $0.stem(form.baseText) } ?? form.baseText
            case .number: "#"
            case .mark, .code: form.baseText
            }
        let token = Token(kind: kind, text: piece, raw: Decomposition(piece), form: form, fold: fold)
        known[piece] = token
        return token
    }

    /// Codes are compared as they are written: by number and by whether they open, close or stand alone.
    private func token(code: String) -> Token {
        let written = Decomposition(code)
        return Token(kind: .code, text: code, raw: written, form: written, fold: code)
    }

    /// The kind of a piece between word boundaries; nil for white space, controls and format characters.
    static func kind(of piece: String) -> Token.Kind? {
        var isNumber = false
        var isVisible = false
        for scalar in piece.unicodeScalars {
            let category = scalar.category
            if category.isLetter { return .word }
            if category.isNumber { isNumber = true }
            if !category.isControlOrFormat && !scalar.isWhiteSpace { isVisible = true }
        }
        return isNumber ? .number : isVisible ? .mark : nil
    }

    /// Writes quotes, apostrophes and dashes in their plain ASCII forms.
    static func unifyTypography(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var unified = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x2018, 0x2019, 0x201A, 0x201B, 0x02BC: unified.append("'")
            case 0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB: unified.append("\"")
            case 0x2010...0x2015, 0x2212: unified.append("-")
            default: unified.append(scalar)
            }
        }
        return String(unified)
    }
}
