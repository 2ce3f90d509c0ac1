internal import Segmentation
internal import TextFiles
internal import UnicodeText

/// Puts a letter and its translation together.
public struct LetterAssembly {
    private let letter: Letter
    private let catalog: LetterCatalog?
    private let conventions: Conventions

    /// An assembly; without a catalog everything falls back to the source, which is right for the source
    /// language itself.
    public init(letter: Letter, catalog: LetterCatalog?, conventions: Conventions) {
        self.letter = letter
        self.catalog = catalog
        self.conventions = conventions
    }

    /// The letter in the language of the conventions.
    /// - Throws: `ICUError` where the date cannot be written by the conventions' pattern.
    public func localized() throws -> LocalizedLetter {
        return LocalizedLetter(
            id: letter.id, locale: conventions.locale, sourceLocale: letter.locale, conventions: conventions,
            title: letter.title.map { localized($0) },
            dateline: try dateline(),
            recipient: letter.recipient.map { localized($0) },
            salutation: letter.salutation.map { localized($0) },
            body: letter.body.map { block in
                block.map { text in LocalizedText(lines: text.lines.map { $0.map { localized($0) } }) }
            },
            closing: letter.closing.map { localized($0) },
            signatories: letter.signatories.map { $0.name(in: conventions.locale) },
            fallbacks: fallbacks(),
            recipientFolder: Self.folderName(letter.recipient?.source.plainText))
    }

    private func dateline() throws -> [LocalizedSegment]? {
        guard let place = letter.place.map({ localized($0) }) else {
            return try conventions.dateline(place: nil, date: letter.date).map { [Self.plain($0)] }
        }
        // Unlike a place, no date holds braces.
        let mark = "{place}"
        guard let line = try conventions.dateline(place: mark, date: letter.date),
            let range = line.firstRange(of: mark)
        else { return [place] }
        return [
            Self.plain(String(line[..<range.lowerBound])), place,
            Self.plain(String(line[range.upperBound...])),
        ]
    }

    private static func plain(_ text: String) -> LocalizedSegment {
        LocalizedSegment(content: [.text(text)], isFallback: false, glue: "")
    }

    private var isSource: Bool { conventions.locale == letter.locale }

    private func fallbacks() -> [LocalizedLetter.Fallback] {
        guard !isSource else { return [] }
        return letter.distinctSegments.compactMap { segment in
            let translation =
                catalog?.translation(of: segment)
                ?? SegmentTranslation(state: .missing, text: nil, problems: [], location: nil)
            return translation.state.isUsable
                ? nil : LocalizedLetter.Fallback(segment: segment, translation: translation)
        }
    }

    private func localized(_ segment: LetterSegment) -> LocalizedSegment {
        if !isSource, let translation = catalog?.translation(of: segment), translation.state.isUsable,
            let text = translation.text
        {
            return LocalizedSegment(
                content: Self.inlines(text, segment.markups), isFallback: false, glue: segment.glue)
        }
        return LocalizedSegment(
            content: Self.inlines(segment.source, segment.markups), isFallback: !isSource, glue: segment.glue)
    }

    /// Turns numbered codes back into nested markup. The codes of a usable translation are paired.
    static func inlines(_ text: InlineText, _ markups: [Int: Markup]) -> [Inline] {
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

    /// A folder name for a recipient, such as `apec-leaders`; `all` where there is none.
    static func folderName(_ recipient: String?) -> String {
        var name = ""
        for scalar in (recipient ?? "").nfkcCasefold.nfd.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": name.unicodeScalars.append(scalar)
            case "đ": name += "d"
            case _ where scalar.category == .nonspacingMark: break
            default: if !name.isEmpty, !name.hasSuffix("-") { name += "-" }
            }
            if name.utf8.count >= 60 { break }
        }
        while name.hasSuffix("-") { name.removeLast() }
        return name.isEmpty ? "all" : name
    }
}
