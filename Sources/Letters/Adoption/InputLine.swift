internal import UnicodeText

/// A line of the source with what the rules ask about it.
struct InputLine: Sendable {
    /// Beyond this many UTF-8 bytes a line can only be running text, so nothing else is asked of it.
    static let longest = 600

    /// The line as it stands in the source.
    let raw: Substring
    /// How many `>` stand before it.
    let depth: Int
    /// Spaces before the text.
    let indent: Int
    /// The text in NFC, without quote marks and surplus space.
    let text: String
    /// The text without its list marker and, in Markdown, without inline markup.
    let content: String
    /// The list marker.
    let marker: ListMarker?
    /// The level of a Markdown heading.
    let heading: Int?
    /// The words of the content in lower case; none for a long line.
    let words: [String]
    /// Columns of the text; `Int.max` for a long line.
    let width: Int

    /// Whether the source has nothing here.
    let isBlank: Bool

    /// Whether there is a letter or digit.
    let hasWords: Bool

    init(_ raw: Substring, isMarkdown: Bool) {
        self.raw = raw
        var rest = raw.unicodeScalars[...]
        var depth = 0
        // Markdown's own quotations stay in the text.
        if !isMarkdown {
            while let mark = rest.firstIndex(where: { $0 != " " }), rest[mark] == ">" {
                depth += 1
                rest = rest[rest.index(after: mark)...]
            }
        }
        self.depth = depth
        indent = rest.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
        text = isMarkdown ? Substring(rest).trimmed.nfc : Self.plain(Substring(rest))
        isBlank = depth == 0 && text.isEmpty
        let isShort = text.utf8.count <= Self.longest
        hasWords = isShort ? text.unicodeScalars.contains(where: isWordPart) : true
        width = isShort ? text.displayWidth : .max
        var content = text
        heading = isMarkdown ? MarkdownInline.headingLevel(text) : nil
        if heading != nil { content = MarkdownInline.headingText(text) }
        let item = isShort && heading == nil ? ListMarker.split(text) : nil
        marker = item?.marker
        if let item { content = item.content }
        if isMarkdown, isShort { content = MarkdownInline.plain(content) }
        self.content = content
        words = isShort && hasWords ? Letters.words(of: content) : []
    }

    /// NFC with runs of white space as one space.
    private static func plain(_ text: Substring) -> String {
        let trimmed = text.trimmed
        var previousIsSpace = false
        let needsWork = trimmed.utf8.contains { byte in
            defer { previousIsSpace = byte == 0x20 }
            return byte < 0x20 || byte == 0x20 && previousIsSpace
        }
        guard needsWork else { return trimmed.nfc }
        var result = String.UnicodeScalarView()
        var lastIsSpace = false
        for scalar in trimmed.unicodeScalars {
            let isSpace = scalar == " " || scalar.value >= 0x09 && scalar.value <= 0x0D
            if isSpace && lastIsSpace { continue }
            // CommonMark has no way to write U+0000.
            result.append(isSpace ? " " : scalar.value == 0 ? "\u{FFFD}" : scalar)
            lastIsSpace = isSpace
        }
        return String(result).nfc
    }

    /// Whether the text ends as a sentence or clause does.
    var endsSentence: Bool { Self.endsWith(text, [".", "?", "!", "…", ":", ";"]) }

    /// Whether the last character, closing quotes and brackets aside, is one of these.
    static func endsWith(_ text: String, _ marks: Set<Unicode.Scalar>) -> Bool {
        let closing: Set<Unicode.Scalar> = ["”", "\"", "’", "'", ")", "]", "»", "*", "_"]
        return text.unicodeScalars.reversed().first { !closing.contains($0) }.map(marks.contains) ?? false
    }

    /// Whether it reads as a name or an organization rather than as a sentence.
    var isNameLike: Bool {
        guard width <= 120, (1...20).contains(words.count) else { return false }
        guard endsSentence else { return true }
        let abbreviations: Set<String> = [
            "inc", "ltd", "jr", "sr", "co", "corp", "llc", "llp", "phd", "d", "v", "a", "s", "md", "esq",
            "plc",
        ]
        return content.hasSuffix(".")
            && (words.last.map { abbreviations.contains($0) || $0.count == 1 } ?? false)
    }

    /// Whether it is a web address and nothing else.
    var isLink: Bool {
        let text = content.lowercased()
        return (text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www."))
            && !text.contains(" ")
    }

    /// Whether the first letter is a small one.
    var startsInLowercase: Bool { content.unicodeScalars.first?.category == .lowercaseLetter }
}
