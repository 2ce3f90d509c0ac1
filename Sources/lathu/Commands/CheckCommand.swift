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

            Exit status: 1 where a finding is at least as severe as --fail-on (error).

            Example:
              lathu check apec-2017 --to vi
              lathu check --html build/checks.html --fail-on warning
              lathu check thu.xlf --rule number --rule date
            """)

    @Argument(help: "Ids of letters, or files (default: all letters).") var letters: [String] = []
    @Option(
        help: ArgumentHelp(
            "A language; may be repeated (default: the project's targets, the file's).", valueName: "locale"))
    var to: [String] = []
    @Option(
        help: ArgumentHelp("The language of a file's sources, where it does not say.", valueName: "locale"))
    var from: String?
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
        let files = letters.filter(Self.isFile)
        let names = letters.filter { !Self.isFile($0) }
        let project = files.isEmpty ? try project.require() : try project.find()
        var configuration = project?.checks ?? CheckConfiguration()
        if !rule.isEmpty { configuration.only = Set(rule) }
        configuration.without = Set(noRule)
        if fix {
            try CheckFix(configuration: configuration, isJSON: json).run(
                files: files, letters: files.isEmpty || !names.isEmpty ? names : nil, languages(), to, project
            )
            return
        }
        var checked: [CheckedLetter] = []
        if files.isEmpty || !names.isEmpty { checked += try letters(names, try self.project.require()) }
        for file in files {
            let content = try PairFile.read(file, languages())
            for warning in content.warnings { Console.report(warning) }
            checked += content.letters
        }
        let findings = CheckRun(configuration, lengths: lengths(checked, project)).findings(of: checked)
        try report(findings, checked)
        if findings.contains(where: { $0.severity >= failOn.severity }) { throw ExitCode(1) }
    }

    /// A file by its name, unless it is that of a letter.
    private static func isFile(_ name: String) -> Bool {
        PairFile.extensions.contains(FilePath.fileExtension(of: name))
    }

    private func languages() throws(LathuError) -> PairFile.Languages {
        var languages = PairFile.Languages()
        if let from { languages.source = try locale(from) }
        if to.count == 1 { languages.target = try locale(to[0]) }
        return languages
    }

    private func letters(_ names: [String], _ project: Project) throws -> [CheckedLetter] {
        let letters = try readLetters(names, project)
        var checked: [CheckedLetter] = []
        for locale in try targetLocales(to, project) {
            let paths = letters.map { project.catalogPath(letter: $0.id, locale: locale) }
            try checkCatalogs(paths, locale)
            for (letter, path) in zip(letters, paths) {
                checked.append(
                    CheckedLetter(letter, try LetterCatalog.read(path, locale: locale), to: locale))
            }
        }
        return checked
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
