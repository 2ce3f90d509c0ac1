public import TextFiles

/// What building did.
public struct BuildReport: Sendable, Equatable {
    /// A file that was asked for.
    public struct File: Sendable, Equatable {
        /// The path below the folder that was built in.
        public let path: String
        /// Whether it was written; false where it was there as it should be.
        public var isWritten: Bool
    }

    /// A letter to one recipient in one language.
    public struct Variant: Sendable, Equatable {
        /// The letter's id.
        public let letter: String
        /// The recipient's id; nil for a letter to all of them at once.
        public let recipient: String?
        /// The language's tag.
        public let locale: String
        /// The files, one a format.
        public var files: [File]
        /// Which of the findings concern it, in their order.
        public let findings: [Int]
    }

    /// Something that stands in the source language, or that falls short of what was required.
    public struct Finding: Sendable, Hashable {
        /// The letter's id.
        public let letter: String
        /// The language's tag.
        public let locale: String
        /// The state of a segment's translation, or `untranslated value`.
        public let state: String
        /// Where to go to mend it.
        public let location: SourceLocation
        /// The source: a segment in its coded form, or the name of a value.
        public let source: String
        /// What is wrong in detail.
        public let problems: [String]
    }

    /// The variants, by letter, recipient and language.
    public var variants: [Variant] = []
    /// What is not translated, each once.
    public var findings: [Finding] = []
    /// Files of earlier runs that nothing asks for any more, below the folder that was built in. They are still there.
    public var orphans: [String] = []
    /// Why files could not be built that another program has to write, each once; the others were.
    public var unavailable: [Diagnostic] = []
    /// Whether nothing was built because something falls short of what was required.
    public var isRefused = false

    /// All files.
    public var files: [File] { variants.flatMap(\.files) }

    /// The same with other paths in its places, and nothing written.
    func moved(_ move: (SourceLocation) -> SourceLocation) -> BuildReport {
        var report = self
        report.findings = findings.map { finding in
            Finding(
                letter: finding.letter, locale: finding.locale, state: finding.state,
                location: move(finding.location), source: finding.source, problems: finding.problems)
        }
        for variant in report.variants.indices {
            for file in report.variants[variant].files.indices {
                report.variants[variant].files[file].isWritten = false
            }
        }
        return report
    }
}
