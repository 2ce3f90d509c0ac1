internal import Segmentation
internal import UnicodeText

/// Cuts a letter's texts into segments and numbers them in the order a reader meets them.
final class SegmentBuilder {
    private let segmenter: Segmenter
    private(set) var segments: [LetterSegment] = []
    private var blocks = 0

    init(segmenter: Segmenter) { self.segmenter = segmenter }

    /// Adds a front-matter value, which is one segment.
    func add(field text: String, place: LetterSegment.Place, line: Int) -> LetterSegment {
        blocks += 1
        let segment = LetterSegment(
            index: segments.count, block: blocks, place: place, line: line, source: InlineText(plain: text),
            markups: [:], glue: "")
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
        return segmenter.segments(of: InlineText(line.pieces)).map { part in
            var markups: [Int: Markup] = [:]
            for (index, original) in part.originalNumbers.enumerated() {
                markups[index + 1] = line.markups[original]
            }
            let before = line.breaks.prefix { $0 <= offset }.count
            let segment = LetterSegment(
                index: segments.count, block: blocks, place: place, line: line.fileLine + before,
                source: part.text, markups: markups, glue: part.glue)
            segments.append(segment)
            offset += part.text.plainText.unicodeScalars.count + part.glue.unicodeScalars.count
            return segment
        }
    }
}
