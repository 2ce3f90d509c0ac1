internal import UnicodeText

/// Writes a letter as Markdown (CommonMark) for web sites and repositories.
struct MarkdownRenderer {
    private let letter: LocalizedLetter

    init(_ letter: LocalizedLetter) { self.letter = letter }

    func render() -> String {
        var parts: [String] = []
        if let line = letter.dateline {
            parts.append(MarkdownEscaping.lineStart(MarkdownEscaping.inline(line)))
        }
        if let recipient = letter.recipient {
            parts.append("**\(MarkdownEscaping.inline(letter.conventions.labels.to)):** \(text(recipient))")
        }
        if let title = letter.title { parts.append("# \(text(title))") }
        if let salutation = letter.salutation { parts.append(MarkdownEscaping.lineStart(text(salutation))) }
        parts += letter.body.map { block($0) }
        if let closing = letter.closing { parts.append(MarkdownEscaping.lineStart(text(closing))) }
        if !letter.signatories.isEmpty {
            parts.append("## \(MarkdownEscaping.inline(letter.conventions.labels.signatories))")
            let names = letter.signatories.enumerated().map {
                "\($0.offset + 1). \(MarkdownEscaping.lineStart(MarkdownEscaping.inline($0.element)))"
            }
            parts.append(names.joined(separator: "\n"))
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func block(_ block: Block<LocalizedText>) -> String {
        switch block {
        case .heading(let level, let text):
            "\(String(repeating: "#", count: min(6, level))) \(lines(text).joined(separator: " "))"
        case .paragraph(let text):
            lines(text).map { MarkdownEscaping.lineStart($0) }.joined(separator: "\\\n")
        case .quotation(let blocks):
            Self.indent(blocks.map { self.block($0) }.joined(separator: "\n\n"), first: "> ", rest: "> ")
        case .rule: "---"
        case .code(let info, let text): Self.fenced(text, info: info)
        case .html(let text): text.trimmed
        case .list(let list):
            list.items.enumerated().map { index, item in
                let marker = list.start.map { "\($0 + index). " } ?? "- "
                let content = item.map { self.block($0) }.joined(separator: list.isTight ? "\n" : "\n\n")
                return Self.indent(
                    content, first: marker, rest: String(repeating: " ", count: marker.unicodeScalars.count))
            }.joined(separator: list.isTight ? "\n" : "\n\n")
        }
    }

    private func lines(_ text: LocalizedText) -> [String] {
        text.lines.map { line in line.map { self.text($0) + $0.glue }.joined() }
    }

    private func text(_ segment: LocalizedSegment) -> String {
        let content = Self.markdown(segment.content)
        return segment.isFallback
            ? "\(content) *\\[\(MarkdownEscaping.inline(letter.conventions.labels.untranslated))\\]*"
            : content
    }

    private static func markdown(_ inlines: [Inline]) -> String {
        var markdown = ""
        for inline in inlines {
            switch inline {
            case .text(let text): markdown += MarkdownEscaping.inline(text)
            case .standalone(.html(let text)): markdown += text
            case .standalone: break
            case .markup(let markup, let content):
                // An exclamation mark before a link would make it an image.
                if case .link = markup, markdown.hasSuffix("!") { markdown = markdown.dropLast() + "\\!" }
                markdown += wrap(content, markup)
            }
        }
        return markdown
    }

    private static func wrap(_ content: [Inline], _ markup: Markup) -> String {
        func target(_ url: String, _ title: String) -> String {
            let safe = url.replacing("<", with: "%3C").replacing(">", with: "%3E")
            let destination = safe.contains { " ()".contains($0) } || safe.isEmpty ? "<\(safe)>" : safe
            let hint = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return title.isEmpty ? destination : "\(destination) \"\(hint)\""
        }
        switch markup {
        case .emphasis: return "*\(markdown(content))*"
        case .strong: return "**\(markdown(content))**"
        case .code: return codeSpan(content.map(\.plainText).joined())
        case .link(let url, let title): return "[\(markdown(content))](\(target(url, title)))"
        case .image(let url, let title): return "![\(markdown(content))](\(target(url, title)))"
        case .html: return markdown(content)
        }
    }

    /// A code span is fenced by more backticks than it holds in a row.
    private static func codeSpan(_ text: String) -> String {
        let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        let needsSpace = text.hasPrefix("`") || text.hasSuffix("`")
        return needsSpace ? "\(fence) \(text) \(fence)" : fence + text + fence
    }

    private static func fenced(_ text: String, info: String) -> String {
        let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        let end = text.hasSuffix("\n") ? "" : "\n"
        return "\(fence)\(info)\n\(text)\(end)\(fence)"
    }

    private static func indent(_ text: String, first: String, rest: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { index, line in
            let prefix = index == 0 ? first : rest
            guard line.isEmpty else { return prefix + line }
            return prefix.trimmed
        }.joined(separator: "\n")
    }
}
