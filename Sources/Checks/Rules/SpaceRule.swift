/// Spaces that are too many or in the wrong place.
struct SpaceRule: SegmentRule {
    static let info = RuleInfo(
        id: "space", title: "Spaces", severity: .warning,
        explanation: """
            Two spaces in a row, a space at the start or end that the source has not, none after “Name: ” where the source has one, a space before a punctuation mark \
            (French has a no-break one before ; : ! ?), none after a comma, a no-break space between words. “lathu check \
            --fix” mends them.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        let units = pair.target.units
        guard let content = pair.target.content else { return }
        for finding in SpaceScan.findings(units, pair.targetLocale) {
            if finding.isDouble, Self.hasDouble(pair.source) { continue }
            if finding.isBeforeMark, Self.hasSpaceBeforeMark(pair) {
                guard finding.range.count > 1, !Self.hasDouble(pair.source) else { continue }
            }
            if finding.isNoBreak, pair.source.units.contains(where: UnitKind.isNoBreakSpace) { continue }
            if pair.targetParts.cover(finding.range.lowerBound) { continue }
            report.add(
                finding.message, target: finding.range,
                suggestion: finding.replacement.isEmpty ? "remove it" : nil)
        }
        checkEdges(pair, content, &report)
    }

    private func checkEdges(_ pair: PairContext, _ content: Range<Int>, _ report: inout RuleReport) {
        guard let source = pair.source.content else { return }
        let count = pair.target.units.count
        if content.lowerBound > 0, source.lowerBound == 0 {
            report.add(
                "there is a space at the start", target: 0..<content.lowerBound, suggestion: "remove it")
        } else if content.lowerBound == 0, source.lowerBound > 0 {
            report.add(
                "the source begins with a space, the translation does not", target: content, severity: .info)
        }
        if content.upperBound < count, source.upperBound == pair.source.units.count {
            report.add(
                "there is a space at the end", target: content.upperBound..<count, suggestion: "remove it")
        } else if content.upperBound == count, source.upperBound < pair.source.units.count,
            Self.joins(pair.source.units[source.upperBound - 1])
        {
            report.add(
                "the source ends with a space, the translation does not", target: content, severity: .info)
        }
    }

    /// Whether something is to be put after such a mark and its space, as after “Name: ”. Any other space at the end of a
    /// source is a slip of its own.
    private static func joins(_ unit: UInt16) -> Bool {
        [0x3A, 0x2C, 0x3B, 0x2D, 0x2013, 0x2014, 0x2F, 0x28, 0x3D, 0xFF1A].contains(unit)
    }

    private static func hasDouble(_ text: CheckedText) -> Bool {
        zip(text.units, text.units.dropFirst()).contains { UnitKind.isSpace($0) && UnitKind.isSpace($1) }
    }

    private static func hasSpaceBeforeMark(_ pair: PairContext) -> Bool {
        SpaceScan.findings(pair.source.units, pair.targetLocale).contains(where: \.isBeforeMark)
    }
}
