internal import Segmentation
public import UnicodeText

/// Cuts segments of one locale into tokens (MATCHING.md, sections 1 and 2).
///
/// Keeps the tokens of what it has met between spaces, so that a memory's vocabulary is worked out once. Not to
/// be shared between threads.
public final class Tokenizer {
    /// Counts up with every change of what tokens are: what was worked out from other tokens is stale.
    public static let version = 1

    /// The locale whose word breaks and stemmer are used.
    public let locale: LocaleID
    private let breaker: TextBreaker
    private let maker: TokenMaker
    /// What stands between spaces.
    private let chunks = PieceTable()
    /// Memory that is used again.
    private var found: [Int32] = []
    private var units: [UInt16] = []
    private var boundaries: [Int32] = []

    /// Opens the locale's word breaker.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    public init(locale: LocaleID) throws(ICUError) {
        self.locale = locale
        breaker = try TextBreaker(.word, locale: locale)
        maker = TokenMaker(locale: locale)
    }

    /// The tokens of a segment, given in its coded form: inline codes as `<1>`, `</1>`, `<1/>`.
    public func tokenize(_ coded: String) -> TokenizedSegment {
        var text = Self.isTrimmed(coded) ? coded : coded.trimmed
        if let traits = text.withUTF8({ findChunks(in: $0) }), !traits.contains(.unclear) {
            var weight = 0
            let tokens = foundTokens(&weight)
            return TokenizedSegment(
                text: text, tokens: tokens, weight: weight, isMarked: traits.contains(.marked))
        }
        text = coded.nfc.trimmed
        var tokens: [Token] = []
        // Most segments have no code to look for.
        if !text.utf8.contains(Self.codeStart) {
            appendTokens(of: text, to: &tokens)
            return TokenizedSegment(text: text, tokens: tokens)
        }
        for piece in InlineText(coded: text).pieces {
            switch piece {
            case .text(let text): appendTokens(of: text, to: &tokens)
            case .code(let code): tokens.append(maker.token(code: code.description))
            }
        }
        return TokenizedSegment(text: text, tokens: tokens)
    }

    /// The tokens of a text without inline codes, in which nothing stands for one.
    public func tokenizePlain(_ plain: String) -> TokenizedSegment {
        var text = Self.isTrimmed(plain) ? plain : plain.trimmed
        if !text.isSurely(.nfc) { text = text.nfc }
        if let traits = text.withUTF8({ findChunks(in: $0) }) {
            var weight = 0
            let tokens = foundTokens(&weight)
            return TokenizedSegment(
                text: text, tokens: tokens, weight: weight, isMarked: traits.contains(.marked))
        }
        var tokens: [Token] = []
        appendTokens(of: text, to: &tokens)
        return TokenizedSegment(text: text, tokens: tokens)
    }

    private static let codeStart = UInt8(ascii: "<")
    private static let space = UInt8(ascii: " ")

    private static func isTrimmed(_ text: String) -> Bool {
        func isVisible(_ byte: UInt8?) -> Bool { byte.map { $0 > 0x20 && $0 < 0x7F } ?? false }
        if isVisible(text.utf8.first) && isVisible(text.utf8.last) { return true }
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return true }
        return !first.isWhiteSpace && !last.isWhiteSpace
    }
}

// MARK: - From chunk to chunk
//
// A space is a word of its own unless a mark or format character follows (UAX #29, WB3d and WB4), and ICU looks
// for the end of a word from its start on, never back. So where a boundary lies on either side of what stands
// between two spaces, the boundaries within depend on nothing else, and its tokens are the same wherever it
// stands.

extension Tokenizer {
    /// Notes the chunks of a text in ``found``. Returns all their traits; nil where a chunk is too long to keep
    /// or dependent.
    private func findChunks(in text: UnsafeBufferPointer<UInt8>) -> PieceTable.Traits? {
        found.removeAll(keepingCapacity: true)
        var traits: PieceTable.Traits = []
        var start = 0
        while start < text.count {
            if text[start] == Self.space {
                start += 1
                continue
            }
            var key = PieceTable.Key()
            var end = start
            while end < text.count, text[end] != Self.space {
                guard end - start < PieceTable.longest else { return nil }
                key.add(text[end])
                end += 1
            }
            let chunk = UnsafeBufferPointer(rebasing: text[start..<end])
            let number = chunks.find(chunk, key) ?? learn(chunk, key)
            traits.formUnion(chunks.entries[number].traits)
            if traits.contains(.dependent) { return nil }
            found.append(Int32(truncatingIfNeeded: number))
            start = end
        }
        return traits
    }

    private func foundTokens(_ weight: inout Int) -> [Token] {
        var count = 0
        for number in found {
            let entry = chunks.entries[Int(number)]
            count += Int(entry.tokenCount)
            weight += Int(entry.weight)
        }
        return Array(unsafeUninitializedCapacity: count) { buffer, written in
            for number in found {
                let entry = chunks.entries[Int(number)]
                for token in 0..<Int(entry.tokenCount) {
                    buffer.initializeElement(at: written, to: chunks.tokens[Int(entry.firstToken) + token])
                    written += 1
                }
            }
        }
    }

    /// Cuts a chunk that was not met before, with a space on either side.
    private func learn(_ chunk: UnsafeBufferPointer<UInt8>, _ key: PieceTable.Key) -> Int {
        let text = String(decoding: chunk, as: UTF8.self)
        var traits: PieceTable.Traits = []
        if !text.isSurely(.nfc) || chunk.contains(Self.codeStart) { traits.insert(.unclear) }
        units.removeAll(keepingCapacity: true)
        units.append(UInt16(Self.space))
        units.append(contentsOf: text.utf16)
        units.append(UInt16(Self.space))
        breaker.boundaries(of: units, into: &boundaries)
        let count = boundaries.count
        guard count > 2, boundaries[0] == 1, Int(boundaries[count - 2]) == units.count - 1 else {
            return chunks.insert(chunk, key, [], traits.union(.dependent))
        }
        var tokens: [Token] = []
        cut(chunk, at: boundaries[1..<count - 1], from: 1, to: &tokens)
        return chunks.insert(chunk, key, tokens, traits)
    }
}

// MARK: - From boundary to boundary

extension Tokenizer {
    private func appendTokens(of text: String, to tokens: inout [Token]) {
        var text = text
        text.withUTF8 { bytes in
            if findChunks(in: bytes) != nil {
                var weight = 0
                tokens += foundTokens(&weight)
                return
            }
            units.removeAll(keepingCapacity: true)
            units.append(contentsOf: String(decoding: bytes, as: UTF8.self).utf16)
            breaker.boundaries(of: units, into: &boundaries)
            cut(bytes, at: boundaries[...], from: 0, to: &tokens)
        }
    }

    /// Appends the tokens between boundaries, which count UTF-16 from where the text starts; the bytes are
    /// walked along with them.
    private func cut(
        _ text: UnsafeBufferPointer<UInt8>, at boundaries: ArraySlice<Int32>, from start: Int,
        to tokens: inout [Token]
    ) {
        var offset = start
        var start = 0
        for boundary in boundaries {
            var end = start
            while offset < Int(boundary) {
                let byte = text[end]
                end += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                offset += byte < 0xF0 ? 1 : 2
            }
            let piece = UnsafeBufferPointer(rebasing: text[start..<end])
            if let token = maker.token(piece) { tokens.append(token) }
            start = end
        }
    }
}
