internal import Interchange
public import TextFiles

extension MemoryImport {
    /// How a TMX file is to be taken.
    public struct ExchangeOptions: Sendable {
        /// The name to file units under that do not say theirs; nil for the file's name.
        public var origin: String?
        /// The state of units that do not say theirs.
        public var state = TranslationUnit.State.translated

        /// Translated units under the file's name.
        public init() {}
    }

    /// Takes the units of a TMX file, all languages of each. Units with fewer than two texts in known
    /// languages are left out and reported; so is what else is wrong.
    ///
    /// - Parameter progress: called after every batch.
    /// - Throws: `LathuError` where the file cannot be read or is malformed. Batches before that are stored;
    ///   see ``checkExchange(_:)``.
    public func exchange(
        _ path: String, options: ExchangeOptions, progress: (ImportStep) -> Void = { _ in }
    ) throws(LathuError) -> ImportReport {
        let source = try ExchangeFileUnits(path, options, now: now)
        return try ImportPipeline(memory, normalization?()).run(source, progress: progress)
    }

    /// Reads a TMX file to its end without storing anything, so that a malformed one leaves a memory as it
    /// was.
    /// - Throws: `LathuError` as ``exchange(_:options:progress:)``.
    public static func checkExchange(_ path: String) throws(LathuError) {
        let reader = try TMXReader(path: path)
        while try reader.nextFindings() != nil {}
    }
}

/// The units of a TMX file.
private struct ExchangeFileUnits: UnitSource {
    private let reader: TMXReader
    private let defaults: TranslationUnit.ExchangeDefaults
    private(set) var count = 0

    var share: Double? { reader.share }

    init(_ path: String, _ options: MemoryImport.ExchangeOptions, now: Int64) throws(LathuError) {
        reader = try TMXReader(path: path)
        let isInput = path == FileReading.standardInput
        defaults = TranslationUnit.ExchangeDefaults(
            origin: options.origin ?? (isInput ? "standard input" : FilePath.name(of: path)),
            state: options.state, now: now)
    }

    mutating func read(
        into units: inout [TranslationUnit], _ report: inout ImportReport
    ) throws(LathuError) -> Bool {
        guard let item = try reader.next() else { return false }
        count += 1
        for finding in item.findings { report.remark(finding) }
        let found = TranslationUnit.units(of: item.unit, defaults: defaults)
        if found.isEmpty {
            report.refuse(
                Diagnostic("the unit has fewer than two texts in known languages", at: item.location))
        }
        units += found
        return true
    }

    func finish(_ report: inout ImportReport) {
        for finding in reader.findings { report.remark(finding) }
    }
}
