internal import ArgumentParser
internal import Checks
internal import Letters
internal import Terminology
internal import TextFiles
internal import UnicodeText

struct TermsConsistencyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consistency", abstract: "How each term was translated, across all letters.",
        discussion: """
            For every term of the sources that is translated in two ways: each variant, what
            the termbase thinks of it, how often it stands, and where. Segments that are
            missing or fuzzy do not count. Works on the project's letters, and on PO, XLIFF,
            TMX and TSV.

            Exit status: 1 where a term has several translations.

            Example:
              lathu terms consistency
              lathu terms consistency --all --html build/terms.html
              lathu terms consistency memory.tmx --glossary un.tbx --to vi
            """)

    @OptionGroup var selection: CheckedSelection
    @Flag(help: "All terms that stand in the sources, also those with one translation.") var all = false
    @Option(help: "How many places of a variant are listed.") var places = 3
    @Flag(help: "Print a JSON object a term, with all places.") var json = false
    @Option(help: ArgumentHelp("Write one self-contained page with all places.", valueName: "path"))
    var html: String?
    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if places < 0 { throw ValidationError("--places is 0 or more") }
    }

    func run() throws {
        let project = selection.files.isEmpty ? try project.require() : try project.find()
        let letters = try selection.read(self.project)
        let termbase = try glossaries.termbase(project)
        let report = ConsistencyReport(letters, terms: try TermLibrary(termbase, for: letters))
        let shown = report.terms.filter { all || $0.isInconsistent }
        if let html {
            let folder = FilePath.folder(of: html)
            if folder != ".", !FilePath.exists(folder) { try FileWriting.createFolder(folder) }
            try FileWriting.write(ConsistencyPage(shown, letters: letters).page(), to: html)
        }
        if json {
            for term in shown { try JSONOutput.print(ConsistencyRecord(term)) }
        } else {
            print(shown, report, letters)
        }
        if report.terms.contains(where: \.isInconsistent) { throw ExitCode(1) }
    }

    private func print(
        _ terms: [ConsistencyReport.Term], _ report: ConsistencyReport, _ letters: [CheckedLetter]
    ) {
        let style = Console.style
        let languages = Set(letters.map(\.target)).count
        for term in terms {
            let language = languages > 1 ? " (\(term.locale))" : ""
            Console.print(
                style.bold(term.text) + language + style.dim("  \(Self.count(term.count, "segment"))"))
            let width = term.variants.map { "\($0.places.count)".count }.max() ?? 1
            for (number, variant) in term.variants.enumerated() {
                let count = "\(variant.places.count)"
                let padding = String(repeating: " ", count: width - count.count)
                let standing = variant.standing == .preferred ? "" : "  \(variant.standing.rawValue)"
                let text = variant.text ?? "none of its terms"
                Console.print(
                    "  \(padding)\(count)×  \(text)" + style.dim(variant.text == nil ? "" : standing))
                // The usual translation needs no proof.
                guard number > 0 else { continue }
                for place in variant.places.prefix(places) {
                    Console.print(style.dim("        \(place.location)"))
                }
                if variant.places.count > places, places > 0 {
                    Console.print(style.dim("        and \(variant.places.count - places) more"))
                }
            }
            Console.print()
        }
        let several = report.terms.count(where: \.isInconsistent)
        Console.print(
            "\(Self.count(report.terms.count, "term")) in \(Self.count(letters.count, "letter")): "
                + (several == 0 ? "each is translated in one way." : "\(several) in several ways."))
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
