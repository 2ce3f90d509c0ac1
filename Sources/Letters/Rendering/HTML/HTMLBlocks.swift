internal import UnicodeText
internal import XMLText

/// The parts of a letter as HTML: for a page, or for pandoc to make an office document from.
struct HTMLBlocks {
    /// Who reads the HTML.
    enum Reader {
        case browser
        /// pandoc knows styles by `custom-style`, and alignment by left and right alone.
        case pandoc
    }

    private let letter: LocalizedLetter
    private let reader: Reader
    /// The title is the page's first-level heading: the highest of the body's own is of the second.
    private let headingShift: Int

    init(_ letter: LocalizedLetter, for reader: Reader = .browser) {
        self.letter = letter
        self.reader = reader
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

    /// The body.
    var body: String { blocks(letter.body, isTight: false).joined(separator: "\n") }

    /// The items of the list of signatories, each a paragraph for pandoc.
    var signatories: String {
        letter.signatures.entries.map { entry in
            let name = MarkupText.escaped(entry.name)
            let word = reader == .browser ? "<bdi>\(name)</bdi>" : name
            let country = entry.country.map { " (\(MarkupText.escaped($0)))" } ?? ""
            let line = (entry.link.map { HTMLText.link(word, to: $0) } ?? word) + country
            return reader == .browser ? "<li>\(line)</li>" : "<li><p>\(line)</p></li>"
        }.joined(separator: "\n")
    }

    /// The footnotes: items of a list, each with a way back; elements of their own for pandoc.
    var notes: String {
        letter.notes.enumerated().map { index, note in
            let id = HTMLText.noteID(index + 1)
            var parts = blocks(note, isTight: false)
            if reader != .browser {
                return "<aside epub:type=\"footnote\" id=\"\(id)\">\(parts.joined(separator: "\n"))</aside>"
            }
            let label = MarkupText.escaped(letter.conventions.labels.noteBack)
            let address = "#" + HTMLText.noteMarkID(index + 1)
            // The variation selector keeps it from being shown as a picture.
            let back = """
                <a href="\(address)" role="doc-backlink" aria-label="\(label)" title="\(label)">↩\u{FE0E}</a>
                """
            if let last = parts.last, last.hasSuffix("</p>") {
                parts[parts.count - 1] = last.dropLast(4) + " \(back)</p>"
            } else {
                parts.append("<p>\(back)</p>")
            }
            return "<li id=\"\(id)\">\(parts.joined(separator: "\n"))</li>"
        }.joined(separator: "\n")
    }

    private func heading(_ level: Int, _ content: String) -> String {
        let tag = "h\(min(6, level + headingShift))"
        return "<\(tag)>\(content)</\(tag)>"
    }

    private func blocks(_ blocks: [Block<LocalizedText>], isTight: Bool) -> [String] {
        blocks.compactMap { block in
            switch block {
            case .heading(let level, let text): heading(level, html(text))
            case .paragraph(let text): isTight ? html(text) : "<p>\(html(text))</p>"
            case .quotation(let content):
                "<blockquote>\n\(self.blocks(content, isTight: false).joined(separator: "\n"))\n</blockquote>"
            case .rule: "<hr>"
            case .code(_, let text): "<pre><code>\(MarkupText.escaped(text))</code></pre>"
            case .html(let text):
                RawHTML.isComment(text) ? nil : "<pre><code>\(MarkupText.escaped(text))</code></pre>"
            case .list(let list): self.list(list)
            case .table(let table): self.table(table)
            }
        }
    }

    private func list(_ list: Block<LocalizedText>.List) -> String {
        let tag = list.start == nil ? "ul" : "ol"
        let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        // Else pandoc numbers lists in lists by letters, in DOCX alone.
        let kind = list.start != nil && reader == .pandoc ? " type=\"1\"" : ""
        let items = list.items.map { item in
            "<li>\(blocks(item, isTight: list.isTight).joined(separator: "\n"))</li>"
        }
        return "<\(tag)\(kind)\(start)>\n\(items.joined(separator: "\n"))\n</\(tag)>"
    }

    /// A head without words is none: Markdown knows no table without a head.
    private func table(_ table: Block<LocalizedText>.Table) -> String {
        var parts: [String] = []
        if let head = table.rows.first, head.contains(where: { !$0.isEmpty }) {
            parts.append("<thead>\n\(row(head, table.alignments, isHead: true))\n</thead>")
        }
        let body = table.rows.dropFirst().map { row($0, table.alignments, isHead: false) }
        if !body.isEmpty { parts.append("<tbody>\n\(body.joined(separator: "\n"))\n</tbody>") }
        if parts.isEmpty { return "" }
        let html = "<table>\n\(parts.joined(separator: "\n"))\n</table>"
        // A wide table is scrolled by itself, not with the page.
        return reader == .browser ? "<div class=\"table\">\n\(html)\n</div>" : html
    }

    private func row(_ cells: [LocalizedText], _ alignments: [ColumnAlignment?], isHead: Bool) -> String {
        let cells = zip(cells, alignments).map { cell, alignment in
            let style = alignment.map { " style=\"text-align: \(self.style($0))\"" } ?? ""
            // A reader of screens would announce an empty head for every cell below it.
            return isHead && !cell.isEmpty
                ? "<th scope=\"col\"\(style)>\(html(cell))</th>" : "<td\(style)>\(html(cell))</td>"
        }
        return "<tr>\(cells.joined())</tr>"
    }

    /// Left is where lines begin in the language of the source, which may be the right in another.
    private func style(_ alignment: ColumnAlignment) -> String {
        let isReversed = letter.conventions.direction == "rtl"
        return switch (alignment, reader) {
        case (.center, _): "center"
        case (.left, .browser): "start"
        case (.right, .browser): "end"
        case (.left, .pandoc): isReversed ? "right" : "left"
        case (.right, .pandoc): isReversed ? "left" : "right"
        }
    }

    /// The text of a block.
    func html(_ text: LocalizedText) -> String {
        text.lines.map { line($0) }.joined(separator: "<br>\n")
    }

    /// Segments one after another.
    func line(_ segments: [LocalizedSegment]) -> String {
        segments.map { segment($0) + MarkupText.escaped($0.glue) }.joined()
    }

    private var noteMarks: HTMLText.NoteMarks {
        let numerals = letter.conventions.numerals
        return reader == .browser ? .linked(numerals) : .pandoc(numerals)
    }

    /// A segment; one that stands in the source language is marked.
    func segment(_ segment: LocalizedSegment) -> String {
        let content = HTMLText.html(segment.content, notes: noteMarks)
        guard segment.isFallback else { return content }
        let direction =
            letter.sourceLocale.isRightToLeft == letter.locale.isRightToLeft
            ? "" : " dir=\"\(letter.sourceLocale.isRightToLeft ? "rtl" : "ltr")\""
        let mark = "[\(MarkupText.escaped(letter.conventions.labels.untranslated))]"
        let (outer, inner) =
            reader == .browser
            ? ("class=\"untranslated\"", "class=\"mark\"")
            : ("custom-style=\"Untranslated\"", "custom-style=\"Mark\"")
        return """
            <span \(outer) lang="\(letter.sourceLocale)"\(direction)>\(content)\
             <span \(inner) lang="\(letter.locale)">\(mark)</span></span>
            """
    }
}
