public import UnicodeText

/// What to build, and under which conditions.
public struct BuildOptions: Sendable {
    /// How far a translation has to be for a letter to be built at all.
    public enum Requirement: String, Sendable, CaseIterable {
        case translated, reviewed
    }

    /// The languages; empty for those that each recipient reads, or else the source and all targets.
    public var locales: [LocaleID] = []
    /// Ids of recipients; empty for all.
    public var recipients: [String] = []
    /// The formats.
    public var formats: [LetterFormat] = LetterFormat.ownFormats
    /// What is refused instead of falling back; nil to build all the same.
    public var requirement: Requirement?
    /// Whether letters say that they are drafts.
    public var isDraft = false
    /// Whether the letter goes along with an e-mail as PDF too.
    public var attachesPDF = false
    /// Seconds since 1970 for the `Date` of e-mails; nil for none.
    public var date: Int?
    /// Whether everything is built anew.
    public var isForced = false
    /// On how many threads.
    public var threads = 1
    /// The version of the program: another one may build other bytes.
    public var version = ""
    /// The folder to build in.
    public var output: String

    /// Everything in the letters that a project has.
    ///
    /// - Parameter output: the folder to build in.
    public init(output: String) { self.output = output }
}
