public import Segmentation
internal import UnicodeText

/// A word of a text: letters and marks that stand together, an apostrophe between letters among them.
struct Word: Sendable {
    /// Where it stands, in UTF-16 code units of the plain text.
    let range: Range<Int>
    /// The word without regard to case.
    let key: WordKey
    /// Whether all of it is ASCII.
    let isASCII: Bool
    /// Whether its first letter is a capital.
    let isCapitalized: Bool
    /// Whether it has a capital after the first letter.
    let hasInnerCapital: Bool
}

/// A text as rules look at it: in NFC, without its inline codes, its words found.
public struct CheckedText: Sendable {
    /// The plain text in UTF-16.
    public let units: [UInt16]
    /// The codes with their places in ``units``, in order.
    public let codes: [(code: InlineCode, offset: Int)]
    let words: [Word]
    /// The plain text once more, for what reads UTF-8.
    let plain: String

    init(_ text: InlineText) {
        var units: [UInt16] = []
        var plain = ""
        var codes: [(code: InlineCode, offset: Int)] = []
        for piece in text.pieces {
            switch piece {
            case .text(let text):
                let text = text.nfc
                units.append(contentsOf: text.utf16)
                if plain.isEmpty { plain = text } else { plain += text }
            case .code(let code): codes.append((code, units.count))
            }
        }
        self.units = units
        self.codes = codes
        self.plain = plain
        words = WordScan.words(units)
    }

    /// The plain text of a part.
    public func string(_ range: Range<Int>) -> String { String(decoding: units[range], as: UTF16.self) }

    /// The text of a word.
    func string(_ word: Word) -> String { string(word.range) }

    /// The text as findings show it: codes as `<1>`.
    public var shown: String {
        guard !codes.isEmpty else { return plain }
        var text = ""
        var place = 0
        for (code, offset) in codes {
            text += String(decoding: units[place..<offset], as: UTF16.self) + code.description
            place = offset
        }
        return text + String(decoding: units[place...], as: UTF16.self)
    }

    /// A part of the plain text as a part of ``shown``: codes at its edges are left out.
    func shown(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        for (code, offset) in codes {
            let width = code.description.utf16.count
            if offset <= range.lowerBound { start += width }
            if offset < range.upperBound || range.isEmpty && offset <= range.lowerBound { end += width }
        }
        return start..<max(start, end)
    }

    /// The first and the last unit that is not White_Space; nil for a blank text.
    var content: Range<Int>? {
        guard let first = units.firstIndex(where: { !UnitKind.isSpace($0) }),
            let last = units.lastIndex(where: { !UnitKind.isSpace($0) })
        else { return nil }
        return first..<last + 1
    }
}
