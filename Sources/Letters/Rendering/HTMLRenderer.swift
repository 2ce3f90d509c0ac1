internal import Mustache
internal import Resources
internal import TextFiles
internal import UnicodeText

/// Writes a letter as one self-contained HTML page: no script, no request to anywhere.
struct HTMLRenderer {
    private let letter: LocalizedLetter
    /// The title is the page's first-level heading: the highest of the body's own is of the second.
    private let headingShift: Int

    init(_ letter: LocalizedLetter) {
        self.letter = letter
        headingShift = 2 - (Self.highestLevel(letter.body) ?? 2)
    }

    private static func highestLevel(_ blocks: [Block<LocalizedText>]) -> Int? {
        blocks.compactMap { block in
            switch block {
            case .heading(let level, _): level
            case .quotation(let blocks): highestLevel(blocks)
            case .list(let list): list.items.compactMap { highestLevel($0) }.min()
            case .paragraph, .rule, .code, .html, .table: nil
            }
        }.min()
    }

    private func heading(_ level: Int, _ content: String) -> String {
        let tag = "h\(min(6, level + headingShift))"
        return "<\(tag)>\(content)</\(tag)>"
    }

    func render() throws -> String {
        let template = try MustacheTemplate(string: try Self.resource("letter.html.mustache"))
        let labels = letter.conventions.labels
        let values: [String: Any?] = [
            "lang": letter.locale.identifier,
            "dir": letter.conventions.direction,
            "pageTitle": letter.title?.plainText ?? letter.id,
            "style": try Self.resource("letter.css"),
            "dateline": letter.dateline.map { line($0) } as Any?,
            "recipientLabel": labels.to,
            "recipient": letter.recipient.map { segment($0) } as Any?,
            "title": letter.title.map { segment($0) } as Any?,
            "salutation": letter.salutation.map { segment($0) } as Any?,
            "body": blocks(letter.body, isTight: false).joined(separator: "\n"),
            "closing": letter.closing.map { segment($0) } as Any?,
            "hasSignatories": !letter.signatories.isEmpty,
            "signatoriesLabel": labels.signatories,
            "signatories": letter.signatories,
        ]
        // An empty string would count as present.
        return template.render(values.compactMapValues { $0 })
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
            case .heading(let level, let text): heading(level, html(text))
            case .paragraph(let text): isTight ? html(text) : "<p>\(html(text))</p>"
            case .quotation(let content):
                "<blockquote>\n\(self.blocks(content, isTight: false).joined(separator: "\n"))\n</blockquote>"
            case .rule: "<hr>"
            case .code(_, let text): "<pre><code>\(Self.escape(text))</code></pre>"
            case .html(let text):
                RawHTML.isComment(text) ? nil : "<pre><code>\(Self.escape(text))</code></pre>"
            case .list(let list): self.list(list)
            case .table(let table): self.table(table)
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

    /// A head without words is none: Markdown knows no table without a head.
    private func table(_ table: Block<LocalizedText>.Table) -> String {
        var parts: [String] = []
        if let head = table.rows.first, head.contains(where: { !$0.isEmpty }) {
            parts.append("<thead>\n\(row(head, table.alignments, isHead: true))\n</thead>")
        }
        let body = table.rows.dropFirst().map { row($0, table.alignments, isHead: false) }
        if !body.isEmpty { parts.append("<tbody>\n\(body.joined(separator: "\n"))\n</tbody>") }
        // A wide table is scrolled by itself, not with the page.
        return parts.isEmpty
            ? "" : "<div class=\"table\">\n<table>\n\(parts.joined(separator: "\n"))\n</table>\n</div>"
    }

    private func row(_ cells: [LocalizedText], _ alignments: [ColumnAlignment?], isHead: Bool) -> String {
        let cells = zip(cells, alignments).map { cell, alignment in
            let style = alignment.map { " style=\"text-align: \(Self.style($0))\"" } ?? ""
            // A reader of screens would announce an empty head for every cell below it.
            return isHead && !cell.isEmpty
                ? "<th scope=\"col\"\(style)>\(html(cell))</th>" : "<td\(style)>\(html(cell))</td>"
        }
        return "<tr>\(cells.joined())</tr>"
    }

    /// Left is where lines begin in the language of the source, which may be the right in another.
    private static func style(_ alignment: ColumnAlignment) -> String {
        switch alignment {
        case .left: "start"
        case .center: "center"
        case .right: "end"
        }
    }

    private func html(_ text: LocalizedText) -> String {
        text.lines.map { line($0) }.joined(separator: "<br>\n")
    }

    private func line(_ segments: [LocalizedSegment]) -> String {
        segments.map { segment($0) + Self.escape($0.glue) }.joined()
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

    /// No link stands in another: translators can move codes into one another, HTML parsers take them apart.
    private static func html(_ inlines: [Inline], isInLink: Bool = false) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): return escape(text)
            case .standalone(.html(let text)): return RawHTML.isLineBreak(text) ? "<br>" : ""
            case .standalone: return ""
            case .markup(let markup, let content):
                guard case .link = markup else {
                    return wrap(
                        html(content, isInLink: isInLink), plain: content.map(\.plainText).joined(), markup)
                }
                let words = html(content, isInLink: true)
                return isInLink ? words : wrap(words, plain: "", markup)
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

    private static func escape(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            // Controls have no place in HTML.
            case _ where character.category == .control && character != "\n" && character != "\t": break
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
