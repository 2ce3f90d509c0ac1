internal import ArgumentParser

struct TermsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terms", abstract: "The termbase: import, export, search, add, extract.",
        discussion: """
            Concepts with their terms in every language, from the glossaries that lathu.yaml
            names, the most important first.

            Example:
              lathu terms search "nhan quyen"
            """,
        subcommands: [
            TermsImportCommand.self, TermsExportCommand.self, TermsSearchCommand.self, TermsAddCommand.self,
            TermsExtractCommand.self,
        ])
}
