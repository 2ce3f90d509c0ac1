internal import ArgumentParser
internal import Letters
internal import Segmentation
internal import TextFiles
internal import UnicodeText

struct SegmentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segment", abstract: "Show the segments of a file.",
        discussion: """
            Markdown files (.md) are read as letters, with their front matter; other files
            as plain text whose paragraphs are separated by blank lines. A dash reads
            standard input.

            With --json, one object a segment: the line it begins on, the number of its
            block from 1, what kind of block that is, and the text, inline codes as <1>,
            </1>, <1/>.

            With --srx, a complete segmentation rules file (SRX 2.0 or 1.0) of another tool is
            followed to the letter in place of the program's own way. The key “segmentation”
            of lathu.yaml names such a file for all commands.

            Example:
              lathu segment --locale vi --lines thu.txt
            """)

    @Argument(help: "The file.") var file: String
    @Option(
        help: ArgumentHelp("The language of the file (default: the project's, else en).", valueName: "locale")
    )
    var locale: String?
    @Option(help: ArgumentHelp("Follow this rules file to the letter.", valueName: "file")) var srx: String?
    @Flag(help: "Take every line as a paragraph of its own.") var lines = false
    @Flag(help: "Print a JSON object a segment.") var json = false
    @OptionGroup var encoding: EncodingOption
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let line: Int
        let block: Int
        let kind: String
        let text: String
    }

    func run() throws {
        let project = try project.find()
        let language =
            try locale.map { try lathu.locale($0) } ?? LocaleID.named(inPath: file) ?? project?.source
            ?? .english
        let segmenter = try segmenter(language, project, srx: srx)
        let source = try FileReading.text(of: file, charset: encoding.charset())
        for record in try records(of: source, language, segmenter, project) {
            if json { try JSONOutput.print(record) } else { Console.print(record.text) }
        }
    }

    private func records(
        of source: TextSource, _ language: LocaleID, _ segmenter: Segmenter, _ project: Project?
    ) throws -> [Record] {
        if !lines, ["md", "markdown"].contains(FilePath.fileExtension(of: file)) {
            let folders = project.map { [$0.root] } ?? []
            let reader = LetterReader(locale: language, segmenter: segmenter, signatoryFolders: folders)
            let result = try reader.read(source)
            for warning in result.warnings { Console.report(warning) }
            return result.letter.segments.map {
                Record(line: $0.line, block: $0.block, kind: $0.place.rawValue, text: $0.source.coded)
            }
        }
        let paragraphs = PlainTextParagraphs(source, everyLine: lines)
        return paragraphs.segments(by: segmenter).map {
            Record(
                line: $0.line, block: $0.block, kind: LetterSegment.Place.paragraph.rawValue, text: $0.text)
        }
    }
}
