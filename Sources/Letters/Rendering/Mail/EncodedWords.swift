internal import UnicodeText

/// Text in a header as RFC 2047 writes it: words of ASCII as they are, else encoded words of at most 75
/// characters in UTF-8, of which none ends within a character.
struct EncodedWords {
    /// The words; between two of them stands a space or the end of a line, which counts for nothing between
    /// encoded ones.
    let words: [String]

    private static let start = "=?UTF-8?"
    private static let end = "?="
    private static let longest = 75

    /// - Parameters:
    ///   - room: what is left of the first line.
    ///   - isForced: whether ASCII is encoded too.
    init(_ text: String, room: Int, isForced: Bool = false) {
        let text = Self.onOneLine(text)
        let plain = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        // What looks like an encoded word would be decoded; a line of one long word could not be broken.
        let isPlain =
            !isForced && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("=?")
            && plain.allSatisfy { !$0.isEmpty && $0.utf8.count < 70 }
        words = isPlain ? plain : Self.encoded(text, room: room)
    }

    /// Line ends and other controls would end the header: they become spaces.
    static func onOneLine(_ text: String) -> String {
        let scalars = text.nfc.unicodeScalars.map { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.isLineEnd ? " " : scalar
        }
        return String(String.UnicodeScalarView(scalars)).trimmed
    }

    private static func encoded(_ text: String, room: Int) -> [String] {
        let isShorterInBase64 = base64Length(text) < quotedLength(text)
        var words: [String] = []
        var pending = ""
        func limit() -> Int {
            min(longest, words.isEmpty ? max(room, 30) : longest) - start.utf8.count - 2 - end.utf8.count
        }
        func length(_ text: String) -> Int { isShorterInBase64 ? base64Length(text) : quotedLength(text) }
        func flush() {
            guard !pending.isEmpty else { return }
            let body = isShorterInBase64 ? "B?" + Base64.encode(Array(pending.utf8)) : "Q?" + quoted(pending)
            words.append(start + body + end)
            pending = ""
        }
        for character in text {
            let next = String(character)
            if length(pending + next) <= limit() {
                pending += next
            } else if length(next) <= limit() {
                flush()
                pending = next
            } else {
                // A character of very many scalars does not fit whole.
                for scalar in next.unicodeScalars {
                    if length(pending + String(scalar)) > limit() { flush() }
                    pending.unicodeScalars.append(scalar)
                }
            }
        }
        flush()
        return words
    }

    private static func base64Length(_ text: String) -> Int { (text.utf8.count + 2) / 3 * 4 }

    private static func quotedLength(_ text: String) -> Int {
        text.utf8.reduce(0) { $0 + (isSafe($1) || $1 == 0x20 ? 1 : 3) }
    }

    /// What may stand as it is even in a phrase (RFC 2047, section 5).
    private static func isSafe(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || "!*+-/".utf8.contains(byte)
    }

    private static func quoted(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            if byte == 0x20 {
                result += "_"
            } else if isSafe(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "=" + Hexadecimal.digits(byte)
            }
        }
    }
}

/// Two digits for a byte.
enum Hexadecimal {
    static func digits(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.utf8.count == 1 ? "0" + digits : digits
    }
}
