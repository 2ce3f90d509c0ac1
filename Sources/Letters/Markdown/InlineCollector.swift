internal import Segmentation

/// The text of a paragraph, a heading or a cell before it is cut into segments.
struct MarkedText {
    /// One entry for every line that a hard break ends.
    var lines: [Line] = [Line()]
    /// 1-based line of the file.
    var fileLine = 0

    /// Text between hard breaks.
    struct Line {
        /// Pieces of text and codes, the codes numbered in order of opening.
        var pieces: [InlineText.Piece] = []
        /// What the codes stand for.
        var markups: [Int: Markup] = [:]
        /// Offsets in the text without its codes, in Unicode scalars, where the file's next line begins.
        var breaks: [Int] = []
        /// 1-based line of the file where this line begins.
        var fileLine = 0
        var length = 0
    }
}

/// Puts inline nodes together into lines of text and numbered codes.
struct InlineCollector {
    private var result = MarkedText()
    private var open: [(number: Int, markup: Markup, isReopened: Bool)] = []
    /// Text that is not yet among the pieces of the last line.
    private var pending = ""
    private(set) var fileLine: Int
    private let isCell: Bool

    init(fileLine: Int, isCell: Bool) {
        self.fileLine = fileLine
        self.isCell = isCell
        result.fileLine = fileLine
        result.lines[0].fileLine = fileLine
    }

    /// How many markups are open.
    var depth: Int { open.count }

    var finished: MarkedText {
        var copy = self
        copy.flush()
        return copy.result
    }

    private var last: Int { result.lines.count - 1 }

    mutating func append(_ text: String) {
        guard !text.isEmpty else { return }
        result.lines[last].length += text.unicodeScalars.count
        pending += text
    }

    private mutating func flush() {
        if !pending.isEmpty { result.lines[last].pieces.append(.text(pending)) }
        pending = ""
    }

    private mutating func append(_ code: InlineCode) {
        flush()
        result.lines[last].pieces.append(.code(code))
    }

    mutating func softBreak() {
        append(" ")
        reach(line: fileLine + 1)
    }

    /// What comes next stands on this line of the file, if not on a later one.
    mutating func reach(line: Int) {
        while fileLine < line {
            fileLine += 1
            result.lines[last].breaks.append(result.lines[last].length)
        }
    }

    mutating func hardBreak() {
        endLine()
        fileLine += 1
        result.lines[last].fileLine = fileLine
    }

    /// A row of a table stands on one line, so `<br>` is the only hard break that its cells know.
    mutating func html(_ text: String) {
        guard isCell, RawHTML.isLineBreak(text) else {
            _ = addCode(.standalone, .html(text))
            return
        }
        endLine()
        result.lines[last].fileLine = fileLine
    }

    /// The mark of a footnote.
    mutating func note(_ number: Int) { _ = addCode(.standalone, .note(number: number, reference: 1)) }

    /// What is open when a line ends is closed there and opened again in the next one.
    private mutating func endLine() {
        let reopened = open.map(\.markup)
        while let (number, _, _) = open.popLast() { if !takeBackOpening(number) { end(number) } }
        flush()
        result.lines.append(MarkedText.Line())
        for markup in reopened { self.open(markup, isReopened: true) }
    }

    mutating func open(_ markup: Markup) { open(markup, isReopened: false) }

    private mutating func open(_ markup: Markup, isReopened: Bool) {
        let number = addCode(.opening, markup)
        open.append((number, markup, isReopened))
    }

    mutating func close() {
        guard let (number, _, isReopened) = open.popLast() else { return }
        if !isReopened || !takeBackOpening(number) { end(number) }
    }

    private mutating func end(_ number: Int) {
        if let code = InlineCode(.closing, number: number) { append(code) }
    }

    /// Takes an opening code away if nothing stands after it: what opens right before a hard break goes with what
    /// follows, and what closes right after one went with what precedes.
    private mutating func takeBackOpening(_ number: Int) -> Bool {
        guard pending.isEmpty, let code = InlineCode(.opening, number: number),
            result.lines[last].pieces.last == .code(code)
        else { return false }
        result.lines[last].pieces.removeLast()
        result.lines[last].markups[number] = nil
        return true
    }

    /// Past the number that codes can have, markup is left out and its text stays.
    private mutating func addCode(_ kind: InlineCode.Kind, _ markup: Markup) -> Int {
        let number = result.lines[last].markups.count + 1
        if let code = InlineCode(kind, number: number) {
            result.lines[last].markups[number] = markup
            append(code)
        }
        return number
    }
}
