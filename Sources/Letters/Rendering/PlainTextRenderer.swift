internal import UnicodeText

/// Writes a letter as plain text, wrapped at 72 columns by the locale's line breaking (UAX #14).
struct PlainTextRenderer {
    private let letter: LocalizedLetter
    private let breaker: TextBreaker
    /// The width of lines, in terminal columns.
    static let width = 72

    init(_ letter: LocalizedLetter) throws {
        self.letter = letter
        breaker = try TextBreaker(.line, locale: letter.locale)
    }

    func render() -> String {
        var parts: [String] = []
        if let line = letter.dateline { parts.append(wrap(line)) }
        if let recipient = letter.recipient {
            parts.append(wrap("\(letter.conventions.labels.to): \(text(recipient))"))
        }
        if let title = letter.title {
            let lines = wrap(text(title))
            let width = lines.split(separator: "\n").map(\.displayWidth).max() ?? 0
            parts.append(lines + "\n" + String(repeating: "=", count: width))
        }
        if let salutation = letter.salutation { parts.append(wrap(text(salutation))) }
        parts += letter.body.compactMap { block($0, width: Self.width) }
        if let closing = letter.closing { parts.append(wrap(text(closing))) }
        if !letter.signatories.isEmpty {
            let digits = String(letter.signatories.count).count
            let names = letter.signatories.enumerated().map { index, name in
                let number = String(index + 1)
                let padding = String(repeating: " ", count: digits - number.count)
                return hang("\(padding)\(number). ", wrap(name, width: Self.width - digits - 2))
            }
            parts.append("\(letter.conventions.labels.signatories):\n\n" + names.joined(separator: "\n"))
        }
        return parts.joined(separator: "\n\n") + "\n"
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
            let content = blocks.compactMap { self.block($0, width: width - 2) }.joined(separator: "\n\n")
            return content.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
        case .rule: return String(repeating: "-", count: 24)
        case .code(_, let text): return text.hasSuffix("\n") ? String(text.dropLast()) : text
        case .html(let text): return text.trimmed.hasPrefix("<!--") ? nil : text.trimmed
        case .list(let list):
            return list.items.enumerated().map { index, item in
                let marker = list.start.map { "\($0 + index). " } ?? "- "
                let content = item.compactMap { self.block($0, width: width - marker.count) }
                return hang(marker, content.joined(separator: list.isTight ? "\n" : "\n\n"))
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
        let content = segment.content.map { Self.text($0) }.joined()
        return segment.isFallback ? "\(content) [\(letter.conventions.labels.untranslated)]" : content
    }

    /// A link's address follows its words, unless the words are the address.
    private static func text(_ inline: Inline) -> String {
        switch inline {
        case .text(let text): return text
        case .standalone: return ""
        case .markup(let markup, let content):
            let words = content.map { text($0) }.joined()
            guard case .link(let url, _) = markup else { return words }
            let address = url.hasPrefix("mailto:") ? String(url.dropFirst(7)) : url
            return address == words || address.isEmpty ? words : "\(words) <\(address)>"
        }
    }

    /// Breaks lines where the locale allows it; what has no opportunity stays whole.
    private func wrap(_ text: String, width: Int = PlainTextRenderer.width) -> String {
        let units = Array(text.utf16)
        var lines: [String] = []
        var line = ""
        var start = 0
        for end in breaker.boundaries(of: units) {
            let piece = String(decoding: units[start..<end], as: UTF16.self)
            start = end
            if !line.isEmpty, line.displayWidth + piece.trimmed.displayWidth > width {
                lines.append(line.trimmed)
                line = ""
            }
            line += piece
        }
        if !line.trimmed.isEmpty { lines.append(line.trimmed) }
        return lines.joined(separator: "\n")
    }

    private func hang(_ marker: String, _ text: String) -> String {
        let indent = String(repeating: " ", count: marker.count)
        return marker
            + text.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\n\(indent)").replacing("\n\(indent)\n", with: "\n\n")
    }
}
