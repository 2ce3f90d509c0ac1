public import TextFiles
internal import UnicodeText

/// A rule of a segmentation rules file (SRX 2.0, section `rule`).
public struct SRXRule: Hashable, Sendable {
    /// Whether a text is cut where the rule holds, or kept together.
    public let breaks: Bool
    /// What must end at the place, as a regular expression in ICU's syntax; empty for anything.
    public let beforeBreak: String
    /// What must start at the place.
    public let afterBreak: String
    /// Where the rule stands, for messages.
    public let location: SourceLocation?

    /// A rule.
    public init(
        breaks: Bool, beforeBreak: String, afterBreak: String, location: SourceLocation? = nil
    ) {
        self.breaks = breaks
        self.beforeBreak = beforeBreak
        self.afterBreak = afterBreak
        self.location = location
    }

    /// What is wrong with the expressions of either part.
    func problems() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        for (name, pattern) in [("beforebreak", beforeBreak), ("afterbreak", afterBreak)]
        where !pattern.isEmpty {
            do {
                _ = try JavaExpression.compile(pattern)
            } catch {
                problems.append(Diagnostic("in <\(name)>, the \(error)", at: location))
            }
        }
        return problems
    }
}
