internal import Segmentation
internal import TextFiles
internal import UnicodeText

/// The rows of a TSV file in two languages.
struct TSVUnitReader: PairUnitReader {
    let header: PairHeader
    private(set) var losses = PairLosses()
    private let reader: TSVReader
    private let path: String
    private let source: Int
    private let target: Int

    init(_ path: String, _ options: PairReadingOptions) throws(LathuError) {
        self.path = path
        reader = try TSVReader(path: path, format: TSVFormat(isEscaped: options.isEscaped))
        let locales = reader.locales
        if locales.isEmpty {
            (source, target) = (0, 1)
            header = PairHeader(source: options.source, target: options.target)
            return
        }
        let location = SourceLocation(file: path, line: 1)
        func index(_ wanted: LocaleID?, besides other: LocaleID?) throws(LathuError) -> Int? {
            guard let wanted else {
                guard locales.count == 2 else { return nil }
                return locales.firstIndex { $0 != other }
            }
            if let found = locales.firstIndex(of: wanted)
                ?? locales.firstIndex(where: { $0.sharesLanguage(with: wanted) })
            {
                return found
            }
            throw LathuError(
                .usage, "has no column “\(wanted)”", at: location,
                hint: "its languages: \(locales.map(\.identifier).joined(separator: ", "))")
        }
        let first = try index(options.source, besides: options.target)
        let second = try index(options.target, besides: first.map { locales[$0] })
        guard let first, let second, first != second else {
            throw LathuError(
                .usage, "holds \(locales.count) languages", at: location,
                hint: "choose two of them with --from LOCALE and --to LOCALE: "
                    + locales.map(\.identifier).joined(separator: ", "))
        }
        (source, target) = (first, second)
        header = PairHeader(
            source: options.source ?? locales[first], target: options.target ?? locales[second])
    }

    mutating func next() throws(LathuError) -> PairItem? {
        while true {
            guard let item = try reader.next() else { return nil }
            switch item {
            case .problem(let problem): return .problem(problem)
            case .row(let row):
                losses.add(
                    .languages,
                    row.texts.count { !$0.isEmpty } - [source, target].count { !row.texts[$0].isEmpty })
                if row.texts[source].trimmed.isEmpty { continue }
                return unit(row)
            }
        }
    }

    private func unit(_ row: TSVRow) -> PairItem {
        var unit = PairUnit(source: InlineText(coded: row.texts[source]))
        if !row.texts[target].trimmed.isEmpty { unit.target = InlineText(coded: row.texts[target]) }
        unit.id = row.attributes[.id]
        unit.origin = row.attributes[.origin]
        unit.author = row.attributes[.author]
        unit.location = SourceLocation(file: path == FileReading.standardInput ? nil : path, line: row.line)
        if let note = row.attributes[.note] { unit.notes = [PairNote(.remark, note)] }
        if let name = row.attributes[.state] {
            guard let state = PairState(cell: name) else {
                return .problem(
                    Diagnostic(
                        "unknown state “\(name)”", at: unit.location,
                        hint: "write missing, draft, translated or reviewed"))
            }
            unit.state = state
            unit.stateName = name
        }
        return .unit(unit)
    }
}
