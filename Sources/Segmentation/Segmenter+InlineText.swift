extension Segmenter {
    /// The segments of a text with codes.
    ///
    /// Codes do not take part in finding where sentences end. At a cut, closing codes stay with the
    /// sentence before it and opening ones go with the sentence after it; a standalone code stays with
    /// the sentence that it touches. A pair that reaches over a cut is closed before it and opened again
    /// after it, so that each segment's codes are paired as they were in the whole. Text without any
    /// letter or sign is a segment only where it has codes.
    public func segments(of inline: InlineText) -> [InlineSegment] {
        let whole = InlineLayout(inline)
        if whole.spaceEnd(from: 0) == whole.units.count, whole.codes.isEmpty { return [] }
        var result: [InlineSegment] = []
        var start = InlineLayout.Position(unit: 0, code: 0)
        let leading = whole.spaceEnd(from: start)
        start.unit = leading
        var lastEnd = leading
        for boundary in boundaries(in: whole.units).dropLast() {
            // Rules that are followed to the letter may cut in white space, and twice in the same.
            let spaceStart = whole.spaceStart(before: boundary), spaceEnd = whole.spaceEnd(from: boundary)
            guard spaceStart >= lastEnd, spaceStart > 0, spaceEnd < whole.units.count else { continue }
            lastEnd = spaceEnd
            let cut =
                if let codePlacement {
                    whole.cut(at: boundary, after: spaceStart, codePlacement)
                } else {
                    whole.cut(from: spaceStart, to: spaceEnd)
                }
            let next = InlineLayout.Position(unit: whole.spaceEnd(from: cut), code: cut.code)
            result.append(
                whole.segment(
                    from: start, to: cut, leading: result.isEmpty ? 0..<leading : nil,
                    glue: cut.unit..<next.unit))
            start = next
        }
        // White space at the very end is glue unless a code follows it.
        let lastCode = whole.codes.last?.offset ?? 0
        let end = max(whole.spaceStart(before: whole.units.count), lastCode, start.unit)
        result.append(
            whole.segment(
                from: start, to: .init(unit: end, code: whole.codes.count),
                leading: result.isEmpty ? 0..<leading : nil, glue: end..<whole.units.count))
        return result
    }
}

/// A text with its codes beside it, at offsets into the text.
struct InlineLayout {
    /// A place between units and codes: the units and codes before it are counted.
    struct Position {
        var unit: Int
        var code: Int
    }

    private(set) var units: [UInt16] = []
    private(set) var codes: [(offset: Int, code: InlineCode)] = []
    /// For an opening code its closing one, and the reverse.
    private var partners: [Int: Int] = [:]

    init(_ inline: InlineText) {
        var open: [Int: [Int]] = [:]
        for piece in inline.pieces {
            switch piece {
            case .text(let text): units += Array(text.utf16)
            case .code(let code):
                switch code.kind {
                case .opening: open[code.number, default: []].append(codes.count)
                case .closing:
                    if let partner = open[code.number]?.popLast() {
                        partners[partner] = codes.count
                        partners[codes.count] = partner
                    }
                case .standalone: break
                }
                codes.append((units.count, code))
            }
        }
    }

    func spaceEnd(from offset: Int) -> Int {
        units.withUnsafeBufferPointer { $0.spaceEnd(from: offset) }
    }

    func spaceStart(before offset: Int) -> Int {
        units.withUnsafeBufferPointer { $0.spaceStart(before: offset) }
    }

    /// Where the white space that starts here ends; a code ends it too.
    func spaceEnd(from position: Position) -> Int {
        let end = spaceEnd(from: position.unit)
        return position.code < codes.count ? min(end, codes[position.code].offset) : end
    }

    /// Where to cut in the white space from `start` to `end`, which has codes before, in and after it.
    func cut(from start: Int, to end: Int) -> Position {
        let first = codes.firstIndex { $0.offset >= start } ?? codes.count
        let last = codes.firstIndex { $0.offset > end } ?? codes.count
        var code = first
        for index in first..<last where codes[index].code.kind == .closing {
            // The end of an empty pair goes where its start goes.
            if partners[index].map({ $0 < first }) ?? true { code = index + 1 }
        }
        while code < last, codes[code].code.kind == .standalone, codes[code].offset == start { code += 1 }
        return Position(unit: code > first ? max(start, codes[code - 1].offset) : start, code: code)
    }

    /// Where to cut for a boundary that is meant to the letter: what stands before it belongs before it, and of
    /// the codes right there those that the placement says, up to the first that it does not.
    func cut(at boundary: Int, after spaceStart: Int, _ placement: CodePlacement) -> Position {
        var code = codes.firstIndex { $0.offset >= boundary } ?? codes.count
        while code < codes.count, codes[code].offset == boundary, placement.includes(codes[code].code.kind) {
            code += 1
        }
        return Position(unit: max(spaceStart, code > 0 ? codes[code - 1].offset : 0), code: code)
    }

    /// Builds the segment between two places, with the pairs that are open at its ends.
    func segment(
        from start: Position, to end: Position, leading: Range<Int>?, glue: Range<Int>
    ) -> InlineSegment {
        func open(at code: Int) -> [Int] {
            (0..<code).filter { codes[$0].code.kind == .opening && (partners[$0] ?? 0) >= code }
        }
        var numbers: [Int: Int] = [:]
        var originals: [Int] = []
        var pieces: [InlineText.Piece] = []
        func add(_ code: InlineCode, as kind: InlineCode.Kind) {
            if numbers[code.number] == nil {
                originals.append(code.number)
                numbers[code.number] = originals.count
            }
            // There are no more new numbers than there were old ones.
            pieces.append(.code(InlineCode(kind, known: numbers[code.number] ?? code.number)))
        }
        for index in open(at: start.code) { add(codes[index].code, as: .opening) }
        var unit = start.unit
        for index in start.code..<end.code {
            pieces.append(.text(text(unit..<codes[index].offset)))
            unit = codes[index].offset
            add(codes[index].code, as: codes[index].code.kind)
        }
        pieces.append(.text(text(unit..<end.unit)))
        for index in open(at: end.code).reversed() { add(codes[index].code, as: .closing) }
        return InlineSegment(
            text: InlineText(pieces), originalNumbers: originals, leading: leading.map(text) ?? "",
            glue: text(glue))
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: units[range], as: UTF16.self)
    }
}
