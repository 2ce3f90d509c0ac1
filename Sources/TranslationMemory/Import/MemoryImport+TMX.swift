internal import Interchange
internal import Segmentation
public import TextFiles
internal import UnicodeText

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

    /// Takes the units of a TMX file, all languages of each. Units with text in one language only are none; those
    /// with text in a language that is not known, and less than two others, are malformed.
    ///
    /// - Parameters:
    ///   - pair: the languages to bring the index up to date for.
    ///   - progress: called after every batch.
    /// - Throws: `LathuError` where the file cannot be read or is malformed; nothing is stored then.
    public func exchange(
        _ path: String, options: ExchangeOptions, pair: Pair? = nil,
        progress: (ImportStep) -> Void = { _ in }
    ) throws(LathuError) -> ImportReport {
        let source = try ExchangeFileUnits(path, options, now: now)
        return try ImportPipeline(intake: self, path: path).run(source, pair: pair, progress: progress)
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
            let hasUnknown = item.unit.variants.contains {
                $0.locale == nil && !$0.text.coded.trimmed.isEmpty
            }
            if hasUnknown {
                report.refuse(
                    Diagnostic("the unit has fewer than two texts in known languages", at: item.location))
            } else {
                report.untranslated += 1
            }
        }
        units += found
        return true
    }

    func finish(_ report: inout ImportReport) {
        for finding in reader.findings { report.remark(finding) }
    }
}
