internal import ArgumentParser
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
            typed without its marks finds marked text.

            With --json, one object a query.

            Example:
              lathu search --from vi --to en "Nguyen Van Dai la luat su"
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
    @Flag(help: "Print a JSON object a query.") var json = false
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
        if limit < 1 { throw ValidationError("--limit must be at least 1") }
    }

    private struct Record: Encodable {
        let query: String
        let matches: [MatchRecord]
    }

    func run() throws {
        let project = try project.find()
        let (source, target) = try pair.resolve(project)
        let memory = try memory.open(project, .reading, common.logger)
        let queries = try queries()
        let search = try MemorySearch(memory, from: source, to: target)
        common.logger?.debug("searching", metadata: ["units": "\(search.count)"])
        for query in queries {
            let matches = search.matches(
                of: query, threshold: threshold, limit: limit,
                previous: previous.map { TextHash.of($0) }, next: next.map { TextHash.of($0) })
            if json {
                try JSONOutput.print(Record(query: query, matches: matches.map(MatchRecord.init)))
            } else {
                show(query, matches)
            }
        }
    }

    private func queries() throws -> [String] {
        if let text { return [text] }
        let source = try encoding.text(of: input ?? FileReading.standardInput)
        return source.lines.map(String.init)
    }

    private func show(_ query: String, _ matches: [MemoryMatch]) {
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
            if match.isExact { details.append(match.contextTier == 2 ? "exact, in context" : "exact") }
            details += match.penalties.sorted { $0.key < $1.key }.map { "−\($0.value) for \($0.key)" }
            Console.print("      " + style.dim(details.joined(separator: ", ")))
        }
        if input != nil { Console.print() }
    }
}

/// A match as JSON.
struct MatchRecord: Encodable {
    let id: Int64
    let source: String
    let target: String
    let score: Double
    let match: Double
    let characterSimilarity: Double
    let exact: Bool
    let context: Int
    let origin: String
    let state: String
    let penalties: [String: Int]

    init(_ match: MemoryMatch) {
        id = match.id
        source = match.source
        target = match.target
        score = Self.rounded(match.score)
        self.match = Self.rounded(match.match)
        characterSimilarity = Self.rounded(match.characterSimilarity)
        exact = match.isExact
        context = match.contextTier
        origin = match.origin
        state = match.state.name
        penalties = match.penalties
    }

    /// Twelve digits are exact for any score; more would only show how binary fractions are stored.
    private static func rounded(_ value: Double) -> Double { (value * 1e12).rounded() / 1e12 }

    /// Rounded down, so that only an equal text is shown as 100%.
    static func percent(_ value: Double) -> String {
        let number = String(Int((value * 100 + 1e-9).rounded(.down)))
        return String(repeating: " ", count: max(0, 3 - number.count)) + number + "%"
    }
}
