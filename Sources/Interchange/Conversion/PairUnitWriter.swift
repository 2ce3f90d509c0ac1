public import TextFiles
internal import UnicodeText

/// Writes units one by one into bytes that the caller takes away as they come.
public protocol PairUnitWriter {
    /// What could not be written, so far.
    var losses: PairLosses { get }
    /// The number of bytes that wait to be taken.
    var pendingCount: Int { get }
    /// Gives away what was written since the last time: whole units.
    mutating func takeBytes() -> [UInt8]
    /// Writes everything before the first unit.
    /// - Throws: `LathuError` with code `usage` where the format needs languages that are not known.
    mutating func start(_ header: PairHeader) throws(LathuError)
    /// Writes a unit.
    /// - Throws: `LathuError` with code `invalidData` for what cannot be written.
    mutating func write(_ unit: PairUnit) throws(LathuError)
    /// Writes everything after the last unit.
    mutating func finish() throws(LathuError)
}

/// How a file is to be written.
public struct PairWritingOptions: Sendable {
    /// The version of XLIFF 2.
    public var version = XLIFFVersion.twoOne
    /// Whether CSV begins with a byte order mark, by which Excel knows UTF-8.
    public var hasByteOrderMark = false
    /// Whether the columns of CSV are the catalog's (`source`, `target`, `exported`), not named by language.
    public var isCatalog = false
    /// Whether XLIFF has the source in place of a translation that is missing: some tools show nothing else.
    public var copiesSource = false
    /// How codes stand in TMX.
    public var codes = TMXCodeForm.elements
    /// The program's version, for the headers that must name it.
    public var toolVersion = ""

    /// XLIFF 2.1; tables for other programs.
    public init() {}
}

extension PairFormat {
    /// A writer at the start of a file.
    public func writer(_ options: PairWritingOptions = PairWritingOptions()) -> any PairUnitWriter {
        switch self {
        case .tmx: TMXUnitWriter(options)
        case .xliff12: XLIFFFirstWriter(options)
        case .xliff2: XLIFFSecondWriter(options)
        case .po: POUnitWriter()
        case .tsv: TSVUnitWriter()
        case .csv: CSVUnitWriter(options)
        }
    }
}

extension PairHeader {
    /// Both languages.
    /// - Throws: `LathuError` with code `usage` where one is not known.
    func languages(for format: String) throws(LathuError) -> (source: String, target: String) {
        guard let source, let target else {
            throw LathuError(
                .usage,
                "\(format) names its languages, and \(source == nil ? "the source" : "the target") is not known",
                hint: "add --from LOCALE and --to LOCALE")
        }
        return (source.identifier, target.identifier)
    }
}
