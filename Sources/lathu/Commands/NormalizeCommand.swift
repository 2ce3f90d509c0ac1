internal import ArgumentParser
internal import TextFiles
internal import UnicodeText
internal import Vietnamese

struct NormalizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "normalize",
        abstract: "Turn a text file into UTF-8 and repair its Unicode and its Vietnamese.",
        discussion: """
            The same word becomes the same string, whichever keyboard, font or program
            wrote it: composed characters (NFC), tones on the right letter, text that was
            read in the wrong encoding restored. Text in order is not touched. The result
            goes to standard output, or over the file with --in-place; what the file was
            stays beside it as FILE.orig.

            A file that is not UTF-8 is read as the Vietnamese encoding that fits it, where
            one does. --encoding names it: TCVN3 (ABC), TCVN5712-1, VNI, VPS, VISCII,
            windows-1258, VIQR, or any of ICU's; “auto” guesses, VIQR too.

            Example:
              lathu normalize --encoding tcvn3 --in-place thu-cu.txt
              lathu normalize --check --diff thu.md
            """)

    @Argument(help: "The file; a dash reads standard input.") var file: String
    @Flag(help: "Replace the file; the old one is kept as FILE.orig.") var inPlace = false
    @Flag(help: "Print the lines that change instead of the text.") var diff = false
    @Flag(help: "Print no text; exit with 1 where something would change.") var check = false
    @Flag(help: "Print what was changed as a JSON object, and no text.") var json = false
    @Option(help: ArgumentHelp("Write tones in the old style (hòa) or the new (hoà).", valueName: "old|new"))
    var tone: Style?
    @OptionGroup var encoding: EncodingOption
    @OptionGroup var common: CommonOptions

    enum Style: String, ExpressibleByArgument {
        case old, new

        var toneStyle: ToneStyle { self == .old ? .old : .new }
    }

    private struct Report: Encodable {
        struct Change: Encodable {
            let after: String
            let before: String
            let column: Int?
            let line: Int?
            /// UTF-16 code units into the decoded text.
            let offset: Int
            let reasons: [TextRepair.Reason]
        }

        let file: String
        let encoding: String
        let confidence: Double?
        let isChanged: Bool
        let changes: [Change]
    }

    func validate() throws {
        if inPlace, file == FileReading.standardInput {
            throw ValidationError("standard input cannot be replaced: leave out --in-place")
        }
        if inPlace, check { throw ValidationError("--check replaces nothing: leave out --in-place") }
        if json, diff { throw ValidationError("--json and --diff exclude each other") }
    }

    func run() throws {
        let bytes = try FileReading.bytes(of: file)
        let input = try NormalizeInput(bytes, file: file, encoding: encoding)
        input.tellConfidence(file)
        let result = TextRepair(toneStyle: tone?.toneStyle).repair(input.text)
        let isChanged = Array(result.text.utf8) != bytes
        if inPlace, isChanged { try replace(bytes, by: result.text) }
        if json {
            try JSONOutput.print(report(input, result, isChanged))
        } else if diff {
            LineDiff(old: input.text, new: result.text, name: file).print()
        } else if inPlace {
            Console.print(isChanged ? "changed \(file)" : "\(file) is in order")
        } else if check {
            Console.print(isChanged ? "\(file) would change" : "\(file) is in order")
        } else {
            Console.write(result.text)
        }
        if check, isChanged { throw ExitCode(1) }
    }

    private func report(_ input: NormalizeInput, _ result: TextRepair.Result, _ isChanged: Bool) -> Report {
        let source = TextSource(input.text)
        var utf8 = 0
        var utf16 = 0
        var rest = input.text.unicodeScalars[...]
        let changes = result.changes.map { change in
            // Changes come in the order of the text, so it is walked through once.
            while utf16 < change.offset, let scalar = rest.popFirst() {
                utf16 += UTF16.width(scalar)
                utf8 += UTF8.width(scalar)
            }
            let place = source.location(utf8Offset: utf8)
            return Report.Change(
                after: change.after, before: change.before, column: place.column, line: place.line,
                offset: change.offset, reasons: change.reasons)
        }
        return Report(
            file: file, encoding: input.encoding.description, confidence: input.confidence,
            isChanged: isChanged, changes: changes)
    }

    /// The backup is written first, and never over an older one.
    private func replace(_ old: [UInt8], by text: String) throws {
        var backup = file + ".orig"
        var number = 2
        while FilePath.exists(backup) {
            backup = "\(file).orig.\(number)"
            number += 1
        }
        try FileWriting.write(old, to: backup, permissions: 0o600)
        try FileWriting.write(text, to: file)
    }
}
