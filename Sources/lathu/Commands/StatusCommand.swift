internal import ArgumentParser
internal import Letters
internal import Segmentation
internal import TextFiles
internal import UnicodeText

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "What is missing, fuzzy or unreviewed, by letter and language.",
        discussion: """
            Exit status 1 where any letter is incomplete. With --list, every segment that is
            not ready, by the place where its translation stands.

            Example:
              lathu status --to vi --list
            """)

    @Argument(help: "Ids or paths of letters (default: all).") var letters: [String] = []
    @Option(
        help: ArgumentHelp(
            "A language; may be repeated (default: the project's targets).", valueName: "locale"))
    var to: [String] = []
    @Flag(help: "List the segments that are not ready.") var list = false
    @Flag(help: "Print a JSON object a letter and language.") var json = false
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let letter: String
        let locale: String
        let catalog: String
        let segments, translated, reviewed, fuzzy, missing, broken: Int
        let isComplete: Bool
        let open: [OpenSegment]?
    }

    func run() throws {
        let project = try project.require()
        let locales = try targetLocales(to, project)
        let letters = try readLetters(letters, project)
        var table = TextTable([
            ("LETTER", .left), ("LOCALE", .left), ("SEGMENTS", .right), ("TRANSLATED", .right),
            ("REVIEWED", .right),
            ("FUZZY", .right), ("MISSING", .right), ("BROKEN", .right),
        ])
        var details: [String] = []
        var isComplete = true
        for letter in letters {
            for locale in locales {
                let path = project.catalogPath(letter: letter.id, locale: locale)
                let catalog = try LetterCatalog.read(path, locale: locale)
                let status = CatalogStatus(of: letter, in: catalog)
                let open = openSegments(of: letter, in: catalog)
                isComplete = isComplete && status.isComplete
                details += open.map { "\($0.summary): \($0.source)" }
                // Reviewed ones are translated too.
                let counts = [
                    status.segments, status.usable, status.count(.reviewed), status.count(.fuzzy),
                    status.count(.missing), status.count(.broken),
                ]
                table.add([letter.id, locale.identifier] + counts.map(String.init))
                if json {
                    try JSONOutput.print(
                        Record(
                            letter: letter.id, locale: locale.identifier, catalog: path, segments: counts[0],
                            translated: counts[1], reviewed: counts[2], fuzzy: counts[3], missing: counts[4],
                            broken: counts[5], isComplete: status.isComplete, open: list ? open : nil))
                }
            }
        }
        if !json {
            for line in table.lines { Console.print(line) }
            if list, !details.isEmpty { Console.print() }
            if list { for line in details { Console.print(line) } }
            if !list, !isComplete {
                Console.print("\n“lathu status --list” shows the segments that are not ready.")
            }
        }
        if !isComplete { throw ExitCode(1) }
    }

    private func openSegments(of letter: Letter, in catalog: LetterCatalog?) -> [OpenSegment] {
        letter.distinctSegments.compactMap { segment in
            let translation = catalog?.translation(of: segment)
            if translation?.state.isUsable == true { return nil }
            return OpenSegment(segment, translation, of: letter)
        }
    }
}
