public import Segmentation
public import TextFiles
public import UnicodeText
internal import XMLText

/// A TMX file held whole, so that texts can be changed where they stand and every other byte stays; a file that is not in
/// UTF-8 is written in UTF-8. ``TMXReader`` reads files of any size, and what else a unit says.
///
/// Text is what stands in a `seg` itself or in its `hi` (TMX 1.4b, section 3). What a native code holds is a part of the
/// code, and an entity that holds tags has no place of its own for its text.
public struct TMXDocument {
    /// A text of a unit. Its codes have numbers of their own, which say nothing of other texts.
    public struct Variant {
        /// The language; nil where the file names none that is known.
        public let locale: LocaleID?
        /// The text.
        public let text: InlineText
        /// Where its `seg` starts.
        public let location: SourceLocation
        fileprivate let pieces: [Piece]
        /// Where the start tag of its `seg` ends, in the document's bytes.
        fileprivate let start: Int
    }

    /// A file of more bytes is refused.
    private static let lengthLimit = 1 << 30

    /// The texts of each unit.
    public private(set) var units: [[Variant]] = []
    /// By where the start tag of the `seg` ends.
    private var edits: [Int: [XMLBytes.Edit]] = [:]
    private let bytes: XMLBytes

    fileprivate struct Piece {
        let content: InlineText.Piece
        /// The bytes that it stands in.
        let range: Range<Int>
    }

    /// Reads a file, or standard input for `-`.
    /// - Throws: `LathuError` where the file cannot be opened; with code `invalidData` where it is not well-formed XML or
    ///   larger than 1 GiB.
    public init(path: String) throws(LathuError) {
        let cursor = try XMLCursor(
            ByteStream(path: path), limits: TMXEvents.limits, keepsDocument: true,
            lengthLimit: Self.lengthLimit)
        let events = TMXEvents(cursor)
        var language: String?
        while let kind = try events.next() {
            guard kind == .start else { continue }
            switch events.element {
            case .tu:
                events.startUnit()
                units.append([])
            case .tuv: language = events.attributes(of: .tuv).language
            case .seg where !units.isEmpty:
                let location = cursor.location, start = cursor.range.upperBound
                let pieces = try Self.pieces(events)
                units[units.count - 1].append(
                    Variant(
                        locale: language.flatMap(events.locale), text: InlineText(pieces.map(\.content)),
                        location: location, pieces: pieces, start: start))
            default: break
            }
        }
        bytes = cursor.document
    }

    /// Reads up to the end of the `seg` whose start tag was just read.
    private static func pieces(_ events: TMXEvents) throws(LathuError) -> [Piece] {
        var pieces: [Piece] = []
        var open: [Int] = []
        var count = 0
        func append(_ kind: InlineCode.Kind, _ number: Int, _ range: Range<Int>) {
            guard let code = InlineCode(kind, number: number) else { return }
            pieces.append(Piece(content: .code(code), range: range))
        }
        while let kind = try events.next() {
            let range = events.cursor.range
            switch kind {
            case .text: pieces.append(Piece(content: .text(events.cursor.text), range: range))
            case .start:
                count += 1
                if events.element == .hi {
                    open.append(count)
                    append(.opening, count, range)
                } else {
                    try events.skipElement()
                    let end = max(range.upperBound, events.cursor.range.upperBound)
                    append(.standalone, count, range.lowerBound..<end)
                }
            case .end:
                guard let number = open.popLast() else { return pieces }
                append(.closing, number, range)
            }
        }
        return pieces
    }

    /// Changes a text.
    /// - Parameters:
    ///   - text: the new one, with the same codes in the same order.
    ///   - variant: a text of this document.
    /// - Returns: whether it can be changed: its codes are the same, and none of it stands in an entity together with tags.
    public mutating func setText(_ text: InlineText, of variant: Variant) -> Bool {
        guard text.codes == variant.text.codes else { return false }
        var changes: [XMLBytes.Edit] = []
        var rest = text.pieces[...]
        var at = variant.start
        for piece in variant.pieces {
            guard piece.range.lowerBound >= at else { return false }
            at = piece.range.upperBound
            guard case .text(let old) = piece.content else {
                rest = rest.drop { if case .text = $0 { true } else { false } }.dropFirst()
                continue
            }
            var new = ""
            if case .text(let next) = rest.first {
                new = next
                rest.removeFirst()
            }
            // Strings are equal whatever their normal form.
            if new.unicodeScalars.elementsEqual(old.unicodeScalars) { continue }
            changes.append((piece.range, MarkupText.escaped(new)))
        }
        edits[variant.start] = changes
        return true
    }

    /// The file with the texts that were changed.
    public func written() -> [UInt8] { bytes.replacing(edits.values.flatMap(\.self)) }
}
