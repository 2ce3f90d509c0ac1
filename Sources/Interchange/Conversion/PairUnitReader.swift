public import TextFiles
public import UnicodeText

/// Reads the units of a file one by one. The formats of files of pairs, and those of termbases as terms, join
/// here.
public protocol PairUnitReader {
    /// What the file says of itself.
    var header: PairHeader { get }
    /// What the file holds that a ``PairUnit`` does not, as far as it has been read.
    var losses: PairLosses { get }
    /// The next unit, or what is wrong with the next piece; nil at the end.
    /// - Throws: `LathuError` where the file cannot be read on.
    mutating func next() throws(LathuError) -> PairItem?
}

/// What comes next in a file.
public enum PairItem: Sendable {
    /// A unit.
    case unit(PairUnit)
    /// What is wrong with a piece that is passed over.
    case problem(Diagnostic)
}

/// How a file is to be read.
public struct PairReadingOptions: Sendable {
    /// The language of the sources, where the file does not say it or has several.
    public var source: LocaleID?
    /// The language of the translations, likewise.
    public var target: LocaleID?
    /// Whether `\t`, `\n`, `\r` and `\\` in TSV stand for other characters.
    public var isEscaped = false

    /// What the file says.
    public init(source: LocaleID? = nil, target: LocaleID? = nil) {
        self.source = source
        self.target = target
    }
}

extension PairFormat {
    /// Opens a file, or standard input for `-`.
    /// - Throws: `LathuError` where it cannot be opened or is none of this format; with code `usage` where it
    ///   does not say which languages are meant.
    public func reader(
        _ path: String, options: PairReadingOptions = PairReadingOptions()
    ) throws(LathuError) -> any PairUnitReader {
        switch self {
        case .tmx: try TMXUnitReader(path, options)
        case .xliff12, .xliff2: try XLIFFUnitReader(path, options)
        case .po: try POUnitReader(path, options)
        case .tsv: try TSVUnitReader(path, options)
        case .csv: try CSVUnitReader(path, options)
        }
    }
}
