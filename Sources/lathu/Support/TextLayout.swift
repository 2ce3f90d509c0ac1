internal import UnicodeText

extension String {
    /// The text on lines of a width, broken at spaces, all but the first indented; a word that is wider
    /// stays whole. Nil for the width leaves it on one line.
    func wrapped(to width: Int?, indent: Int) -> String {
        guard let width, displayWidth > width else { return self }
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in split(separator: " ") {
            let size = String(word).displayWidth
            if !line.isEmpty, used + 1 + size > width {
                lines.append(line)
                line = ""
                used = 0
            }
            if !line.isEmpty {
                line += " "
                used += 1
            }
            line += word
            used += size
        }
        lines.append(line)
        return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
    }

    /// The text if it fits into a width, else its beginning with an ellipsis.
    func shortened(to width: Int) -> String {
        if displayWidth <= width { return self }
        var short = ""
        var used = 1
        for character in self {
            used += String(character).displayWidth
            if used > width { break }
            short.append(character)
        }
        return short + "…"
    }
}
