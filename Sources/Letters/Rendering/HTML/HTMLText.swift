internal import XMLText

/// Text and markup as HTML.
enum HTMLText {
    /// How marks of footnotes are written.
    enum NoteMarks {
        /// As a number that leads nowhere.
        case plain
        /// As a link to the note on the same page, which leads back.
        case linked(Numerals)
        /// As pandoc reads them.
        case pandoc(Numerals)
    }

    /// No link stands in another: translators can move codes into one another, HTML parsers take them apart.
    static func html(_ inlines: [Inline], notes: NoteMarks = .plain, isInLink: Bool = false) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): return MarkupText.escaped(text)
            case .standalone(.html(let text)): return RawHTML.isLineBreak(text) ? "<br>" : ""
            case .standalone(.note(let number, let reference)):
                return isInLink ? "" : note(number, reference, notes)
            case .standalone: return ""
            case .markup(let markup, let content):
                guard case .link = markup else {
                    return wrap(
                        html(content, notes: notes, isInLink: isInLink),
                        plain: content.map(\.plainText).joined(), markup)
                }
                let words = html(content, notes: notes, isInLink: true)
                if isInLink { return words }
                return wrap(words, plain: "", markup) + html(content.flatMap(\.noteMarks), notes: notes)
            }
        }.joined()
    }

    private static func note(_ number: Int, _ reference: Int, _ notes: NoteMarks) -> String {
        switch notes {
        case .plain: return "<sup>\(number)</sup>"
        case .linked(let numerals):
            let id = noteMarkID(number) + (reference > 1 ? "-\(reference)" : "")
            let mark = numerals.write(number)
            return "<sup><a href=\"#\(noteID(number))\" id=\"\(id)\" role=\"doc-noteref\">\(mark)</a></sup>"
        case .pandoc(let numerals):
            let mark = numerals.write(number)
            return reference > 1
                ? OfficeNotes.repeated(mark)
                : "<a epub:type=\"noteref\" href=\"#\(noteID(number))\">\(mark)</a>"
        }
    }

    /// The id of a footnote.
    static func noteID(_ number: Int) -> String { "note-\(number)" }

    /// The id of the first mark of a footnote.
    static func noteMarkID(_ number: Int) -> String { "note-\(number)-mark" }

    /// Words with a link where the address is one that a letter may have.
    static func link(_ html: String, to url: String) -> String {
        isSafe(url) ? "<a href=\"\(MarkupText.escaped(url))\">\(html)</a>" : html
    }

    private static func wrap(_ content: String, plain: String, _ markup: Markup) -> String {
        func title(_ text: String) -> String { text.isEmpty ? "" : " title=\"\(MarkupText.escaped(text))\"" }
        switch markup {
        case .emphasis: return "<em>\(content)</em>"
        case .strong: return "<strong>\(content)</strong>"
        case .code: return "<code>\(content)</code>"
        case .quotation: return "<q>\(content)</q>"
        case .html, .note: return content
        case .link(let url, let hint):
            return isSafe(url)
                ? "<a href=\"\(MarkupText.escaped(url))\"\(title(hint))>\(content)</a>" : content
        case .image(let url, let hint):
            // A built letter asks nobody for anything: only images that are part of it are shown.
            return url.hasPrefix("data:image/")
                ? "<img src=\"\(MarkupText.escaped(url))\" alt=\"\(MarkupText.escaped(plain))\"\(title(hint))>"
                : content
        }
    }

    /// A letter may come from anywhere: no link in it runs anything.
    private static func isSafe(_ url: String) -> Bool {
        guard let colon = url.firstIndex(of: ":") else { return true }
        let scheme = url[..<colon].lowercased()
        let isRelative = scheme.contains { "/?#".contains($0) }
        return isRelative || ["http", "https", "mailto", "tel"].contains(scheme)
    }
}
