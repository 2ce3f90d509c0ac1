/// Numbers footnotes anew, in the order in which a built letter refers to them: a translation can turn a sentence round,
/// and a recipient does not get every block.
struct NoteNumbering {
    /// The letter's own numbers of the notes that are in use, in order.
    private(set) var order: [Int] = []
    /// How often each was referred to.
    private var references: [Int: Int] = [:]

    /// A text with its marks numbered.
    mutating func numbered(_ text: LocalizedText) -> LocalizedText {
        guard text.lines.joined().contains(where: { $0.content.contains(where: \.holdsNote) }) else {
            return text
        }
        var lines: [[LocalizedSegment]] = []
        for line in text.lines {
            var segments: [LocalizedSegment] = []
            for segment in line {
                segments.append(
                    LocalizedSegment(
                        content: numbered(segment.content), isFallback: segment.isFallback, glue: segment.glue
                    ))
            }
            lines.append(segments)
        }
        return LocalizedText(lines: lines)
    }

    private mutating func numbered(_ inlines: [Inline]) -> [Inline] {
        var result: [Inline] = []
        for inline in inlines {
            switch inline {
            case .text: result.append(inline)
            case .markup(let markup, let content): result.append(.markup(markup, numbered(content)))
            case .standalone(.note(let number, _)): result.append(.standalone(mark(number)))
            case .standalone: result.append(inline)
            }
        }
        return result
    }

    private mutating func mark(_ number: Int) -> Markup {
        references[number, default: 0] += 1
        let reference = references[number] ?? 1
        if let place = order.firstIndex(of: number) { return .note(number: place + 1, reference: reference) }
        order.append(number)
        return .note(number: order.count, reference: reference)
    }
}

extension Inline {
    /// Whether there is the mark of a footnote in it.
    var holdsNote: Bool { !noteMarks.isEmpty }

    /// The marks of footnotes in it, in order.
    var noteMarks: [Inline] {
        switch self {
        case .text: []
        case .markup(_, let content): content.flatMap(\.noteMarks)
        case .standalone(.note): [self]
        case .standalone: []
        }
    }
}

extension [Inline] {
    /// The text with a language's marks around quotations, the inner ones within a quotation.
    func quoted(by quotes: Conventions.Quotes, isInner: Bool = false) -> [Inline] {
        flatMap { inline -> [Inline] in
            guard case .markup(let markup, let content) = inline else { return [inline] }
            guard case .quotation = markup else {
                return [.markup(markup, content.quoted(by: quotes, isInner: isInner))]
            }
            let (open, close) =
                isInner ? (quotes.innerOpen, quotes.innerClose) : (quotes.open, quotes.close)
            return [.text(open)] + content.quoted(by: quotes, isInner: !isInner) + [.text(close)]
        }
    }
}
