public import Segmentation
public import TextFiles
internal import UnicodeText

/// The paragraphs of any document that letters come in, cut into segments: what is compared when a document is aligned
/// with its translation.
public struct DocumentParagraphs {
    /// For each paragraph its segments in their coded form.
    public let paragraphs: [[String]]

    /// Cuts a text: Markdown as letters are, with or without front matter, else plain text.
    ///
    /// - Parameter everyLine: takes every line as one segment, and nothing for a paragraph.
    /// - Throws: `LathuError` where the front matter is malformed.
    public init(
        _ source: TextSource, segmenter: Segmenter, everyLine: Bool = false
    ) throws(LathuError) {
        if everyLine {
            paragraphs = [
                source.lines.map { String($0).trimmed.nfc }.filter { !$0.isEmpty }
                    .map { InlineText(plain: $0).coded }
            ]
            return
        }
        var numbered: [(block: Int, text: String)] = []
        if let file = source.file, ["md", "markdown"].contains(FilePath.fileExtension(of: file)) {
            numbered = try Self.segments(of: source, segmenter)
        } else {
            numbered = PlainTextParagraphs(source, everyLine: false).segments(by: segmenter)
                .map { ($0.block, InlineText(plain: $0.text).coded) }
        }
        var paragraphs: [[String]] = []
        var last: Int?
        for (block, text) in numbered where !text.isEmpty {
            if block != last { paragraphs.append([]) }
            paragraphs[paragraphs.count - 1].append(text)
            last = block
        }
        self.paragraphs = paragraphs
    }

    /// The texts of a letter, or of any Markdown: what a letter must have to be built does not matter here, neither its
    /// placeholders nor the files that it names.
    private static func segments(
        of source: TextSource, _ segmenter: Segmenter
    ) throws(LathuError) -> [(block: Int, text: String)] {
        let parts = try FrontMatter.split(source)
        var yaml = try YAMLMapping(parts.yaml, file: source.file, lineOffset: parts.yamlLineOffset)
        let builder = SegmentBuilder(segmenter: segmenter)
        func add(_ fields: [(key: String, place: LetterSegment.Place)]) {
            for (key, place) in fields {
                guard let text = yaml.text(key), !text.isEmpty else { continue }
                _ = builder.add(field: text, place: place, line: yaml.value(key)?.location.line ?? 1)
            }
        }
        add([
            ("title", .title), ("subject", .subject), ("place", .place), ("recipient", .recipient),
            ("salutation", .salutation),
        ])
        let markdown = MarkdownReader(lineOffset: parts.bodyLineOffset) {
            builder.add($0, place: $1)
        } reportOverfullRow: { _, _, _ in
        }
        do {
            _ = try markdown.body(of: parts.body.nfc)
        } catch {
            throw LathuError(
                .invalidData, "is nested more than \(MarkdownReader.maximalDepth) levels deep",
                at: source.location(line: error.line))
        }
        add([("closing", .closing)])
        return builder.segments.map { ($0.block, $0.source.coded) }
    }
}
