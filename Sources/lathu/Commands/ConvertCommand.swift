internal import ArgumentParser
internal import Interchange
internal import TextFiles
internal import UnicodeText

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Turn a file of translations or terms into another format.",
        discussion: """
            Between TMX, XLIFF 1.2 and 2, PO, TSV and CSV; the endings of the names say
            which (.xlf is written as XLIFF 2.1, or by --to-format xliff12). What the
            new format cannot hold is counted on standard error. TMX, TSV and CSV with
            more than two languages need --from and --to. TSV is written with \\t \\n
            \\r \\\\ for tab, line ends and backslash.

            Glossaries between TBX, CSV and TSV (a row a term, or wide: a row a concept) and
            the tab-separated ones of OmegaT (.txt, .utf8), where one of the two is of these:
            tbx (ISO 30042:2019), tbx2 (2008), wide, omegat. OmegaT’s need --from and --to.

            Exit status 1 where something malformed was left out.

            Example:
              lathu convert memory.tmx memory.xlf --from en --to vi
              lathu convert thu.xlf thu.csv --bom
              lathu convert un-terms.tbx un-terms.csv
            """)

    @Argument(help: "The file to read; a dash reads standard input.") var input: String
    @Argument(help: "The file to write; a dash writes to standard output.") var output: String
    @Option(help: ArgumentHelp("The format to read (default: by the file's name).", valueName: "format"))
    var fromFormat: ConvertFormat?
    @Option(help: ArgumentHelp("The format to write (default: by the file's name).", valueName: "format"))
    var toFormat: ConvertFormat?
    @Option(help: ArgumentHelp("The language of the source (default: the file's).", valueName: "locale"))
    var from: String?
    @Option(help: ArgumentHelp("The language of the translation (default: the file's).", valueName: "locale"))
    var to: String?
    @Flag(help: "In the TSV that is read, \\t \\n \\r \\\\ stand for other characters.") var escaped = false
    @OptionGroup var writing: PairOutputOptions
    @Flag(help: "Print a JSON object.") var json = false
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let input, output, from, to: String
        let units, refused: Int
        let notKept: [String: Int]
    }

    func validate() throws {
        if json, output == FileReading.standardInput {
            throw ValidationError("--json needs a file: standard output is the file's otherwise")
        }
    }

    func run() throws {
        var options = PairReadingOptions()
        options.source = try from.map { try locale($0) }
        options.target = try to.map { try locale($0) }
        options.isEscaped = escaped
        if let one = options.source, one == options.target {
            throw LathuError(.usage, "source and target are both \(one)", hint: "name two languages")
        }
        let route = try ConvertRoute(fromFormat, input, toFormat, output)
        switch route {
        case .pairs(let source, let target): try convert(source, target, options)
        case .terms(let source, let target):
            let conversion = GlossaryConversion(
                input: input, output: output, source: options.source, target: options.target)
            let report = try conversion.run(from: source, to: target)
            if json {
                try JSONOutput.print(report)
            } else if output != FileReading.standardInput {
                Console.print("wrote \(report.concepts) concepts to \(output)")
            }
            if report.refused > 0 { throw ExitCode(1) }
        }
    }

    private func convert(
        _ source: PairFormat, _ target: PairFormat, _ options: PairReadingOptions
    ) throws {
        var writer = target.writer(try writing.options())
        var reader = try source.reader(input, options: options)
        var header = reader.header
        header.source = header.source ?? options.source
        header.target = header.target ?? options.target
        try writer.start(header)
        let file = try PairOutput(path: output)
        var units = 0
        var problems: [Diagnostic] = []
        var refused = 0
        while let item = try reader.next() {
            switch item {
            case .unit(let unit):
                try writer.write(unit)
                units += 1
                if writer.pendingCount > 1 << 18 { try file.write(writer.takeBytes()) }
            case .problem(let problem):
                if problem.severity == .error { refused += 1 }
                if problems.count < Self.shown { problems.append(problem) }
            }
        }
        try writer.finish()
        try file.write(writer.takeBytes())
        try file.commit()
        for var problem in problems {
            problem.severity = .warning
            if problem.location?.file == nil {
                problem.location = SourceLocation(
                    file: input, line: problem.location?.line, column: problem.location?.column)
            }
            Console.report(problem)
        }
        if refused > Self.shown { Console.note("… and \(refused - Self.shown) more like these") }
        var losses = reader.losses
        losses += writer.losses
        tell(losses, of: output, in: target)
        try show(header, units, refused, losses)
        if refused > 0 { throw ExitCode(1) }
    }

    /// How many problems are told one by one.
    private static let shown = 20

    private func show(_ header: PairHeader, _ units: Int, _ refused: Int, _ losses: PairLosses) throws {
        if output == FileReading.standardInput { return }
        if json {
            try JSONOutput.print(
                Record(
                    input: input, output: output, from: header.source?.identifier ?? "",
                    to: header.target?.identifier ?? "", units: units, refused: refused,
                    notKept: Dictionary(
                        uniqueKeysWithValues: losses.list.map { ($0.kind.rawValue, $0.count) })))
        } else {
            Console.print("wrote \(units) units to \(output)")
        }
    }
}
