internal import ArgumentParser
internal import Interchange
internal import Letters
internal import Terminology
internal import TextFiles

struct TermsImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Add the terms of other glossaries to one.",
        discussion: """
            TBX (ISO 30042, both editions), tables with a header row (.csv, .tsv: a row a
            term or a row a concept), glossaries of OmegaT (.txt, .utf8, .tab: name their
            languages with --from and --to). Nothing that the glossary says is taken away:
            where the two disagree, its word stands and the disagreement is listed. A file
            with an error is refused whole, unless --skip-bad is given.

            Example:
              lathu terms import un-terms.tbx
              lathu terms import glossary.txt --from en --to vi --into glossary/team.csv
            """)

    @Argument(help: "The files.") var files: [String]
    @OptionGroup var target: TargetGlossaryOption
    @Option(
        help: ArgumentHelp(
            "tbx, csv, tsv, wide or omegat (default: by the file's name).", valueName: "format"),
        transform: glossaryFormat)
    var format: GlossaryFormat?
    @Option(help: ArgumentHelp("The language of source terms.", valueName: "locale")) var from: String?
    @Option(help: ArgumentHelp("The language of target terms.", valueName: "locale")) var to: String?
    @Flag(help: "Where the two disagree, the file is right.") var theirs = false
    @Flag(help: "Leave out what is wrong and take the rest.") var skipBad = false
    @Flag(help: "Say what would be done and do nothing.") var dryRun = false
    @Flag(help: "Print a JSON object.") var json = false
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let glossary: String
        let concepts: Int
        let terms: Int
        let changed: Int
        let known: Int
        let conflicts: [String]
        let written: Bool
    }

    func run() throws {
        let project = try project.find()
        let path = try target.path(project)
        var merge = GlossaryMerge(try GlossaryStore.concepts(at: path), theirs: theirs)
        for file in files {
            let contents = try GlossaryFile.read(
                file, format: format, pair: try glossaryPair(from, to, project))
            let noLanguage = contents.concepts.flatMap(\.languages).filter { $0.locale == nil }
            if !contents.errors.isEmpty || !noLanguage.isEmpty, !skipBad {
                let wrong = contents.findings.filter { $0.severity == .error }
                throw LathuError(
                    .invalidData,
                    (wrong.isEmpty ? contents.findings : wrong)
                        + [
                            Diagnostic(
                                "nothing was imported", at: SourceLocation(file: file),
                                hint: "--skip-bad takes the rest of the file", severity: .note)
                        ])
            }
            for finding in contents.findings { Console.report(finding) }
            for var concept in contents.concepts {
                concept.languages.removeAll { $0.locale == nil }
                for language in concept.languages.indices {
                    concept.languages[language].terms.removeAll { $0.text.isEmpty }
                }
                merge.add(concept)
            }
        }
        let isChanged = merge.addedTerms > 0 || merge.changedTerms > 0
        if isChanged, !dryRun { try GlossaryStore.write(merge, to: path) }
        try show(merge, path, written: isChanged && !dryRun)
    }

    private func show(_ merge: GlossaryMerge, _ path: String, written: Bool) throws {
        if json {
            try JSONOutput.print(
                Record(
                    glossary: path, concepts: merge.addedConcepts, terms: merge.addedTerms,
                    changed: merge.changedTerms, known: merge.knownTerms,
                    conflicts: merge.conflicts.map { "\($0)" }, written: written))
            return
        }
        for conflict in merge.conflicts { Console.report(conflict) }
        Console.print(
            "\(path): \(merge.addedConcepts) new concepts, \(merge.addedTerms) new terms, "
                + "\(merge.changedTerms) completed, \(merge.knownTerms) known already"
                + (merge.conflicts.isEmpty ? "" : ", \(merge.conflicts.count) disagreements")
                + (dryRun ? " (nothing was written)" : ""))
    }
}
