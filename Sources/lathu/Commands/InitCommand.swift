internal import ArgumentParser
internal import Letters
internal import TextFiles
internal import UnicodeText

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new letter project.",
        discussion: """
            Writes lathu.yaml and the folders of a project; what is there already stays as
            it is.

            Example:
              lathu init joint-letters --from en --to vi --to fr
            """)

    @Argument(help: "The project's folder.") var dir = "."
    @Option(help: ArgumentHelp("The language letters are written in.", valueName: "locale")) var from = "en"
    @Option(
        help: ArgumentHelp(
            "A language they are translated into; may be repeated (default: vi, or en for letters in vi).",
            valueName: "locale"))
    var to: [String] = []
    @Flag(help: "Print a JSON object.") var json = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        let source = try locale(from)
        let other: LocaleID = source.language == "vi" ? .english : .vietnamese
        let targets = to.isEmpty ? [other] : try to.map { try locale($0) }
        if targets.contains(source) {
            throw LathuError(
                .usage, "letters in \(source) cannot be translated into \(source)",
                hint: "name two languages with --from and --to")
        }
        let made = try ProjectSetup.create(in: dir, source: source, targets: targets)
        if json {
            try JSONOutput.print(["made": made])
            return
        }
        for path in made { Console.print("made \(path)") }
        let place = dir == "." ? "" : " in \(dir)"
        Console.print("Next: “lathu letter import FILE”\(place) adopts a letter.")
    }
}
