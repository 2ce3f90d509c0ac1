internal import Segmentation
internal import UnicodeText

/// Hides placeholders while a text is cut into sentences, so that no cut goes through one.
///
/// A placeholder stands for a name, a date, a number: as a word with a capital it lets a sentence begin with it.
struct PlaceholderMask {
    private let original: [Unicode.Scalar]
    private let hidden: [Bool]
    private var at = 0

    /// Nil for text without placeholders.
    init?(_ text: InlineText) {
        let plain = text.plainText
        guard Message.isMessage(plain) else { return nil }
        original = Array(plain.unicodeScalars)
        var hidden: [Bool] = []
        var depth = 0
        var isQuoted = false
        for (index, scalar) in original.enumerated() {
            let next = index + 1 < original.count ? original[index + 1] : " "
            if scalar == "'", isQuoted || next == "{" || next == "}" { isQuoted.toggle() }
            if scalar == "{", !isQuoted { depth += 1 }
            hidden.append(depth > 0)
            if scalar == "}", !isQuoted, depth > 0 { depth -= 1 }
        }
        self.hidden = hidden
    }

    /// The text with letters for what is hidden, as many as there are scalars.
    func masked(_ text: InlineText) -> InlineText {
        var index = 0
        return InlineText(
            text.pieces.map { piece in
                guard case .text(let text) = piece else { return piece }
                var masked = String.UnicodeScalarView()
                for scalar in text.unicodeScalars {
                    let isFirst = index == 0 || !hidden[index - 1]
                    masked.append(hidden[index] ? (isFirst ? "X" : "x") : scalar)
                    index += 1
                }
                return .text(String(masked))
            })
    }

    /// A segment of the masked text as it was before; the segments have to come in order.
    mutating func restored(_ segment: InlineSegment) -> InlineSegment {
        at += segment.leading.unicodeScalars.count
        let pieces = segment.text.pieces.map { piece -> InlineText.Piece in
            guard case .text(let text) = piece else { return piece }
            let count = text.unicodeScalars.count
            defer { at += count }
            return .text(String(String.UnicodeScalarView(original[at..<at + count])))
        }
        at += segment.glue.unicodeScalars.count
        return InlineSegment(
            text: InlineText(pieces), originalNumbers: segment.originalNumbers, leading: segment.leading,
            glue: segment.glue)
    }
}
