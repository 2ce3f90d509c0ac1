internal import UnicodeText

/// Writes a letter as plain text, wrapped at 72 columns by the locale's line breaking (UAX #14).
struct PlainTextRenderer {
    private let letter: LocalizedLetter
    private let options: RenderingOptions
    private let wrapper: LineWrapper
    /// The width of lines, in terminal columns.
    static let width = 72

    /// - Parameter wrapper: one for the letter's language.
    init(_ letter: LocalizedLetter, _ options: RenderingOptions, _ wrapper: LineWrapper) {
        self.letter = letter
        self.options = options
        self.wrapper = wrapper
    }

    func render() -> String {
        let labels = letter.conventions.labels
        var parts: [String] = []
        if let draft = options.draft { parts.append(wrap("[\(draft)]")) }
        parts.append((options.letterhead ?? []).map { wrap($0) }.joined(separator: "\n"))
        if let line = letter.dateline { parts.append(wrap(text(line))) }
        var recipient = letter.recipient.map { ["\(labels.to)\(labels.colon) \(text($0))"] } ?? []
        recipient += options.address
        parts.append(recipient.map { wrap($0) }.joined(separator: "\n"))
        if let title = letter.title {
            let lines = wrap(text(title))
            let width = lines.split(separator: "\n").map(\.displayWidth).max() ?? 0
            parts.append(lines + "\n" + String(repeating: "=", count: width))
        }
        if let salutation = letter.salutation { parts.append(wrap(text(salutation))) }
        parts += letter.body.compactMap { block($0, width: Self.width) }
        if let closing = letter.closing { parts.append(wrap(text(closing))) }
        if !letter.signatories.isEmpty {
            let markers = self.markers(from: 1, count: letter.signatures.entries.count)
            let names = zip(markers, letter.signatures.entries).map { marker, entry in
                let name = entry.country.map { "\(entry.name) (\($0))" } ?? entry.name
                let text = entry.link.map { Self.text(name, linkedTo: $0) } ?? name
                return hang(marker, wrap(text, width: Self.width - marker.displayWidth))
            }
            parts.append(wrap(labels.signatories + labels.colon))
            if let count = letter.signatures.count { parts.append(wrap(count)) }
            parts.append(names.joined(separator: "\n"))
        }
        for line in [letter.signatures.others, letter.signatures.until] {
            if let line { parts.append(wrap(line)) }
        }
        if !letter.notes.isEmpty {
            parts.append(wrap(labels.notes + labels.colon))
            for (index, note) in letter.notes.enumerated() {
                let mark = noteMark(index + 1) + " "
                parts.append(hang(mark, blocks(note, width: Self.width - mark.count, isTight: false)))
            }
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private func noteMark(_ number: Int) -> String { "[\(letter.conventions.numerals.write(number))]" }

    /// Numbers as the language writes them, right-aligned.
    private func markers(from start: Int, count: Int) -> [String] {
        let numbers = (0..<count).map { letter.conventions.listNumber(start + $0) + " " }
        let width = numbers.map(\.displayWidth).max() ?? 0
        return numbers.map { String(repeating: " ", count: max(0, width - $0.displayWidth)) + $0 }
    }

    private func blocks(_ blocks: [Block<LocalizedText>], width: Int, isTight: Bool) -> String {
        blocks.compactMap { block($0, width: width) }.filter { !$0.isEmpty }
            .joined(separator: isTight ? "\n" : "\n\n")
    }

    private func block(_ block: Block<LocalizedText>, width: Int) -> String? {
        switch block {
        case .heading(_, let text):
            let lines = wrap(self.text(text), width: width)
            let longest = lines.split(separator: "\n").map(\.displayWidth).max() ?? 0
            return lines + "\n" + String(repeating: "-", count: longest)
        case .paragraph(let text):
            return text.lines.map { line in wrap(self.text(line), width: width) }.joined(separator: "\n")
        case .quotation(let blocks):
            let content = self.blocks(blocks, width: width - 2, isTight: false)
            return content.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
        case .rule: return String(repeating: "-", count: 24)
        case .code(_, let text): return text.hasSuffix("\n") ? String(text.dropLast()) : text
        case .html(let text): return RawHTML.isComment(text) ? nil : text.trimmed
        case .table(let table):
            let rows = table.rows.map { row in
                row.map { cell in cell.lines.map { self.text($0).trimmed } }
            }
            return PlainTextTable(rows: rows, alignments: table.alignments) { wrap($0, width: $1) }
                .text(width: width)
        case .list(let list):
            let count = list.items.count
            let bullet = letter.conventions.listMarker + " "
            let markers =
                list.start.map { self.markers(from: $0, count: count) }
                ?? [String](repeating: bullet, count: count)
            return zip(markers, list.items).map { marker, item in
                let room = width - marker.displayWidth
                return hang(marker, blocks(item, width: room, isTight: list.isTight))
            }.joined(separator: list.isTight ? "\n" : "\n\n")
        }
    }

    private func text(_ text: LocalizedText) -> String {
        text.lines.map { self.text($0) }.joined(separator: " ")
    }

    private func text(_ line: [LocalizedSegment]) -> String {
        line.map { text($0) + $0.glue }.joined()
    }

    private func text(_ segment: LocalizedSegment) -> String {
        let content = segment.content.map { text($0) }.joined()
        return segment.isFallback ? "\(content) [\(letter.conventions.labels.untranslated)]" : content
    }

    /// A link's address follows its words, unless the words are the address.
    private func text(_ inline: Inline) -> String {
        switch inline {
        case .text(let text): return text
        case .standalone(.html(let text)): return RawHTML.isLineBreak(text) ? " " : ""
        case .standalone(.note(let number, _)): return noteMark(number)
        case .standalone: return ""
        case .markup(let markup, let content):
            let words = content.map { text($0) }.joined()
            guard case .link(let url, _) = markup else { return words }
            return Self.text(words, linkedTo: url)
        }
    }

    private static func text(_ words: String, linkedTo url: String) -> String {
        let address = url.hasPrefix("mailto:") ? String(url.dropFirst(7)) : url
        return address == words || address.isEmpty ? words : "\(words) <\(address)>"
    }

    private func wrap(_ text: String, width: Int = PlainTextRenderer.width) -> String {
        wrapper.wrap(text, width: width)
    }

    private func hang(_ marker: String, _ text: String) -> String {
        let indent = String(repeating: " ", count: marker.displayWidth)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { index, line in
            if index == 0 { return line.isEmpty ? marker.trimmed : marker + line }
            return line.isEmpty ? "" : indent + line
        }.joined(separator: "\n")
    }
}
