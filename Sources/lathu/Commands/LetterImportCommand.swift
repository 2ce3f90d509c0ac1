internal import ArgumentParser
internal import Letters
internal import TextFiles
internal import UnicodeText

struct LetterImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Adopt an existing letter.",
        discussion: """
            Takes a letter as it comes off a web page, out of an e-mail or as Markdown;
            finds its title, date, recipient, salutation, body, closing and signatories, and
            writes it to locales/SOURCE/letters/ID.md. Every line that it leaves out is
            reported with the reason. HTML, DOCX and ODT are read through pandoc where it is
            installed; a document with tracked changes is refused, pictures and comments are
            counted and left out, footnotes stand at the end of the letter's text. The text is put into order first, as “lathu normalize” does, and every
            repair is reported.

            Example:
              lathu letter import open-letter.txt --id open-letter-2017
            """)

    @Argument(help: "The file; a dash reads standard input.") var file: String
    @Option(help: ArgumentHelp("The letter's id (default: by the file's name).", valueName: "name")) var id:
        String?
    @Option(
        help: ArgumentHelp("The language of the letter (default: the project's source).", valueName: "locale")
    )
    var locale: String?
    @Option(
        help: ArgumentHelp("Where to write it instead; a dash writes to standard output.", valueName: "path"))
    var output: String?
    @Flag(help: "Replace a letter that is there.") var force = false
    @Flag(help: "Write nothing; report what was found.") var dryRun = false
    @Flag(help: "Take the text as it is: repair neither its Unicode nor its Vietnamese.")
    var noNormalize = false
    @Flag(help: "Print a JSON object.") var json = false
    @OptionGroup var encoding: EncodingOption
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if json, output == FileReading.standardInput, !dryRun {
            throw ValidationError("--json and --output - both need standard output: leave out one of them")
        }
    }

    func run() throws {
        let project = try project.find()
        let language =
            try locale.map { try lathu.locale($0) } ?? LocaleID.named(inPath: file) ?? project?.source
            ?? .english
        let document =
            LetterDocument.isConverted(file) ? try LetterDocument(file, charset: encoding.charset()) : nil
        for warning in document?.warnings ?? [] { Console.report(warning) }
        var source = try document?.source ?? encoding.text(of: file)
        var repairs: [SourceRepair] = []
        if !noNormalize { (source, repairs) = SourceRepair.apply(to: source, locale: language) }
        let letter = LetterAdoption(locale: language).adopt(source, notes: document?.notes ?? [])
        let name = try letterID(language)
        let target = try target(name, project)
        let report = AdoptionReport(
            letter, id: name, repairs: repairs, segmenter: try segmenter(language, project))
        if letter.body.isEmpty {
            throw LathuError(
                .invalidData, "no letter was found in it; nothing was written",
                at: SourceLocation(file: file),
                hint: "a letter has paragraphs of text, best between a salutation and a closing")
        }
        let isStandardOutput = target == FileReading.standardInput
        let isTaken = !dryRun && !force && !isStandardOutput && FilePath.exists(target)
        let isWritten = !dryRun && !isTaken
        if isWritten, isStandardOutput {
            // The letter is the output; what was left out must be told all the same.
            Console.write(letter.markdown(id: name))
            for line in report.lines(style: Console.errorStyle, width: Console.width) { Console.note(line) }
        } else {
            if isWritten { try FileWriting.write(letter.markdown(id: name), to: target) }
            try show(report, writtenTo: isWritten ? target : nil, isInProject: output == nil)
        }
        for warning in letter.warnings { Console.report(warning) }
        if isTaken {
            throw LathuError(
                .cannotCreate, "there is a letter “\(name)” already; nothing was written",
                at: SourceLocation(file: target),
                hint: "choose another name with --id, or replace it with --force")
        }
    }

    private func show(_ report: AdoptionReport, writtenTo path: String?, isInProject: Bool) throws {
        if json { return try report.printJSON(writtenTo: path) }
        for line in report.lines(style: Console.style, width: Console.width) { Console.print(line) }
        guard let path else { return }
        Console.print("\nwrote \(path)")
        if isInProject {
            Console.print("Next: look it over; “lathu fill” then writes the catalogs to translate.")
        }
    }

    private func letterID(_ language: LocaleID) throws(LathuError) -> String {
        if let id {
            if Letter.isValid(id: id) { return id }
            throw LathuError(
                .usage, "“\(id)” cannot be the name of a letter",
                hint: "use letters a to z, digits, hyphens and dots, such as apec-2017")
        }
        if file == FileReading.standardInput {
            throw LathuError(.usage, "the letter needs a name", hint: "add --id NAME")
        }
        var stem = FilePath.stem(of: file)
        // letter.en.txt is the letter “letter” in English.
        if LocaleID.named(inPath: FilePath.name(of: file)) != nil { stem = FilePath.stem(of: stem) }
        return LetterDocument.id(from: stem)
    }

    private func target(_ id: String, _ project: Project?) throws(LathuError) -> String {
        if let output { return output }
        if let project { return FilePath.join(project.lettersFolder, id + ".md") }
        if dryRun { return id + ".md" }
        throw LathuError(
            .noInput, "this folder belongs to no letter project",
            hint: "“lathu init” makes one here; --output PATH writes elsewhere, --dry-run only reports")
    }
}
