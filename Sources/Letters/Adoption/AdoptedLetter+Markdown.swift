extension AdoptedLetter {
    /// The letter as a Markdown file: YAML front matter, then the body.
    ///
    /// Fields that were not found are left out; `recipient` and `signatories` are lists. Plain text is
    /// escaped so that a CommonMark parser reads it back exactly; Markdown stays as it was written.
    public func markdown(id: String) -> String {
        var lines = ["---"]
        func field(_ name: String, _ value: String?) {
            if let value { lines.append("\(name): \(YAMLScalar.write(value))") }
        }
        func list(_ name: String, _ values: [String]) {
            guard !values.isEmpty else { return }
            lines.append("\(name):")
            lines += values.map { "  - \(YAMLScalar.write($0))" }
        }
        field("id", id)
        field("title", title)
        if let date { lines.append("date: \(date)") }
        field("place", place)
        list("recipient", recipient)
        field("salutation", salutation)
        field("closing", closing)
        list("signatories", signatories)
        lines.append("---")
        var text = lines.joined(separator: "\n") + "\n"
        var previous: AdoptedBlock?
        for block in body {
            let isTight = previous.map { $0.isItem && block.isItem } ?? false
            text += (isTight ? "" : "\n") + markdown(block) + "\n"
            previous = block
        }
        return text
    }

    private func markdown(_ block: AdoptedBlock) -> String {
        let text = isMarkdown ? block.text : MarkdownEscaping.escape(block.text)
        switch block.kind {
        case .paragraph: return text
        case .heading(let level): return String(repeating: "#", count: level) + " " + text
        case .quotation: return "> " + indented(text, by: "> ")
        case .listItem(let number):
            let mark = number.map { "\($0). " } ?? "- "
            return mark + indented(text, by: String(repeating: " ", count: mark.count))
        }
    }

    private func indented(_ text: String, by prefix: String) -> String {
        guard text.utf8.contains(0x0A) else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + prefix)
    }
}

extension AdoptedBlock {
    fileprivate var isItem: Bool {
        if case .listItem = kind { return true }
        return false
    }
}
