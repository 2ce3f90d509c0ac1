internal import ArgumentParser
internal import Interchange
internal import Letters
internal import Segmentation
internal import Terminology
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText

struct TermsExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Propose terms with their translations from the memory.",
        discussion: """
            Finds phrases, names and acronyms that occur often enough, with what they
            are most probably translated as, and prints a table to look through: delete
            the rows that are no terms, then “lathu terms import” takes the rest. The
            columns of figures say why a pair is proposed; importing leaves them out:
              count           how often the term occurs
              share           in which share of its pairs the translation stands too
              log-likelihood  that its words belong together (Dunning 1993)
              c-value         that it is a term by itself (Frantzi et al. 2000)
              association     log-likelihood of term and translation; dice: 0 to 1

            Example:
              lathu terms extract > proposals.csv
              lathu terms extract --from vi --to en --min-count 5 --limit 50 --json
            """)

    @Option(help: ArgumentHelp("How often a term must occur.", valueName: "n")) var minCount = 3
    @Option(help: ArgumentHelp("The largest number of proposals.", valueName: "n")) var limit = 200
    @Option(help: ArgumentHelp("Write the table here instead of to standard output.", valueName: "path"))
    var output: String?
    @Flag(help: "Print a JSON object a proposal.") var json = false
    @OptionGroup var pair: PairOptions
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if minCount < 2 { throw ValidationError("--min-count must be at least 2") }
        if limit < 1 { throw ValidationError("--limit must be at least 1") }
        if json, output != nil { throw ValidationError("--json and --output exclude each other") }
    }

    private struct Record: Encodable {
        let kind, source: String
        let expansions, targets: [String]
        let count: Int
        let share, logLikelihood, cValue, association, dice: Double
    }

    func run() throws {
        let project = try project.find()
        let (from, to) = try pair.resolve(project)
        let memory = try memory.open(project, .reading, common.logger)
        let total = try memory.info().units
        var options = TermExtraction.Options()
        options.minCount = minCount
        options.limit = limit
        let start = Clock.milliseconds
        let extraction = try TermExtraction(from: from, to: to, options: options)
        let terms = try extraction.terms { body in
            try memory.forEachUnit(holding: [from, to]) { unit in
                guard let source = unit.variants[from]?.text, let target = unit.variants[to]?.text else {
                    return
                }
                body(source, target)
            }
        } progress: { step in
            if Clock.milliseconds - start > 1000 {
                Console.progress("reading \(step.reading) of 3: \(step.pairs) of \(total) units")
            }
        }
        Console.progress("")
        if json {
            for term in terms { try JSONOutput.print(record(term)) }
            return
        }
        var table = ExtractionTable(from: from, to: to)
        let text = terms.reduce(into: table.header) { $0 += table.rows($1) }
        guard let output else { return Console.write(text) }
        try FileWriting.write(text, to: output)
        Console.print("wrote \(terms.count) proposals to \(output)")
        Console.print(
            "Next: delete the rows that are no terms; “lathu terms import \(output)” takes the rest.")
    }

    private func record(_ term: ExtractedTerm) -> Record {
        func rounded(_ value: Double) -> Double { (value * 10000).rounded() / 10000 }
        return Record(
            kind: term.kind.rawValue, source: term.source, expansions: term.expansions, targets: term.targets,
            count: term.count, share: rounded(term.share), logLikelihood: rounded(term.logLikelihood),
            cValue: rounded(term.cValue), association: rounded(term.association), dice: rounded(term.dice))
    }
}
