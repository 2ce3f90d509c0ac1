internal import Segmentation
internal import TextFiles
internal import UnicodeText
internal import XMLText

/// Mends the translations of a TMX file segment by segment; every other byte stays, but that a file that is not in UTF-8
/// is written in UTF-8.
///
/// Text is mended where it stands in the `seg` itself or in its `hi` (TMX 1.4b, section 3); what native codes hold is none
/// of its business.
struct ExchangeFix {
    /// The fixes of the file's languages.
    let fixes: [LocaleID: TextFix]
    /// The language of the sources.
    let source: LocaleID?

    /// So much of a file is held.
    private static let lengthLimit = 1 << 30

    /// A stretch of a segment.
    private enum Piece {
        /// Text, with the bytes that it stands in.
        case text(String, Range<Int>)
        case code(InlineCode, Range<Int>)

        var inline: InlineText.Piece {
            switch self {
            case .text(let text, _): .text(text)
            case .code(let code, _): .code(code)
            }
        }

        var range: Range<Int> {
            switch self {
            case .text(_, let range), .code(_, let range): range
            }
        }
    }

    private struct Variant {
        let locale: LocaleID?
        var pieces: [Piece] = []
        var location: SourceLocation?
        /// Where the start tag of its segment ends.
        var start = 0

        var text: InlineText { InlineText(pieces.map(\.inline)) }
    }

    /// - Throws: `LathuError` where the file cannot be read.
    func fixed(_ path: String) throws(LathuError) -> FileFix.Result {
        let cursor = try XMLCursor(
            ByteStream(path: path), keepsDocument: true, lengthLimit: Self.lengthLimit)
        var entries: [FileFix.Entry] = []
        var edits: [XMLBytes.Edit] = []
        var unit: [Variant] = []
        while let kind = try cursor.next() {
            switch (kind, kind == .text ? "" : cursor.name(cursor.name).local) {
            case (.start, "tu"): unit = []
            case (.start, "tuv"): unit.append(Variant(locale: Self.locale(cursor.tag)))
            case (.start, "seg") where !unit.isEmpty:
                unit[unit.count - 1].location = cursor.location
                unit[unit.count - 1].start = cursor.range.upperBound
                unit[unit.count - 1].pieces = try Self.segment(cursor)
            case (.end, "tu"): mend(unit, &entries, &edits)
            default: break
            }
        }
        return FileFix.Result(entries: entries, bytes: cursor.document.replacing(edits))
    }

    private static func locale(_ tag: XMLTag) -> LocaleID? {
        (tag["lang", namespace: XMLName.xmlNamespace] ?? tag["lang"]).flatMap { try? LocaleID($0) }
    }

    /// Reads up to the end of the `seg` whose start tag was just read.
    private static func segment(_ cursor: XMLCursor) throws(LathuError) -> [Piece] {
        var pieces: [Piece] = []
        var open: [Int] = []
        var count = 0
        func append(_ kind: InlineCode.Kind, _ number: Int, _ range: Range<Int>) {
            if let code = InlineCode(kind, number: number) { pieces.append(.code(code, range)) }
        }
        while let kind = try cursor.next() {
            switch kind {
            case .text: pieces.append(.text(cursor.text, cursor.range))
            case .start:
                count += 1
                guard cursor.name(cursor.name).local == "hi" else {
                    let start = cursor.range
                    try skip(cursor)
                    append(
                        .standalone, count, start.lowerBound..<max(start.upperBound, cursor.range.upperBound))
                    continue
                }
                open.append(count)
                append(.opening, count, cursor.range)
            case .end:
                guard let number = open.popLast() else { return pieces }
                append(.closing, number, cursor.range)
            }
        }
        return pieces
    }

    private static func skip(_ cursor: XMLCursor) throws(LathuError) {
        var depth = 1
        while depth > 0, let kind = try cursor.next() {
            switch kind {
            case .start: depth += 1
            case .end: depth -= 1
            case .text: break
            }
        }
    }

    private func mend(
        _ unit: [Variant], _ entries: inout [FileFix.Entry],
        _ edits: inout [XMLBytes.Edit]
    ) {
        let original = unit.first { variant in
            variant.locale.map { source?.sharesLanguage(with: $0) ?? true } ?? false
        }
        guard let original else { return }
        let coded = original.text.coded
        for variant in unit where variant.locale != original.locale {
            guard let locale = variant.locale, let fix = fixes[locale] else { continue }
            let result = fix.fixed(variant.text.coded, source: coded)
            guard !result.changes.isEmpty,
                let own = Self.edits(of: variant, to: InlineText(coded: result.text))
            else { continue }
            edits += own
            entries.append(
                FileFix.Entry(location: variant.location ?? SourceLocation(), changes: result.changes))
        }
    }

    /// What is to be written where; nil where the codes are not what they were, or where an entity holds more than text, so
    /// that not everything has a place of its own in the file.
    private static func edits(of variant: Variant, to mended: InlineText) -> [XMLBytes.Edit]? {
        guard mended.codes == variant.text.codes else { return nil }
        var edits: [XMLBytes.Edit] = []
        var rest = mended.pieces[...]
        var at = variant.start
        for piece in variant.pieces {
            guard piece.range.lowerBound >= at else { return nil }
            at = piece.range.upperBound
            switch piece {
            case .code: rest = rest.drop { if case .text = $0 { true } else { false } }.dropFirst()
            case .text(let old, let range):
                var text = ""
                if case .text(let next) = rest.first {
                    text = next
                    rest.removeFirst()
                }
                // Strings are equal whatever their normal form.
                if text.unicodeScalars.elementsEqual(old.unicodeScalars) { continue }
                edits.append((range, MarkupText.escaped(text)))
            }
        }
        return edits
    }
}
