/// Brackets that do not pair, or that only one side has.
struct BracketRule: SegmentRule {
    static let info = RuleInfo(
        id: "bracket", title: "Brackets", severity: .warning,
        explanation: """
            A bracket that is opened is closed, unless the source leaves it so. Where the source has something in \
            brackets and the translation nothing, that is told as an info; the plural in “file(s)” is let pass, and so are \
            brackets that a translator adds.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        let source = Self.brackets(pair.source, pair.sourceParts)
        let target = Self.brackets(pair.target, pair.targetParts)
        guard source.count > 0 || target.count > 0 else { return }
        if target.unpaired.count > source.unpaired.count, let place = target.unpaired.first {
            let sign = pair.target.string(place..<place + 1)
            report.add(
                Self.isOpening(pair.target.units[place])
                    ? "the bracket “\(sign)” is not closed" : "the bracket “\(sign)” closes nothing",
                target: place..<place + 1,
                suggestion: source.count == 0 ? "remove it" : "the source has \(source.count) of its kind")
        } else if target.count < source.count, source.unpaired.isEmpty, target.count == 0 {
            report.add(
                "the source has brackets, the translation has none", target: pair.target.content,
                severity: .info)
        }
    }

    private static func isOpening(_ unit: UInt16) -> Bool { closing(unit) != nil }

    private static func closing(_ unit: UInt16) -> UInt16? {
        switch unit {
        case 0x28: 0x29
        case 0x5B: 0x5D
        case 0xFF08: 0xFF09
        case 0x7B: 0x7D
        default: nil
        }
    }

    private static func isClosing(_ unit: UInt16) -> Bool {
        unit == 0x29 || unit == 0x5D || unit == 0xFF09 || unit == 0x7D
    }

    private static func brackets(_ text: CheckedText, _ parts: OpaqueParts) -> (count: Int, unpaired: [Int]) {
        var open: [Int] = []
        var unpaired: [Int] = []
        var count = 0
        for place in text.units.indices where isOpening(text.units[place]) || isClosing(text.units[place]) {
            if parts.cover(place) { continue }
            let unit = text.units[place]
            count += 1
            if isOpening(unit) {
                open.append(place)
            } else if let last = open.last, closing(text.units[last]) == unit {
                open.removeLast()
                if isPlural(text, last..<place + 1) { count -= 2 }
            } else if isFace(text, place) {
                count -= 1
            } else {
                unpaired.append(place)
            }
        }
        return (count, (unpaired + open.filter { !isFace(text, $0) }).sorted())
    }

    /// “file(s)”, “box(es)”: one letter or two, right after another.
    private static func isPlural(_ text: CheckedText, _ range: Range<Int>) -> Bool {
        guard range.count <= 4, range.lowerBound > 0, UnitKind.isLetter(text.units[range.lowerBound - 1])
        else { return false }
        let letters = text.units[range].dropFirst().dropLast()
        return letters.last.map { $0 | 0x20 == 0x73 } ?? false && letters.allSatisfy(UnitKind.isLetter)
    }

    /// “:)” and “1)” pair with nothing.
    private static func isFace(_ text: CheckedText, _ place: Int) -> Bool {
        guard place > 0 else { return false }
        let before = text.units[place - 1]
        if before == 0x3A || before == 0x3B || before == 0x2D && place > 1 && text.units[place - 2] == 0x3A {
            return true
        }
        let isPoint = UnitKind.digit(before) != nil || UnitKind.isLetter(before)
        guard isPoint, isClosing(text.units[place]) else { return false }
        // A point of a list: one sign or number at the start of the text or after a space.
        let start = text.units[..<place].lastIndex { UnitKind.isSpace($0) }.map { $0 + 1 } ?? 0
        return place - start <= 2
    }
}
