internal import Segmentation
public import TextFiles
internal import UnicodeText

/// A letter's segments in one language, put together as far as they are the same for all recipients.
public struct LetterContent: Sendable {
    /// A segment.
    enum Text: Sendable {
        /// The same for everybody.
        case fixed(LocalizedSegment)
        /// With placeholders.
        case message(Message, isFallback: Bool)
    }

    /// By the number of the segment.
    let texts: [Text]
    /// What falls back, by the number of the segment.
    let fallbacks: [Int: LocalizedLetter.Fallback]
    /// The translations by the number of the segment; none in the source language.
    let translations: [SegmentTranslation?]

    /// The content of a letter from a catalog; without one everything falls back to the source, which is right for
    /// the source language itself.
    ///
    /// - Parameter quotes: the marks around quotations.
    public init(
        _ letter: Letter, _ catalog: LetterCatalog?, isSource: Bool, quotes: Conventions.Quotes = .init()
    ) {
        var texts: [Text] = []
        var fallbacks: [Int: LocalizedLetter.Fallback] = [:]
        var translations: [SegmentTranslation?] = []
        let none = SegmentTranslation(state: .missing, text: nil, problems: [], location: nil)
        for segment in letter.segments {
            let translation = isSource ? nil : catalog?.translation(of: segment) ?? none
            translations.append(translation)
            let isUsable = translation?.state.isUsable == true
            if let translation, !isUsable {
                fallbacks[segment.index] = .init(segment: segment, translation: translation)
            }
            let text = (isUsable ? translation?.text : nil) ?? segment.source
            let isFallback = !isSource && !isUsable
            // Checked when letter and catalog were read.
            if Message.isMessage(text.plainText), let message = try? Message(text.coded) {
                texts.append(.message(message, isFallback: isFallback))
            } else {
                texts.append(
                    .fixed(
                        LocalizedSegment(
                            content: Inline.tree(text, segment.markups).quoted(by: quotes),
                            isFallback: isFallback,
                            glue: segment.glue)))
            }
        }
        self.texts = texts
        self.fallbacks = fallbacks
        self.translations = translations
    }

    /// The messages of translations that are wrong, each with its place.
    ///
    /// A translation that is marked as fuzzy is not looked at: nothing is built from it.
    public func messageProblems(of letter: Letter, in catalogPath: String) -> [Diagnostic] {
        var source: TextSource?
        var seen: Set<SegmentKey> = []
        var problems: [Diagnostic] = []
        for (segment, translation) in zip(letter.segments, translations) {
            guard let translation, !translation.messageProblems.isEmpty, let text = translation.text,
                seen.insert(segment.key).inserted
            else { continue }
            if source == nil { source = try? FileReading.text(of: catalogPath) }
            for problem in translation.messageProblems {
                let place =
                    source.flatMap { Self.place(of: translation, in: $0) }?
                    .location(of: problem.offset, in: text.coded) ?? translation.location
                problems.append(Diagnostic(problem.message, at: place, hint: problem.hint))
            }
        }
        return problems
    }

    /// Where the translation stands: from its `msgstr` on.
    static func place(of translation: SegmentTranslation, in source: TextSource) -> MessagePlace? {
        guard let line = translation.location?.line else { return nil }
        let lines = source.lines
        guard lines.indices.contains(line - 1),
            let found = lines[(line - 1)...].firstIndex(where: { String($0).trimmed.hasPrefix("msgstr") })
        else { return nil }
        return MessagePlace(source: source, line: found + 1, column: 1, bracesBefore: 0)
    }
}

extension Inline {
    /// Turns numbered codes back into nested markup. The codes of a usable translation are paired.
    static func tree(_ text: InlineText, _ markups: [Int: Markup]) -> [Inline] {
        var open: [(markup: Markup, content: [Inline])] = []
        var content: [Inline] = []
        for piece in text.pieces {
            switch piece {
            case .text(let text): content.append(.text(withoutLineEnds(text)))
            case .code(let code):
                guard let markup = markups[code.number] else { continue }
                switch code.kind {
                case .standalone: content.append(.standalone(markup))
                case .opening:
                    open.append((markup, content))
                    content = []
                case .closing:
                    guard let (markup, before) = open.popLast() else { continue }
                    content = before + [.markup(markup, content)]
                }
            }
        }
        while let (markup, before) = open.popLast() { content = before + [.markup(markup, content)] }
        return content
    }

    /// A line end in a translation is a slip of the keyboard: it would make a new block in some formats.
    private static func withoutLineEnds(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: \.isLineEnd) else { return text }
        let scalars = text.unicodeScalars.map { $0.isLineEnd ? " " : $0 }
        return String(String.UnicodeScalarView(scalars))
    }
}
