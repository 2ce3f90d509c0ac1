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
            TSV: “source<TAB>target” lines, or a first row that names locales (and perhaps
            origin, author, state, note). PO: the finished translations; fuzzy ones are left
            out. TMX, of any tool: all languages of every unit. XLIFF: the translated
            segments, with their states. CSV: columns named by their languages, or “source”
            and “target” with --from and --to. The memory is made where there is none,
            readable by its owner only.

            A file is imported whole or not at all: with something malformed in it, it is
            refused, and what is wrong is told by line. With --skip-bad the rest is imported
            and the exit status is 1: the good entries of PO, the units of XLIFF before the place
            where it breaks off. A file that was refused does not keep the next one out.

            What is there already is merged: languages and notes are added, a state is never
            lowered, and of two dates the newer one counts, with its author. So importing a
            file twice changes nothing.

            Texts are put into order first, as “lathu normalize” does: what can happen to
            text in any language everywhere, damaged Vietnamese in Vietnamese. The project’s
            own catalogs are not: normalize the files.

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
    @Option(help: "The state of units from TSV, CSV and TMX: draft, translated or reviewed.") var state =
        "translated"
    @Flag(help: "Leave out what is malformed, and import the rest.") var skipBad = false
    @OptionGroup var normalization: NormalizationOptions
    @Flag(help: "Leave the index of the memory to the next search.") var noIndex = false
    @Flag(help: "Print a JSON object a file.") var json = false
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let file: String
        let added, updated, unchanged, duplicates, untranslated, fuzzy, refused: Int
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
        let log = try normalization.openLog()
        var intake = MemoryImport(
            { () throws(LathuError) in try memory.open(project, .writing, common.logger) },
            now: Clock.milliseconds)
        intake.skipsBad = skipBad
        intake.told = Self.tell
        if !noIndex { intake.indexing = searchOptions(project) }
        var status: Int32 = 0
        for (path, format) in formats {
            if !normalization.noNormalize {
                intake.normalization = {
                    TextNormalization(log: log.map { log in { log.write($0, file: path) } })
                }
            }
            do {
                let report = try report(of: path, format, intake, project)
                if report.refused > 0 { status = max(status, 1) }
                try show(report, of: path)
            } catch let error as LathuError where error.code == .invalidData && formats.count > 1 {
                // That one file is no good says nothing of the others.
                error.diagnostics.forEach(Console.report)
                status = error.code.rawValue
            }
        }
        try log?.close()
        if status != 0 { throw ExitCode(status) }
    }

    private func report(
        of path: String, _ format: MemoryFormat, _ intake: MemoryImport, _ project: Project?
    ) throws -> ImportReport {
        var progress = ImportProgress(path: path, what: format.parts)
        defer { progress.end() }
        switch format {
        case .tsv:
            return try intake.table(path, options: options(project)) { progress.show($0) }
        case .po: return try importCatalog(path, intake, project)
        case .tmx:
            var options = MemoryImport.ExchangeOptions()
            options.origin = origin
            options.state = TranslationUnit.State(name: state) ?? .translated
            let pair = try? pair.resolve(project)
            return try intake.exchange(path, options: options, pair: pair) { progress.show($0) }
        case .csv:
            let options = try pairOptions(project)
            return try intake.pairs(path, format: .csv, options: options) { progress.show($0) }
        case .xliff, .xliff12:
            let target = try pair.to.map { try locale($0) }
            let pair = try? pair.resolve(project)
            return try intake.document(path, to: target, origin: origin, pair: pair) { progress.show($0) }
        }
    }

    private static func tell(_ problem: Diagnostic) {
        var problem = problem
        problem.severity = .warning
        Console.report(problem)
    }

    private func options(_ project: Project?) throws -> MemoryImport.TableOptions {
        var options = MemoryImport.TableOptions()
        options.format = TSVFormat(isEscaped: escaped, columns: columnNumbers)
        do throws(LathuError) {
            options.pair = try pair.resolve(project)
        } catch {
            options.pairProblem = error
        }
        options.origin = origin
        options.state = TranslationUnit.State(name: state) ?? .translated
        return options
    }

    private func pairOptions(_ project: Project?) throws -> MemoryImport.PairOptions {
        var options = MemoryImport.PairOptions()
        options.reading.source = try pair.from.map { try locale($0) }
        options.reading.target = try pair.to.map { try locale($0) }
        options.origin = origin
        options.state = TranslationUnit.State(name: state) ?? .translated
        return options
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
        report.problems.forEach(Self.tell)
        let repairs = report.normalized.reasons.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }
        if json {
            try JSONOutput.print(
                Record(
                    file: path, added: report.counts.added, updated: report.counts.updated,
                    unchanged: report.counts.unchanged, duplicates: report.counts.duplicates,
                    untranslated: report.untranslated, fuzzy: report.fuzzy, refused: report.refused,
                    normalized: report.normalized.texts,
                    repairs: Dictionary(uniqueKeysWithValues: repairs)))
            return
        }
        let counts = [
            (report.counts.added, "added"), (report.counts.updated, "updated"),
            (report.counts.unchanged, "unchanged"), (report.counts.duplicates, "duplicates merged"),
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
