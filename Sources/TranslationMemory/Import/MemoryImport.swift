public import Interchange
public import TextFiles
public import UnicodeText

/// Reads files into a memory.
///
/// Units are stored in batches, each a transaction: whatever interrupts an import, the memory holds the
/// batches before it, whole.
public struct MemoryImport {
    /// How many problems of a file are told; all are counted.
    public static let reportedProblems = 20

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
    /// - Parameter progress: called after every batch.
    /// - Throws: `LathuError` where the file cannot be read or its languages are not known.
    public func table(
        _ path: String, options: TableOptions, progress: (ImportStep) -> Void = { _ in }
    ) throws(LathuError) -> ImportReport {
        let source = try TableUnits(path, options, now: now)
        return try ImportPipeline(memory, normalization?()).run(source, progress: progress)
    }

    /// The first two languages of a TSV file: those of the options, or else of its first row. Nil where the
    /// file is standard input, whose first row can be read but once.
    /// - Throws: `LathuError` where the file cannot be read.
    public static func pair(
        of path: String, options: TableOptions
    ) throws(LathuError) -> (source: LocaleID, target: LocaleID)? {
        if path == FileReading.standardInput { return options.pair }
        let locales = try TSVReader(path: path, format: options.format).locales
        return locales.count >= 2 ? (locales[0], locales[1]) : options.pair
    }
}
