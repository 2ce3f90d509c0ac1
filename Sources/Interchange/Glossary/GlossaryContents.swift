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
