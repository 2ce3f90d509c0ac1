public import Segmentation
public import TextFiles
public import UnicodeText

/// The paragraphs of any document that letters come in, cut into segments: what is compared when a document is aligned
/// with its translation.
public struct DocumentParagraphs {
    /// For each paragraph its segments in their coded form.
    public let paragraphs: [[String]]
    /// What is worth saying about the file.
    public let warnings: [Diagnostic]

    /// Cuts a text: Markdown as letters are, with or without front matter, else plain text.
    ///
    /// - Parameter everyLine: takes every line as one segment, and nothing for a paragraph.
    /// - Throws: `LathuError` where the front matter is malformed.
    public init(
        _ source: TextSource, locale: LocaleID, segmenter: Segmenter, everyLine: Bool = false
    ) throws(LathuError) {
        if everyLine {
            paragraphs = [
                source.lines.map { String($0).trimmed.nfc }.filter { !$0.isEmpty }
                    .map { InlineText(plain: $0).coded }
            ]
            warnings = []
            return
        }
        var numbered: [(block: Int, text: String)] = []
        if let file = source.file, ["md", "markdown"].contains(FilePath.fileExtension(of: file)) {
            let result = try LetterReader(locale: locale, segmenter: segmenter).read(source)
            numbered = result.letter.segments.map { ($0.block, $0.source.coded) }
            warnings = result.warnings
        } else {
            numbered = PlainTextParagraphs(source, everyLine: false).segments(by: segmenter)
                .map { ($0.block, InlineText(plain: $0.text).coded) }
            warnings = []
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
}
