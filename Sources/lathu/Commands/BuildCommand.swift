public import ArgumentParser
public import Letters
internal import Segmentation
internal import TextFiles
internal import UnicodeText

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the letters in every language.",
        discussion: """
            Writes OUTPUT/ID/RECIPIENT/LOCALE.html, .md and .txt. A segment without a
            finished translation stands in the source language, marked as such; all of them
            are listed at the end, and the exit status is 1 unless --allow-incomplete is
            given. The same input gives the same bytes.

            Example:
              lathu build apec-2017 --to vi --format html
            """)

    @Argument(help: "Ids or paths of letters (default: all).") var letters: [String] = []
    @Option(
        help: ArgumentHelp(
            "A language; may be repeated (default: the source and all targets).", valueName: "locale"))
    var to: [String] = []
    @Option(help: ArgumentHelp("html, md or txt; may be repeated (default: all).", valueName: "format"))
    var format: [LetterFormat] = []
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
        let files: [(path: String, text: String)]
        let fallbacks: [OpenSegment]
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
        // Everything is rendered before anything is written.
        var results: [Built] = []
        for letter in letters {
            for conventions in conventions { results.append(try build(letter, conventions, folder, project)) }
        }
        for result in results {
            for file in result.files { try FileWriting.update(file.text, at: file.path) }
            if json {
                try JSONOutput.print(
                    Record(
                        letter: result.letter, locale: result.locale, files: result.files.map(\.path),
                        fallbacks: result.fallbacks))
            }
        }
        let incomplete = results.flatMap(\.fallbacks)
        if !json { summarize(results.flatMap(\.files).map(\.path), incomplete, folder) }
        if !incomplete.isEmpty, !allowIncomplete { throw ExitCode(1) }
    }

    private func build(
        _ letter: Letter, _ conventions: Conventions, _ folder: String, _ project: Project
    ) throws -> Built {
        let locale = conventions.locale
        let path = project.catalogPath(letter: letter.id, locale: locale)
        let catalog = locale == letter.locale ? nil : try LetterCatalog.read(path, locale: locale)
        let localized = try LetterAssembly(letter: letter, catalog: catalog, conventions: conventions)
            .localized()
        var formats: [LetterFormat] = []
        for format in format.isEmpty ? LetterFormat.allCases : format where !formats.contains(format) {
            formats.append(format)
        }
        let files = try formats.map { format in
            let name = "\(letter.id)/\(localized.recipientFolder)/\(locale).\(format.fileExtension)"
            return (path: FilePath.join(folder, name), text: try format.render(localized))
        }
        let fallbacks = localized.fallbacks.map { OpenSegment($0.segment, $0.translation, of: letter) }
        return Built(letter: letter.id, locale: locale.identifier, files: files, fallbacks: fallbacks)
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

extension LetterFormat: ExpressibleByArgument {}
