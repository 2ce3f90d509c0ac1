internal import UnicodeText

/// The mark that a list item starts with.
struct ListMarker: Equatable, Sendable {
    /// The number of `1.`, `1)`, `(1)` or `1/`; nil for a bullet.
    let number: Int?

    private static let bullets: Set<Unicode.Scalar> = [
        "-", "*", "+", "•", "◦", "▪", "●", "○", "‣", "·", "–", "■", "□", "➢", "✓",
    ]
    /// Bullets that also serve as punctuation and so need a space after them.
    private static let ambiguousBullets: Set<Unicode.Scalar> = ["-", "*", "+", "–", "·", "✓"]

    /// The mark and the text after it; nil where the text starts with none or holds nothing else.
    static func split(_ text: String) -> (marker: ListMarker, content: String)? {
        let scalars = text.unicodeScalars
        guard let first = scalars.first else { return nil }
        let second = scalars.index(after: scalars.startIndex)
        if bullets.contains(first) {
            guard second < scalars.endIndex,
                scalars[second].isWhiteSpace || !ambiguousBullets.contains(first)
            else { return nil }
            return content(of: text, from: second).map { (ListMarker(number: nil), $0) }
        }
        let isParenthesized = first == "("
        var index = isParenthesized ? second : scalars.startIndex
        var number = 0
        var digits = 0
        while index < scalars.endIndex, digits < 4, let digit = asciiDigit(scalars[index]) {
            number = number * 10 + digit
            digits += 1
            index = scalars.index(after: index)
        }
        guard (1...3).contains(digits), index < scalars.endIndex else { return nil }
        let delimiter = scalars[index]
        guard delimiter == ")" || !isParenthesized && (delimiter == "." || delimiter == "/") else {
            return nil
        }
        index = scalars.index(after: index)
        guard index < scalars.endIndex else { return nil }
        let next = scalars[index]
        // “1.Name” is a list item, “1.5 million” and “24/7” are not.
        guard next.isWhiteSpace || delimiter != "/" && (next.category == .uppercaseLetter || next == "#")
        else { return nil }
        return content(of: text, from: index).map { (ListMarker(number: number), $0) }
    }

    private static func content(of text: String, from index: String.Index) -> String? {
        let content = text[index...].trimmed
        return content.isEmpty ? nil : content
    }
}

/// The value of an ASCII digit.
func asciiDigit(_ scalar: Unicode.Scalar) -> Int? {
    scalar.value >= 0x30 && scalar.value <= 0x39 ? Int(scalar.value) - 0x30 : nil
}
