internal import ArgumentParser
internal import Interchange
internal import Letters
internal import TextFiles
internal import UnicodeText

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take translations back from another tool's files.",
        discussion: """
            The files that “lathu export” wrote and a tool worked on: XLIFF, PO, TMX or
            CSV. Units are found by their identifier and their source. What was changed
            in the file alone is taken; what was changed in the catalog alone stays.
            Where both were, where the letter was changed meanwhile, and where codes are
            lost, nothing is overwritten: both texts are listed, and the exit status is
            1. --theirs takes the file's side; lost codes make it a draft.

            No state sinks without being told: where a tool forgot that a translation is
            reviewed, it stays so. A new text under an old approval is translated, not
            reviewed. A letter that was changed is brought into the catalog first, as
            “lathu fill --no-memory” does.

            Example:
              lathu import upr-2019.vi.xlf
              lathu import from-excel.csv --letter upr-2019 --to vi --dry-run
            """)

    @Argument(help: "The files.") var files: [String]
    @Option(help: ArgumentHelp("The language (default: the file's).", valueName: "locale")) var to: String?
    @Option(help: ArgumentHelp("The letter's id (default: the one that the file names).", valueName: "id"))
    var letter: String?
    @Option(
        help: ArgumentHelp(
            "xliff2, xliff12, po, tmx or csv (default: by the file's name).", valueName: "format"))
    var format: PairFormat?
    @Flag(help: "Take the file's side where both were changed.") var theirs = false
    @Flag(help: "Write nothing; report what would be done.") var dryRun = false
    @Flag(help: "Print a JSON object a file.") var json = false
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if files.isEmpty { throw ValidationError("name the files to import") }
    }

    /// A catalog on its way: what all files so far made of it.
    private struct Target {
        let letter: Letter
        var catalog: LetterCatalog
        var hasChanges = false
    }

    private struct Done {
        let file: String
        let key: String
        let report: MergeReport
    }

    func run() throws {
        let project = try project.require()
        var targets: [String: Target] = [:]
        var done: [Done] = []
        var errors: [LathuError] = []
        // Everything is read and worked out before anything is written.
        for file in files {
            do { done.append(try merge(file, project, &targets)) } catch let error as LathuError {
                errors.append(error)
            }
        }
        try throwAll(errors)
        var written: Set<String> = []
        if !dryRun {
            for (path, target) in targets.sorted(by: { $0.key < $1.key }) where target.hasChanges {
                if try FileWriting.update(target.catalog.file.bytes(), at: path) { written.insert(path) }
            }
        }
        for result in done {
            guard let target = targets[result.key] else { continue }
            try MergeOutput(
                file: result.file, letter: target.letter.id, catalog: target.catalog, report: result.report,
                isWritten: written.contains(result.key), isDryRun: dryRun
            ).show(json: json)
        }
        let left = done.reduce(0) { $0 + $1.report.left }
        if left > 0, !theirs, !json {
            Console.note("--theirs takes what was left, as far as it can be taken.")
        }
        if left > 0 { throw ExitCode(1) }
    }

    private func merge(_ file: String, _ project: Project, _ targets: inout [String: Target]) throws -> Done {
        let format =
            file == FileReading.standardInput && format == nil
            ? .xliff2 : try PairFormat.resolve(format, path: file, option: "--format")
        var options = PairReadingOptions(source: project.source)
        options.target = try to.map { try locale($0) }
        // Tables may not say their language, and TMX may hold more than one.
        if options.target == nil, format == .csv || format == .tsv || format == .tmx {
            options.target =
                localeOfName(file, project) ?? (project.targets.count == 1 ? project.targets[0] : nil)
        }
        var reader = try format.reader(file, options: options)
        let header = reader.header
        let language = try exchangeLocale((header.target ?? options.target)?.identifier ?? to, project)
        if let source = header.source, !source.sharesLanguage(with: project.source) {
            throw LathuError(
                .invalidData, "its texts are in \(source), and the project's letters in \(project.source)",
                at: SourceLocation(file: file))
        }
        let letter = try readLetter(letterPath(header, file, project), project)
        let path = project.catalogPath(letter: letter.id, locale: language)
        var target =
            try targets[path]
            ?? Target(letter: letter, catalog: try currentCatalog(of: letter, language, project))
        var merge = CatalogMerge(target.letter, target.catalog, takesTheirs: theirs)
        while let item = try reader.next() {
            switch item {
            case .unit(let unit): merge.merge(unit)
            case .problem(let problem): merge.refuse(problem)
            }
        }
        target.catalog = merge.merged
        target.hasChanges = target.hasChanges || merge.report.hasChanges
        targets[path] = target
        return Done(file: file, key: path, report: merge.report)
    }

    /// The locale in a name such as `apec-2017.vi.csv`.
    private func localeOfName(_ file: String, _ project: Project) -> LocaleID? {
        let part = FilePath.stem(of: file).split(separator: ".").last.flatMap { try? LocaleID(String($0)) }
        return part.flatMap { project.targets.contains($0) ? $0 : nil }
    }

    /// The letter named on the command line, else by the file, else by the file's name.
    private func letterPath(
        _ header: PairHeader, _ file: String, _ project: Project
    ) throws(LathuError) -> String {
        if let letter { return try project.letterPath(letter) }
        let paths = project.letterPaths
        func named(_ name: String) -> String? { paths.first { FilePath.stem(of: $0) == name } }
        if let id = LetterExchange.letterID(of: header) {
            if let path = named(id) { return path }
            // A letter may have an id that is not its file's name.
            for path in paths where try readLetter(path, project).id == id { return path }
        }
        var name = FilePath.stem(of: file)
        while true {
            if let path = named(name) { return path }
            guard let dot = name.lastIndex(of: ".") else { break }
            name = String(name[..<dot])
        }
        let known = paths.map { FilePath.stem(of: $0) }.joined(separator: ", ")
        throw LathuError(
            .usage, "does not say which letter it belongs to", at: SourceLocation(file: file),
            hint: "add --letter ID" + (known.isEmpty ? "" : ": \(known)"))
    }
}
