public import TextFiles

/// What an import did.
public struct ImportReport: Sendable, Equatable {
    /// What became of the units.
    public var counts = StorageCounts()
    /// Catalog entries that were left out because they are not translated.
    public var untranslated = 0
    /// Catalog entries that were left out because their translation is fuzzy.
    public var fuzzy = 0
    /// Rows or units that were left out because something is wrong with them.
    public var refused = 0
    /// What is wrong, as far as ``MemoryImport/reportedProblems`` goes.
    public var problems: [Diagnostic] = []
    /// What was put into order in the texts.
    public var normalized = TextNormalization.Counts()

    /// Nothing yet.
    public init() {}

    mutating func refuse(_ problem: Diagnostic) {
        refused += 1
        remark(problem)
    }

    /// Keeps what is wrong with something that is not left out for it.
    mutating func remark(_ problem: Diagnostic) {
        if problems.count < MemoryImport.reportedProblems { problems.append(problem) }
    }
}

/// How far an import has come.
public struct ImportStep: Sendable {
    /// The rows or units that were read.
    public let count: Int
    /// The share of the file that was read, 0 to 1; nil where its length is not known.
    public let share: Double?
}
