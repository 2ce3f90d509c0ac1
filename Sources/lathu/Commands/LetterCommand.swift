internal import ArgumentParser
internal import Letters
internal import TextFiles
internal import UnicodeText

struct LetterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter", abstract: "Letters: import an existing one.",
        discussion: """
            Example:
              lathu letter import open-letter.txt
            """,
        subcommands: [LetterImportCommand.self])
}
