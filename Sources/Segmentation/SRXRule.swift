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

    /// Compiles the rule into one expression, whose match ends at the place.
    /// - Throws: ``TextFiles/LathuError`` with what is wrong in either part.
    func compiled() throws(LathuError) -> RegularExpression {
        // A group of its own keeps alternatives and flags of one part away from the other.
        if let whole = try? RegularExpression("(?:\(beforeBreak))(?=\(afterBreak))") { return whole }
        var problems: [Diagnostic] = []
        for (name, pattern) in [("beforebreak", beforeBreak), ("afterbreak", afterBreak)]
        where !pattern.isEmpty {
            do {
                _ = try RegularExpression(pattern)
            } catch {
                problems.append(Diagnostic("in <\(name)>, the \(error)", at: location))
            }
        }
        if problems.isEmpty {
            let message = "the two parts of this rule cannot be joined into one regular expression"
            problems.append(
                Diagnostic(message, at: location, hint: "close every group, class and \\Q in its own part"))
        }
        throw LathuError(.invalidData, problems)
    }
}
