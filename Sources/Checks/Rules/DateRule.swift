internal import UnicodeText

/// Dates that are not those of the source.
struct DateRule: SegmentRule {
    static let info = RuleInfo(
        id: "date", title: "Dates", severity: .error,
        explanation: """
            November 11–12, 2017 is ngày 11–12 tháng 11 năm 2017 and 11/11/2017 is 11 November; day, month and year \
            agree, in words or figures. A month that the translation does not name is a warning.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        for (date, other) in pair.quantities.differentDates {
            report.add(
                "the date “\(pair.source.string(date.range))” of the source is “\(pair.target.string(other.range))” in the translation",
                source: date.range, target: other.range,
                suggestion: Self.text(date, in: pair.targetLocale.language))
        }
        for month in pair.quantities.lostMonths {
            report.add(
                "the month “\(pair.source.string(month.range))” of the source is missing in the translation",
                source: month.range, severity: .warning)
        }
    }

    private static func text(_ date: DateMention, in language: String) -> String? {
        guard language == "vi" else { return nil }
        var parts: [String] = []
        if !date.days.isEmpty { parts.append("ngày " + date.days.map(String.init).joined(separator: "–")) }
        parts.append("tháng \(date.month)")
        if let year = date.year { parts.append("năm \(year)") }
        return parts.joined(separator: " ")
    }
}
