internal import Alignment
internal import Interchange
internal import Terminology
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText

extension Aligner {
    /// So many units of a memory teach the lexicon; those that a document holds are always among them.
    private static let mostExamples = 20_000

    /// Takes what a memory knows.
    mutating func learn(from memory: TranslationMemory, for documents: [DocumentPair]) throws {
        let segments = Set(documents.flatMap(\.source.segments))
        let source = source, target = target
        var known: [(String, String)] = []
        var others: [(String, String)] = []
        try memory.forEachUnit(holding: [source, target]) { unit in
            // What an alignment taught is no evidence for another one.
            guard unit.method == .human, unit.state != .draft, let text = unit.variants[source]?.text,
                let translation = unit.variants[target]?.text
            else { return }
            if segments.contains(text) {
                known.append((text, translation))
            } else if others.count < Self.mostExamples {
                others.append((text, translation))
            }
        }
        examples = known + others
    }

    /// Takes the terms of glossaries, TBX or tables; whatever their status is, old letters may use them. What is wrong
    /// with a glossary keeps nobody from aligning letters: what can be read of it is taken.
    /// - Throws: `LathuError` where one cannot be read at all.
    mutating func learn(fromGlossaries paths: [String]) throws(LathuError) {
        if paths.isEmpty { return }
        let (termbase, findings) = try Termbase.read(paths, pair: (from: source, to: target))
        if findings.contains(where: { $0.severity == .error }) {
            Console.note("note: the glossaries have errors; “lathu validate” tells them")
        }
        let source = source, target = target
        for entry in termbase.entries {
            func terms(_ locale: LocaleID) -> [String] {
                entry.concept.languages.filter { $0.locale?.sharesLanguage(with: locale) == true }
                    .flatMap(\.terms).map(\.text)
            }
            let names = (source: terms(source), target: terms(target))
            if !names.source.isEmpty, !names.target.isEmpty { self.terms.append(names) }
        }
    }
}
