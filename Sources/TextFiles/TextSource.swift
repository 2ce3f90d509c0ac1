import UnicodeText

/// A text with its lines counted, so that any place in it can be named.
public struct TextSource: Sendable {
    /// The file's path as the user would write it; nil for text in memory and standard input.
    public let file: String?
    /// The text, with line ends as they are in the file, without a byte order mark.
    public let text: String
    private let lineStarts: [Int]

    /// Counts the lines of a text. A line ends with LF, CR LF or a lone CR.
    public init(_ text: String, file: String? = nil) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
        self.file = file
        var starts = [0]
        var previous: UInt8 = 0
        for (offset, byte) in text.utf8.enumerated() {
            if previous == 0x0D, byte != 0x0A { starts.append(offset) }
            if byte == 0x0A { starts.append(offset + 1) }
            previous = byte
        }
        if previous == 0x0D { starts.append(text.utf8.count) }
        lineStarts = starts
    }

    /// The place of a UTF-8 offset in the text.
    public func location(utf8Offset offset: Int) -> SourceLocation {
        var low = 0, high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: lineStarts[low])
        let end = utf8.index(utf8.startIndex, offsetBy: min(max(offset, lineStarts[low]), utf8.count))
        let column = text.unicodeScalars[start..<end].count + 1
        return SourceLocation(file: file, line: low + 1, column: column)
    }

    /// The place of an index of the text.
    public func location(of index: String.Index) -> SourceLocation {
        location(utf8Offset: text.utf8.distance(from: text.utf8.startIndex, to: index))
    }

    /// The start of a 1-based line.
    public func location(line: Int, column: Int? = nil) -> SourceLocation {
        SourceLocation(file: file, line: line, column: column)
    }

    /// The lines without their line ends. A text that ends with a line end has no empty line after it.
    public var lines: [Substring] {
        let utf8 = text.utf8
        var result: [Substring] = []
        result.reserveCapacity(lineStarts.count)
        for (number, start) in lineStarts.enumerated() {
            let isLast = number + 1 == lineStarts.count
            var end = isLast ? utf8.count : lineStarts[number + 1]
            if isLast, start == end { break }
            let lower = utf8.index(utf8.startIndex, offsetBy: start)
            func lastByte() -> UInt8? {
                end > start ? utf8[utf8.index(utf8.startIndex, offsetBy: end - 1)] : nil
            }
            if lastByte() == 0x0A { end -= 1 }
            if lastByte() == 0x0D { end -= 1 }
            result.append(text[lower..<utf8.index(utf8.startIndex, offsetBy: end)])
        }
        return result
    }
}
