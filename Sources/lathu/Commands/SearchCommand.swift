internal import ArgumentParser
internal import Foundation
internal import Letters
internal import Logging
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find matches in the translation memory.",
        discussion: """
            Finds every unit whose text is similar enough, exact matches first. Vietnamese
            typed without its marks finds marked text. What is taken off a score, and why,
            is shown with the match; “penalties” in lathu.yaml says how much.

            Many queries, one a line, are searched on all cores; their answers come in the
            order of the lines. With --json, one object a query.

            An index of the memory is kept in a folder beside it (NAME.index) and brought
            up to date by itself; the folder can be removed at any time.

            Example:
              lathu search --from vi --to en "Nguyen Van Dai la luat su"
              lathu search --from en --to vi --input sentences.txt --json
              lathu search --from vi --to en --explain "Nguyễn Van Dai la luật sư"
            """)

    @Argument(help: "The text to search for.") var text: String?
    @Option(
        help: ArgumentHelp(
            "Read queries from a file, one a line; a dash reads standard input.", valueName: "file"))
    var input: String?
    @Option(
        help: ArgumentHelp(
            "What stands before the text: exact matches from such a place come first.", valueName: "text"))
    var previous: String?
    @Option(help: ArgumentHelp("What stands after it, likewise.", valueName: "text")) var next: String?
    @OptionGroup var pair: PairOptions
    @OptionGroup var memory: MemoryOptions
    @Option(help: ArgumentHelp("The lowest score that counts, 0 to 1.", valueName: "score"))
    var threshold = CatalogUpdate.defaultThreshold
    @Option(help: ArgumentHelp("The largest number of matches of a query.", valueName: "n")) var limit = 5
    @Option(help: ArgumentHelp("Threads for --input (default: all cores).", valueName: "n"))
    var threads: Int?
    @Flag(help: "Print a JSON object a query.") var json = false
    @Flag(help: "Show token by token how each match differs, and what that costs.") var explain = false
    @OptionGroup var encoding: EncodingOption
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if (text == nil) == (input == nil) {
            throw ValidationError("give either a text to search for or --input FILE")
        }
        if !(0...1).contains(threshold) { throw ValidationError("--threshold must be between 0 and 1") }
        if input != nil, previous != nil || next != nil {
            throw ValidationError("--previous and --next belong to one text, not to --input")
        }
        if let threads, threads < 1 { throw ValidationError("--threads must be at least 1") }
        if limit < 1 { throw ValidationError("--limit must be at least 1") }
    }

    private struct Record: Encodable {
        let query: String
        let matches: [MatchRecord]
    }

    /// So many lines are read, searched and printed at a time.
    private static let batchSize = 1000

    func run() throws {
        let project = try project.find()
        let (source, target) = try pair.resolve(project)
        let memory = try memory.open(project, .reading, common.logger)
        let queries = try queries()
        let search = try MemorySearch(memory, from: source, to: target, options: searchOptions(project))
        if threshold < MemorySearch.lowestIndexedThreshold {
            let percent = Int(MemorySearch.lowestIndexedThreshold * 100)
            Console.note("note: below \(percent)% every unit is compared")
        }
        let explainer = explain ? try MatchExplainer(locale: source) : nil
        let threads = self.threads ?? ProcessInfo.processInfo.activeProcessorCount
        for start in stride(from: 0, to: queries.count, by: Self.batchSize) {
            let batch = queries[start..<min(queries.count, start + Self.batchSize)]
            let answers = try search.matches(
                of: batch.map(query), threshold: threshold, limit: limit, threads: threads)
            for (text, matches) in zip(batch, answers) {
                if json {
                    let records = matches.map { MatchRecord($0, explainer?.record(text, $0.source)) }
                    try JSONOutput.print(Record(query: text, matches: records))
                } else {
                    show(text, matches, explainer)
                }
            }
        }
    }

    private func query(_ text: String) -> MemoryQuery {
        MemoryQuery(
            text, previous: previous.map { TextHash.of($0) }, next: next.map { TextHash.of($0) })
    }

    private func queries() throws -> [String] {
        if let text { return [text] }
        let source = try encoding.text(of: input ?? FileReading.standardInput)
        return source.lines.map(String.init)
    }

    private func show(_ query: String, _ matches: [MemoryMatch], _ explainer: MatchExplainer?) {
        let style = Console.style
        if input != nil { Console.print(style.bold("“\(query)”")) }
        if matches.isEmpty {
            let percent = Int((threshold * 100).rounded())
            Console.print("no match of \(percent)% or better (--threshold lowers the bar)")
        }
        let width = Console.wrappingWidth
        for match in matches {
            let percent = MatchRecord.percent(match.match)
            let shown = match.match >= 1 ? style.green(percent) : style.yellow(percent)
            Console.print("\(shown)  \(match.source.wrapped(to: width.map { $0 - 6 }, indent: 6))")
            Console.print("      → \(match.target.wrapped(to: width.map { $0 - 8 }, indent: 8))")
            var details = [match.origin, match.state.name]
            if match.isExact {
                details.append(
                    ["exact", "exact, one neighbour the same", "exact, in context"][match.contextTier])
            }
            details += match.penalties.sorted { $0.key < $1.key }.map { "−\($0.value) for \($0.key)" }
            Console.print("      " + style.dim(details.joined(separator: ", ")))
            explainer?.show(query, match.source)
        }
        if input != nil { Console.print() }
    }
}
