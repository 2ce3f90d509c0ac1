public import Interchange
public import TextFiles
public import UnicodeText

/// Reads files into a memory, each in one transaction: whole or not at all.
///
/// Units that the memory holds already are merged with what is there, see ``StorageCounts``, so that reading a file
/// again changes nothing.
public struct MemoryImport {
    /// How many problems of a file are told where it is refused; all are counted.
    public static let reportedProblems = 20

    /// The languages of a search.
    public typealias Pair = (source: LocaleID, target: LocaleID)

    let open: () throws(LathuError) -> TranslationMemory
    let now: Int64
    /// Makes what puts the texts of a file into order before they are stored; nil to store them as they are.
    public var normalization: (() -> TextNormalization)?
    /// Whether what is malformed in a file is left out, and the rest imported; else such a file is refused.
    public var skipsBad = false
    /// Told of everything that is left out, where it is.
    public var told: (Diagnostic) -> Void = { _ in }
    /// How the index is made that an import brings up to date; nil to leave that to the next search.
    public var indexing: SearchOptions?

    /// An import that dates new units `now`, in milliseconds since 1970 (UTC).
    public init(_ memory: TranslationMemory, now: Int64) {
        self.init({ () throws(LathuError) in memory }, now: now)
    }

    /// An import into a memory that is opened when there is something to store, so that none is made for a file that
    /// is refused.
    ///
    /// - Parameter open: called once a file.
    public init(_ open: @escaping () throws(LathuError) -> TranslationMemory, now: Int64) {
        self.open = open
        self.now = now
    }

    /// What brings the index of a language pair up to date with an import.
    func follower(of memory: TranslationMemory, _ pair: Pair?) throws(LathuError) -> IndexFollower? {
        guard let indexing, let pair else { return nil }
        return try IndexFollower(memory: memory.path, from: pair.source, to: pair.target, options: indexing)
    }

    /// Takes the translations of a PO catalog; of a malformed one, with ``skipsBad``, those of the good entries.
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
        let (catalog, problems) = try skipsBad ? POCatalog.salvage(path) : (POCatalog.read(path), [])
        let target = try Self.target(of: catalog, path, from: source, to: target)
        // A project's own catalogs are put into order where they are.
        let normalization = isOwn ? nil : normalization?()
        let found = CatalogUnits(
            catalog, from: source, to: target, origin: origin ?? FilePath.name(of: path), now: now,
            neighbours: normalization)
        var report = ImportReport()
        for problem in problems {
            if problem.severity == .error { report.refused += 1 }
            told(problem)
        }
        report.untranslated = found.untranslated
        report.fuzzy = found.fuzzy
        var units = found.units
        if let normalization {
            normalization.normalize(&units)
            report.normalized = normalization.counts
        }
        report.counts = try open().store(
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
        public var pair: Pair?
        /// Why there is none, where that is known.
        public var pairProblem: LathuError?
        /// The name to file the units under; nil for the file's name.
        public var origin: String?
        /// The state of units whose row does not name one.
        public var state = TranslationUnit.State.translated

        /// Pairs without a header row.
        public init() {}
    }

    /// Takes the rows of a TSV file.
    ///
    /// - Parameter progress: called after every batch.
    /// - Throws: `LathuError` where the file cannot be read, its languages are not known, or rows are malformed;
    ///   nothing is stored then.
    public func table(
        _ path: String, options: TableOptions, progress: (ImportStep) -> Void = { _ in }
    ) throws(LathuError) -> ImportReport {
        let source = try TableUnits(path, options, skipsBad: skipsBad, now: now)
        let pair = source.locales.count >= 2 ? (source.locales[0], source.locales[1]) : nil
        return try ImportPipeline(intake: self, path: path).run(source, pair: pair, progress: progress)
    }
}
