internal import UnicodeText

/// Writes a letter as Markdown (CommonMark) for web sites and repositories.
struct MarkdownRenderer {
    private let letter: LocalizedLetter
    private let options: RenderingOptions

    init(_ letter: LocalizedLetter, _ options: RenderingOptions) {
        self.letter = letter
        self.options = options
    }

    func render() -> String {
        let labels = letter.conventions.labels
        var parts: [String] = []
        if let draft = options.draft {
            parts.append(MarkdownLine([.markup(.strong, [.text("[\(draft)]")])]).text)
        }
        parts.append(Self.lines((options.letterhead ?? []).map { [.text($0)] }))
        if let line = letter.dateline { parts.append(MarkdownLine(inlines(line)).text) }
        var recipient = options.address.map { [Inline.text($0)] }
        if let name = letter.recipient {
            recipient.insert(
                [.markup(.strong, [.text(labels.to + labels.colon)]), .text(" ")] + inlines(name), at: 0)
        }
        parts.append(Self.lines(recipient))
        if let title = letter.title { parts.append(Self.heading(1, inlines(title))) }
        if let salutation = letter.salutation { parts.append(MarkdownLine(inlines(salutation)).text) }
        parts.append(blocks(letter.body, isTight: false))
        if let closing = letter.closing { parts.append(MarkdownLine(inlines(closing)).text) }
        if !letter.signatories.isEmpty {
            parts.append(Self.heading(2, [.text(labels.signatories)]))
            if let count = letter.signatures.count { parts.append(MarkdownLine([.text(count)]).text) }
            let names = letter.signatures.entries.enumerated().map { index, entry in
                let name = Inline.text(entry.name)
                let linked = entry.link.map { [.markup(.link(url: $0, title: ""), [name])] } ?? [name]
                let country = entry.country.map { [Inline.text(" (\($0))")] } ?? []
                return "\(index + 1). \(MarkdownLine(linked + country).text)"
            }
            parts.append(names.joined(separator: "\n"))
        }
        for line in [letter.signatures.others, letter.signatures.until] {
            if let line { parts.append(MarkdownLine([.text(line)]).text) }
        }
        for (index, note) in letter.notes.enumerated() {
            parts.append(
                Self.indent(
                    blocks(note, isTight: false), first: MarkdownSpan.note(index + 1) + ": ", rest: "    "))
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    /// Lines that are one paragraph.
    private static func lines(_ lines: [[Inline]]) -> String {
        lines.map { MarkdownLine($0).text }.filter { !$0.isEmpty }.joined(separator: "\\\n")
    }

    /// Blocks one after another. Two lists side by side need different marks to stay two.
    private func blocks(_ blocks: [Block<LocalizedText>], isTight: Bool) -> String {
        var result = ""
        var previous: Block<LocalizedText>?
        var isAlternate = false
        for block in blocks {
            isAlternate = Self.areListsOfOneKind(previous, block) && !isAlternate
            guard let text = self.block(block, isAlternate: isAlternate) else { continue }
            if let previous {
                result += isTight && Self.canTouch(previous, block) ? "\n" : "\n\n"
            }
            result += text
            previous = block
        }
        return result
    }

    private static func areListsOfOneKind(
        _ left: Block<LocalizedText>?, _ right: Block<LocalizedText>
    ) -> Bool {
        guard case .list(let left)? = left, case .list(let right) = right else { return false }
        return (left.start == nil) == (right.start == nil)
    }

    /// Whether the second block begins where no blank line parts it from the first.
    private static func canTouch(_ left: Block<LocalizedText>, _ right: Block<LocalizedText>) -> Bool {
        switch (left, right) {
        case (.paragraph, .paragraph), (.list, .paragraph), (.quotation, .paragraph), (.html, .paragraph),
            (.quotation, .quotation), (.list, .list), (.table, _), (_, .table):
            false
        default: true
        }
    }

    private func block(_ block: Block<LocalizedText>, isAlternate: Bool) -> String? {
        switch block {
        case .heading(let level, let text):
            return Self.heading(level, Array(text.lines.map { inlines($0) }.joined(separator: [.text(" ")])))
        case .paragraph(let text):
            let lines = text.lines.map { MarkdownLine(inlines($0)).text }.filter { !$0.isEmpty }
            return lines.isEmpty ? nil : lines.joined(separator: "\\\n")
        case .quotation(let blocks):
            return Self.indent(self.blocks(blocks, isTight: false), first: "> ", rest: "> ")
        case .rule: return "***"
        case .code(let info, let text): return MarkdownSpan.fenced(text, info: info)
        case .html(let text): return RawHTML.isComment(text) ? nil : text.trimmed
        case .table(let table): return self.table(table)
        case .list(let list):
            return list.items.enumerated().map { index, item in
                // CommonMark knows numbers of up to nine digits; all but the first are decoration.
                let number = list.start.map { min($0 + index, 999_999_999) }
                let marker = number.map { "\($0)\(isAlternate ? ")" : ".") " } ?? (isAlternate ? "+ " : "- ")
                return Self.indent(
                    blocks(item, isTight: list.isTight), first: marker,
                    rest: String(repeating: " ", count: marker.utf8.count))
            }.joined(separator: list.isTight ? "\n" : "\n\n")
        }
    }

    private func table(_ table: Block<LocalizedText>.Table) -> String {
        let rows = table.rows.map { row in
            row.map { cell in MarkdownTable.cell(cell.lines.map { inlines($0) }) }
        }
        return MarkdownTable.text(rows, table.alignments)
    }

    private static func heading(_ level: Int, _ inlines: [Inline]) -> String {
        let mark = String(repeating: "#", count: min(6, level))
        var text = Array(MarkdownLine(inlines).text.unicodeScalars)
        // Number signs at the end would be taken for decoration.
        let start = (text.lastIndex { $0 != "#" } ?? -1) + 1
        if start < text.count, start == 0 || text[start - 1] == " " { text.insert("\\", at: start) }
        return text.isEmpty ? mark : "\(mark) \(String(String.UnicodeScalarView(text)))"
    }

    private func inlines(_ line: [LocalizedSegment]) -> [Inline] {
        line.flatMap { inlines($0) + [.text($0.glue)] }
    }

    private func inlines(_ segment: LocalizedSegment) -> [Inline] {
        guard segment.isFallback else { return segment.content }
        let mark = "[\(letter.conventions.labels.untranslated)]"
        return segment.content + [.text(" "), .markup(.emphasis, [.text(mark)])]
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
