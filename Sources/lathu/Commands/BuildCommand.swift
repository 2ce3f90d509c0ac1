public import ArgumentParser
internal import Foundation
public import Letters
internal import TextFiles
internal import UnicodeText

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the letters for every recipient in every language.",
        discussion: """
            Writes OUTPUT/ID/RECIPIENT/LOCALE.html, .md, .txt and .eml, and with --formats
            also .pdf (through WeasyPrint), .docx and .odt (through pandoc), .review.html and
            .review.pdf, with source and translation side by side; OUTPUT/index.html lists
            them all. Files in the project's templates/ folder take the place of the
            program's own. A segment without a finished translation stands in the source
            language, marked as such; all of them are listed at the end, and the exit status
            is 1 unless --allow-incomplete is given. With --require, nothing at all is built
            from letters that fall short.

            Without --to, a recipient gets the letter in the languages that the list of
            recipients names, as far as the project has them; else in the source language
            and all targets. What would not change is not written again. The same input
            gives the same bytes.

            Example:
              lathu build apec-2017 --to vi --recipient chile --formats html,txt
            """)

    @Argument(help: "Ids or paths of letters (default: all).") var letters: [String] = []
    @Option(
        help: ArgumentHelp(
            "A language; may be repeated (default: those of each recipient).", valueName: "locale"))
    var to: [String] = []
    @Option(
        name: [.customLong("formats"), .customLong("format")],
        help: ArgumentHelp(
            "html, pdf, docx, odt, md, txt, eml, review.html or review.pdf, or all, with commas (default: "
                + "html,md,txt,eml).", valueName: "list"))
    var formats: FormatList = FormatList(LetterFormat.ownFormats)
    @Option(
        help: ArgumentHelp("The id of a recipient; may be repeated (default: all).", valueName: "id"))
    var recipient: [String] = []
    @Option(
        help: ArgumentHelp(
            "Build nothing unless every segment is translated, or reviewed.", valueName: "state"))
    var require: BuildOptions.Requirement?
    @Flag(help: "Mark the letters as drafts.") var draft = false
    @Flag(name: .customLong("attach-pdf"), help: "Put the letter into its e-mail as PDF too.")
    var attachesPDF = false
    @Flag(help: "Build everything anew.") var force = false
    @Option(
        help: ArgumentHelp(
            "The folder to build in (default: build/letters in the project).", valueName: "dir"))
    var output: String?
    @Option(help: ArgumentHelp("On how many threads (default: all cores).", valueName: "number"))
    var threads: Int?
    @Flag(help: "Exit with 0 even where segments are not translated.") var allowIncomplete = false
    @Flag(help: "Print a JSON object a letter, recipient and language.") var json = false
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads must be at least 1") }
    }

    private struct Record: Encodable {
        let letter: String
        let recipient: String?
        let locale: String
        let files: [String]
        let written: Int
        let fallbacks: [OpenSegment]
    }

    func run() throws {
        let project = try project.require()
        let folder = output ?? FilePath.join(project.root, "build/letters")
        var options = BuildOptions(output: folder)
        options.locales = to.isEmpty ? [] : try targetLocales(to, project)
        for id in recipient where !options.recipients.contains(id) { options.recipients.append(id) }
        options.formats = formats.formats
        options.requirement = require
        options.isDraft = draft
        options.attachesPDF = attachesPDF
        // https://reproducible-builds.org/specs/source-date-epoch/
        options.date = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
        options.isForced = force
        options.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
        options.version = Lathu.version
        let build = LetterBuild(try letterPaths(letters, project), of: project, options: options) {
            (paths) throws(LathuError) in try readLetters(at: paths, project)
        }
        let bar = BuildProgress()
        defer { bar.end() }
        let report = try build.run { done, total in bar.show(done, total) }
        bar.end()
        if json { try printRecords(report, folder) } else { summarize(report, folder) }
        if !report.unavailable.isEmpty { throw LathuError(.noInput, report.unavailable) }
        if report.isRefused || !report.findings.isEmpty && !allowIncomplete { throw ExitCode(1) }
    }

    private func printRecords(_ report: BuildReport, _ folder: String) throws {
        for variant in report.variants {
            try JSONOutput.print(
                Record(
                    letter: variant.letter, recipient: variant.recipient, locale: variant.locale,
                    files: variant.files.map { FilePath.join(folder, $0.path) },
                    written: variant.files.count(where: \.isWritten),
                    fallbacks: variant.findings.map { OpenSegment(report.findings[$0]) }))
        }
        if report.isRefused {
            for finding in report.findings {
                try JSONOutput.print(
                    Record(
                        letter: finding.letter, recipient: nil, locale: finding.locale, files: [], written: 0,
                        fallbacks: [OpenSegment(finding)]))
            }
        }
    }

    private func summarize(_ report: BuildReport, _ folder: String) {
        list(report, folder)
        if !report.findings.isEmpty {
            let count = report.findings.count
            let subject = count == 1 ? "1 segment" : "\(count) segments"
            let verb = count == 1 ? "stands" : "stand"
            if !report.isRefused { Console.print() }
            Console.print(
                report.isRefused
                    ? "\(Console.style.yellow("nothing was built")): \(subject) \(count == 1 ? "is" : "are") not \(require?.rawValue ?? "ready"):"
                    : "\(Console.style.yellow("incomplete")): \(subject) \(verb) in the source language:")
            for finding in report.findings {
                let record = OpenSegment(finding)
                Console.print("  \(record.summary)")
                let source = record.source.split(whereSeparator: \.isNewline).joined(separator: " ")
                Console.print("      \(Console.style.dim(source.shortened(to: Console.width - 6)))")
            }
        }
        if report.isRefused { return }
        if !report.orphans.isEmpty {
            Console.print("\nno longer built, and left where they are:")
            for path in report.orphans { Console.print("  \(FilePath.join(folder, path))") }
        }
        let files = report.files
        let written = files.count(where: \.isWritten)
        let total = files.count == 1 ? "1 file" : "\(files.count) files"
        let change =
            written == files.count ? "" : written == 0 ? ", unchanged" : ", \(written) of them written"
        Console.print("\n\(total) in \(folder)\(change)")
    }

    /// What was written, a line for each variant; where they are very many, one for each letter.
    private func list(_ report: BuildReport, _ folder: String) {
        let written = report.variants.filter { $0.files.contains(where: \.isWritten) }
        guard written.count > 100 else {
            for variant in written {
                let paths = variant.files.filter(\.isWritten).map { FilePath.join(folder, $0.path) }
                let name = FilePath.name(of: paths[0]).prefix { $0 != "." }
                let stem = FilePath.join(FilePath.folder(of: paths[0]), String(name))
                let extensions = paths.map { String($0.dropFirst(stem.count + 1)) }.joined(separator: ",")
                Console.print(paths.count == 1 ? "wrote \(paths[0])" : "wrote \(stem).{\(extensions)}")
            }
            return
        }
        var letters: [String] = []
        for variant in written where !letters.contains(variant.letter) { letters.append(variant.letter) }
        for letter in letters {
            let own = written.filter { $0.letter == letter }
            let files = own.reduce(0) { $0 + $1.files.count(where: \.isWritten) }
            let recipients = Set(own.map(\.recipient)).count
            Console.print("wrote \(files) files of \(letter) to \(recipients) recipients")
        }
    }
}

extension BuildOptions.Requirement: ExpressibleByArgument {}
