import UnicodeText

/// Writes an entry anew, in the layout of gettext's own tools.
///
/// Lines are at most 79 columns wide, quotes and marks included, where there are spaces to break at.
struct POFormatter {
    static let pageWidth = 79

    let lineEnd: String
    /// How many plural forms an entry without translations gets.
    let pluralCount: Int

    /// The entry's lines, each with its line end.
    func text(of entry: POEntry) -> String {
        var lines: [String] = []
        lines += entry.translatorComments.flatMap { Self.comment("#", $0) }
        lines += entry.extractedComments.flatMap { Self.comment("#.", $0) }
        lines += references(entry.references)
        if !entry.flags.isEmpty { lines.append("#, " + entry.flags.joined(separator: ", ")) }
        // gettext joins a line that ends with a backslash to the next one, even a comment.
        lines = lines.map { $0.utf8.last == UInt8(ascii: "\\") ? $0 + " " : $0 }
        let mark = entry.isObsolete ? "#~ " : ""
        if let previous = entry.previousSource {
            let previousMark = entry.isObsolete ? "#~| " : "#| "
            if let context = entry.previousContext { lines += field("msgctxt", context, previousMark) }
            lines += field("msgid", previous, previousMark)
            if let plural = entry.previousPlural { lines += field("msgid_plural", plural, previousMark) }
        }
        if let context = entry.context { lines += field("msgctxt", context, mark) }
        lines += field("msgid", entry.source, mark)
        if let plural = entry.plural {
            lines += field("msgid_plural", plural, mark)
            let forms =
                entry.translations.contains { !$0.isEmpty }
                ? entry.translations
                : [String](repeating: "", count: max(pluralCount, entry.translations.count))
            for (number, form) in forms.enumerated() { lines += field("msgstr[\(number)]", form, mark) }
        } else {
            lines += field("msgstr", entry.translations.first ?? "", mark)
        }
        return lines.map { $0 + lineEnd }.joined()
    }

    private static func comment(_ mark: String, _ text: String) -> [String] {
        var lines = [""]
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\r" {
                if !(scalar == "\n" && previous == "\r") { lines.append("") }
            } else {
                lines[lines.count - 1].unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return lines.map { $0.isEmpty ? mark : "\(mark) \($0)" }
    }

    private func references(_ references: [String]) -> [String] {
        var lines: [String] = []
        var width = 0
        for reference in references where !reference.isEmpty {
            let text = POReference.text(of: reference)
            if !lines.isEmpty, width + 1 + text.displayWidth <= Self.pageWidth {
                lines[lines.count - 1] += " " + text
                width += 1 + text.displayWidth
            } else {
                lines.append("#: " + text)
                width = 3 + text.displayWidth
            }
        }
        return lines
    }

    private func field(_ keyword: String, _ text: String, _ mark: String) -> [String] {
        let parts = Self.parts(of: text)
        let whole = parts.reduce(0) { $0 + $1.reduce(0) { $0 + $1.width } }
        let start = mark + keyword + " "
        if parts.count < 2, start.utf8.count + 2 + whole <= Self.pageWidth {
            return ["\(start)\"\(parts.joined().map(\.text).joined())\""]
        }
        let room = Self.pageWidth - 2 - mark.utf8.count
        return [start + "\"\""] + parts.flatMap { Self.lines(of: $0, room: room) }.map { "\(mark)\"\($0)\"" }
    }

    /// Words with the spaces after them, which never part.
    private typealias Word = (text: String, width: Int)

    /// The escaped words of a text, parted after each line end.
    private static func parts(of text: String) -> [[Word]] {
        var parts: [[Word]] = []
        var words: [Word] = []
        var word: Word = ("", 0)
        var isAfterSpace = false
        for scalar in text.unicodeScalars {
            if isAfterSpace, scalar != " " {
                words.append(word)
                word = ("", 0)
            }
            isAfterSpace = scalar == " "
            if let escape = POEscape.text(for: scalar) {
                word.text += escape
                word.width += escape.utf8.count
            } else {
                word.text.unicodeScalars.append(scalar)
                word.width += scalar.displayWidth
            }
            if scalar == "\n" {
                parts.append(words + [word])
                words = []
                word = ("", 0)
            }
        }
        if !word.text.isEmpty { words.append(word) }
        if !words.isEmpty { parts.append(words) }
        return parts
    }

    private static func lines(of words: [Word], room: Int) -> [String] {
        var lines: [String] = []
        var width = room + 1
        for word in words {
            if width + word.width <= room {
                lines[lines.count - 1] += word.text
                width += word.width
            } else {
                lines.append(word.text)
                width = word.width
            }
        }
        return lines
    }
}
