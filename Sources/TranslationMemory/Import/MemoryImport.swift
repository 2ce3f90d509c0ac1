public import Interchange
public import TextFiles
public import UnicodeText

/// What an import did.
public struct ImportReport: Sendable, Equatable {
    /// What became of the units.
    public var counts = StorageCounts()
    /// Catalog entries that were left out because they are not translated.
    public var untranslated = 0
    /// Catalog entries that were left out because their translation is fuzzy.
    public var fuzzy = 0
    /// Rows or units that were left out because something is wrong with them.
    public var refused = 0
    /// What is wrong, as far as ``MemoryImport/reportedProblems`` goes.
    public var problems: [Diagnostic] = []
    /// What was put into order in the texts.
    public var normalized = TextNormalization.Counts()

    /// Nothing yet.
    public init() {}

    mutating func refuse(_ problem: Diagnostic) {
        refused += 1
        remark(problem)
    }

    /// Keeps what is wrong with something that is not left out for it.
    mutating func remark(_ problem: Diagnostic) {
        if problems.count < MemoryImport.reportedProblems { problems.append(problem) }
    }
}

/// Reads files into a memory.
///
/// Units are stored in batches, each a transaction: whatever interrupts an import, the memory holds the
/// batches before it, whole.
public struct MemoryImport {
    /// How many problems of a file are told; all are counted.
    public static let reportedProblems = 20
    static let batchSize = 2000

    let memory: TranslationMemory
    let now: Int64
    /// Makes what puts the texts of a file into order before they are stored; nil to store them as they are.
    public var normalization: (() -> TextNormalization)?

    /// An import that dates new units `now`, in milliseconds since 1970 (UTC).
    public init(_ memory: TranslationMemory, now: Int64) {
        self.memory = memory
        self.now = now
    }

    /// Takes the translations of a PO catalog.
    ///
    /// - Parameters:
    ///   - target: nil to go by the catalog's header.
    ///   - origin: the name to file the units under; nil for the file's name.
    ///   - isOwn: whether the origin names this catalog and no other. Then the catalog is the truth about
    ///     itself: where it translates a source in another way than when it was read before, its earlier
    ///     unit is corrected. Else nothing that is there changes.
    /// - Throws: `LathuError` where the file is malformed, or names no language and none is given.
    public func catalog(
        _ path: String, from source: LocaleID, to target: LocaleID? = nil, origin: String? = nil,
        isOwn: Bool = false
    ) throws(LathuError) -> ImportReport {
        let catalog = try POCatalog.read(path)
        let target = try Self.target(of: catalog, path, from: source, to: target)
        let found = CatalogUnits(
            catalog, from: source, to: target, origin: origin ?? FilePath.name(of: path), now: now)
        var report = ImportReport()
        report.untranslated = found.untranslated
        report.fuzzy = found.fuzzy
        var units = found.units
        // A project's own catalogs are put into order where they are.
        if !isOwn, let normalization = normalization?() {
            normalization.normalize(&units)
            report.normalized = normalization.counts
        }
        report.counts = try memory.store(
            units, policy: isOwn ? .replaceFromOrigin(source: source) : .keepAll)
        return report
    }

    /// The language that a catalog translates into: the one given, or else its header's.
    /// - Throws: `LathuError` where there is neither, or it is the source's.
    public static func target(
        of catalog: POCatalog, _ path: String, from source: LocaleID, to target: LocaleID?
    ) throws(LathuError) -> LocaleID {
        guard let target = target ?? catalog.header?.language else {
            throw LathuError(
                .usage, "does not say which language it translates into", at: SourceLocation(file: path),
                hint: "add --to LOCALE, or a “Language” line to its header")
        }
        if target == source {
            throw LathuError(
                .usage, "source and target are both \(source)", at: SourceLocation(file: path),
                hint: "name two languages with --from and --to")
        }
        return target
    }

    /// How a TSV file is to be read.
    public struct TableOptions: Sendable {
        /// The layout of the file.
        public var format = TSVFormat()
        /// The languages of a file without a header row.
        public var pair: (source: LocaleID, target: LocaleID)?
        /// The name to file the units under; nil for the file's name.
        public var origin: String?
        /// The state of units whose row does not name one.
        public var state = TranslationUnit.State.translated

        /// Pairs without a header row.
        public init() {}
    }

    /// Takes the rows of a TSV file. Rows with something wrong are left out and reported.
    ///
    /// - Parameter progress: called after every batch with the number of rows so far.
    /// - Throws: `LathuError` where the file cannot be read or its languages are not known.
    public func table(
        _ path: String, options: TableOptions, progress: (Int) -> Void = { _ in }
    ) throws(LathuError) -> ImportReport {
        let reader = try TSVReader(path: path, format: options.format)
        let locales = try locales(of: reader, path: path, options: options)
        var origin = options.origin ?? FilePath.name(of: path)
        if path == FileReading.standardInput, options.origin == nil { origin = "standard input" }
        var report = ImportReport()
        let normalization = normalization?()
        var batch: [TranslationUnit] = []
        var rows = 0
        while let item = try reader.next() {
            rows += 1
            switch item {
            case .problem(let problem): report.refuse(problem)
            case .row(let row):
                switch unit(row, locales, origin: origin, options.state, path: path) {
                case .success(let unit): batch.append(unit)
                case .failure(let error): report.refuse(error.diagnostics[0])
                }
            }
            if batch.count == Self.batchSize {
                normalization?.normalize(&batch)
                report.counts += try memory.store(batch)
                batch.removeAll(keepingCapacity: true)
                progress(rows)
            }
        }
        normalization?.normalize(&batch)
        report.counts += try memory.store(batch)
        report.normalized = normalization?.counts ?? report.normalized
        progress(rows)
        return report
    }

    private func locales(
        of reader: TSVReader, path: String, options: TableOptions
    ) throws(LathuError) -> [LocaleID] {
        if !reader.locales.isEmpty { return reader.locales }
        guard let pair = options.pair else {
            throw LathuError(
                .usage, "does not say which languages it holds", at: SourceLocation(file: path),
                hint: "add --from LOCALE and --to LOCALE, or a first row that names the locales")
        }
        return [pair.source, pair.target]
    }

    private func unit(
        _ row: TSVRow, _ locales: [LocaleID], origin: String, _ state: TranslationUnit.State, path: String
    ) -> Result<TranslationUnit, LathuError> {
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
        var unitState = state
        if let name = row.attributes[.state] {
            guard let named = TranslationUnit.State(name: name) else {
                return refused("unknown state “\(name)”", "write draft, translated or reviewed")
            }
            unitState = named
        }
        return .success(
            TranslationUnit(
                variants: variants, origin: row.attributes[.origin] ?? origin,
                author: row.attributes[.author],
                created: now, state: unitState, notes: row.attributes[.note].map { [$0] } ?? []))
    }
}
