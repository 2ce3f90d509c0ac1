internal import TextFiles
public import UnicodeText

/// Writes glossaries as tables that ``GlossaryTableReader`` reads.
public struct GlossaryTableWriter: Sendable {
    private let csv: CSVWriter

    /// A table with how much of the glossary has no place in it.
    public struct Table: Sendable {
        /// The table.
        public var text: String
        /// How many things it lacks: terms, notes, definitions, references and so on.
        public var leftOut: Int
    }

    /// A writer.
    public init(csv: CSVWriter = CSVWriter()) { self.csv = csv }

    // MARK: Long

    private static let required: [GlossaryColumn.Name] = [
        .concept, .locale, .term, .kind, .status, .note, .source,
    ]

    /// A row a term. Columns that would be empty are left out but for the usual ones.
    public func long(_ concepts: [GlossaryConcept]) -> Table {
        var leftOut = 0
        var rows: [[GlossaryColumn.Name: String]] = []
        var used = Set(Self.required)
        var ids = Set(concepts.compactMap(\.id))
        for (number, concept) in concepts.enumerated() {
            var id = concept.id ?? ""
            if id.isEmpty {
                // A name that no other concept has.
                var free = number + 1
                while !ids.insert("c\(free)").inserted { free += 1 }
                id = "c\(free)"
            }
            let start = rows.count
            leftOut += Self.rows(of: concept, id, &rows)
            for row in rows[start...] { used.formUnion(row.keys) }
        }
        let columns =
            Self.required
            + GlossaryColumn.Name.allCases.filter { used.contains($0) && !Self.required.contains($0) }
        var text = csv.line(columns.map(\.rawValue))
        for row in rows { text += csv.line(columns.map { row[$0] ?? "" }) }
        return Table(text: text, leftOut: leftOut)
    }

    /// Adds the rows of a concept; returns how much has no column.
    static func rows(
        of concept: GlossaryConcept, _ id: String, _ rows: inout [[GlossaryColumn.Name: String]]
    ) -> Int {
        var leftOut = rest(concept.details, takes: [.subjects, .definitions, .notes, .references])
        var isFirst = true
        for language in concept.languages {
            leftOut += rest(language.details, takes: [.definitions])
            var isFirstOfLanguage = true
            for term in language.terms {
                leftOut += rest(term.details, takes: [.notes, .sources, .contexts])
                var row: [GlossaryColumn.Name: String] = [
                    .concept: id, .locale: language.tag, .term: term.text,
                ]
                func put(_ name: GlossaryColumn.Name, _ text: String?) {
                    if let text, !text.isEmpty { row[name] = text }
                }
                put(.kind, term.kind?.tableName)
                put(.status, term.status?.rawValue)
                put(.partOfSpeech, term.partOfSpeech)
                put(.case, term.isCaseSensitive.map { $0 ? "sensitive" : "insensitive" })
                put(.translate, term.isUntranslatable.map { $0 ? "no" : "yes" })
                put(.note, list(term.details.notes))
                put(.source, list(term.details.sources))
                put(.context, list(term.details.contexts.map(\.text)))
                if isFirstOfLanguage { put(.definition, list(language.details.definitions.map(\.text))) }
                if isFirst {
                    put(.subject, list(concept.details.subjects))
                    put(.conceptDefinition, list(concept.details.definitions.map(\.text)))
                    put(.conceptNote, list(concept.details.notes))
                    put(.see, list(concept.details.references.compactMap { see($0) }))
                }
                isFirst = false
                isFirstOfLanguage = false
                rows.append(row)
            }
        }
        return leftOut
    }

    private static func see(_ reference: GlossaryReference) -> String? {
        reference.kind == .concept ? reference.target : nil
    }

    /// Several texts in one cell, each on a line of its own.
    private static func list(_ texts: [String]) -> String {
        texts.map {
            $0.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0) }.joined(separator: " ")
        }
        .joined(separator: "\n")
    }

    private enum Part { case subjects, definitions, contexts, notes, sources, references }

    /// How much of what is said has no column.
    private static func rest(_ details: GlossaryDetails, takes: Set<Part>) -> Int {
        var count = details.fields.count + details.transactions.count
        func add(_ part: Part, _ number: Int) { if !takes.contains(part) { count += number } }
        add(.subjects, details.subjects.count)
        add(.definitions, details.definitions.count)
        add(.contexts, details.contexts.count)
        add(.notes, details.notes.count)
        add(.sources, details.sources.count)
        add(.references, details.references.count)
        for text in details.definitions + details.contexts { count += text.sources.count + text.notes.count }
        if takes.contains(.references) { count += details.references.count { see($0) == nil } }
        return count
    }

    // MARK: Wide

    /// A row a concept and a column a language, more than one where a concept has several terms in it. Terms that
    /// must not be used are left out, as nothing would tell them apart.
    public func wide(_ concepts: [GlossaryConcept], locales: [LocaleID] = []) -> Table {
        var leftOut = 0
        var order = locales
        var widths: [LocaleID: Int] = [:]
        var rows: [(id: String, terms: [LocaleID: [String]], definition: String, note: String)] = []
        for concept in concepts {
            var terms: [LocaleID: [String]] = [:]
            for language in concept.languages {
                guard let locale = language.locale, locales.isEmpty || locales.contains(locale) else {
                    leftOut += language.terms.count
                    continue
                }
                let good = language.terms.usable
                leftOut += language.terms.count - good.count
                terms[locale, default: []] += good.map(\.text)
                if !order.contains(locale) { order.append(locale) }
                leftOut += Self.rest(language.details, takes: [])
                for term in good {
                    leftOut += Self.rest(term.details, takes: [])
                    leftOut += (term.kind == nil ? 0 : 1) + (term.status == nil ? 0 : 1)
                }
            }
            for (locale, texts) in terms { widths[locale] = max(widths[locale] ?? 1, texts.count) }
            leftOut += Self.rest(concept.details, takes: [.definitions, .notes])
            if terms.values.allSatisfy(\.isEmpty) { continue }
            rows.append(
                (
                    concept.id ?? "", terms, Self.list(concept.details.definitions.map(\.text)),
                    Self.list(concept.details.notes)
                ))
        }
        var text = csv.line(
            ["concept"] + order.flatMap { [String](repeating: $0.identifier, count: widths[$0] ?? 1) }
                + ["definition", "note"])
        for row in rows {
            var cells = [row.id]
            for locale in order {
                let texts = row.terms[locale] ?? []
                cells += texts + [String](repeating: "", count: (widths[locale] ?? 1) - texts.count)
            }
            text += csv.line(cells + [row.definition, row.note])
        }
        return Table(text: text, leftOut: leftOut)
    }
}

extension [GlossaryTerm] {
    /// The terms that may be used, the preferred first, else in order.
    var usable: [GlossaryTerm] {
        filter { $0.status == .preferred }
            + filter { $0.status != .preferred && $0.status?.isApproved ?? true }
    }
}
