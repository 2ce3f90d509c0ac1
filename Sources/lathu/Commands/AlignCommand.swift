internal import Alignment
internal import ArgumentParser
internal import Letters
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText

struct AlignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "align", abstract: "Turn old letters and their translations into memory.",
        discussion: """
            Finds which segments of two documents translate each other: text, Markdown, and
            HTML, DOCX and ODT where pandoc is installed. What lengths, names, numbers, dates
            and words say is weighed, with what the memory and the glossaries (TBX, CSV, TSV)
            know; which words translate each other is learned from the documents themselves.

            The pairs go into the memory; with --output into a file instead (.tmx for other
            tools, .tsv or .html for review), with --json to standard output, a line each:
            the segments' numbers from 0, and how probable it is that the pair is right.
            Pairs below --min-confidence are left out, those below 0.9 become drafts. In the
            memory all are “aligned”, and a penalty is taken off, until a person accepts
            them.

            To review, open the .html in a browser, or the .tsv in a spreadsheet: accept,
            reject, merge and split pairs, save, and read the file back with --apply. In the
            .tsv, a decision is accept, reject, merge (with the row above) or split.

            Documents that are no translations of each other, or not in the languages named,
            are refused. Exit status 1 says that some of the documents of --pairs were.

            Example:
              lathu align letter.en.txt letter.vi.txt --from en --to vi
              lathu align old.en.docx old.vi.docx --from en --to vi --output review.html
              lathu align --apply review.html
              lathu align --pairs 'letters/*.en.md=letters/*.vi.md' --output all.tmx
            """)

    @Argument(help: "The document and its translation.") var files: [String] = []
    @OptionGroup var pair: PairOptions
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var glossary: GlossaryOptions
    @Option(help: ArgumentHelp("Write the pairs here instead: .tmx, .tsv or .html.", valueName: "path"))
    var output: String?
    @Option(help: ArgumentHelp("Leave out pairs less probable, 0 to 1.", valueName: "number"))
    var minConfidence = 0.5
    @Option(
        help: ArgumentHelp(
            "Align all files that match, the * the same on both sides.", valueName: "pattern=pattern"))
    var pairs: [String] = []
    @Option(help: ArgumentHelp("Read the decisions of a reviewed .html or .tsv back.", valueName: "file"))
    var apply: String?
    @Flag(help: "Take every line as one segment.") var lines = false
    @Flag(help: "Align what looks like no translation, or like another language.") var force = false
    @Flag(help: "Print a JSON object a pair.") var json = false
    @OptionGroup var encoding: EncodingOption
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let source, target: [Int]
        let confidence: Double
        let moved: Bool?
        let sourceFile, targetFile: String?
    }

    func validate() throws {
        let ways = [!files.isEmpty, !pairs.isEmpty, apply != nil].count { $0 }
        guard ways == 1, files.isEmpty || files.count == 2 else {
            throw ValidationError("name a document and its translation, or --pairs, or --apply")
        }
        if !(0...1).contains(minConfidence) {
            throw ValidationError("--min-confidence takes a number from 0 to 1")
        }
        if json, output != nil || apply != nil {
            throw ValidationError("--json prints the pairs: leave out --output and --apply")
        }
    }

    func run() throws {
        if let output { _ = try AlignmentOutput.Format.of(output) }
        let project = try project.find()
        if let apply { return try store(try review(readFrom: apply), project) }
        let locales = try pair.resolve(project)
        let reader = AlignmentFiles(
            locales: locales, project: project, encoding: encoding, everyLine: lines)
        var list = try pairs.flatMap { pattern throws in try AlignmentFiles.pairs(matching: pattern) }
        if files.count == 2 { list = [.init(source: files[0], target: files[1])] }

        let own = (project?.glossaryPaths ?? []).filter { FilePath.exists($0) }
        var aligner = Aligner(source: locales.source, target: locales.target)
        var documents: [(files: AlignmentFiles.Pair, pair: DocumentPair)] = []
        var refusals: [LathuError] = []
        for (files, result) in zip(list, reader.documents(list, isForced: force)) {
            switch result {
            case .success(let pair): documents.append((files, pair))
            case .failure(let error): refusals.append(error)
            }
        }
        if documents.isEmpty { throw Self.joined(refusals) }
        try aligner.learn(fromGlossaries: glossary.glossary.isEmpty ? own : glossary.glossary)
        if let path = memory.path(project), FilePath.exists(path) {
            let memory = try TranslationMemory(path: path, access: .reading, logger: common.logger)
            try aligner.learn(from: memory, for: documents.map(\.pair))
        }
        let what = documents.count == 1 ? "" : " \(documents.count) pairs of documents"
        aligner.progress = { done, total in Console.progress("aligning\(what): \(done * 100 / total)%") }
        let alignments = try aligner.align(documents.map(\.pair))
        Console.progress("")
        var review = AlignmentReview(
            from: locales.source.identifier, to: locales.target.identifier, minimum: minConfidence,
            documents: [])
        for (document, alignment) in zip(documents, alignments) {
            if alignment.score < Aligner.leastScore, !force {
                refusals.append(Self.unrelated(document.files, alignment))
                continue
            }
            if json { try print(alignment, document.files, isOne: list.count == 1) }
            review.documents.append(
                document.pair.review(
                    alignment, source: document.files.source, target: document.files.target))
        }
        if review.documents.isEmpty { throw Self.joined(refusals) }
        if !json { try store(review, project) }
        for diagnostic in refusals.flatMap(\.diagnostics) { Console.report(diagnostic) }
        if !refusals.isEmpty { throw ExitCode(1) }
    }

    private static func unrelated(_ files: AlignmentFiles.Pair, _ alignment: Alignment) -> LathuError {
        let percent = Int((alignment.score * 100).rounded(.down))
        return LathuError(
            .invalidData,
            "does not look like a translation of \(files.source) (\(percent)% probable); nothing was taken from it",
            at: SourceLocation(file: files.target),
            hint: "compare the two files; --force aligns them all the same")
    }

    private static func joined(_ errors: [LathuError]) -> LathuError {
        LathuError(errors.first?.code ?? .invalidData, errors.flatMap(\.diagnostics))
    }

    private func print(_ alignment: Alignment, _ files: AlignmentFiles.Pair, isOne: Bool) throws {
        for pair in alignment.pairs {
            try JSONOutput.print(
                Record(
                    source: pair.source, target: pair.target,
                    confidence: (pair.confidence * 1e4).rounded() / 1e4, moved: pair.isMoved ? true : nil,
                    sourceFile: isOne ? nil : files.source, targetFile: isOne ? nil : files.target))
        }
    }

    private func review(readFrom path: String) throws -> AlignmentReview {
        let source = try FileReading.text(of: path)
        let isPage = source.text.trimmed.hasPrefix("<")
        return isPage
            ? try ReviewPage.read(source) : try ReviewTable.read(source, minimum: minConfidence)
    }

    private func store(_ review: AlignmentReview, _ project: Project?) throws {
        let result = AlignmentOutput(review: review, now: Clock.milliseconds)
        if let output {
            try result.write(to: output)
        } else {
            try result.store(in: try memory.open(project, .writing, common.logger))
        }
    }
}
