internal import Alignment
internal import Interchange
internal import Letters
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

    /// Takes the terms of termbases in CSV: rows of concept, locale and term.
    mutating func learn(fromGlossaries paths: [String]) throws(LathuError) {
        for path in paths where FilePath.fileExtension(of: path) == "csv" && FilePath.exists(path) {
            let table = try CSVTable(FileReading.text(of: path, limit: CSVTable.lengthLimit))
            guard let concept = table.header.firstIndex(of: "concept"),
                let locale = table.header.firstIndex(of: "locale"),
                let term = table.header.firstIndex(of: "term")
            else { continue }
            var terms: [String: (source: [String], target: [String])] = [:]
            for row in table.rows where row.cells.count > max(concept, locale, term) {
                let language = try? LocaleID(row.cells[locale])
                if language.map({ $0.sharesLanguage(with: source) }) == true {
                    terms[row.cells[concept], default: ([], [])].source.append(row.cells[term])
                } else if language.map({ $0.sharesLanguage(with: target) }) == true {
                    terms[row.cells[concept], default: ([], [])].target.append(row.cells[term])
                }
            }
            self.terms += terms.sorted { $0.key < $1.key }.map(\.value)
                .filter { !$0.source.isEmpty && !$0.target.isEmpty }
        }
    }
}
