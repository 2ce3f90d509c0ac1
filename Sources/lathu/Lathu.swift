internal import ArgumentParser
internal import TextFiles

/// The command line: `lathu COMMAND`.
@main
struct Lathu: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "lathu",
        abstract: "Translates letters: segments, translation memory, catalogs, localized letters.",
        discussion: """
            A letter goes in, a Vietnamese letter comes out:

              lathu init --from en --to vi
              lathu letter import open-letter.txt
              lathu fill
              (translate locales/vi/letters/open-letter.po in any PO editor)
              lathu build

            Exit status: 0 done; 1 findings or incomplete; 64 usage; 65 bad data; 66 no such
            input; 70 a defect of the program; 73 cannot create output; 74 cannot read or
            write.
            """,
        version: version,
        subcommands: [
            InitCommand.self, LetterCommand.self, SegmentCommand.self, MemoryCommand.self, SearchCommand.self,
            ConcordanceCommand.self, FillCommand.self, StatusCommand.self, CheckCommand.self,
            BuildCommand.self, ExportCommand.self, ImportCommand.self, ConvertCommand.self,
            NormalizeCommand.self,
            ValidateCommand.self, TermsCommand.self, AlignCommand.self,
        ])

    /// Runs a command and turns its errors into messages and exit codes.
    static func main() {
        Console.ignoreBrokenPipes()
        do {
            var command = try parseAsRoot()
            try command.run()
            Console.flush()
        } catch let error as LathuError {
            Console.flush()
            for diagnostic in error.diagnostics { Console.report(diagnostic) }
            exit(withCode: error.code.rawValue)
        } catch {
            Console.flush()
            if let code = error as? ExitCode { exit(withCode: code.rawValue) }
            // What the argument parser itself reports: usage, help, version.
            if exitCode(for: error) == .success || error is CleanExit || isArgumentError(error) {
                exit(withError: error)
            }
            Console.report(Diagnostic("\(error)"))
            exit(withCode: LathuError.Code.software.rawValue)
        }
    }

    /// Argument errors carry the parser's own exit code, everything else the general failure.
    private static func isArgumentError(_ error: any Error) -> Bool {
        exitCode(for: error) == .validationFailure
    }

    private static func exit(withCode code: Int32) -> Never {
        Console.exit(code)
    }
}
