internal import Segmentation
internal import TextFiles
internal import UnicodeText

/// The rows of a CSV file: its columns are languages by their tags, or `source` and `target`, and what else is known
/// of a unit.
struct CSVUnitReader: PairUnitReader {
    let header: PairHeader
    private(set) var losses = PairLosses()
    private let reader: CSVReader
    private let path: String
    private let otherLanguages: Int
    private let columnCount: Int
    private let columns: [String: Int]
    private let source: Int
    private let target: Int

    /// The columns besides texts.
    static let attributes = ["id", "context", "state", "note", "exported", "origin", "author"]

    init(_ path: String, _ options: PairReadingOptions) throws(LathuError) {
        reader = try CSVReader(path: path)
        self.path = path
        let names: [String]
        switch try reader.next() {
        case .record(let record): names = record.cells.map(\.text.trimmed)
        case .problem(let problem): throw LathuError(.invalidData, [problem])
        case nil:
            throw LathuError(
                .invalidData, "is empty: expected a row with the names of the columns",
                at: SourceLocation(file: path, line: 1))
        }
        var columns: [String: Int] = [:]
        var languages: [(locale: LocaleID, column: Int)] = []
        // “id” is Indonesian only where two columns would be no languages otherwise, as in TSV.
        let locales = names.enumerated().compactMap { number, name -> (LocaleID, Int)? in
            let isOurs =
                ["source", "target"].contains(name.lowercased())
                || Self.attributes.contains(name.lowercased())
            return isOurs ? nil : (try? LocaleID(name)).map { ($0, number) }
        }
        languages = locales.map { (locale: $0.0, column: $0.1) }
        for (number, name) in names.enumerated() where columns[name.lowercased()] == nil {
            columns[name.lowercased()] = number
        }
        self.columns = columns
        columnCount = names.count
        if let source = columns["source"], let target = columns["target"] {
            (self.source, self.target) = (source, target)
            header = PairHeader(source: options.source, target: options.target)
            otherLanguages = 0
            return
        }
        func column(_ locale: LocaleID) -> (locale: LocaleID, column: Int)? {
            languages.first { $0.locale == locale }
                ?? languages.first { $0.locale.sharesLanguage(with: locale) }
        }
        let location = SourceLocation(file: path, line: 1, column: 1)
        guard languages.count >= 2 else {
            throw LathuError(
                .invalidData, "the first row names no two texts", at: location,
                hint: "name the columns “source” and “target”, or by their languages: en, vi")
        }
        var chosen: [(locale: LocaleID, column: Int)] = []
        for wanted in [options.source, options.target].compactMap(\.self) {
            guard let found = column(wanted) else {
                throw LathuError(
                    .usage, "has no column “\(wanted)”", at: location,
                    hint: "its columns: \(names.joined(separator: ", "))")
            }
            chosen.append(found)
        }
        let rest = languages.filter { language in !chosen.contains { $0.column == language.column } }
        if chosen.count == 1, rest.count == 1 {
            chosen = options.source == nil ? [rest[0], chosen[0]] : [chosen[0], rest[0]]
        }
        if chosen.isEmpty, rest.count == 2 { chosen = rest }
        guard chosen.count == 2, chosen[0].column != chosen[1].column else {
            throw LathuError(
                .usage, "holds \(languages.count) languages", at: location,
                hint: "choose two of them with --from LOCALE and --to LOCALE: "
                    + languages.map(\.locale.identifier).joined(separator: ", "))
        }
        (source, target) = (chosen[0].column, chosen[1].column)
        header = PairHeader(
            source: options.source ?? chosen[0].locale, target: options.target ?? chosen[1].locale)
        otherLanguages = languages.count - 2
    }

    mutating func next() throws(LathuError) -> PairItem? {
        switch try reader.next() {
        case nil: return nil
        case .problem(let problem): return .problem(problem)
        case .record(let row): return unit(of: row)
        }
    }

    private mutating func unit(of row: CSVReader.Record) -> PairItem {
        losses.add(.languages, otherLanguages)
        // Empty cells at a row's end may be left out.
        func text(_ column: Int) -> String {
            column < row.cells.count ? CSVFormula.restore(row.cells[column].text) : ""
        }
        func cell(_ name: String) -> String? {
            guard let column = columns[name] else { return nil }
            let text = text(column)
            return text.isEmpty ? nil : text
        }
        let location = SourceLocation(file: path, line: row.line)
        if let first = row.cells.dropFirst(columnCount).first(where: { !$0.text.trimmed.isEmpty }) {
            return .problem(
                Diagnostic(
                    "has \(row.cells.count) cells where the header has \(columnCount)",
                    at: SourceLocation(file: path, line: first.line, column: first.column),
                    hint: "put text that holds the separator between quotation marks"))
        }
        let source = text(source)
        if source.trimmed.isEmpty { return .problem(Diagnostic("the row has no source text", at: location)) }
        let translation = text(target)
        var unit = PairUnit(source: InlineText(coded: source))
        if !translation.trimmed.isEmpty { unit.target = InlineText(coded: translation) }
        unit.id = cell("id")
        unit.context = cell("context")
        unit.fingerprint = cell("exported")
        unit.origin = cell("origin")
        unit.author = cell("author")
        unit.location = location
        if let name = cell("state") {
            guard let state = PairState(cell: name) else {
                return .problem(
                    Diagnostic(
                        "unknown state “\(name)”", at: location,
                        hint: "write missing, draft, translated or reviewed"))
            }
            unit.state = state
            unit.stateName = name
        }
        if let note = cell("note") {
            for line in note.split(whereSeparator: \.isNewline).map({ String($0) }) {
                if let code = PairCode.explained(line) {
                    unit.codes[code.number] = code.code
                    unit.notes.append(PairNote(.codes, line))
                } else {
                    unit.notes.append(PairNote(.remark, line))
                }
            }
        }
        return .unit(unit)
    }
}
