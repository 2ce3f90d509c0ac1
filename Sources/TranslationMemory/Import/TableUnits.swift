internal import Interchange
internal import TextFiles
internal import UnicodeText

/// The rows of a TSV file as units.
struct TableUnits: UnitSource {
    private let path: String
    private let options: MemoryImport.TableOptions
    private let skipsBad: Bool
    private let now: Int64
    private let reader: TSVReader
    let locales: [LocaleID]
    private let origin: String
    private(set) var count = 0

    var share: Double? { reader.share }

    init(
        _ path: String, _ options: MemoryImport.TableOptions, skipsBad: Bool, now: Int64
    ) throws(LathuError) {
        self.path = path
        self.skipsBad = skipsBad
        self.options = options
        self.now = now
        reader = try TSVReader(path: path, format: options.format)
        locales = try Self.locales(of: reader, path, options)
        let isInput = path == FileReading.standardInput
        origin = options.origin ?? (isInput ? "standard input" : FilePath.name(of: path))
    }

    private static func locales(
        of reader: TSVReader, _ path: String, _ options: MemoryImport.TableOptions
    ) throws(LathuError) -> [LocaleID] {
        if !reader.locales.isEmpty { return reader.locales }
        guard let pair = options.pair else {
            throw options.pairProblem
                ?? LathuError(
                    .usage, "does not say which languages it holds", at: SourceLocation(file: path),
                    hint: "add --from LOCALE and --to LOCALE, or a first row that names the locales")
        }
        return [pair.source, pair.target]
    }

    mutating func read(
        into units: inout [TranslationUnit], _ report: inout ImportReport
    ) throws(LathuError) -> Bool {
        let misread = reader.encodingProblems
        guard let item = try reader.next() else { return false }
        count += 1
        switch item {
        case .problem(let problem):
            // Where the file is refused for it, all other rows with bytes above 0x7F would say the same, and leave no
            // room for what else is wrong.
            let repeats = !skipsBad && misread > 0 && reader.encodingProblems > misread
            if repeats { report.refused += 1 } else { report.refuse(problem) }
        case .row(let row):
            switch unit(row) {
            case .success(let unit): units.append(unit)
            case .failure(let error): report.refuse(error.diagnostics[0])
            }
        }
        return true
    }

    private func unit(_ row: TSVRow) -> Result<TranslationUnit, LathuError> {
        var variants: [LocaleID: TranslationUnit.Variant] = [:]
        for (locale, text) in zip(locales, row.texts) {
            let trimmed = text.trimmed
            if !trimmed.isEmpty { variants[locale] = .init(trimmed) }
        }
        func refused(_ message: String, _ hint: String? = nil) -> Result<TranslationUnit, LathuError> {
            .failure(
                LathuError(.invalidData, message, at: SourceLocation(file: path, line: row.line), hint: hint))
        }
        if variants.count < 2 { return refused("the row has fewer than two texts") }
        var state = options.state
        if let name = row.attributes[.state] {
            guard let named = TranslationUnit.State(name: name) else {
                return refused("unknown state “\(name)”", "write draft, translated or reviewed")
            }
            state = named
        }
        return .success(
            TranslationUnit(
                variants: variants, origin: row.attributes[.origin] ?? origin,
                author: row.attributes[.author],
                created: now, state: state, notes: row.attributes[.note].map { [$0] } ?? []))
    }
}
