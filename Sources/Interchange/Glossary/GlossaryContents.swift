public import TextFiles

/// What a glossary's file holds, with what is wrong with it.
public struct GlossaryContents: Sendable {
    /// The concepts that could be read, in the order of the file.
    public var concepts: [GlossaryConcept]
    /// What is wrong: errors for what was left out, warnings for the rest.
    public var findings: [Diagnostic]

    /// Contents.
    public init(concepts: [GlossaryConcept] = [], findings: [Diagnostic] = []) {
        self.concepts = concepts
        self.findings = findings
    }

    /// The findings that are errors.
    public var errors: [Diagnostic] { findings.filter { $0.severity == .error } }
}

/// Bounds what is held of a glossary's file while it is read.
struct GlossaryBounds {
    /// Terms of all languages; the largest termbases of public bodies have about as many.
    static let termLimit = 1_000_000
    /// Things that are wrong.
    static let findingLimit = 10_000

    let file: String?
    private var terms = 0

    init(file: String?) { self.file = file }

    /// Counts terms that were read.
    /// - Throws: `LathuError` with code `invalidData` where there are too many.
    mutating func add(_ count: Int) throws(LathuError) {
        terms += count
        if terms <= Self.termLimit { return }
        throw LathuError(
            .invalidData, "holds more than \(Self.termLimit) terms", at: SourceLocation(file: file),
            hint: "split it")
    }

    /// Keeps what is wrong.
    /// - Throws: `LathuError` with code `invalidData` and the first of it where there is too much.
    func keep(_ found: [Diagnostic], in contents: inout GlossaryContents) throws(LathuError) {
        contents.findings += found
        if contents.findings.count <= Self.findingLimit { return }
        throw LathuError(
            .invalidData,
            contents.findings.prefix(100) + [
                Diagnostic(
                    "more than \(Self.findingLimit) things are wrong with it: the rest is not read",
                    at: SourceLocation(file: file))
            ])
    }
}
