internal import Segmentation
internal import UnicodeText

/// The tags by which OmegaT (3.6) shows the codes of a segment of XLIFF 1.2.
///
/// A tag is a letter, the first of the element's name, and the number of the code in its source segment, from 0. What
/// stands before the first text or after the last, without a partner between them, is no part of what is translated.
struct OmegaTTags {
    private struct Tag {
        let letter: Character
        let number: Int

        /// What stands for a code; an element without content is one tag.
        func text(_ kind: InlineCode.Kind, isEmpty: Bool) -> String {
            switch (letter, kind) {
            case ("g", .opening) where isEmpty: "<g\(number)/>"
            case ("g", .closing) where isEmpty: ""
            case ("g", .opening), ("f", .opening): "<\(letter)\(number)>"
            case ("g", .closing), ("f", .closing): "</\(letter)\(number)>"
            default: "<\(letter)\(number)/>"
            }
        }
    }

    private var tags: [InlineCode: Tag] = [:]
    /// The codes that stand around the source, in no translation either.
    private var outer: Set<InlineCode> = []

    init(_ source: InlineText) {
        let plan = XLIFFCodePlan(source).codes
        let inner = Self.inner(source)
        var next = 0
        for (index, entry) in plan.enumerated() {
            guard inner.contains(index) else {
                outer.insert(entry.code)
                continue
            }
            // The end of an element has the number of its start; markers are elements of their own.
            if entry.form == .tag, entry.code.kind == .closing { continue }
            tags[entry.code] = Tag(letter: Self.letter(entry.form, entry.code.kind), number: next)
            if entry.form == .tag, let end = InlineCode(.closing, number: entry.code.number) {
                tags[end] = tags[entry.code]
            }
            next += 1
        }
    }

    private static func letter(_ form: XLIFFCodePlan.Form, _ kind: InlineCode.Kind) -> Character {
        switch form {
        case .tag: "g"
        case .standalone: "x"
        case .marker: kind == .closing ? "e" : "b"
        case .isolated: "f"
        }
    }

    /// The codes, by their places among all, from the first to the last that belong to the text.
    private static func inner(_ text: InlineText) -> Range<Int> {
        var count = 0
        var first: Int?
        var last = 0
        for piece in text.pieces {
            switch piece {
            case .code: count += 1
            case .text(let text) where !text.trimmed.isEmpty:
                first = first ?? count
                last = count
            case .text: break
            }
        }
        guard let first else { return 0..<count }
        let codes = text.codes
        var inner = first..<last
        // A partner inside takes the other side in, with what stands between it and the text.
        for index in 0..<first where codes[index].kind == .opening {
            if codes[first..<last].contains(where: { $0.kind == .closing && $0.number == codes[index].number }
            ) {
                inner = index..<last
                break
            }
        }
        for index in stride(from: count - 1, through: last, by: -1) where codes[index].kind == .closing {
            if codes[inner.lowerBound..<last].contains(where: {
                $0.kind == .opening && $0.number == codes[index].number
            }) {
                return inner.lowerBound..<(index + 1)
            }
        }
        return inner
    }

    /// Whether the other side of a pair stands right beside a code: there is nothing between them.
    private static func isEmpty(_ code: InlineCode, at index: Int, in pieces: [InlineText.Piece]) -> Bool {
        let beside = code.kind == .opening ? index + 1 : index - 1
        guard pieces.indices.contains(beside), case .code(let other) = pieces[beside] else { return false }
        return other.number == code.number && other.kind == (code.kind == .opening ? .closing : .opening)
    }

    /// A text, the source's or its translation's, with tags for its codes.
    func text(_ text: InlineText) -> String {
        var result = ""
        let pieces = text.pieces
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .text(let text): result += text
            case .code(let code):
                if outer.contains(code) { continue }
                // A code that the source lacks stands as it is: OmegaT takes it for text.
                guard let tag = tags[code] else {
                    result += code.description
                    continue
                }
                result += tag.text(code.kind, isEmpty: Self.isEmpty(code, at: index, in: pieces))
            }
        }
        return result.trimmed
    }
}
