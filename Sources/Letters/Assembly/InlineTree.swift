internal import UnicodeText

/// Marked-up text in its simplest form, for formats in which markup cannot nest or touch as it likes.
enum InlineTree {
    /// The same text: no emphasis in emphasis, no link in a link, no white space at the ends of emphasis, no
    /// empty emphasis or code, equal stretches side by side as one, texts side by side as one, no comments.
    static func simplified(_ inlines: [Inline]) -> [Inline] { simplified(inlines, inside: []) }

    private enum Kind { case emphasis, strong, link }

    private static func simplified(_ inlines: [Inline], inside: Set<Kind>) -> [Inline] {
        var result: [Inline] = []
        for inline in inlines {
            switch inline {
            case .text: append(inline, to: &result)
            case .standalone(.html(let text)):
                if !RawHTML.isComment(text) { result.append(inline) }
            case .standalone(.note): result.append(inline)
            case .standalone: break
            case .markup(.code, let content):
                let text = content.map(\.plainText).joined()
                if !text.isEmpty { append(.markup(.code, [.text(text)]), to: &result) }
            case .markup(let markup, let content):
                guard let kind = kind(of: markup) else {
                    let simple = simplified(content, inside: inside)
                    if case .image = markup {
                        result.append(.markup(markup, simple))
                    } else {
                        for inline in simple { append(inline, to: &result) }
                    }
                    continue
                }
                let simple = simplified(content, inside: inside.union([kind]))
                if inside.contains(kind) {
                    for inline in simple { append(inline, to: &result) }
                } else if kind == .link {
                    result.append(.markup(markup, simple))
                } else {
                    let (before, inner, after) = parted(simple)
                    append(.text(before), to: &result)
                    if !inner.isEmpty { append(.markup(markup, inner), to: &result) }
                    append(.text(after), to: &result)
                }
            }
        }
        return result
    }

    private static func kind(of markup: Markup) -> Kind? {
        switch markup {
        case .emphasis: .emphasis
        case .strong: .strong
        case .link: .link
        case .code, .image, .html, .quotation, .note: nil
        }
    }

    /// Adds text or emphasis, which joins what it continues.
    private static func append(_ inline: Inline, to result: inout [Inline]) {
        switch (result.last, inline) {
        case (_, .text("")): return
        case (.text(let before), .text(let text)): result[result.count - 1] = .text(before + text)
        case (.markup(let left, let before), .markup(let right, let content))
        where left == right && [.emphasis, .strong, .code].contains(right):
            var joined = before
            for inline in content { append(inline, to: &joined) }
            result[result.count - 1] = .markup(left, joined)
        default: result.append(inline)
        }
    }

    /// White space at the start, content, white space at the end.
    private static func parted(_ content: [Inline]) -> (String, [Inline], String) {
        var content = content
        var before = "", after = ""
        if case .text(let text)? = content.first {
            let space = text.unicodeScalars.prefix { $0.isWhiteSpace }
            before = String(space)
            let rest = String(text.unicodeScalars.dropFirst(space.count))
            content[0] = .text(rest)
            if rest.isEmpty { content.removeFirst() }
        }
        if case .text(let text)? = content.last {
            let rest = text.unicodeScalars.reversed().drop { $0.isWhiteSpace }
            after = String(text.unicodeScalars.suffix(text.unicodeScalars.count - rest.count))
            content[content.count - 1] = .text(String(String.UnicodeScalarView(rest.reversed())))
            if rest.isEmpty { content.removeLast() }
        }
        return (before, content, after)
    }
}

/// HTML as it stands in a letter, which nobody interprets.
enum RawHTML {
    /// Whether there is nothing but one comment, which is a note to colleagues.
    static func isComment(_ html: String) -> Bool {
        let text = html.trimmed
        guard text.hasPrefix("<!--") else { return false }
        return text.dropFirst(4).firstRange(of: "-->").map { $0.upperBound == text.endIndex } ?? false
    }

    /// Whether it is a line break.
    static func isLineBreak(_ html: String) -> Bool {
        ["<br>", "<br/>", "<br />"].contains(html.lowercased())
    }
}
