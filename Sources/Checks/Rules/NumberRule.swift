/// Numbers that a translation lost, added or changed.
struct NumberRule: SegmentRule {
    static let info = RuleInfo(
        id: "number", title: "Numbers", severity: .error,
        explanation: """
            Each number of the source stands in the translation and the other way round, written as each language \
            does: 1,250.5 and 1.250,5, 2.5 million and 2,5 triệu, 7 p.m. and 19 giờ, the 1990s and thập niên 90. A word \
            of the source may be a number in the translation. A number of the source may be a word up to the one that \
            “words-up-to” names; beyond it, that is told. A number that is another one in the translation is an error, \
            one that only one side has a warning.
            """,
        parameters: [
            RuleParameter(
                "words-up-to", .number(0...1e12, default: 12),
                "numbers up to this one may be written in words in the translation")
        ])

    private let wordLimit: Double

    init(_ parameters: RuleParameters) { wordLimit = parameters.number("words-up-to") }

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        let comparison = pair.quantities
        var added = comparison.added
        for number in comparison.lost {
            let text = pair.source.string(number.range)
            if let place = Self.partner(of: number, in: pair, added) {
                let other = added.remove(at: place)
                report.add(
                    "the number \(text) of the source is \(pair.target.string(other.range)) in the translation",
                    source: number.range, target: other.range, suggestion: text)
            } else {
                report.add(
                    "the number \(text) of the source is missing in the translation", source: number.range,
                    severity: .warning)
            }
        }
        for number in added where !Self.isInWord(number.range, pair.target) {
            report.add(
                "the number \(pair.target.string(number.range)) does not stand in the source",
                target: number.range,
                severity: .warning)
        }
        for (number, word) in comparison.inWords {
            guard let value = number.values.first, value.scale != 0 || Double(value.digits) > wordLimit else {
                continue
            }
            report.add(
                "the number \(pair.source.string(number.range)) is written in words", source: number.range,
                target: word.range, suggestion: pair.source.string(number.range), severity: .info)
        }
    }

    /// Whether a number is a part of a word, as in CO2 or value_1: such words come where the source has others.
    private static func isInWord(_ range: Range<Int>, _ text: CheckedText) -> Bool {
        guard range.lowerBound > 0 else { return false }
        let before = text.units[range.lowerBound - 1]
        return UnitKind.isLetter(before) || before == 0x5F
    }

    /// Which number of the translation one of the source became: the one at about the same place.
    private static func partner(of number: Quantity, in pair: PairContext, _ added: [Quantity]) -> Int? {
        func share(_ range: Range<Int>, _ text: CheckedText) -> Double {
            Double(range.lowerBound) / Double(max(1, text.units.count))
        }
        let place = share(number.range, pair.source)
        return added.indices.min { left, right in
            abs(share(added[left].range, pair.target) - place)
                < abs(share(added[right].range, pair.target) - place)
        }
    }
}
