internal import ArgumentParser
internal import Interchange
internal import Letters
internal import Terminology
internal import TextFiles
internal import UnicodeText

struct TermsCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look for what is wrong with the termbase itself.",
        discussion: """
            Terms without a language, two preferred terms of one kind in a concept and
            language, terms that stand twice, “see also” that leads nowhere or round in a
            circle, and files that are no glossary; one finding a line, with its place.

            Exit status: 0 where nothing is found, 1 where there are only warnings, 65 where
            a file has an error, 66 where one cannot be read.

            Example:
              lathu terms check
              lathu terms check --glossary un.tbx
            """)

    @Flag(help: "Print a JSON object a finding.") var json = false
    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let file: String?
        let line, column: Int?
        let severity, message: String
        let hint: String?
    }

    func run() throws {
        let paths = try glossaries.paths(try project.find())
        let (termbase, findings) = try Termbase.read(paths)
        for finding in findings {
            guard json else {
                Console.print("\(finding)")
                continue
            }
            try JSONOutput.print(
                Record(
                    file: finding.location?.file, line: finding.location?.line,
                    column: finding.location?.column,
                    severity: finding.severity.rawValue, message: finding.message, hint: finding.hint))
        }
        if findings.contains(where: { $0.severity == .error }) {
            throw ExitCode(LathuError.Code.invalidData.rawValue)
        }
        if !findings.isEmpty { throw ExitCode(1) }
        if !json {
            let languages = termbase.locales.map(\.identifier).joined(separator: ", ")
            Console.print("Nothing to report in \(termbase.entries.count) concepts (\(languages)).")
        }
    }
}
