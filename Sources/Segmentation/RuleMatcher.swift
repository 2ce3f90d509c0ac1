internal import TextFiles
internal import UnicodeText

/// A rule that is ready to be asked whether it holds at a place.
///
/// Both sides are compiled when they are first needed: most texts need few rules.
final class RuleMatcher {
    /// How far back an expression without bound is tried from. ICU's lookbehind needs a bound as well.
    static let reach = 1024

    let rule: SRXRule
    private lazy var before = Before(rule.beforeBreak)
    private lazy var after = try? JavaExpression.compile(rule.afterBreak)
    /// The text that each side was given last.
    private var beforeText = 0, afterText = 0

    private enum Before {
        /// As a lookbehind, which ends at the place by nature.
        case bounded(RegularExpression)
        /// To be tried from every start.
        case unbounded(RegularExpression)
        case malformed

        init(_ pattern: String) {
            guard let whole = try? JavaExpression.compile(pattern) else {
                self = .malformed
                return
            }
            // Where the pattern only compiles alone, its quotation or comment reaches past its end.
            let bounded = try? JavaExpression.compile("(?<=(?:\(pattern)))")
            self = bounded.map(Self.bounded) ?? .unbounded(whole)
        }
    }

    init(_ rule: SRXRule) { self.rule = rule }

    /// Whether text that ends at the place matches `beforebreak`.
    /// - Parameter number: tells texts apart; never 0.
    func holdsBefore(_ place: Int, in text: UnsafeBufferPointer<UInt16>, number: Int) -> Bool {
        switch before {
        case .bounded(let expression):
            if beforeText != number { expression.setText(borrowed: text) }
            beforeText = number
            return expression.matchEnd(at: place) != nil
        case .unbounded(let expression):
            if beforeText != number { expression.setText(borrowed: text) }
            beforeText = number
            return expression.hasMatch(endingAt: place, from: max(0, place - Self.reach))
        case .malformed: return false
        }
    }

    /// Whether text that starts at the place matches `afterbreak`.
    func holdsAfter(_ place: Int, in text: UnsafeBufferPointer<UInt16>, number: Int) -> Bool {
        guard let after else { return false }
        if afterText != number { after.setText(borrowed: text) }
        afterText = number
        return after.matchEnd(at: place) != nil
    }
}
