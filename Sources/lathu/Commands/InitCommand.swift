internal import ArgumentParser
internal import Letters
internal import TextFiles
internal import UnicodeText

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new letter project.",
        discussion: """
            Writes lathu.yaml and the folders of a project; what is there already stays as it is.

            Example:
              lathu init joint-letters --from en --to vi --to fr
            """)

    @Argument(help: "The project's folder.") var dir = "."
    @Option(help: ArgumentHelp("The language letters are written in.", valueName: "locale")) var from = "en"
    @Option(help: ArgumentHelp("A language they are translated into; may be repeated.", valueName: "locale"))
    var to: [String] = ["vi"]
    @Flag(help: "Print a JSON object.") var json = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        let source = try locale(from)
        let targets = try to.map { try locale($0) }
        let made = try ProjectSetup.create(in: dir, source: source, targets: targets)
        if json {
            try JSONOutput.print(["made": made])
            return
        }
        for path in made { Console.print("made \(path)") }
        Console.print("Next: “lathu letter import FILE” adopts a letter.")
    }
}
