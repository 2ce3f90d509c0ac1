internal import ArgumentParser
internal import Interchange
internal import Letters
internal import Terminology
internal import TextFiles
internal import UnicodeText

struct TermsAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add terms to a glossary.",
        discussion: """
            The terms are one concept: a new one, or the one that has one of them already, or
            the one named with --concept. In a table, every other line stays as it is.

            Example:
              lathu terms add en="freedom of assembly" vi="tự do hội họp"
              lathu terms add --concept udhr --kind acronym --status admitted fr=DUDH
            """)

    @Argument(help: ArgumentHelp("Terms with their languages.", valueName: "locale=term"))
    var terms: [String]
    @Option(help: ArgumentHelp("The concept's name.", valueName: "id")) var concept: String?
    @Option(help: "full, acronym, abbreviation, short, variant, phrase or name.") var kind: String?
    @Option(help: "preferred, admitted, deprecated, superseded or forbidden.") var status = "preferred"
    @Option(help: "A remark.") var note: String?
    @Option(help: "Where the terms come from.") var source: String?
    @Flag(help: "The terms stay as they are in every language.") var doNotTranslate = false
    @OptionGroup var target: TargetGlossaryOption
    @Flag(help: "Print a JSON object.") var json = false
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let glossary: String
        let concept: String?
        let terms: Int
    }

    func run() throws {
        let project = try project.find()
        let path = try target.path(project)
        let before = try GlossaryStore.concepts(at: path)
        var merge = GlossaryMerge(before)
        var new = try newConcept()
        // The concept that is named gets them, whatever its terms are.
        if let concept, let known = before.first(where: { $0.id == concept }) {
            var borrowed = known
            for language in new.languages {
                for term in language.terms { borrowed.add(term, tag: language.tag, locale: language.locale) }
            }
            new = borrowed
        }
        merge.add(new)
        for conflict in merge.conflicts { Console.report(conflict) }
        guard merge.addedTerms > 0 || merge.changedTerms > 0 else {
            Console.note("all of that stands in \(path) already")
            return
        }
        try GlossaryStore.write(merge, to: path)
        let id = merge.additionsByConcept.first?.id
        if json {
            try JSONOutput.print(Record(glossary: path, concept: id, terms: merge.addedTerms))
        } else {
            Console.print(
                "\(path): \(merge.addedTerms) new \(merge.addedTerms == 1 ? "term" : "terms")"
                    + (id.map { " for the concept “\($0)”" } ?? ""))
        }
    }

    private func newConcept() throws(LathuError) -> GlossaryConcept {
        guard let status = TermStatus(rawValue: status) else {
            throw LathuError(
                .usage, "unknown status “\(status)”",
                hint: "known are " + TermStatus.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let kind = self.kind.flatMap { TermKind(tableName: $0) }
        if let kind, !kind.isKnown {
            throw LathuError(
                .usage, "unknown kind “\(kind.tableName)”",
                hint: "known are " + TermKind.tableNames.joined(separator: ", "))
        }
        var concept = GlossaryConcept(id: self.concept)
        for text in terms {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, !parts[1].trimmed.isEmpty else {
                throw LathuError(
                    .usage, "“\(text)” is no term with its language", hint: "write it as vi=\"nhân quyền\"")
            }
            let locale = try lathu.locale(parts[0].trimmed)
            var term = GlossaryTerm(parts[1].nfc.trimmed, status: status, kind: kind)
            if doNotTranslate { term.isUntranslatable = true }
            if let note { term.details.notes = [note.nfc] }
            if let source { term.details.sources = [source.nfc] }
            concept.add(term, tag: locale.identifier, locale: locale)
        }
        return concept
    }
}
