/// Numbers that are written as another language does.
struct NumberFormatRule: SegmentRule {
    static let info = RuleInfo(
        id: "number-format", title: "Decimal and thousands signs", severity: .info,
        explanation: """
            Vietnamese, German and others write a fraction with a comma and groups with a point (1.250,5), English the \
            other way round (1,250.5). A number that was taken over with the signs of the source means another one. Times \
            (7.55 giờ), versions and numbers of figures (Android 5.0, Hình 3.20) and formulas are let pass.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        let sourceDecimal = NumberScan.usesDecimalPoint(pair.sourceLocale)
        guard sourceDecimal != NumberScan.usesDecimalPoint(pair.targetLocale) else { return }
        // The same figures in the same form: a group of the source reads as a fraction here, and the reverse.
        for number in NumberScan(pair.target, pair.targetParts, pair.targetLocale).quantities() {
            let units = pair.target.units[number.range]
            guard units.contains(where: { $0 == 0x2E || $0 == 0x2C }) else { continue }
            let sameForm = pair.source.plain.contains(
                pair.target.string(number.range))
            let isWrong = !number.isConventional || number.values.count > 1 && sameForm
            guard isWrong, sameForm, !Self.isTime(number.range, pair.target),
                !Self.isLabel(number.range, pair), !Self.isInFormula(number.range, pair.target)
            else { continue }
            let swapped = units.map { $0 == 0x2E ? 0x2C : $0 == 0x2C ? 0x2E : $0 }
            report.add(
                "the number has the decimal or thousands sign of the source’s language", target: number.range,
                suggestion: String(decoding: swapped, as: UTF16.self))
        }
    }

    private static let timeWords = WordTable("giờ h am pm a p sáng chiều tối uhr heures hrs gmt")
    private static let labels = WordTable("hình bảng mục chương điều khoản bản version figure table section")

    /// 7.55 giờ: hours and minutes.
    private static func isTime(_ range: Range<Int>, _ text: CheckedText) -> Bool {
        let parts = text.units[range].split(separator: 0x2E)
        guard parts.count == 2, parts[0].count <= 2, parts[1].count == 2,
            let word = text.words.first(where: { $0.range.lowerBound >= range.upperBound })
        else { return false }
        return word.range.lowerBound - range.upperBound <= 1 && timeWords.contains(word.key)
    }

    /// Hình 3.20, and Android 5.0 where the source has the word before it too.
    private static func isLabel(_ range: Range<Int>, _ pair: PairContext) -> Bool {
        guard let word = pair.target.words.last(where: { $0.range.upperBound <= range.lowerBound }),
            pair.target.units[word.range.upperBound..<range.lowerBound].allSatisfy(UnitKind.isSpace)
        else { return false }
        if labels.contains(word.key) { return true }
        guard word.isCapitalized || word.hasInnerCapital || word.range.count > 1 && word.isASCII else {
            return false
        }
        return pair.source.plain.contains(pair.target.string(word.range.lowerBound..<range.upperBound))
    }

    /// =YEAR(33333.33): the language of the program, not that of the text.
    private static func isInFormula(_ range: Range<Int>, _ text: CheckedText) -> Bool {
        let start = text.units[..<range.lowerBound].lastIndex(where: UnitKind.isSpace).map { $0 + 1 } ?? 0
        let before = text.units[start..<range.lowerBound]
        return before.first == 0x3D || before.contains(0x28) && before.contains(0x3B)
    }
}
