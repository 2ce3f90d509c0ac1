internal import ArgumentParser
internal import Letters
internal import Segmentation
internal import TextFiles
internal import UnicodeText

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the letters in every language.",
        discussion: """
            Writes OUTPUT/ID/RECIPIENT/LOCALE.html, .md, .txt and .eml, and with --formats
            also .pdf (through WeasyPrint), .docx and .odt (through pandoc), .review.html and
            .review.pdf, with source and translation side by side; OUTPUT/index.html lists
            them all. Files in the project's templates/ folder take the place of the
            program's own. A segment without a finished translation stands in the source
            language, marked as such; all of them are listed at the end, and the exit status
            is 1 unless --allow-incomplete is given. The same input gives the same bytes.

            Example:
              lathu build apec-2017 --to vi --formats html,pdf
            """)

    @Argument(help: "Ids or paths of letters (default: all).") var letters: [String] = []
    @Option(
        help: ArgumentHelp(
            "A language; may be repeated (default: the source and all targets).", valueName: "locale"))
    var to: [String] = []
    @Option(
        help: ArgumentHelp(
            "html, pdf, docx, odt, md, txt, eml, review.html or review.pdf, or all, with commas (default: "
                + "html,md,txt,eml).", valueName: "list"))
    var formats: FormatList = FormatList(LetterFormat.ownFormats)
    @Option(
        help: ArgumentHelp(
            "The folder to build in (default: build/letters in the project).", valueName: "dir"))
    var output: String?
    @Flag(help: "Exit with 0 even where segments are not translated.") var allowIncomplete = false
    @Flag(help: "Print a JSON object a letter and language.") var json = false
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let letter: String
        let locale: String
        let files: [String]
        let fallbacks: [OpenSegment]
    }

    /// A letter in one language, as it is going to be written.
    private struct Built {
        let letter: String
        let locale: String
        let job: RenderingJob
        let paths: [(format: LetterFormat, path: String)]
        let fallbacks: [OpenSegment]
        let title: String
        let recipient: String
        let segments: Int
    }

    func run() throws {
        let project = try project.require()
        let locales = to.isEmpty ? [project.source] + project.targets : try targetLocales(to, project)
        let folder = output ?? FilePath.join(project.root, "build/letters")
        let letters = try readLetters(letters, project)
        for locale in locales where locale != project.source {
            try checkCatalogs(letters.map { project.catalogPath(letter: $0.id, locale: locale) }, locale)
        }
        let conventions = try locales.map { try Conventions(locale: $0, project: project) }
        for warning in conventions.flatMap(\.warnings) { Console.report(warning) }
        let templates = try LetterTemplates(folder: FilePath.join(project.root, "templates"))
        var results: [Built] = []
        for letter in letters {
            for conventions in conventions { results.append(try build(letter, conventions, folder, project)) }
        }
        // Everything is rendered before anything is written.
        let renderer = LetterRenderer(templates: templates)
        let rendered = renderer.render(
            results.flatMap { result in result.paths.map { (job: result.job, format: $0.format) } })
        let (written, failures) = try write(results, rendered, templates, folder)
        let incomplete = results.flatMap(\.fallbacks)
        if !json { summarize(written, incomplete, folder) }
        try throwAll(failures)
        if !incomplete.isEmpty, !allowIncomplete { throw ExitCode(1) }
    }

    /// Writes what was rendered; a format that could not be is no reason to leave out the others.
    private func write(
        _ results: [Built], _ rendered: [Result<[UInt8], any Error>], _ templates: LetterTemplates,
        _ folder: String
    ) throws -> (files: [String], failures: [LathuError]) {
        var files: [String] = []
        var failures: [LathuError] = []
        var entries: [VariantIndex.Entry] = []
        var rest = rendered[...]
        for result in results {
            var own: [(format: LetterFormat, path: String)] = []
            for (format, path) in result.paths {
                do {
                    guard let bytes = try rest.popFirst()?.get() else { continue }
                    try FileWriting.update(bytes, at: path)
                    own.append((format, path))
                } catch let error as LathuError {
                    if !failures.contains(error) { failures.append(error) }
                }
            }
            files += own.map(\.path)
            add(result, own, to: &entries, folder)
            if json {
                try JSONOutput.print(
                    Record(
                        letter: result.letter, locale: result.locale, files: own.map(\.path),
                        fallbacks: result.fallbacks))
            }
        }
        let index = FilePath.join(folder, "index.html")
        try FileWriting.update(VariantIndex(entries).html(templates), at: index)
        return (files + [index], failures)
    }

    private func add(
        _ result: Built, _ files: [(format: LetterFormat, path: String)],
        to entries: inout [VariantIndex.Entry],
        _ folder: String
    ) {
        let letter = result.job.letter
        let isFallback = letter.recipient?.isFallback ?? false
        let variant = VariantIndex.Variant(
            recipient: result.recipient, recipientLocale: isFallback ? letter.sourceLocale : letter.locale,
            locale: letter.locale, segments: result.segments,
            translated: result.segments - result.fallbacks.count,
            files: files.map { ($0.format, String($0.path.dropFirst(FilePath.join(folder, "x").count - 1))) })
        if entries.last?.id == result.letter {
            entries[entries.count - 1].variants.append(variant)
        } else {
            entries.append(
                VariantIndex.Entry(
                    id: result.letter, title: result.title, locale: letter.sourceLocale, variants: [variant]))
        }
    }

    private func build(
        _ letter: Letter, _ conventions: Conventions, _ folder: String, _ project: Project
    ) throws -> Built {
        let locale = conventions.locale
        let path = project.catalogPath(letter: letter.id, locale: locale)
        let catalog = locale == letter.locale ? nil : try LetterCatalog.read(path, locale: locale)
        let localized = try LetterAssembly(letter: letter, catalog: catalog, conventions: conventions)
            .localized()
        let isSource = locale == letter.locale
        var options = RenderingOptions(locale: locale)
        let locales = to.isEmpty ? [project.source] + project.targets : [locale]
        options.alternates = locales.map { .init(locale: $0, href: "\($0).html") }
        let paths = formats.formats.filter { !(isSource && $0.isReview) }.map { format in
            let name = "\(letter.id)/\(localized.recipientFolder)/\(locale).\(format.fileExtension)"
            return (format: format, path: FilePath.join(folder, name))
        }
        let fallbacks = localized.fallbacks.map { OpenSegment($0.segment, $0.translation, of: letter) }
        return Built(
            letter: letter.id, locale: locale.identifier,
            job: RenderingJob(
                localized, options,
                review: isSource
                    ? nil : ReviewSheet(letter: letter, catalog: catalog, conventions: conventions)),
            paths: paths, fallbacks: fallbacks, title: letter.title?.source.plainText ?? letter.id,
            recipient: localized.recipient?.plainText ?? letter.id, segments: letter.distinctSegments.count)
    }

    private func summarize(_ written: [String], _ incomplete: [OpenSegment], _ folder: String) {
        for file in written { Console.print("wrote \(file)") }
        if !incomplete.isEmpty {
            let segments = incomplete.count == 1 ? "1 segment stands" : "\(incomplete.count) segments stand"
            Console.print("\n\(Console.style.yellow("incomplete")): \(segments) in the source language:")
            for record in incomplete {
                Console.print("  \(record.summary)")
                let source = record.source.split(whereSeparator: \.isNewline).joined(separator: " ")
                Console.print("      \(Console.style.dim(source.shortened(to: Console.width - 6)))")
            }
        }
        let files = written.count == 1 ? "1 file" : "\(written.count) files"
        Console.print("\n\(files) in \(folder)")
    }
}
