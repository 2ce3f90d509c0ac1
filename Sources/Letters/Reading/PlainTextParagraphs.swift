public import Segmentation
public import TextFiles
public import UnicodeText

/// Plain text as paragraphs: separated by blank lines, or one on every line.
public struct PlainTextParagraphs {
    /// A segment of plain text.
    public struct Segment: Sendable, Equatable {
        /// 1-based line where it begins.
        public let line: Int
        /// The number of its paragraph, from 1.
        public let block: Int
        /// The text, in NFC.
        public let text: String
    }

    private var paragraphs: [[(line: Int, text: String)]] = []

    /// Finds the paragraphs of a text.
    public init(_ source: TextSource, everyLine: Bool) {
        var current: [(line: Int, text: String)] = []
        for (index, line) in source.lines.enumerated() {
            let text = line.trimmed
            if !text.isEmpty { current.append((index + 1, text.nfc)) }
            if !current.isEmpty, everyLine || text.isEmpty {
                paragraphs.append(current)
                current = []
            }
        }
        if !current.isEmpty { paragraphs.append(current) }
    }

    /// The segments of all paragraphs; the lines of one are joined by spaces.
    public func segments(by segmenter: Segmenter) -> [Segment] {
        var segments: [Segment] = []
        for (number, lines) in paragraphs.enumerated() {
            // UTF-8 offsets in the joined text where the lines begin.
            var starts: [(offset: Int, line: Int)] = []
            var text = ""
            for line in lines {
                if !text.isEmpty { text += " " }
                starts.append((text.utf8.count, line.line))
                text += line.text
            }
            for range in segmenter.segments(of: text) {
                let offset = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                let line = starts.last { $0.offset <= offset }?.line ?? lines[0].line
                segments.append(Segment(line: line, block: number + 1, text: String(text[range])))
            }
        }
        return segments
    }
}

extension LocaleID {
    /// The locale that a path names: by a folder `locales/vi/`, or by a name such as `letter.vi.txt`.
    public static func named(inPath path: String) -> LocaleID? {
        let parts = path.split(separator: "/").map(String.init)
        for (folder, name) in zip(parts, parts.dropFirst()).reversed() where folder == "locales" {
            if let locale = try? LocaleID(name) { return locale }
        }
        let inner = FilePath.fileExtension(of: FilePath.stem(of: path))
        return inner.utf8.count == 2 || inner.contains("-") ? try? LocaleID(inner) : nil
    }
}
