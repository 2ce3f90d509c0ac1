internal import ArgumentParser

struct TermsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terms", abstract: "The termbase, and how its terms were translated.",
        discussion: """
            Concepts with their terms in every language, from the glossaries that lathu.yaml
            names, the most important first.

            Example:
              lathu terms search "nhan quyen"
              lathu terms consistency --to vi

            “lathu check” holds letters against the termbase.
            """,
        subcommands: [
            TermsImportCommand.self, TermsExportCommand.self, TermsSearchCommand.self, TermsAddCommand.self,
            TermsCheckCommand.self, TermsConsistencyCommand.self, TermsExtractCommand.self,
        ])
}
