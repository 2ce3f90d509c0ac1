internal import ArgumentParser
internal import TextFiles
internal import UnicodeText

struct NormalizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "normalize", abstract: "Turn a text file into UTF-8 in Unicode's composed form (NFC).",
        discussion: """
            The same word becomes the same string, whichever keyboard or program wrote it.
            The result goes to standard output, or over the file with --in-place.

            Example:
              lathu normalize --encoding windows-1258 --in-place thu-cu.txt
            """)

    @Argument(help: "The file; a dash reads standard input.") var file: String
    @Flag(help: "Replace the file.") var inPlace = false
    @Flag(help: "Print what was changed as a JSON object, and no text.") var json = false
    @OptionGroup var encoding: EncodingOption
    @OptionGroup var common: CommonOptions

    private struct Report: Encodable {
        let file: String
        let encoding: String
        let isChanged: Bool
    }

    func validate() throws {
        if inPlace, file == FileReading.standardInput {
            throw ValidationError("standard input cannot be replaced: leave out --in-place")
        }
    }

    func run() throws {
        let bytes = try FileReading.bytes(of: file)
        let charset = try encoding.charset()
        let text = try FileReading.decode(bytes, file: file, charset: charset).text.nfc
        let isChanged = Array(text.utf8) != bytes
        if inPlace, isChanged { try FileWriting.write(text, to: file) }
        if json {
            let name = (Charset.fromByteOrderMark(bytes)?.charset ?? charset ?? .utf8).name
            try JSONOutput.print(Report(file: file, encoding: name, isChanged: isChanged))
        } else if inPlace {
            Console.print(isChanged ? "changed \(file)" : "\(file) is in order")
        } else {
            Console.write(text)
        }
    }
}
