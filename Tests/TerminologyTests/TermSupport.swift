import Interchange
import Terminology
import UnicodeText

/// A termbase from lines `concept locale kind status: term`, a dash for what is not said.
func termbase(_ text: String) -> Termbase {
    var concepts: [GlossaryConcept] = []
    for line in text.split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1)
        let words = parts[0].split(separator: " ").map(String.init)
        var term = GlossaryTerm(String(parts[1].dropFirst()))
        term.kind = words[2] == "-" ? nil : TermKind(tableName: words[2])
        term.status = TermStatus(rawValue: words[3])
        if words.count > 4 { term.isCaseSensitive = words[4] == "sensitive" }
        if concepts.last?.id != words[0] { concepts.append(GlossaryConcept(id: words[0])) }
        concepts[concepts.count - 1].add(term, tag: words[1], locale: try? LocaleID(words[1]))
    }
    return Termbase(concepts)
}
