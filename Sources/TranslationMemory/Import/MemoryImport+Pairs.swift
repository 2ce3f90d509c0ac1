public import Interchange
internal import Segmentation
public import TextFiles
internal import UnicodeText

extension MemoryImport {
    /// How a file of pairs is to be taken.
    public struct PairOptions: Sendable {
        /// How it is read.
        public var reading = PairReadingOptions()
        /// The name to file units under that do not say theirs; nil for the file's name.
        public var origin: String?
        /// The state of units that do not say theirs.
        public var state = TranslationUnit.State.translated

        /// Translated units under the file's name.
        public init() {}
    }

    /// Takes the units of a file in a format of ``Interchange/PairFormat``. Those without a translation are counted.
    ///
    /// - Parameter progress: called after every batch.
    /// - Throws: `LathuError` where the file cannot be read, does not say its languages, or holds what is malformed;
    ///   nothing is stored then.
    public func pairs(
        _ path: String, format: PairFormat, options: PairOptions, progress: (ImportStep) -> Void = { _ in }
    ) throws(LathuError) -> ImportReport {
        let units = try PairFileUnits(path, format, options, now: now)
        return try ImportPipeline(intake: self, path: path)
            .run(units, pair: (units.source, units.target), progress: progress)
    }
}

/// The units of a file of pairs.
private struct PairFileUnits: UnitSource {
    private var reader: any PairUnitReader
    let source: LocaleID
    let target: LocaleID
    private let origin: String
    private let state: TranslationUnit.State
    private let now: Int64
    private(set) var count = 0

    var share: Double? { nil }

    init(
        _ path: String, _ format: PairFormat, _ options: MemoryImport.PairOptions, now: Int64
    ) throws(LathuError) {
        reader = try format.reader(path, options: options.reading)
        guard let source = reader.header.source, let target = reader.header.target, source != target else {
            throw LathuError(
                .usage, "does not say which languages it holds", at: SourceLocation(file: path),
                hint: "add --from LOCALE and --to LOCALE, or name the columns by their languages: en, vi")
        }
        (self.source, self.target) = (source, target)
        let isInput = path == FileReading.standardInput
        origin = options.origin ?? (isInput ? "standard input" : FilePath.name(of: path))
        state = options.state
        self.now = now
    }

    mutating func read(
        into units: inout [TranslationUnit], _ report: inout ImportReport
    ) throws(LathuError) -> Bool {
        guard let item = try reader.next() else { return false }
        count += 1
        switch item {
        case .problem(let problem): report.refuse(problem)
        case .unit(let pair):
            guard let text = pair.target?.coded.trimmed, pair.isTranslated else {
                report.untranslated += 1
                return true
            }
            var unit = TranslationUnit(
                variants: [source: .init(pair.source.coded.trimmed), target: .init(text)],
                origin: pair.origin ?? origin, author: pair.author, created: pair.created ?? now,
                changed: pair.changed, state: pair.state.map(Self.state) ?? state,
                notes: pair.notes.map(\.text))
            unit.isDated = pair.changed != nil
            units.append(unit)
        }
        return true
    }

    private static func state(_ state: PairState) -> TranslationUnit.State {
        switch state {
        case .missing, .draft: .draft
        case .translated: .translated
        case .reviewed: .reviewed
        }
    }
}
