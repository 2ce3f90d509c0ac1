internal import UnicodeText

/// Turns the body's lines into paragraphs, headings, list items and quotations.
struct BodyBlocks {
    private let anatomy: LetterAnatomy
    private let widest: Int
    private(set) var blocks: [AdoptedBlock] = []
    /// The lines of the block that is being read.
    private var pending: [Int] = []
    private var kind = AdoptedBlock.Kind.paragraph
    /// The mark that ends the fenced code being read.
    private var fence: String?

    init(_ anatomy: LetterAnatomy) {
        self.anatomy = anatomy
        widest = anatomy.lines.indices.reduce(0) { widest, index in
            let width = anatomy.lines[index].width
            return anatomy.roles[index] == .body && width <= 82 ? max(widest, width) : widest
        }
        for index in anatomy.lines.indices { read(index) }
        flush()
    }

    private mutating func read(_ index: Int) {
        let line = anatomy.lines[index]
        guard anatomy.roles[index] == .body else {
            if fence != nil, line.isBlank {
                pending.append(index)
            } else {
                setextHeading(index)
                flush()
            }
            return
        }
        if anatomy.isMarkdown, let mark = ["```", "~~~"].first(where: line.text.hasPrefix) {
            if fence == nil {
                flush()
                fence = mark
                pending = [index]
            } else {
                pending.append(index)
                if fence == mark {
                    flush()
                }
            }
        } else if fence != nil {
            pending.append(index)
        } else {
            let own = ownKind(line)
            if pending.isEmpty || !continues(index, own) {
                flush()
                kind = own
            }
            pending.append(index)
            if case .heading = own { flush() }
        }
    }

    private func ownKind(_ line: InputLine) -> AdoptedBlock.Kind {
        if let level = line.heading { return .heading(level: level) }
        if anatomy.isMarkdown ? line.text.hasPrefix(">") : line.depth > anatomy.depth { return .quotation }
        if let marker = line.marker { return .listItem(number: marker.number) }
        return .paragraph
    }

    /// Whether a line belongs to the block of the line above it.
    private func continues(_ index: Int, _ own: AdoptedBlock.Kind) -> Bool {
        let line = anatomy.lines[index], above = anatomy.lines[index - 1]
        if case .listItem = own { return false }
        if case .heading = own { return false }
        if own == .quotation { return kind == .quotation && (anatomy.isMarkdown || joins(above, line)) }
        if kind == .quotation { return anatomy.isMarkdown }
        if anatomy.isMarkdown { return !line.text.hasPrefix("[") || !line.text.contains("]:") }
        if case .listItem = kind {
            let item = anatomy.lines[pending[0]]
            return line.indent > item.indent || joins(above, line)
        }
        return joins(above, line)
    }

    /// Whether a hard break between two lines is only there for the width.
    private func joins(_ above: InputLine, _ line: InputLine) -> Bool {
        guard anatomy.isWrapped else { return false }
        let firstWord = line.text.prefix { $0 != " " }.displayWidth
        let filled = above.width + 1 + firstWord
        if line.startsInLowercase { return true }
        if above.endsSentence { return filled * 4 > widest * 3 }
        return above.width * 2 >= widest || filled * 4 > widest * 3 || pending.count > 1
    }

    private mutating func setextHeading(_ index: Int) {
        let text = anatomy.lines[index].text
        guard anatomy.isMarkdown, fence == nil, !pending.isEmpty, kind == .paragraph, !text.isEmpty else {
            return
        }
        if text.allSatisfy({ $0 == "=" }) { kind = .heading(level: 1) }
        if text.allSatisfy({ $0 == "-" }) { kind = .heading(level: 2) }
    }

    private mutating func flush() {
        guard let first = pending.first else { return }
        let text =
            if fence != nil {
                pending.map { String(anatomy.lines[$0].raw) }.joined(separator: "\n").nfc
            } else {
                anatomy.isMarkdown ? markdownText() : pending.map(plainText).joined(separator: " ")
            }
        blocks.append(AdoptedBlock(kind, text, line: first + 1))
        pending = []
        fence = nil
        kind = .paragraph
    }

    private func plainText(_ index: Int) -> String {
        let line = anatomy.lines[index]
        return line.marker != nil && kind != .paragraph && kind != .quotation ? line.content : line.text
    }

    /// Lines joined by spaces, except where Markdown means the break.
    private func markdownText() -> String {
        var text = ""
        for index in pending {
            let line = anatomy.lines[index]
            var part = line.text
            switch kind {
            case .heading: part = line.heading == nil ? part : MarkdownInline.headingText(part)
            case .listItem where index == pending[0]: part = ListMarker.split(part)?.content ?? part
            case .quotation: part = part.hasPrefix(">") ? part.dropFirst().trimmed : part
            default: break
            }
            if !text.isEmpty {
                let previous = anatomy.lines[index - 1]
                let isTable = anatomy.tableLines.contains(index)
                let isHard = previous.raw.hasSuffix("  ")
                text += isHard ? "\\\n" : isTable || text.hasSuffix("\\") ? "\n" : " "
            }
            text += part
        }
        return text
    }
}
