internal import UnicodeText

/// Writes plain text so that a CommonMark parser reads it back as it is.
enum MarkdownEscaping {
    /// One paragraph or list item on one line, with backslashes only where a mark would mean something
    /// (CommonMark 0.31, section 2.4; `~` for the strikethrough of GitHub's dialect).
    static func escape(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let blockMark = blockMark(scalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if index == blockMark || needsEscape(scalars, index) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// A stretch of text inside a paragraph, for which the caller writes the markup around it: `]` is
    /// escaped too, since it may stand inside a link.
    static func inline(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            // What stands beside the stretch is unknown: a mark at its ends could mean anything.
            let isEdge = index == 0 || index == scalars.count - 1
            let isMark = scalar == "]" || isEdge && "*_\\<&~".unicodeScalars.contains(scalar)
            if isMark || needsEscape(scalars, index) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// A paragraph whose inline text is escaped already, with a backslash before what would make a block
    /// of its start.
    static func lineStart(_ markdown: String) -> String {
        var scalars = Array(markdown.unicodeScalars)
        guard let index = blockMark(scalars) else { return markdown }
        scalars.insert("\\", at: index)
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    private static func needsEscape(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        let scalar = text[index]
        let previous = index > 0 ? text[index - 1] : nil
        let next = index + 1 < text.count ? text[index + 1] : nil
        switch scalar {
        case "`", "[": return true
        case "\\": return next.map(isPunctuation) ?? false
        // A tag, a comment, or an address: a mail address may start with nearly any character.
        case "<": return !isSpace(next)
        case "*": return !(isSpace(previous) && isSpace(next)) || index == 0
        case "_":
            // Within a word an underscore never emphasises.
            let isWithinWord = (previous.map(isWordPart) ?? false) && (next.map(isWordPart) ?? false)
            return !isWithinWord && !(isSpace(previous) && isSpace(next)) || index == 0
        case "~": return !isSpace(previous) || next == "~"
        case "&": return startsEntity(text, index)
        default: return false
        }
    }

    /// The index of the character that would make a block of a line's start.
    private static func blockMark(_ text: [Unicode.Scalar]) -> Int? {
        guard let first = text.first else { return nil }
        // The second line of a table, which would make the line above it the first.
        if "|:-".unicodeScalars.contains(first), text.contains("-"),
            text.allSatisfy({ "|:-".unicodeScalars.contains($0) || isSpace($0) })
        {
            return 0
        }
        switch first {
        case ">": return 0
        case "#":
            let level = text.prefix(7).prefix { $0 == "#" }.count
            return level <= 6 && isSpace(text.dropFirst(level).first) ? 0 : nil
        case "-", "+", "*":
            let isRule = text.allSatisfy { $0 == first || isSpace($0) }
            return isSpace(text.dropFirst().first) || isRule ? 0 : nil
        case "=", "_": return text.allSatisfy { $0 == first || isSpace($0) } ? 0 : nil
        default:
            let digits = text.prefix(10).prefix { asciiDigit($0) != nil }.count
            guard (1...9).contains(digits), digits < text.count, text[digits] == "." || text[digits] == ")",
                isSpace(text.dropFirst(digits + 1).first)
            else { return nil }
            return digits
        }
    }

    /// Whether an ampersand starts what reads as a character reference.
    static func startsEntity(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        for position in (index + 1)..<min(text.count, index + 40) {
            let scalar = text[position]
            if scalar == ";" { return position > index + 1 }
            guard isLetter(scalar) || asciiDigit(scalar) != nil || scalar == "#" && position == index + 1
            else {
                return false
            }
        }
        return false
    }

    private static func isSpace(_ scalar: Unicode.Scalar?) -> Bool { scalar?.isWhiteSpace ?? true }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value | 0x20 >= 0x61 && scalar.value | 0x20 <= 0x7A
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
