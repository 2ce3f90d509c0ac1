internal import ArgumentParser
internal import Letters
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText

struct ConcordanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concordance", abstract: "Find a phrase in the midst of the memory's texts.",
        discussion: """
            Finds the units that hold the words of a phrase one behind the other, the
            shortest units first, and shows them with their translations. A word typed
            without marks finds every word of its letters; one with marks means its marks.
            Neither case nor the place of the tone mark counts.

            Example:
              lathu concordance "freedom of expression"
              lathu concordance --in target "quyen con nguoi"
            """)

    /// Which text of the units is searched.
    enum Side: String, ExpressibleByArgument, CaseIterable {
        case source, target
    }

    @Argument(help: "The phrase: one word or several.") var phrase: String
    @Option(name: .customLong("in"), help: "The texts to look into: source or target.")
    var side = Side.source
    @Flag(help: "Other forms of the words count too: “right” finds “rights”.") var inflected = false
    @Option(help: ArgumentHelp("The largest number of units to show.", valueName: "n")) var limit = 20
    @OptionGroup var pair: PairOptions
    @OptionGroup var memory: MemoryOptions
    @Flag(help: "Print a JSON object a unit.") var json = false
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit must be at least 1") }
    }

    private struct Record: Encodable {
        let id: Int64
        let source: String
        let target: String
        /// Where the phrase stands in the text that was searched, in Unicode scalars: start and length.
        let occurrences: [[Int]]
        let origin: String
        let state: String
    }

    func run() throws {
        let project = try project.find()
        let (source, target) = try pair.resolve(project)
        let memory = try memory.open(project, .reading, common.logger)
        let isSource = side == .source
        let search = try MemorySearch(
            memory, from: isSource ? source : target, to: isSource ? target : source,
            options: searchOptions(project))
        // One more than is shown tells whether there are more.
        guard let found = try search.concordance(of: phrase, inflected: inflected, limit: limit + 1) else {
            throw LathuError(
                .usage,
                "“\(phrase)” is no phrase: it has no word, or more than \(MemorySearch.longestPhrase)",
                hint: "name one word or several; “lathu search” finds whole segments")
        }
        for match in found.prefix(limit) {
            if json { try JSONOutput.print(record(match)) } else { show(match) }
        }
        if json { return }
        if found.isEmpty {
            Console.print(
                "“\(phrase)” does not occur in the \(side.rawValue) texts"
                    + (inflected ? "" : " (--inflected finds other forms of its words)"))
        }
        if found.count > limit { Console.print("… and more (--limit \(limit * 5) shows more of them)") }
    }

    private func record(_ match: ConcordanceMatch) -> Record {
        let scalars = match.source.unicodeScalars
        return Record(
            id: match.id, source: side == .source ? match.source : match.target,
            target: side == .source ? match.target : match.source,
            occurrences: match.ranges.map {
                [
                    scalars.distance(from: scalars.startIndex, to: $0.lowerBound),
                    scalars.distance(from: $0.lowerBound, to: $0.upperBound),
                ]
            }, origin: match.origin, state: match.state.name)
    }

    private func show(_ match: ConcordanceMatch) {
        let style = Console.style
        let width = Console.wrappingWidth
        let text = match.source.wrapped(to: width.map { $0 - 2 }, indent: 2)
        Console.print("• " + highlighted(text, match))
        Console.print("  → \(match.target.wrapped(to: width.map { $0 - 4 }, indent: 4))")
        Console.print("    " + style.dim("\(match.origin), \(match.state.name)"))
    }

    /// The wrapped text with the occurrences marked: in colour, or by brackets where there is none.
    private func highlighted(_ wrapped: String, _ match: ConcordanceMatch) -> String {
        let style = Console.style
        // Wrapping changes nothing but white space: characters that are none count alike in both.
        var marks: [(start: Int, end: Int)] = []
        for range in match.ranges {
            let before = match.source[..<range.lowerBound].unicodeScalars.count { !$0.isWhiteSpace }
            let inside = match.source[range].unicodeScalars.count { !$0.isWhiteSpace }
            marks.append((before, before + inside))
        }
        var result = ""
        var piece = ""
        var count = 0
        var isInside = false
        for scalar in wrapped.unicodeScalars {
            if !scalar.isWhiteSpace {
                if !isInside, marks.contains(where: { $0.start == count }) {
                    result += piece
                    (piece, isInside) = ("", true)
                }
                count += 1
            }
            piece.unicodeScalars.append(scalar)
            if isInside, marks.contains(where: { $0.end == count }) {
                result += style.isEnabled ? style.bold(style.yellow(piece)) : "[\(piece)]"
                (piece, isInside) = ("", false)
            }
        }
        return result + piece
    }
}
