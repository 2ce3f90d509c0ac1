internal import ArgumentParser
internal import Interchange
internal import Letters
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText

struct FillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill", abstract: "Pre-translate: write or update the catalogs of letters.",
        discussion: """
            Every segment of a letter gets an entry in locales/LOCALE/letters/ID.po. What is
            translated stays as it is; where the letter was changed, the old translation is
            kept as fuzzy with its old source; what the letter no longer has goes to the end
            of the file. New segments are filled from the memory, to which the translations
            in the project's catalogs are added first.

            Example:
              lathu fill upr-2019 --to vi
            """)

    @Argument(help: "Ids or paths of letters (default: all).") var letters: [String] = []
    @Option(
        help: ArgumentHelp(
            "A language; may be repeated (default: the project's targets).", valueName: "locale"))
    var to: [String] = []
    @Option(help: ArgumentHelp("The lowest score of a proposal, 0 to 1.", valueName: "score"))
    var threshold = CatalogUpdate.defaultThreshold
    @Flag(help: "Take nothing from the memory.") var noMemory = false
    @Flag(help: "Write nothing; report what would be done.") var dryRun = false
    @Flag(help: "Print a JSON object a catalog.") var json = false
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if !(0...1).contains(threshold) { throw ValidationError("--threshold must be between 0 and 1") }
    }

    private struct Record: Encodable {
        let letter: String
        let locale: String
        let catalog: String
        let written: Bool
        let segments, kept, revived, exact, fuzzy, changed, missing, removed: Int
    }

    func run() throws {
        let project = try project.require()
        let locales = try targetLocales(to, project)
        if locales.contains(project.source) {
            throw LathuError(
                .usage, "the letters are written in \(project.source): there is nothing to translate",
                hint: "name another language with --to")
        }
        let letters = try readLetters(letters, project)
        for locale in locales {
            let own = letters.map { project.catalogPath(letter: $0.id, locale: locale) }
            try checkCatalogs(Set(own + project.catalogPaths(locale: locale)).sorted(), locale)
        }
        // Everything is worked out before anything is written.
        var results: [Filled] = []
        for locale in locales {
            let search = try search(to: locale, project)
            let update = try CatalogUpdate(source: project.source, memory: search, threshold: threshold)
            for letter in letters { results.append(try fill(letter, locale, update, project)) }
        }
        for result in results { try write(result) }
        let isOpen = results.contains { $0.report.missing + $0.report.fuzzy + $0.report.changed > 0 }
        if !json, !dryRun, isOpen {
            Console.print("Next: translate what is missing and look at what is fuzzy; then “lathu build”.")
        }
    }

    private struct Filled {
        let letter: String
        let catalog: LetterCatalog
        let report: CatalogReport
    }

    private func search(to locale: LocaleID, _ project: Project) throws -> MemorySearch? {
        if noMemory { return nil }
        let catalogs = project.catalogPaths(locale: locale)
        let path = memory.memory ?? project.memoryPath
        if catalogs.isEmpty || dryRun, !FilePath.exists(path) { return nil }
        let memory = try memory.open(project, dryRun ? .reading : .writing, common.logger)
        if !dryRun {
            let intake = MemoryImport(memory, now: Clock.milliseconds)
            for path in catalogs {
                _ = try intake.catalog(
                    path, from: project.source, to: locale, origin: project.catalogName(path), isOwn: true)
            }
        }
        return try MemorySearch(memory, from: project.source, to: locale, options: searchOptions(project))
    }

    private func fill(_ letter: Letter, _ locale: LocaleID, _ update: CatalogUpdate, _ project: Project)
        throws -> Filled
    {
        let path = project.catalogPath(letter: letter.id, locale: locale)
        let old =
            try LetterCatalog.read(path, locale: locale)
            ?? LetterCatalog(POCatalog(entries: []), path: path, locale: locale)
        let (catalog, report) = try update.update(old, of: letter)
        return Filled(letter: letter.id, catalog: catalog, report: report)
    }

    private func write(_ result: Filled) throws {
        let (catalog, report) = (result.catalog, result.report)
        let path = catalog.path
        let written = dryRun ? false : try FileWriting.update(catalog.file.bytes(), at: path)
        if json {
            try JSONOutput.print(
                Record(
                    letter: result.letter, locale: catalog.locale.identifier, catalog: path, written: written,
                    segments: report.segments, kept: report.kept, revived: report.revived,
                    exact: report.exact,
                    fuzzy: report.fuzzy, changed: report.changed, missing: report.missing,
                    removed: report.removed))
            return
        }
        Console.print(Console.style.bold(path) + (dryRun ? " (not written)" : written ? "" : " (unchanged)"))
        let counts = [
            (report.kept, "kept"), (report.revived, "back again"), (report.exact, "exact"),
            (report.fuzzy, "fuzzy"),
            (report.changed, "changed in the source"), (report.missing, "missing"),
            (report.removed, "removed"),
        ]
        let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        Console.print("  \(report.segments) segments: \(parts.joined(separator: ", "))")
    }
}
