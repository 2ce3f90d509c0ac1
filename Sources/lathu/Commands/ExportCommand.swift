internal import ArgumentParser
internal import Interchange
internal import Letters
internal import Segmentation
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a letter's catalog for another tool.",
        discussion: """
            XLIFF 2 (2.0 to 2.2), XLIFF 1.2, PO, TMX or CSV: one unit for every segment,
            with its translation and state, what its codes stand for, remarks, and what
            the memory proposes where there is no translation yet. “lathu import” takes
            the file back, from whichever tool worked on it.

            In CSV the states are missing, draft, translated and reviewed; a cell that a
            spreadsheet would take for a formula has an apostrophe before it.

            Example:
              lathu export upr-2019 --to vi --output upr-2019.vi.xlf
              lathu export upr-2019 --to vi --format csv --bom --output upr-2019.vi.csv
            """)

    @Argument(help: "The id or path of a letter.") var letter: String
    @Option(help: ArgumentHelp("The language (default: the project's only target).", valueName: "locale"))
    var to: String?
    @Option(
        help: ArgumentHelp(
            "xliff2, xliff12, po, tmx or csv (default: by the file's name; xliff2).", valueName: "format"))
    var format: PairFormat?
    @Option(help: ArgumentHelp("The file (default: standard output).", valueName: "file"))
    var output: String?
    @OptionGroup var writing: PairOutputOptions
    @Option(help: ArgumentHelp("The lowest score of a proposal, 0 to 1.", valueName: "score"))
    var threshold = CatalogUpdate.defaultThreshold
    @Flag(help: "Propose nothing from the memory.") var noMemory = false
    @Flag(help: "Print a JSON object; needs --output.") var json = false
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if !(0...1).contains(threshold) { throw ValidationError("--threshold must be between 0 and 1") }
        if json, output == nil || output == FileReading.standardInput {
            throw ValidationError("--json needs --output FILE: standard output is the file's otherwise")
        }
        if format == .tsv { throw ValidationError("--format is xliff2, xliff12, po, tmx or csv") }
    }

    private struct Record: Encodable {
        let letter, locale, format, file: String
        let units, translated, fuzzy, missing, proposals: Int
        let notKept: [String: Int]
    }

    func run() throws {
        let project = try project.require()
        let locale = try exchangeLocale(to, project)
        let path = output ?? FileReading.standardInput
        var format = format
        if format == nil, path != FileReading.standardInput {
            format = try PairFormat.resolve(nil, path: path, option: "--format")
        }
        let chosen = format ?? .xliff2
        if chosen == .tsv {
            throw LathuError(
                .usage, "a catalog is not written as TSV", at: SourceLocation(file: path),
                hint: "add --format: xliff2, xliff12, po, tmx or csv")
        }
        var writer = chosen.writer(try writing.options(isCatalog: true))
        let letter = try readLetter(project.letterPath(letter), project)
        let catalog = try currentCatalog(of: letter, locale, project)
        let exchange = LetterExchange(letter, catalog)
        let search = try search(to: locale, project)
        let units = try exchange.units { segment in try proposals(for: segment, search) }
        try writer.start(exchange.header)
        for unit in units { try writer.write(unit) }
        try writer.finish()
        let output = try PairOutput(path: path)
        try output.write(writer.takeBytes())
        try output.commit()
        tell(writer.losses, of: path, in: chosen)
        if path == FileReading.standardInput { return }
        // In the words of “lathu status”.
        let fuzzy = units.count { $0.isTranslated && $0.state == .draft }
        let missing = units.count { !$0.isTranslated }
        let translated = units.count - fuzzy - missing
        let offered = units.reduce(0) { $0 + $1.proposals.count }
        if json {
            let notKept = writer.losses.list.map { ($0.kind.rawValue, $0.count) }
            try JSONOutput.print(
                Record(
                    letter: letter.id, locale: locale.identifier, format: chosen.rawValue, file: path,
                    units: units.count, translated: translated, fuzzy: fuzzy, missing: missing,
                    proposals: offered,
                    notKept: Dictionary(uniqueKeysWithValues: notKept)))
            return
        }
        let counts = [(translated, "translated"), (fuzzy, "fuzzy"), (missing, "missing")]
        let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let choice = offered > 0 ? "; \(offered) proposals" : ""
        Console.print(
            "wrote \(units.count) segments to \(path): \(parts.joined(separator: ", "))\(choice)")
    }

    /// The memory, where there is one.
    private func search(to locale: LocaleID, _ project: Project) throws -> MemorySearch? {
        if noMemory || memory.memory == nil && !FilePath.exists(project.memoryPath) { return nil }
        let memory = try memory.open(project, .reading, common.logger)
        return try MemorySearch(memory, from: project.source, to: locale, options: searchOptions(project))
    }

    private func proposals(for segment: LetterSegment, _ search: MemorySearch?) throws -> [PairProposal] {
        guard let search else { return [] }
        let matches = try search.matches(
            of: segment.key.source, threshold: threshold, limit: 3, previous: nil, next: nil)
        return matches.map { match in
            PairProposal(
                source: InlineText(coded: match.source), target: InlineText(coded: match.target),
                percent: Int((match.match * 100).rounded(.down)), origin: match.origin)
        }
    }
}

/// The language named, or the project's only target.
func exchangeLocale(_ tag: String?, _ project: Project) throws(LathuError) -> LocaleID {
    let locales = try targetLocales(tag.map { [$0] } ?? [], project)
    guard locales.count == 1, let locale = locales.first else {
        throw LathuError(
            .usage, "which language? The project has \(locales.map(\.identifier).joined(separator: ", "))",
            hint: "add --to LOCALE")
    }
    if locale == project.source {
        throw LathuError(
            .usage, "the letters are written in \(project.source): there is nothing to translate",
            hint: "name another language with --to")
    }
    return locale
}

/// The catalog of a letter as “lathu fill --no-memory” would leave it; nothing is written.
func currentCatalog(of letter: Letter, _ locale: LocaleID, _ project: Project) throws -> LetterCatalog {
    let path = project.catalogPath(letter: letter.id, locale: locale)
    let old =
        try LetterCatalog.read(path, locale: locale)
        ?? LetterCatalog(POCatalog(entries: []), path: path, locale: locale)
    return try CatalogUpdate(source: project.source, memory: nil).update(old, of: letter).catalog
}
