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
    /// - Parameter progress: called after every batch with the number of units so far.
    /// - Throws: `LathuError` where the file cannot be read or is malformed. Batches before that are stored;
    ///   see ``checkExchange(_:)``.
    public func exchange(
        _ path: String, options: ExchangeOptions, progress: (Int) -> Void = { _ in }
    ) throws(LathuError) -> ImportReport {
        let isStandardInput = path == FileReading.standardInput
        let name = isStandardInput ? "standard input" : FilePath.name(of: path)
        let defaults = TranslationUnit.ExchangeDefaults(
            origin: options.origin ?? name, state: options.state, now: now)
        let reader = try TMXReader(path: path)
        let normalization = normalization?()
        var report = ImportReport()
        var batch: [TranslationUnit] = []
        var count = 0
        while let item = try reader.next() {
            count += 1
            for finding in item.findings { report.remark(finding) }
            let units = TranslationUnit.units(of: item.unit, defaults: defaults)
            if units.isEmpty {
                report.refuse(
                    Diagnostic("the unit has fewer than two texts in known languages", at: item.location))
            }
            batch += units
            if batch.count >= Self.batchSize {
                normalization?.normalize(&batch)
                report.counts += try memory.store(batch)
                batch.removeAll(keepingCapacity: true)
                progress(count)
            }
        }
        normalization?.normalize(&batch)
        report.counts += try memory.store(batch)
        report.normalized = normalization?.counts ?? report.normalized
        for finding in reader.findings { report.remark(finding) }
        progress(count)
        return report
    }

    /// Reads a TMX file to its end without storing anything, so that a malformed one leaves a memory as it
    /// was.
    /// - Throws: `LathuError` as ``exchange(_:options:progress:)``.
    public static func checkExchange(_ path: String) throws(LathuError) {
        let reader = try TMXReader(path: path)
        while try reader.next() != nil {}
    }
}
