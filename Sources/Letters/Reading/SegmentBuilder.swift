internal import Segmentation
internal import UnicodeText

/// Cuts a letter's texts into segments and numbers them in the order a reader meets them.
final class SegmentBuilder {
    fileprivate let segmenter: Segmenter
    private(set) var segments: [LetterSegment] = []
    private var blocks = 0

    init(segmenter: Segmenter) { self.segmenter = segmenter }

    /// Adds a front-matter value, which is one segment.
    func add(
        field text: String, place: LetterSegment.Place, line: Int, column: Int? = nil
    ) -> LetterSegment {
        blocks += 1
        let segment = LetterSegment(
            index: segments.count, block: blocks, place: place, line: line,
            source: InlineText(plain: text.onOneLine),
            markups: [:], glue: "", column: column)
        segments.append(segment)
        return segment
    }

    /// Adds the text of a block.
    func add(_ text: MarkedText, place: LetterSegment.Place) -> SegmentedText {
        blocks += 1
        return SegmentedText(lines: text.lines.map { add($0, place: place) })
    }

    private func add(_ line: MarkedText.Line, place: LetterSegment.Place) -> [LetterSegment] {
        var offset = 0
        var before = 0
        return parts(of: InlineText(line.pieces)).map { part in
            var markups: [Int: Markup] = [:]
            for (index, original) in part.originalNumbers.enumerated() {
                markups[index + 1] = line.markups[original]
            }
            offset += part.leading.unicodeScalars.count
            while before < line.breaks.count, line.breaks[before] <= offset { before += 1 }
            let segment = LetterSegment(
                index: segments.count, block: blocks, place: place, line: line.fileLine + before,
                source: part.text, markups: markups, glue: part.glue, column: nil)
            segments.append(segment)
            offset += part.text.plainText.unicodeScalars.count + part.glue.unicodeScalars.count
            return segment
        }
    }
}

extension SegmentBuilder {
    /// The sentences of a text, none of which ends inside of a placeholder.
    private func parts(of text: InlineText) -> [InlineSegment] {
        guard var mask = PlaceholderMask(text) else { return segmenter.segments(of: text) }
        return segmenter.segments(of: mask.masked(text)).map { mask.restored($0) }
    }
}

extension String {
    /// The text without White_Space at its ends and with a single space for each line end inside: what has
    /// to be one line in every format that a letter is built in.
    var onOneLine: String {
        guard unicodeScalars.contains(where: \.isLineEnd) else { return trimmed }
        return unicodeScalars.split(whereSeparator: \.isLineEnd).map { String($0).trimmed }
            .filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Unicode.Scalar {
    /// Whether a line ends here (UAX #14, classes BK, CR, LF and NL).
    var isLineEnd: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
