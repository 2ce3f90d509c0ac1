public import TextFiles
public import UnicodeText
public import Vietnamese

/// Something that was put into order in the text of a letter before it was read: see ``Vietnamese/TextRepair``.
public struct SourceRepair: Hashable, Sendable {
    /// 1-based line and column of the source.
    public let line: Int
    /// The column, in characters.
    public let column: Int
    /// What stood there.
    public let before: String
    /// What stands there now.
    public let after: String
    /// Why.
    public let reasons: [TextRepair.Reason]

    /// Puts the text of a letter in a language into order. Lines keep their numbers.
    public static func apply(
        to source: TextSource, locale: LocaleID
    ) -> (source: TextSource, repairs: [SourceRepair]) {
        let result = TextRepair(locale: locale).repair(source.text)
        if result.changes.isEmpty { return (source, []) }
        var utf8 = 0
        var utf16 = 0
        var rest = source.text.unicodeScalars[...]
        let repairs = result.changes.map { change in
            // Changes come in the order of the text, so it is walked through once.
            while utf16 < change.offset, let scalar = rest.popFirst() {
                utf16 += UTF16.width(scalar)
                utf8 += UTF8.width(scalar)
            }
            let place = source.location(utf8Offset: utf8)
            return SourceRepair(
                line: place.line ?? 1, column: place.column ?? 1, before: change.before, after: change.after,
                reasons: change.reasons)
        }
        return (TextSource(result.text, file: source.file), repairs)
    }
}
