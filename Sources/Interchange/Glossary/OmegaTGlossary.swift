public import TextFiles
public import UnicodeText

/// The glossaries of OmegaT: a line a term, with a tab between source term, target term and comment.
///
/// Lines that begin with `#` are comments. Files are UTF-8, or UTF-16 with a byte order mark; with the extension
/// `.csv` they have commas and quotation marks.
public enum OmegaTGlossary {
    /// Reads a glossary. Lines with the same source term make one concept, with all its target terms.
    /// - Throws: `LathuError` where the file holds more than fits into memory.
    public static func read(
        _ source: TextSource, from: LocaleID, to: LocaleID
    ) throws(LathuError) -> GlossaryContents {
        var lines = OmegaTLines(file: source.file, from: from, to: to)
        for (number, line) in source.lines.enumerated() {
            if line.utf8.first == UInt8(ascii: "#") || line.trimmed.isEmpty { continue }
            var column = 1
            var cells: [(text: String, location: SourceLocation)] = []
            for part in line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false) {
                cells.append(
                    (String(part), SourceLocation(file: source.file, line: number + 1, column: column)))
                column += part.count + 1
            }
            try lines.add(cells)
        }
        return lines.contents
    }

    /// Reads a glossary with commas and quotation marks.
    /// - Throws: `LathuError` where the file cannot be read or holds more than fits into memory.
    public static func read(
        _ reader: CSVReader, from: LocaleID, to: LocaleID
    ) throws(LathuError) -> GlossaryContents {
        try read(reader, after: reader.next(), from: from, to: to)
    }

    /// The same where the first row was read already.
    static func read(
        _ reader: CSVReader, after first: CSVReader.Item?, from: LocaleID, to: LocaleID
    ) throws(LathuError) -> GlossaryContents {
        var lines = OmegaTLines(file: reader.file, from: from, to: to)
        var item = first
        while let current = item {
            switch current {
            case .problem(let problem): try lines.keep(problem)
            case .record(let record):
                try lines.add(
                    record.cells.map {
                        (
                            CSVFormula.restore($0.text),
                            SourceLocation(file: reader.file, line: $0.line, column: $0.column)
                        )
                    })
            }
            item = try reader.next()
        }
        return lines.contents
    }

    /// A glossary for a language pair: every term of the source language with every term that may be used for it,
    /// the preferred ones first. The comment says what sort of term it is and what is remarked on it.
    /// - Returns: the text, to be stored as UTF-8, and how many terms have no place in it: those that must not be used,
    ///   and concepts without terms in both languages.
    public static func text(
        of concepts: [GlossaryConcept], from: LocaleID, to: LocaleID
    ) -> GlossaryTableWriter.Table {
        var text = "# \(from) \(to)\n"
        var leftOut = 0
        for concept in concepts {
            let sources = concept.terms(in: from)
            let targets = concept.terms(in: to)
            let usable = targets.usable
            leftOut += targets.count - usable.count + (usable.isEmpty ? sources.count : 0)
            if sources.isEmpty { leftOut += usable.count }
            for source in sources {
                // An acronym is another's acronym rather than its full form.
                let alike = usable.filter { ($0.kind == .acronym) == (source.kind == .acronym) }
                let rest = usable.filter { ($0.kind == .acronym) != (source.kind == .acronym) }
                for target in alike + rest {
                    let line =
                        [source.text, target.text, comment(target)].map(cell).joined(separator: "\t")
                    text += (line.utf8.first == UInt8(ascii: "#") ? " " : "") + line + "\n"
                }
            }
        }
        return GlossaryTableWriter.Table(text: text, leftOut: leftOut)
    }

    private static func comment(_ term: GlossaryTerm) -> String {
        ([term.kind?.tableName, term.status?.rawValue].compactMap(\.self) + term.details.notes)
            .filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// Neither tab nor line end may stand in a cell, and no line may look like a comment.
    private static func cell(_ text: String) -> String {
        text.unicodeScalars.split { $0 == "\t" || $0 == "\n" || $0 == "\r" }.map { String($0) }
            .joined(separator: " ")
    }
}

/// Gathers the lines of a glossary into concepts.
private struct OmegaTLines {
    private(set) var contents = GlossaryContents()
    private let from: LocaleID
    private let to: LocaleID
    private var places: [String: Int] = [:]
    private var bounds: GlossaryBounds

    init(file: String?, from: LocaleID, to: LocaleID) {
        self.from = from
        self.to = to
        bounds = GlossaryBounds(file: file)
    }

    mutating func keep(_ problem: Diagnostic) throws(LathuError) { try bounds.keep([problem], in: &contents) }

    mutating func add(_ cells: [(text: String, location: SourceLocation)]) throws(LathuError) {
        guard let first = cells.first else { return }
        let term = first.text.nfc.trimmed
        let translation = cells.count > 1 ? cells[1].text.nfc.trimmed : ""
        if term.isEmpty || translation.isEmpty {
            return try keep(
                Diagnostic(
                    "the line has no \(term.isEmpty ? "source" : "target") term", at: first.location,
                    hint: "write source term, tab, target term"))
        }
        try bounds.add(1)
        let place = places[term] ?? contents.concepts.count
        if place == contents.concepts.count {
            places[term] = place
            contents.concepts.append(GlossaryConcept(location: first.location))
            contents.concepts[place].add(
                GlossaryTerm(term, location: first.location), tag: from.identifier, locale: from)
        }
        var target = GlossaryTerm(translation, location: cells[1].location)
        let comment = cells.dropFirst(2).map(\.text).joined(separator: " ").trimmed
        if !comment.isEmpty { target.details.notes = [comment.nfc] }
        contents.concepts[place].add(target, tag: to.identifier, locale: to)
    }
}
