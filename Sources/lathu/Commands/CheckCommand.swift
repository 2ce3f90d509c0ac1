internal import ArgumentParser
internal import Checks
internal import Interchange
internal import Letters
internal import Logging
internal import Segmentation
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look for what is wrong in translations before they are sent.",
        discussion: """
            Checks the catalogs of the project's letters, or files from elsewhere: PO,
            XLIFF, TMX, TSV. “--list-rules” explains the rules. Their severities and
            parameters stand under “checks:” in lathu.yaml: “rules:” for all letters,
            “locales:” for a language, “letters:” for one letter.

            A finding that is right as it is can be waived by a comment in the catalog:
              # lathu: ignore number — the letter corrects the source

            Terms and names are held against the project's glossaries, or those that
            --glossary names. “lathu terms consistency” tells how each was translated.

            Exit status: 1 where a finding is at least as severe as --fail-on (error).

            Example:
              lathu check apec-2017 --to vi
              lathu check --html build/checks.html --fail-on warning
              lathu check thu.xlf --rule number --rule date
              lathu check thu.tmx --glossary un.tbx
            """)

    @OptionGroup var selection: CheckedSelection
    @Option(help: ArgumentHelp("Ask only this rule; may be repeated.", valueName: "rule"))
    var rule: [String] = []
    @Option(help: ArgumentHelp("Do not ask this rule; may be repeated.", valueName: "rule"))
    var noRule: [String] = []
    @Option(
        help: ArgumentHelp("Exit with 1 from this severity on: error, warning, info.", valueName: "severity"))
    var failOn: Level = .error
    @Flag(help: "Mend what is safe: Unicode, spaces, tone marks; list each change.") var fix = false
    @Flag(help: "Print a JSON object a finding.") var json = false
    @Flag(help: "Print SARIF 2.1.0, which code hosts show beside the lines.") var sarif = false
    @Option(help: ArgumentHelp("Write one self-contained page that can be filtered.", valueName: "path"))
    var html: String?
    @Flag(help: "List the rules with their parameters.") var listRules = false
    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    enum Level: String, ExpressibleByArgument, CaseIterable {
        case error, warning, info

        var severity: Severity {
            switch self {
            case .error: .error
            case .warning: .warning
            case .info: .info
            }
        }
    }

    func validate() throws {
        if json, sarif { throw ValidationError("--json and --sarif exclude each other") }
        if fix, sarif || html != nil {
            throw ValidationError("--fix makes no report: leave out --sarif and --html")
        }
        for name in rule + noRule where RuleRegistry.info(name) == nil {
            let near = RuleRegistry.suggestion(for: name).map { "did you mean “\($0)”?" }
            throw ValidationError(
                "there is no rule “\(name)”: \(near ?? "“lathu check --list-rules” lists them")")
        }
    }

    func run() throws {
        if listRules {
            try RuleList(isJSON: json).print()
            return
        }
        let files = selection.files
        let names = selection.names
        try selection.requireKnownFiles()
        let project = files.isEmpty || !names.isEmpty ? try project.require() : try project.find()
        var configuration = project?.checks ?? CheckConfiguration()
        if !rule.isEmpty { configuration.only = Set(rule) }
        configuration.without = Set(noRule)
        if fix {
            try CheckFix(configuration: configuration, isJSON: json).run(
                files: files, letters: files.isEmpty || !names.isEmpty ? names : nil, selection.languages(),
                selection.to, project)
            return
        }
        let checked = try selection.read(self.project)
        let terms = try glossaries.library(project, for: checked)
        let run = CheckRun(configuration, lengths: lengths(checked, project), terms: terms)
        let findings = run.findings(of: checked)
        try report(findings, checked)
        if findings.contains(where: { $0.severity >= failOn.severity }) { throw ExitCode(1) }
    }

    /// How long translations are, from the project's memory where it has one with enough pairs.
    private func lengths(_ letters: [CheckedLetter], _ project: Project?) -> LengthModels {
        var models = LengthModels()
        guard let path = project?.memoryPath, FilePath.exists(path),
            let memory = try? TranslationMemory(path: path, access: .reading, logger: common.logger)
        else { return models }
        var seen: Set<[LocaleID]> = []
        for letter in letters where seen.insert([letter.source, letter.target]).inserted {
            var lengths: [(source: Int, target: Int)] = []
            try? memory.forEachUnit(holding: [letter.source, letter.target]) { unit in
                guard lengths.count < 20000, let source = unit.variants[letter.source]?.text,
                    let target = unit.variants[letter.target]?.text
                else { return }
                lengths.append((source.unicodeScalars.count, target.unicodeScalars.count))
            }
            if let model = LengthModel(learnedFrom: lengths) {
                models.set(model, from: letter.source, to: letter.target)
            }
        }
        return models
    }

    private func report(_ findings: [Finding], _ letters: [CheckedLetter]) throws {
        if let html {
            let folder = FilePath.folder(of: html)
            if folder != ".", !FilePath.exists(folder) { try FileWriting.createFolder(folder) }
            try FileWriting.write(HTMLReport(findings, letters: letters).page(), to: html)
        }
        if sarif {
            Console.write(try SARIFReport(findings, version: Lathu.version).json())
        } else if json {
            for finding in findings { try JSONOutput.print(FindingRecord(finding)) }
        } else {
            FindingText(width: Console.width, style: Console.style).print(findings, letters)
        }
    }
}
