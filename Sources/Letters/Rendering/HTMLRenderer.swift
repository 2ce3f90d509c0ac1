internal import Mustache
internal import Resources
internal import TextFiles
internal import UnicodeText

/// Writes a letter as one self-contained HTML page: no script, no request to anywhere.
struct HTMLRenderer {
    private let letter: LocalizedLetter

    init(_ letter: LocalizedLetter) { self.letter = letter }

    func render() throws -> String {
        let template = try MustacheTemplate(string: try Self.resource("letter.html.mustache"))
        let labels = letter.conventions.labels
        let values: [String: Any] = [
            "lang": letter.locale.identifier,
            "dir": letter.conventions.direction,
            "pageTitle": letter.title?.plainText ?? letter.id,
            "style": try Self.resource("letter.css"),
            "dateline": letter.dateline.map(Self.escape) ?? "",
            "recipientLabel": labels.to,
            "recipient": letter.recipient.map { segment($0) } ?? "",
            "title": letter.title.map { segment($0) } ?? "",
            "salutation": letter.salutation.map { segment($0) } ?? "",
            "body": blocks(letter.body, isTight: false).joined(separator: "\n"),
            "closing": letter.closing.map { segment($0) } ?? "",
            "hasSignatories": !letter.signatories.isEmpty,
            "signatoriesLabel": labels.signatories,
            "signatories": letter.signatories,
        ]
        return template.render(values)
    }

    private static func resource(_ name: String) throws -> String {
        guard let bytes = Resources.bytes(at: "templates/\(name)") else {
            throw LathuError(.software, "the program lacks its template \(name)")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func blocks(_ blocks: [Block<LocalizedText>], isTight: Bool) -> [String] {
        blocks.compactMap { block in
            switch block {
            // The title is the page's first-level heading, so the body's headings start below it.
            case .heading(let level, let text): "<h\(min(6, level + 1))>\(html(text))</h\(min(6, level + 1))>"
            case .paragraph(let text): isTight ? html(text) : "<p>\(html(text))</p>"
            case .quotation(let content):
                "<blockquote>\n\(self.blocks(content, isTight: false).joined(separator: "\n"))\n</blockquote>"
            case .rule: "<hr>"
            case .code(_, let text): "<pre><code>\(Self.escape(text))</code></pre>"
            case .html(let text): Self.isComment(text) ? nil : "<pre><code>\(Self.escape(text))</code></pre>"
            case .list(let list): self.list(list)
            }
        }
    }

    private func list(_ list: Block<LocalizedText>.List) -> String {
        let tag = list.start == nil ? "ul" : "ol"
        let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        let items = list.items.map { item in
            "<li>\(blocks(item, isTight: list.isTight).joined(separator: "\n"))</li>"
        }
        return "<\(tag)\(start)>\n\(items.joined(separator: "\n"))\n</\(tag)>"
    }

    private func html(_ text: LocalizedText) -> String {
        text.lines.map { line in line.map { segment($0) + $0.glue }.joined() }.joined(separator: "<br>\n")
    }

    private func segment(_ segment: LocalizedSegment) -> String {
        let content = Self.html(segment.content)
        guard segment.isFallback else { return content }
        let direction =
            letter.sourceLocale.isRightToLeft == letter.locale.isRightToLeft
            ? "" : " dir=\"\(letter.sourceLocale.isRightToLeft ? "rtl" : "ltr")\""
        return """
            <span class="untranslated" lang="\(letter.sourceLocale)"\(direction)>\(content)\
             <span class="mark" lang="\(letter.locale)">[\(Self.escape(letter.conventions.labels.untranslated))]</span></span>
            """
    }

    private static func html(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): escape(text)
            case .standalone: ""
            case .markup(let markup, let content):
                wrap(html(content), plain: content.map(\.plainText).joined(), markup)
            }
        }.joined()
    }

    private static func wrap(_ content: String, plain: String, _ markup: Markup) -> String {
        func title(_ text: String) -> String { text.isEmpty ? "" : " title=\"\(escape(text))\"" }
        switch markup {
        case .emphasis: return "<em>\(content)</em>"
        case .strong: return "<strong>\(content)</strong>"
        case .code: return "<code>\(content)</code>"
        case .html: return content
        case .link(let url, let hint):
            return isSafe(url) ? "<a href=\"\(escape(url))\"\(title(hint))>\(content)</a>" : content
        case .image(let url, let hint):
            // A built letter asks nobody for anything: only images that are part of it are shown.
            return url.hasPrefix("data:image/")
                ? "<img src=\"\(escape(url))\" alt=\"\(escape(plain))\"\(title(hint))>" : content
        }
    }

    /// A letter may come from anywhere: no link in it runs anything.
    private static func isSafe(_ url: String) -> Bool {
        guard let colon = url.firstIndex(of: ":") else { return true }
        let scheme = url[..<colon].lowercased()
        let isRelative = scheme.contains { "/?#".contains($0) }
        return isRelative || ["http", "https", "mailto", "tel"].contains(scheme)
    }

    private static func isComment(_ html: String) -> Bool {
        let text = html.trimmed
        return text.hasPrefix("<!--") && text.hasSuffix("-->")
    }

    private static func escape(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
