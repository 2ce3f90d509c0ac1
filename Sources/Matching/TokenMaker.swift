internal import UnicodeText

/// Makes the tokens of one locale from the pieces between word boundaries (MATCHING.md, sections 1 and 2).
///
/// Not to be shared between threads.
final class TokenMaker {
    private let locale: LocaleID
    /// Opened with the first word: a text without any needs none.
    private lazy var stemmer = Stemmer(locale: locale)
    private let pieces = PieceTable()
    private var codes: [String: Token] = [:]

    init(locale: LocaleID) { self.locale = locale }

    /// The token that a piece is; nil for white space, controls and format characters.
    func token(_ piece: UnsafeBufferPointer<UInt8>) -> Token? {
        guard piece.count <= PieceTable.longest else { return make(piece) }
        let key = PieceTable.Key(piece)
        let number =
            pieces.find(piece, key)
            ?? pieces.insert(piece, key, make(piece).map { [$0] } ?? [], [])
        let entry = pieces.entries[number]
        return entry.tokenCount == 0 ? nil : pieces.tokens[Int(entry.firstToken)]
    }

    private func make(_ bytes: UnsafeBufferPointer<UInt8>) -> Token? {
        let piece = String(decoding: bytes, as: UTF8.self)
        guard let kind = Self.kind(of: piece) else { return nil }
        let plain = Self.unifyTypography(piece.nfkcCasefold)
        let raw = Decomposition(piece)
        // Most words are in lower case: both forms share their memory then.
        let form = plain.utf8.elementsEqual(bytes) ? raw : Decomposition(plain)
        let fold =
            switch kind {
            case .word: stemmer.map { $0.stem(form.baseText) } ?? form.baseText
            case .number: "#"
            case .mark, .code: form.baseText
            }
        return Token(kind: kind, text: piece, raw: raw, form: form, fold: fold)
    }

    /// Codes are compared as they are written: by number and by whether they open, close or stand alone.
    func token(code: String) -> Token {
        if let token = codes[code] { return token }
        let written = Decomposition(code)
        let token = Token(kind: .code, text: code, raw: written, form: written, fold: code)
        codes[code] = token
        return token
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
