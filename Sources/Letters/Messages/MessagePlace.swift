internal import TextFiles
internal import UnicodeText

/// Finds the place of a message's scalar in the file that the message was read from.
///
/// On the way from a file to a message line ends become spaces, quotation marks and escapes go, markup becomes codes;
/// but braces stay, in order. So a place is looked for by counting them, and then scalar by scalar.
struct MessagePlace {
    /// The file.
    let source: TextSource
    /// 1-based line where to begin.
    let line: Int
    /// 1-based column there, in scalars.
    let column: Int
    /// How many braces stand between there and the message.
    let bracesBefore: Int

    /// Where a scalar of a message stands; the beginning where that cannot be told.
    func location(of offset: Int, in message: String) -> SourceLocation {
        let scalars = Array(message.unicodeScalars)
        let last = min(offset, scalars.count - 1)
        let start = source.location(line: line, column: column)
        guard last >= 0, let anchor = (0...last).last(where: { Self.isBrace(scalars[$0]) }) else {
            return start
        }
        var wanted = bracesBefore + scalars[0...anchor].count(where: Self.isBrace)
        var cursor = Cursor(lines: source.lines, line: line - 1, column: column - 1)
        while let scalar = cursor.scalar {
            if Self.isBrace(scalar) { wanted -= 1 }
            if wanted == 0 { break }
            cursor.advance()
        }
        guard cursor.scalar != nil else { return start }
        var place = cursor
        for index in anchor..<last {
            cursor.advance()
            let next = scalars[index + 1]
            while let found = cursor.scalar, found != next, found.isWhiteSpace || next.isWhiteSpace {
                if next.isWhiteSpace, !found.isWhiteSpace { break }
                cursor.advance()
            }
            guard cursor.scalar == next || next.isWhiteSpace else { break }
            place = cursor
        }
        return source.location(line: place.line + 1, column: place.column + 1)
    }

    private static func isBrace(_ scalar: Unicode.Scalar) -> Bool { scalar == "{" || scalar == "}" }

    /// A place in the lines of a file; a line's end is a line feed.
    private struct Cursor {
        private let lines: [Substring]
        private(set) var line: Int
        private(set) var column: Int
        private var scalars: [Unicode.Scalar] = []

        init(lines: [Substring], line: Int, column: Int) {
            self.lines = lines
            self.line = line
            self.column = column
            load()
        }

        private mutating func load() {
            scalars = lines.indices.contains(line) ? Array(lines[line].unicodeScalars) : []
        }

        var scalar: Unicode.Scalar? {
            guard lines.indices.contains(line) else { return nil }
            return column < scalars.count ? scalars[column] : "\n"
        }

        mutating func advance() {
            column += 1
            if column > scalars.count {
                line += 1
                column = 0
                load()
            }
        }
    }
}
