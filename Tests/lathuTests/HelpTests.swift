import Foundation
import Testing

@Suite struct HelpTests {
    /// What the argument parser knows of a command, as it dumps it.
    private struct Dump: Decodable {
        let command: Command
    }

    private struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let subcommands: [Command]?
        let arguments: [Argument]?

        /// Itself and all below, by the words that call them.
        func all(after words: [String] = []) -> [(words: [String], command: Command)] {
            [(words, self)] + (subcommands ?? []).flatMap { $0.all(after: words + [$0.commandName]) }
        }
    }

    private struct Argument: Decodable {
        let kind: String
        let abstract: String?
        let valueName: String?
        let names: [Name]?

        struct Name: Decodable {
            let name: String
        }
    }

    private func commands() throws -> [(words: [String], command: Command)] {
        var found: [(words: [String], command: Command)] = []
        try CommandLine.inNewFolder { lathu throws in
            let result = try lathu.run("--experimental-dump-help")
            found = try JSONDecoder().decode(Dump.self, from: Data(result.output.utf8)).command.all()
        }
        return found.filter { !$0.words.contains("help") }
    }

    /// Whoever asks for help gets an example, at the width of any terminal.
    @Test func everyCommandShowsAnExampleIn80Columns() throws {
        let commands = try commands()
        #expect(commands.count >= 14)
        try CommandLine.inNewFolder { lathu throws in
            for (words, command) in commands {
                let result = try lathu.run(words + ["--help"])
                #expect(result.status == 0)
                #expect(result.errors.isEmpty)
                #expect(result.output.contains("Example:\n") || words.isEmpty, "\(words)")
                #expect(result.output.contains("  lathu "), "\(words)")
                let isGroup = command.subcommands?.contains { $0.commandName != "help" } ?? false
                #expect(isGroup || result.output.contains("--json"), "\(words)")
                // The usage line is the parser's own.
                for line in result.output.split(separator: "\n") where !line.hasPrefix("USAGE:") {
                    #expect(line.count <= 80, "\(words): \(line)")
                }
                // Nothing that would show that the parser broke a line once more.
                #expect(try lathu.run(["help"] + words).output == result.output, "\(words)")
            }
        }
    }

    @Test func everyCommandAndOptionIsExplained() throws {
        for (words, command) in try commands() {
            #expect(!(command.abstract ?? "").isEmpty, "\(words)")
            for argument in command.arguments ?? [] {
                let name = argument.names?.first?.name ?? argument.valueName ?? "?"
                #expect(!(argument.abstract ?? "").isEmpty, "\(words) \(name)")
            }
        }
    }

    @Test func everyExampleIsACommandThatIsThere() throws {
        let known = Set(try commands().map { $0.words.joined(separator: " ") })
        try CommandLine.inNewFolder { lathu throws in
            for words in known {
                let text = try lathu.run(words.split(separator: " ").map(String.init) + ["--help"]).output
                for line in text.split(separator: "\n") where line.hasPrefix("  lathu ") {
                    let called = line.split(separator: " ").dropFirst().map(String.init)
                    #expect(known.contains(called[0]), "\(line)")
                    if !words.isEmpty {
                        #expect(called.joined(separator: " ").hasPrefix(words), "\(line)")
                    }
                }
            }
        }
    }

    @Test func versionIsOneLine() throws {
        try CommandLine.inNewFolder { lathu throws in
            let result = try lathu.run("--version")
            #expect(result.status == 0)
            #expect(result.output.split(separator: "\n").count == 1)
            #expect(result.output.contains(/^\d+\.\d+\.\d+\n$/))
        }
    }
}
