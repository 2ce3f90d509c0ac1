internal import UnicodeText

/// A line of marked-up text as CommonMark that reads back as the same text with the same markup.
///
/// CommonMark takes `*` for emphasis only beside certain characters (0.31, section 6.2). So white space
/// moves out of emphasis, stretches side by side become one, and a letter that is in the way is written as
/// a character reference.
struct MarkdownLine {
    /// The line, without white space at its ends.
    let text: String

    /// The line where it could be taken for the start of a block.
    init(_ inlines: [Inline]) {
        let line = Self.trimmed(inlines)
        // Raw HTML that begins a paragraph could take the whole of it along.
        // And the mark of a note with a colon after it would be the note itself.
        let isMistakable = line.hasPrefix("<") || line.hasPrefix("[^")
        text = isMistakable ? "&#32;" + line : MarkdownEscaping.lineStart(line)
    }

    /// The line in a cell of a table, where no block can start.
    init(inCell inlines: [Inline]) { text = Self.trimmed(inlines) }

    private static func trimmed(_ inlines: [Inline]) -> String {
        var line = DelimitedText()
        for inline in InlineTree.simplified(inlines) { line.append(inline) }
        let scalars = line.text.unicodeScalars
        guard let first = scalars.firstIndex(where: { $0 != " " && $0 != "\t" }),
            let last = scalars.lastIndex(where: { $0 != " " && $0 != "\t" })
        else { return "" }
        return String(scalars[first...last])
    }
}

/// Tokens of a line; what stands beside a delimiter decides how it is written.
private struct DelimitedText {
    private enum Token {
        case text(String)
        /// Markdown that begins and ends with punctuation.
        case raw(String)
        case delimiter(length: Int, isOpening: Bool, partner: Int)
    }

    private var tokens: [Token] = []

    mutating func append(_ inline: Inline) {
        switch inline {
        case .text(let text): append(text)
        case .standalone(.note(let number, _)): tokens.append(.raw(MarkdownSpan.note(number)))
        case .standalone(.html(let text)): tokens.append(.raw(text))
        case .standalone: break
        case .markup(.emphasis, let content): append(content, delimiter: 1)
        case .markup(.strong, let content): append(content, delimiter: 2)
        case .markup(.code, let content):
            tokens.append(.raw(MarkdownSpan.code(content.map(\.plainText).joined())))
        case .markup(.link(let url, let title), let content):
            // An exclamation mark before a link would make it an image.
            if case .text(let before)? = tokens.last, before.unicodeScalars.last == "!" {
                tokens.removeLast()
                let rest = String(before.unicodeScalars.dropLast())
                if !rest.isEmpty { tokens.append(.text(rest)) }
                tokens.append(.raw("\\!"))
            }
            append(content, from: "[", to: MarkdownSpan.target(url, title))
        case .markup(.image(let url, let title), let content):
            append(content, from: "![", to: MarkdownSpan.target(url, title))
        case .markup(.html, let content), .markup(.quotation, let content), .markup(.note, let content):
            for inline in content { append(inline) }
        }
    }

    /// A parenthesis after the mark of a note would make a link of it.
    private mutating func append(_ text: String) {
        guard case .raw(let before)? = tokens.last, before.hasPrefix("[^"), text.hasPrefix("(") else {
            tokens.append(.text(text))
            return
        }
        tokens.append(.raw("\\("))
        if text.count > 1 { tokens.append(.text(String(text.dropFirst()))) }
    }

    private mutating func append(_ content: [Inline], from start: String, to end: String) {
        tokens.append(.raw(start))
        for inline in content { append(inline) }
        tokens.append(.raw(end))
    }

    private mutating func append(_ content: [Inline], delimiter length: Int) {
        let start = tokens.count
        tokens.append(.delimiter(length: length, isOpening: true, partner: 0))
        for inline in content { append(inline) }
        tokens[start] = .delimiter(length: length, isOpening: true, partner: tokens.count)
        tokens.append(.delimiter(length: length, isOpening: false, partner: start))
    }

    /// The Markdown.
    var text: String {
        var written = tokens.indices.map { write($0) }
        // What is written as a reference changes what stands beside the next delimiter.
        while encodeNeighbours(&written) {}
        return written.joined()
    }

    private func write(_ index: Int) -> String {
        switch tokens[index] {
        case .text(let text): MarkdownEscaping.inline(text)
        case .raw(let text): text
        case .delimiter(let length, _, let partner):
            // Emphasis that touches strong emphasis would run into it.
            length == 1 && (touchesDelimiter(index) || touchesDelimiter(partner))
                ? "_" : String(repeating: "*", count: length)
        }
    }

    private func touchesDelimiter(_ index: Int) -> Bool {
        func isDelimiter(_ index: Int) -> Bool {
            guard tokens.indices.contains(index), case .delimiter = tokens[index] else { return false }
            return true
        }
        return isDelimiter(index - 1) || isDelimiter(index + 1)
    }

    private func encodeNeighbours(_ written: inout [String]) -> Bool {
        for (index, token) in tokens.enumerated() {
            guard case .delimiter(_, let isOpening, _) = token else { continue }
            let outside = index + (isOpening ? -1 : 1), inside = index + (isOpening ? 1 : -1)
            guard tokens.indices.contains(outside), case .text = tokens[outside] else { continue }
            func edge(_ index: Int, atEnd: Bool) -> Unicode.Scalar {
                let scalars = written[index].unicodeScalars
                return (atEnd ? scalars.last : scalars.first) ?? " "
            }
            let before = edge(outside, atEnd: isOpening), after = edge(inside, atEnd: !isOpening)
            if before.isWhiteSpace || before.isSurelyPunctuation { continue }
            if written[index] != "_", !after.isPossiblyPunctuation { continue }
            var scalars = Array(written[outside].unicodeScalars)
            var reference = Array("&#\(before.value);".unicodeScalars)
            // A backslash before the letter was text; before a reference it would make that text.
            let slashes = scalars.dropLast().reversed().prefix { $0 == "\\" }.count
            if isOpening, !slashes.isMultiple(of: 2) { reference.insert("\\", at: 0) }
            scalars.replaceSubrange(
                isOpening ? scalars.count - 1..<scalars.count : 0..<1, with: reference)
            written[outside] = String(String.UnicodeScalarView(scalars))
            return true
        }
        return false
    }
}

extension Unicode.Scalar {
    /// Punctuation in every version of CommonMark.
    fileprivate var isSurelyPunctuation: Bool {
        switch category {
        case .dashPunctuation, .openPunctuation, .closePunctuation, .connectorPunctuation,
            .otherPunctuation, .initialPunctuation, .finalPunctuation:
            true
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: isASCII
        default: false
        }
    }

    /// Punctuation in some version of CommonMark: symbols became it in 0.31.
    fileprivate var isPossiblyPunctuation: Bool {
        switch category {
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: true
        default: isSurelyPunctuation
        }
    }
}

/// Parts of Markdown that are written the same wherever they stand.
enum MarkdownSpan {
    /// The mark of a footnote.
    static func note(_ number: Int) -> String { "[^\(number)]" }

    /// A code span, fenced by more backticks than it holds in a row.
    static func code(_ text: String) -> String {
        let fence = String(repeating: "`", count: longestFence(in: text, of: "`") + 1)
        let scalars = text.unicodeScalars
        let isSpaced = scalars.first == " " && scalars.last == " " && scalars.contains { $0 != " " }
        let needsSpace = scalars.first == "`" || scalars.last == "`" || isSpaced
        return needsSpace ? "\(fence) \(text) \(fence)" : fence + text + fence
    }

    /// A code block.
    static func fenced(_ text: String, info: String) -> String {
        // The info string of a fence of backticks holds none.
        let mark: Unicode.Scalar = info.unicodeScalars.contains("`") ? "~" : "`"
        let fence = String(repeating: String(mark), count: max(3, longestFence(in: text, of: mark) + 1))
        let end = text.isEmpty || text.unicodeScalars.last == "\n" ? "" : "\n"
        return "\(fence)\(escaped(info.onOneLine, besides: []))\n\(text)\(end)\(fence)"
    }

    private static func longestFence(in text: String, of mark: Unicode.Scalar) -> Int {
        text.unicodeScalars.split { $0 != mark }.map(\.count).max() ?? 0
    }

    /// The end of a link, from the bracket after its words.
    static func target(_ url: String, _ title: String) -> String {
        let needsBrackets = url.isEmpty || url.unicodeScalars.contains { " ()<>".unicodeScalars.contains($0) }
        var address = ""
        for scalar in url.unicodeScalars {
            if scalar.value < 0x20 || scalar.value == 0x7F {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                address += (digits.count == 1 ? "%0" : "%") + digits
            } else {
                address.unicodeScalars.append(scalar)
            }
        }
        address = escaped(address, besides: needsBrackets ? ["<", ">"] : [])
        let destination = needsBrackets ? "<\(address)>" : address
        return "](\(destination)\(title.isEmpty ? "" : " \"\(hint(title.onOneLine))\""))"
    }

    /// A link's title. References, since cmark does not tell a backslash that is text from one that is not.
    private static func hint(_ title: String) -> String {
        title.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("\\", with: "&#92;")
    }

    /// A string outside of text proper, where only backslashes and character references mean anything.
    private static func escaped(_ text: String, besides others: Set<Unicode.Scalar>) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let isReference = scalar == "&" && MarkdownEscaping.startsEntity(scalars, index)
            if scalar == "\\" || isReference || others.contains(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }
}
