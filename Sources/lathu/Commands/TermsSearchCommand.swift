internal import ArgumentParser
internal import Interchange
internal import Letters
internal import Terminology
internal import TextFiles
internal import UnicodeText

struct TermsSearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Look a term up, in any language.",
        discussion: """
            Finds terms that are, begin with or hold the words, then those that a word of
            theirs begins with them, then similar ones; each concept is shown with its terms
            in all languages. A word typed without marks finds every word of its letters; one
            with marks means its marks. Neither case nor the place of the tone mark counts.

            Example:
              lathu terms search "nhan quyen"
              lathu terms search --in en covenant
            """)

    @Argument(help: "The words.") var text: String
    @Option(name: .customLong("in"), help: ArgumentHelp("Look into one language only.", valueName: "locale"))
    var language: String?
    @Option(help: ArgumentHelp("The largest number of concepts to show.", valueName: "n")) var limit = 10
    @Flag(help: "Print a JSON object a term found.") var json = false
    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit must be at least 1") }
    }

    private struct Record: Encodable {
        let term: String
        let locale: String
        let status: String?
        let kind: String?
        let fit: String
        let score: Double
        let concept: String?
        let file: String?
        let line: Int?
        let terms: [String: [String]]
    }

    func run() throws {
        let project = try project.find()
        let termbase = try glossaries.termbase(project)
        let search = try TermSearch(termbase, locale: try language.map(locale))
        let results = search.results(for: text, limit: .max)
        var shown: Set<Int> = []
        for result in results {
            if !shown.contains(result.term.entry), shown.count == limit { continue }
            let isNew = shown.insert(result.term.entry).inserted
            if json {
                try JSONOutput.print(record(result, termbase))
            } else if isNew {
                show(result, termbase)
            }
        }
        if results.isEmpty, !json { Console.print("no term is like “\(text)”") }
        let all = Set(results.map(\.term.entry)).count
        if all > shown.count, !json { Console.print("… and \(all - shown.count) more (--limit)") }
    }

    private func record(_ result: TermSearchResult, _ termbase: Termbase) -> Record {
        let term = termbase.term(result.term)
        let concept = termbase.concept(result.term)
        var terms: [String: [String]] = [:]
        for language in concept.languages { terms[language.tag, default: []] += language.terms.map(\.text) }
        return Record(
            term: term.text, locale: concept.languages[result.term.language].tag,
            status: term.status?.rawValue, kind: term.kind?.tableName, fit: "\(result.fit)",
            score: (result.score * 10000).rounded() / 10000, concept: concept.id,
            file: term.location?.file, line: term.location?.line, terms: terms)
    }

    private func show(_ result: TermSearchResult, _ termbase: Termbase) {
        let style = Console.style
        let concept = termbase.concept(result.term)
        let place = concept.location.flatMap { place in
            place.file.map { "\($0)" + (place.line.map { ":\($0)" } ?? "") }
        }
        let head = [concept.id, place].compactMap(\.self).joined(separator: ", ")
        Console.print(
            "• " + style.bold(termbase.term(result.term).text) + (head.isEmpty ? "" : style.dim("  \(head)")))
        for language in concept.languages {
            let terms = language.terms.map { term in
                let said = [term.kind?.tableName, term.status == .preferred ? nil : term.status?.rawValue]
                    .compactMap(\.self).filter { $0 != "full" }
                return term.text + (said.isEmpty ? "" : " (\(said.joined(separator: ", ")))")
            }
            let width = Console.wrappingWidth.map { $0 - 8 }
            let tag = language.tag.padded(to: 5)
            Console.print("  \(tag) " + terms.joined(separator: "; ").wrapped(to: width, indent: 8))
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - displayWidth))
    }
}
