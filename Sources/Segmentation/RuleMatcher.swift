internal import TextFiles
internal import UnicodeText

/// A rule that is ready to be found in texts.
struct RuleMatcher {
    let breaks: Bool
    private let expression: RegularExpression

    init(_ rule: SRXRule) throws(LathuError) {
        breaks = rule.breaks
        expression = try rule.compiled()
    }

    private init(breaks: Bool, expression: RegularExpression) {
        self.breaks = breaks
        self.expression = expression
    }

    func copy() throws(ICUError) -> RuleMatcher {
        RuleMatcher(breaks: breaks, expression: try expression.copy())
    }

    /// Calls `body` with every place where the rule holds: for each start, the end that the expression
    /// prefers. Matches may overlap.
    func forEachPlace(in units: [UInt16], _ body: (Int) -> Void) {
        expression.setText(units)
        // An expression that takes in long stretches would read them again from every start. Past this
        // many units, matches no longer overlap, and the work stays linear.
        var allowance = 32 * units.count + 4096
        var from = 0
        while from <= units.count, let match = expression.firstMatch(from: from) {
            body(match.upperBound)
            allowance -= match.count
            let start = match.lowerBound
            let isPair =
                start + 1 < units.count && units[start] & 0xFC00 == 0xD800
                && units[start + 1] & 0xFC00 == 0xDC00
            from = start + (isPair ? 2 : 1)
            if allowance < 0 { from = max(from, match.upperBound) }
        }
    }
}
