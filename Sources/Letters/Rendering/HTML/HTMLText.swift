internal import XMLText

/// Text and markup as HTML.
enum HTMLText {
    /// No link stands in another: translators can move codes into one another, HTML parsers take them apart.
    static func html(_ inlines: [Inline], isInLink: Bool = false) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): return MarkupText.escaped(text)
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
        func title(_ text: String) -> String { text.isEmpty ? "" : " title=\"\(MarkupText.escaped(text))\"" }
        switch markup {
        case .emphasis: return "<em>\(content)</em>"
        case .strong: return "<strong>\(content)</strong>"
        case .code: return "<code>\(content)</code>"
        case .html: return content
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
