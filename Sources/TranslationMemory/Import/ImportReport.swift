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
    /// What is wrong, as far as ``MemoryImport/reportedProblems`` goes; nothing where ``MemoryImport/told`` was told.
    public var problems: [Diagnostic] = []
    /// What was put into order in the texts.
    public var normalized = TextNormalization.Counts()

    /// Nothing yet.
    public init() {}

    /// Counts something that is left out, and keeps what is wrong with it.
    mutating func refuse(_ problem: Diagnostic) {
        refused += 1
        keep(problem, .error)
    }

    /// Keeps what is wrong with something that is not left out for it.
    mutating func remark(_ problem: Diagnostic) { keep(problem, .warning) }

    private mutating func keep(_ problem: Diagnostic, _ severity: Diagnostic.Severity) {
        guard problems.count < MemoryImport.reportedProblems else { return }
        var problem = problem
        problem.severity = severity
        problems.append(problem)
    }

    /// Hands out what is kept.
    mutating func takeProblems() -> [Diagnostic] {
        if problems.isEmpty { return [] }
        defer { problems = [] }
        return problems
    }

    /// Why a file of which something would have to be left out is not imported.
    func refusal(of path: String) -> LathuError {
        let told = problems.filter { $0.severity == .error }
        let more = refused > told.count ? ", \(refused - told.count) of them not shown" : ""
        let what = refused == 1 ? "1 row or unit is" : "\(refused) rows or units are"
        return LathuError(
            .invalidData,
            told + [
                Diagnostic(
                    "nothing of it was imported: \(what) malformed\(more)",
                    at: SourceLocation(file: path == FileReading.standardInput ? nil : path),
                    hint: "mend the file, or leave these out with --skip-bad")
            ])
    }
}

/// How far an import has come.
public struct ImportStep: Sendable {
    /// The rows or units that were read.
    public let count: Int
    /// The share of the file that was read, 0 to 1; nil where its length is not known.
    public let share: Double?
}
