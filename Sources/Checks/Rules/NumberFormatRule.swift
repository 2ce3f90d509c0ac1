/// Numbers that are written as another language does.
struct NumberFormatRule: SegmentRule {
    static let info = RuleInfo(
        id: "number-format", title: "Decimal and thousands signs", severity: .info,
        explanation: """
            Vietnamese, German and others write a fraction with a comma and groups with a point (1.250,5), English the \
            other way round (1,250.5). A number that was taken over with the signs of the source means another one.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        let sourceDecimal = NumberScan.usesDecimalPoint(pair.sourceLocale)
        guard sourceDecimal != NumberScan.usesDecimalPoint(pair.targetLocale) else { return }
        // The same figures in the same form: a group of the source reads as a fraction here, and the reverse.
        for number in NumberScan(pair.target, pair.targetParts, pair.targetLocale).quantities() {
            let units = pair.target.units[number.range]
            guard units.contains(where: { $0 == 0x2E || $0 == 0x2C }) else { continue }
            let sameForm = pair.source.string(0..<pair.source.units.count).contains(
                pair.target.string(number.range))
            let isWrong = !number.isConventional || number.values.count > 1 && sameForm
            guard isWrong, sameForm else { continue }
            let swapped = units.map { $0 == 0x2E ? 0x2C : $0 == 0x2C ? 0x2E : $0 }
            report.add(
                "the number has the decimal or thousands sign of the source’s language", target: number.range,
                suggestion: String(decoding: swapped, as: UTF16.self))
        }
    }
}
