internal import ArgumentParser
internal import Interchange
internal import Letters
internal import Terminology
internal import TextFiles
internal import UnicodeText

struct TermsExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the termbase into a file for another tool.",
        discussion: """
            tbx     TBX-Basic, ISO 30042:2019 (DCT style): everything
            tbx2    TBX of 2008, for tools that read no other
            csv     a row a term; tsv is the same with tabs
            wide    a row a concept, a column a language
            omegat  source term, tab, target term, tab, comment

            What a format has no place for is counted. With --glossary, any glossary can be
            turned into any format.

            Example:
              lathu terms export terms.tbx
              lathu terms export glossary.utf8 --from en --to vi
              lathu terms export terms.tbx --glossary un.csv
            """)

    @Argument(help: "The file; a dash writes to standard output.") var file: String
    @Option(
        help: ArgumentHelp(
            "tbx, tbx2, csv, tsv, wide or omegat (default: by the file's name).", valueName: "format"),
        transform: glossaryFormat)
    var format: GlossaryFormat?
    @Option(help: ArgumentHelp("The language of source terms (omegat).", valueName: "locale"))
    var from: String?
    @Option(help: ArgumentHelp("The language of target terms (omegat).", valueName: "locale"))
    var to: String?
    @Flag(help: "Print a JSON object.") var json = false
    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let file: String
        let format: String
        let concepts: Int
        let leftOut: Int
    }

    func run() throws {
        let project = try project.find()
        let isStandardOutput = file == FileReading.standardInput
        guard let format = format ?? (isStandardOutput ? .csv : GlossaryFormat.named(inPath: file)) else {
            throw LathuError(
                .usage, "the name does not say which format it is", at: SourceLocation(file: file),
                hint: "add --format " + GlossaryFormat.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let pair = try glossaryPair(from, to, project)
        let termbase = try glossaries.termbase(project, pair)
        let concepts = termbase.entries.map(\.concept)
        let (bytes, leftOut) = try GlossaryFile.bytes(
            of: concepts, as: format, pair: pair, language: project?.source ?? .english)
        if isStandardOutput {
            Console.write(String(decoding: bytes, as: UTF8.self))
        } else {
            try FileWriting.write(bytes, to: file)
        }
        if leftOut > 0 {
            Console.note("left out \(leftOut) things that \(format.rawValue) has no place for")
        }
        if isStandardOutput { return }
        if json {
            try JSONOutput.print(
                Record(file: file, format: format.rawValue, concepts: concepts.count, leftOut: leftOut))
        } else {
            Console.print("wrote \(concepts.count) concepts to \(file)")
        }
    }
}
