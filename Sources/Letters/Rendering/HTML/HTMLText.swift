internal import UnicodeText

/// Text, attributes and markup as HTML.
enum HTMLText {
    static func escape(_ text: String) -> String {
        let needsWork = text.utf8.contains { byte in
            byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22
                || byte >= 0x7F && byte < 0xC3
        }
        if !needsWork { return text }
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

    /// No link stands in another: translators can move codes into one another, HTML parsers take them apart.
    static func html(_ inlines: [Inline], isInLink: Bool = false) -> String {
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
}
