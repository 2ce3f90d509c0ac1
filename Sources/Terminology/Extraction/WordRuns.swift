internal import Matching

/// The words of a text as they stand in phrases: what hyphens join is one word, and what programs put in for others
/// (`%s`, `{name}`, `$(ARG1)`, `--option`, the `-LRB-` of treebanks) is none.
enum WordRuns {
    /// A word, or what no phrase goes across.
    enum Piece {
        /// One token, or several that hyphens join.
        case word([Token])
        case boundary
    }

    private static let hyphens: Set<String> = ["-", "\u{2010}", "\u{2011}"]

    static func pieces(of segment: TokenizedSegment) -> [Piece] {
        let tokens = segment.tokens
        let glued = glue(segment)
        func isMark(_ place: Int, _ texts: Set<String>) -> Bool {
            tokens.indices.contains(place) && tokens[place].kind == .mark
                && texts.contains(tokens[place].text)
        }
        func isGlued(_ place: Int) -> Bool { glued.indices.contains(place) && glued[place] }
        func isCode(_ place: Int) -> Bool {
            guard isGlued(place) else { return false }
            if isMark(place - 1, ["%", "$", "\\", "@", "#", "<", "</", "${", "{{"]) { return true }
            // {name}, {count, plural, …}, {{GENDER:…}}; “one {# file}” has text within.
            if isMark(place - 1, ["{"]) { return isMark(place + 1, ["}", ",", ":", "|", "}}"]) }
            if isMark(place - 1, ["("]) { return isMark(place - 2, ["$", "%"]) && isGlued(place - 1) }
            return isMark(place - 1, hyphens.union(["--"])) && !isGlued(place - 1)
        }
        var pieces: [Piece] = []
        var place = 0
        while place < tokens.count {
            defer { place += 1 }
            switch tokens[place].kind {
            case .code: continue
            case .mark, .number: pieces.append(.boundary)
            case .word:
                var word = [tokens[place]]
                let isText = !isCode(place)
                while isMark(place + 1, hyphens), isGlued(place + 1), isGlued(place + 2),
                    tokens[place + 2].kind == .word || tokens[place + 2].kind == .number
                {
                    word.append(tokens[place + 2])
                    place += 2
                }
                pieces.append(isText ? .word(word) : .boundary)
            }
        }
        return pieces
    }

    /// For every token whether it follows the one before it without a space.
    private static func glue(_ segment: TokenizedSegment) -> [Bool] {
        var glued = [Bool](repeating: false, count: segment.tokens.count)
        let text = segment.text.utf8
        var place = text.startIndex
        for (number, token) in segment.tokens.enumerated() {
            let start = place
            var scalars = segment.text.unicodeScalars[place...]
            while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
            place = scalars.startIndex
            // Where a text is not as its tokens are written (an escape), nothing is known of the rest.
            guard text[place...].starts(with: token.text.utf8) else { return glued }
            glued[number] = number > 0 && place == start
            place = text.index(place, offsetBy: token.text.utf8.count)
        }
        return glued
    }
}
