internal import ArgumentParser
internal import Interchange
internal import Letters
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText
internal import Vietnamese

struct MemoryImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read files into the memory.",
        discussion: """
            TSV: “source<TAB>target” lines, or a first row that names locales (and
            perhaps origin, author, state, note). PO: the finished translations; fuzzy
            ones are left out. TMX, of any tool: all languages of every unit. XLIFF: the
            translated segments, with their states. CSV: columns named by their
            languages, or “source” and “target” with --from and --to. Importing a file
            twice changes nothing. The memory is made where there is none, readable by
            its owner only.

            Texts are put into order first, as “lathu normalize” does: what can happen
            to text in any language everywhere, damaged Vietnamese in Vietnamese. The
            project’s own catalogs are not: normalize the files.

            Rows and units that are malformed are left out, told on standard error, and
            the exit status is 1.

            Example:
              lathu memory import letters.tsv --from en --to vi --memory memory.sqlite
              lathu memory import omegat/project_save.tmx
            """)

    @Argument(help: "The files; a dash reads standard input.") var files: [String]
    @OptionGroup var pair: PairOptions
    @Option(help: "tsv, csv, po, tmx or xliff (default: by the file's name).") var format: MemoryFormat?
    @Flag(help: "In TSV, \\t \\n \\r \\\\ stand for tab, line ends and backslash.") var escaped = false
    @Option(help: ArgumentHelp("In TSV, the columns of source and target, such as 3,4.", valueName: "n,n"))
    var columns: String?
    @Option(help: ArgumentHelp("The name to file the units under (default: the file's).", valueName: "name"))
    var origin: String?
    @Option(help: "The state of units from TSV and TMX: draft, translated or reviewed.") var state =
        "translated"
    @OptionGroup var normalization: NormalizationOptions
    @Flag(help: "Leave the index of the memory to the next search.") var noIndex = false
    @Flag(help: "Print a JSON object a file.") var json = false
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let file: String
        let added, updated, unchanged, untranslated, fuzzy, refused: Int
        /// Texts that were put into order, and the repairs by reason.
        let normalized: Int
        let repairs: [String: Int]
    }

    func validate() throws {
        if files.isEmpty { throw ValidationError("name the files to import") }
        if TranslationUnit.State(name: state) == nil {
            throw ValidationError("--state must be draft, translated or reviewed")
        }
        if columns != nil, columnNumbers == nil {
            throw ValidationError("--columns takes two numbers, such as 3,4")
        }
    }

    private var columnNumbers: [Int]? {
        let numbers = columns?.split(separator: ",").map { Int($0.trimmed) }
        guard let numbers, numbers.count == 2 else { return nil }
        let known = numbers.compactMap(\.self)
        return known.count == 2 ? known : nil
    }

    func run() throws {
        let project = try project.find()
        // Everything that can be wrong with the command is found before the memory is touched.
        var formats: [(path: String, format: MemoryFormat)] = []
        for file in files {
            let format =
                file == FileReading.standardInput
                ? self.format ?? .tsv : try MemoryFormat.resolve(self.format, path: file)
            if file != FileReading.standardInput, !FilePath.exists(file) {
                throw LathuError(.noInput, "there is no such file", at: SourceLocation(file: file))
            }
            formats.append((file, format))
        }
        if pair.from != nil { _ = try locale(pair.from ?? "") }
        if pair.to != nil { _ = try locale(pair.to ?? "") }
        for (path, format) in formats where path != FileReading.standardInput {
            switch format {
            case .tsv: try checkTable(path, project)
            case .tmx: try MemoryImport.checkExchange(path)
            case .xliff, .xliff12: _ = try XLIFFDocument(path: path)
            case .csv: try MemoryImport.checkPairs(path, format: .csv, options: pairOptions(project))
            case .po:
                let source = try catalogSource(project)
                let target = try pair.to.map { try locale($0) }
                _ = try MemoryImport.target(of: POCatalog.read(path), path, from: source, to: target)
            }
        }
        let log = try normalization.openLog()
        var intake = MemoryImport(try memory.open(project, .writing, common.logger), now: Clock.milliseconds)
        var refused = 0
        for (path, format) in formats {
            if !normalization.noNormalize {
                intake.normalization = {
                    TextNormalization(log: log.map { log in { log.write($0, file: path) } })
                }
            }
            let report =
                switch format {
                case .tsv: try importTable(path, intake, project)
                case .po: try importCatalog(path, intake, project)
                case .tmx: try importExchange(path, intake, project)
                case .xliff, .xliff12: try importDocument(path, intake, project)
                case .csv: try importPairs(path, intake, project)
                }
            refused += report.refused
            try show(report, of: path)
        }
        try log?.close()
        if refused > 0 { throw ExitCode(1) }
    }

    /// Reads a table once without storing anything, so that a file in a wrong encoding or without any good
    /// row leaves the memory as it was.
    private func checkTable(_ path: String, _ project: Project?) throws {
        var problems: [Diagnostic] = []
        var good = 0
        let reader = try TSVReader(path: path, format: try options(project).format)
        if reader.locales.isEmpty { _ = try pair.resolve(project) }
        // In the usual case the first row tells.
        var isUTF8: Bool?
        while let item = try reader.next() {
            switch item {
            case .row:
                good += 1
                let passes = try isUTF8 ?? UTF8Check.passes(path)
                if passes { return }
                isUTF8 = false
            case .problem(let problem):
                if problems.count < MemoryImport.reportedProblems { problems.append(problem) }
            }
        }
        // Rows that happen to be ASCII do not make a file in another encoding half good.
        if let problem = reader.encodingProblem { throw LathuError(.invalidData, [problem]) }
        if good == 0, !problems.isEmpty { throw LathuError(.invalidData, problems) }
    }

    private func options(_ project: Project?) throws -> MemoryImport.TableOptions {
        var options = MemoryImport.TableOptions()
        options.format = TSVFormat(isEscaped: escaped, columns: columnNumbers)
        options.pair = try? pair.resolve(project)
        options.origin = origin
        options.state = TranslationUnit.State(name: state) ?? .translated
        return options
    }

    private func importTable(_ path: String, _ intake: MemoryImport, _ project: Project?) throws
        -> ImportReport
    {
        let options = try options(project)
        let pair = try MemoryImport.pair(of: path, options: options)
        return try showingProgress(path, "rows", pair, project) {
            try intake.table(path, options: options, progress: $0)
        }
    }

    private func importExchange(_ path: String, _ intake: MemoryImport, _ project: Project?) throws
        -> ImportReport
    {
        var options = MemoryImport.ExchangeOptions()
        options.origin = origin
        options.state = TranslationUnit.State(name: state) ?? .translated
        return try showingProgress(path, "units", try? pair.resolve(project), project) {
            try intake.exchange(path, options: options, progress: $0)
        }
    }

    private func importDocument(_ path: String, _ intake: MemoryImport, _ project: Project?) throws
        -> ImportReport
    {
        let target = try pair.to.map { try locale($0) }
        return try showingProgress(path, "segments", try? pair.resolve(project), project) {
            try intake.document(path, to: target, origin: origin, progress: $0)
        }
    }

    private func pairOptions(_ project: Project?) throws -> MemoryImport.PairOptions {
        var options = MemoryImport.PairOptions()
        options.reading.source = try pair.from.map { try locale($0) }
        options.reading.target = try pair.to.map { try locale($0) }
        options.origin = origin
        options.state = TranslationUnit.State(name: state) ?? .translated
        return options
    }

    private func importPairs(_ path: String, _ intake: MemoryImport, _ project: Project?) throws
        -> ImportReport
    {
        let options = try pairOptions(project)
        return try showingProgress(path, "rows", try? pair.resolve(project), project) {
            try intake.pairs(path, format: .csv, options: options, progress: $0)
        }
    }

    /// Imports a file with the index of a language pair brought up to date beside it.
    private func showingProgress(
        _ path: String, _ what: String, _ pair: (source: LocaleID, target: LocaleID)?, _ project: Project?,
        _ work: ((ImportStep) -> Void) throws -> ImportReport
    ) throws -> ImportReport {
        var follower: IndexFollower?
        if let pair, !noIndex, let memory = memory.path(project) {
            follower = try IndexFollower(
                memory: memory, from: pair.source, to: pair.target, options: searchOptions(project))
        }
        var progress = ImportProgress(path: path, what: what)
        let report = try work { step in
            follower?.committed()
            progress.show(step)
        }
        progress.end()
        try follower?.finish()
        return report
    }

    private func importCatalog(_ path: String, _ intake: MemoryImport, _ project: Project?) throws
        -> ImportReport
    {
        let source = try catalogSource(project)
        let target = try pair.to.map { try locale($0) }
        // The project's own catalogs go by the name that fill gives them.
        let name = origin == nil ? project?.catalogName(path) : nil
        return try intake.catalog(
            path, from: source, to: target, origin: origin ?? name, isOwn: name != nil)
    }

    private func catalogSource(_ project: Project?) throws(LathuError) -> LocaleID {
        if let from = pair.from { return try locale(from) }
        if let project { return project.source }
        throw LathuError(.usage, "the source language is missing", hint: "add --from LOCALE")
    }

    private func show(_ report: ImportReport, of path: String) throws {
        for problem in report.problems {
            var problem = problem
            problem.severity = .warning
            Console.report(problem)
        }
        if report.refused > report.problems.count {
            Console.note("… and \(report.refused - report.problems.count) more like these")
        }
        let repairs = report.normalized.reasons.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }
        if json {
            try JSONOutput.print(
                Record(
                    file: path, added: report.counts.added, updated: report.counts.updated,
                    unchanged: report.counts.unchanged, untranslated: report.untranslated,
                    fuzzy: report.fuzzy,
                    refused: report.refused, normalized: report.normalized.texts,
                    repairs: Dictionary(uniqueKeysWithValues: repairs)))
            return
        }
        let counts = [
            (report.counts.added, "added"), (report.counts.updated, "updated"),
            (report.counts.unchanged, "unchanged"),
            (report.untranslated, "untranslated left out"), (report.fuzzy, "fuzzy left out"),
            (report.refused, "malformed left out"),
        ]
        var parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if report.normalized.texts > 0 {
            let reasons = repairs.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
            parts.append("\(report.normalized.texts) texts put into order (\(reasons))")
        }
        Console.print("\(path): \(parts.isEmpty ? "nothing in it" : parts.joined(separator: ", "))")
    }
}
