/// A way in which a translation can be wrong.
///
/// A rule is a value made from its parameters; it keeps nothing between segments, so that segments can be checked
/// on several threads and in any order.
public protocol Rule: Sendable {
    /// What the rule is.
    static var info: RuleInfo { get }

    /// A rule with its parameters.
    init(_ parameters: RuleParameters)
}

/// A rule that looks at one segment and its translation.
public protocol SegmentRule: Rule {
    /// Reports what is wrong with a pair.
    func check(_ pair: PairContext, _ report: inout RuleReport)
}

/// A rule that compares the segments of a letter, or of all letters, with each other: it takes evidence from every
/// segment and judges it together.
public protocol CollectingRule: Rule {
    /// What a pair has to say, in the order of its text.
    func evidence(_ pair: PairContext) -> [Evidence]

    /// Reports what the evidence shows. In a rule of scope ``RuleInfo/Scope/project`` it is that of all letters
    /// in one language.
    func judge(_ evidence: [LetterEvidence], _ report: inout LetterReport)
}

/// A rule that looks at a letter apart from its segments.
public protocol LetterRule: Rule {
    /// Reports what is wrong with a letter.
    func check(_ letter: CheckedLetter, _ report: inout LetterReport)
}

/// What a rule is, for people and for the registry.
public struct RuleInfo: Sendable {
    /// What a rule looks at together.
    public enum Scope: String, Sendable {
        /// One segment.
        case segment
        /// All segments of a letter.
        case letter
        /// All letters of a project in one language.
        case project
    }

    /// Its name in settings, waivers and reports: small letters and hyphens.
    public let id: String
    /// What it looks for, in a few words.
    public let title: String
    /// How much its findings matter unless settings say otherwise.
    public let severity: Severity
    /// What it looks at together.
    public let scope: Scope
    /// What it looks for and what it lets pass, for people.
    public let explanation: String
    /// What can be set.
    public let parameters: [RuleParameter]
    /// Whether it has anything to say about a segment without translation.
    public let takesMissing: Bool
    /// Whether it has nothing to say without a termbase.
    public let needsTerms: Bool

    /// What a rule is.
    public init(
        id: String, title: String, severity: Severity, scope: Scope = .segment, explanation: String,
        parameters: [RuleParameter] = [], takesMissing: Bool = false, needsTerms: Bool = false
    ) {
        self.id = id
        self.title = title
        self.severity = severity
        self.scope = scope
        self.explanation = explanation
        self.parameters = parameters
        self.takesMissing = takesMissing
        self.needsTerms = needsTerms
    }
}
