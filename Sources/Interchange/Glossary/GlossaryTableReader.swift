public import TextFiles
internal import UnicodeText

/// Reads a glossary from a table with a header row.
///
/// In the *long* layout a row is a term: columns `concept`, `locale` and `term`, and any of `kind`, `status`,
/// `part of speech`, `case` (sensitive or insensitive), `translate` (yes or no), `note`, `source`, `context`,
/// `definition`, `subject`, `concept definition`, `concept note` and `see` (ids of other concepts). In the *wide*
/// layout a row is a concept, and the columns of terms are named by their locales; a locale may have several. A cell
/// of notes, sources, contexts, definitions, subjects or ids may hold several, one a line.
public enum GlossaryTableReader {
    /// Whether the first row of a table is the header of a glossary.
    public static func reads(_ first: CSVReader.Item?) -> Bool {
        guard case .record(let record) = first else { return false }
        let columns = GlossaryColumn.columns(record.cells.map(\.text)).columns
        return columns.contains(.name(.term))
            || columns.count { if case .terms = $0 { true } else { false } } >= 2
    }

    /// Whether the first row of a table is the header of a glossary with a row a term.
    public static func readsTerms(_ first: CSVReader.Item?) -> Bool {
        guard case .record(let record) = first else { return false }
        let columns = GlossaryColumn.columns(record.cells.map(\.text)).columns
        return columns.contains(.name(.term)) && columns.contains(.name(.locale))
    }

    /// Reads a table from what a reader gives.
    /// - Throws: `LathuError` where the file cannot be read, its header row is none of a glossary, or it holds more
    ///   than fits into memory.
    public static func read(_ reader: CSVReader) throws(LathuError) -> GlossaryContents {
        try read(reader, after: reader.next())
    }

    /// The same where the first row was read already.
    public static func read(
        _ reader: CSVReader, after first: CSVReader.Item?
    ) throws(LathuError) -> GlossaryContents {
        let file = reader.file
        var contents = GlossaryContents()
        var bounds = GlossaryBounds(file: file)
        var rows: GlossaryRows?
        var item = first
        while let current = item {
            var found: [Diagnostic] = []
            switch current {
            case .problem(let problem): found = [problem]
            case .record(let record) where rows == nil:
                rows = try GlossaryRows(header: record, file: file, &found)
            case .record(let record):
                rows?.add(record, &found)
                try bounds.add(rows?.isLong == true ? 1 : record.cells.count)
            }
            try bounds.keep(found, in: &contents)
            do {
                item = try reader.next()
            } catch {
                guard error.code == .invalidData, rows != nil else { throw error }
                contents.findings += error.diagnostics
                item = nil
            }
        }
        guard let rows else {
            if !contents.findings.isEmpty { throw LathuError(.invalidData, contents.findings) }
            throw LathuError(
                .invalidData, "is empty: expected a row with the names of the columns",
                at: SourceLocation(file: file, line: 1))
        }
        contents.concepts = rows.concepts
        return contents
    }
}

/// Gathers the rows of a glossary table into concepts.
private struct GlossaryRows {
    private(set) var concepts: [GlossaryConcept] = []
    private let file: String?
    private let columns: [GlossaryColumn?]
    let isLong: Bool
    private var places: [String: Int] = [:]

    init(
        header: CSVReader.Record, file: String?, _ findings: inout [Diagnostic]
    ) throws(LathuError) {
        self.file = file
        let titles = header.cells.map(\.text)
        let (columns, unknown) = GlossaryColumn.columns(titles)
        self.columns = columns
        isLong = columns.contains(.name(.locale)) && columns.contains(.name(.term))
        let locales = columns.count { if case .terms = $0 { true } else { false } }
        guard isLong ? columns.contains(.name(.concept)) : locales >= 2 else {
            throw LathuError(
                .invalidData, "the first row is no header of a glossary",
                at: SourceLocation(file: file, line: header.line, column: 1),
                hint: "expected concept, locale and term, or one column for every language, as en and vi")
        }
        for index in unknown {
            let cell = header.cells[index]
            findings.append(
                Diagnostic(
                    "the column “\(cell.text.trimmed)” is not known and is left out",
                    at: SourceLocation(file: file, line: cell.line, column: cell.column),
                    hint: "known are " + GlossaryColumn.Name.allCases.map(\.rawValue).joined(separator: ", "),
                    severity: .warning))
        }
        var seen: Set<GlossaryColumn> = []
        for (index, column) in columns.enumerated() {
            guard case .name? = column, let column, !seen.insert(column).inserted else { continue }
            let cell = header.cells[index]
            throw LathuError(
                .invalidData, "the column “\(cell.text.trimmed)” stands twice",
                at: SourceLocation(file: file, line: cell.line, column: cell.column))
        }
    }

    mutating func add(_ record: CSVReader.Record, _ findings: inout [Diagnostic]) {
        if let surplus = record.cells.dropFirst(columns.count).first(where: { !$0.text.trimmed.isEmpty }) {
            findings.append(
                Diagnostic(
                    "has \(record.cells.count) cells where the header has \(columns.count)",
                    at: SourceLocation(file: file, line: surplus.line, column: surplus.column),
                    hint: "put text that holds the separator between quotation marks"))
            return
        }
        var row = Row(file: file, columns: columns, record: record)
        if isLong { addTerm(&row) } else { addConcept(&row) }
        findings += row.findings
    }

    private mutating func addTerm(_ row: inout Row) {
        guard let term = row.term() else { return }
        guard let tag = row.text(.locale) else {
            return row.problem(
                "the term “\(term.text)” has no language", .locale, hint: "write a tag such as vi or en")
        }
        let locale: LocaleID
        do {
            locale = try LocaleID(tag)
        } catch {
            return row.problem("\(error)", .locale)
        }
        guard let id = row.text(.concept) else {
            return row.problem(
                "the term “\(term.text)” belongs to no concept", .concept,
                hint: "write the same name in every row of a concept")
        }
        let place = places[id] ?? concepts.count
        if place == concepts.count {
            concepts.append(GlossaryConcept(id: id, location: row.place(.concept)))
            places[id] = place
        }
        row.readConcept(&concepts[place].details)
        concepts[place].add(term, tag: locale.identifier, locale: locale)
        let definitions = row.texts(.definition)
        guard !definitions.isEmpty,
            let language = concepts[place].languages.firstIndex(where: { $0.locale == locale })
        else { return }
        concepts[place].languages[language].details.definitions += definitions.map { GlossaryText($0) }
    }

    private mutating func addConcept(_ row: inout Row) {
        var concept = GlossaryConcept(id: row.text(.concept), location: row.place(.concept))
        row.readConcept(&concept.details)
        concept.details.notes += row.texts(.note)
        concept.details.sources += row.texts(.source)
        concept.details.definitions += row.texts(.definition).map { GlossaryText($0) }
        for (index, column) in columns.enumerated() {
            guard case .terms(let locale) = column, let (text, location) = row.cell(index) else { continue }
            concept.add(
                GlossaryTerm(text.onOneLine, location: location), tag: locale.identifier, locale: locale)
        }
        if concept.languages.isEmpty { return row.problem("the row has no term", .concept) }
        if let id = concept.id {
            if let first = places[id] {
                let line = concepts[first].location?.line ?? 0
                return row.problem("the concept “\(id)” stands in line \(line) already", .concept)
            }
            places[id] = concepts.count
        }
        concepts.append(concept)
    }
}

/// A row that is being read.
private struct Row {
    let file: String?
    let columns: [GlossaryColumn?]
    let record: CSVReader.Record
    private(set) var findings: [Diagnostic] = []

    init(file: String?, columns: [GlossaryColumn?], record: CSVReader.Record) {
        self.file = file
        self.columns = columns
        self.record = record
    }

    /// A cell's text and place; nil where it is empty.
    func cell(_ index: Int) -> (text: String, location: SourceLocation)? {
        guard index < record.cells.count else { return nil }
        let cell = record.cells[index]
        let text = CSVFormula.restore(cell.text).nfc.trimmed
        return text.isEmpty ? nil : (text, SourceLocation(file: file, line: cell.line, column: cell.column))
    }

    func text(_ name: GlossaryColumn.Name) -> String? {
        columns.firstIndex(of: .name(name)).flatMap { cell($0)?.text }
    }

    /// What a cell lists, one a line.
    func texts(_ name: GlossaryColumn.Name) -> [String] {
        (text(name) ?? "").unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0).trimmed }
            .filter { !$0.isEmpty }
    }

    func place(_ name: GlossaryColumn.Name) -> SourceLocation {
        let index = columns.firstIndex(of: .name(name)) ?? 0
        let cell = index < record.cells.count ? record.cells[index] : record.cells[0]
        return SourceLocation(file: file, line: cell.line, column: cell.column)
    }

    mutating func problem(
        _ message: String, _ name: GlossaryColumn.Name, hint: String? = nil,
        severity: Diagnostic.Severity = .error
    ) {
        findings.append(Diagnostic(message, at: place(name), hint: hint, severity: severity))
    }

    /// What the row says of its concept.
    func readConcept(_ details: inout GlossaryDetails) {
        details.subjects += texts(.subject)
        details.definitions += texts(.conceptDefinition).map { GlossaryText($0) }
        details.notes += texts(.conceptNote)
        details.references += texts(.see).map { GlossaryReference(target: $0) }
    }

    /// The term of a row of the long layout; nil where it has none, which is told.
    mutating func term() -> GlossaryTerm? {
        guard let text = text(.term) else {
            problem("the row has no term", .term)
            return nil
        }
        var term = GlossaryTerm(text.onOneLine, location: place(.term))
        if let name = self.text(.kind) {
            term.kind = TermKind(tableName: name.lowercased())
            if term.kind?.isKnown == false {
                term.kind = .other(name)
                problem(
                    "unknown kind “\(name)”", .kind,
                    hint: "known are " + TermKind.tableNames.joined(separator: ", "), severity: .warning)
            }
        }
        if let name = self.text(.status) {
            term.status = TermStatus(rawValue: name.lowercased())
            if term.status == nil {
                problem(
                    "unknown status “\(name)”", .status,
                    hint: "known are " + TermStatus.allCases.map(\.rawValue).joined(separator: ", "))
            }
        }
        term.partOfSpeech = self.text(.partOfSpeech)
        term.isCaseSensitive = choice(
            .case, yes: ["sensitive", "yes", "true"], no: ["insensitive", "no", "false"])
        term.isUntranslatable = choice(.translate, yes: ["no", "false"], no: ["yes", "true"])
        term.details.notes = texts(.note)
        term.details.sources = texts(.source)
        term.details.contexts = texts(.context).map { GlossaryText($0) }
        return term
    }

    private mutating func choice(_ name: GlossaryColumn.Name, yes: [String], no: [String]) -> Bool? {
        guard let text = text(name)?.lowercased() else { return nil }
        if yes.contains(text) { return true }
        if no.contains(text) { return false }
        problem(
            "unknown “\(text)” in the column “\(name.rawValue)”", name, hint: "write \(yes[0]) or \(no[0])")
        return nil
    }
}

extension String {
    /// The text with every run of white space that holds a line end as one space.
    fileprivate var onOneLine: String {
        guard unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }) else { return self }
        return unicodeScalars.split { $0.isWhiteSpace }.map { String($0) }.joined(separator: " ")
    }
}
