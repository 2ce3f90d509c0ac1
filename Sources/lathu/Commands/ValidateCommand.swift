internal import ArgumentParser
internal import Interchange
internal import Segmentation
internal import TextFiles

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check files against the rules of their formats.",
        discussion: """
            XLIFF 1.2 and 2.0 to 2.2 (.xlf, .xliff), TMX (.tmx), TBX (.tbx), PO (.po, .pot),
            tables (.tsv, .csv) and segmentation rules (.srx). One finding a line:

              file:line:column: error: what is wrong (rule of the standard)

            Exit status: 0 where no file has an error, 65 where one has, 66 where one
            cannot be read. Warnings do not change it.

            Example:
              lathu validate thu.xlf memory.tmx
            """)

    @Argument(help: "The files.") var files: [String]
    @Flag(help: "Print a JSON object a finding.") var json = false
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let file: String
        let line: Int?
        let column: Int?
        let severity: String
        let message: String
        let hint: String?
    }

    func run() throws {
        var worst: LathuError.Code?
        for file in files {
            let findings: [Diagnostic]
            do {
                findings = try FileValidation.findings(file)
            } catch {
                findings = error.diagnostics
                if error.code != .invalidData { worst = .noInput }
            }
            if worst == nil, findings.contains(where: { $0.severity == .error }) { worst = .invalidData }
            for finding in findings { try show(finding, file) }
        }
        if let worst { throw ExitCode(worst.rawValue) }
    }

    private func show(_ finding: Diagnostic, _ file: String) throws {
        var finding = finding
        if finding.location?.file == nil {
            finding.location = SourceLocation(
                file: file, line: finding.location?.line, column: finding.location?.column)
        }
        guard json else {
            Console.print("\(finding)")
            return
        }
        try JSONOutput.print(
            Record(
                file: file, line: finding.location?.line, column: finding.location?.column,
                severity: finding.severity.rawValue, message: finding.message, hint: finding.hint))
    }
}
