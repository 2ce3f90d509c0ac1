public import TextFiles

/// A format of files that hold texts with their translations.
public enum PairFormat: String, Sendable, CaseIterable {
    case tmx, xliff12, xliff2, po, tsv, csv

    /// The format that a file's name says; a name does not say which XLIFF, and reading finds out.
    public static func named(inPath path: String) -> PairFormat? {
        switch FilePath.fileExtension(of: path) {
        case "tmx": .tmx
        case "xlf", "xliff", "sdlxliff", "mqxliff", "mxliff": .xliff2
        case "po", "pot": .po
        case "tsv", "tab": .tsv
        case "csv": .csv
        default: nil
        }
    }

    /// The format given, or else the one that the file's name says.
    /// - Parameter option: what names a format on the command line, for the hint.
    /// - Throws: `LathuError` with code `usage` where neither says it.
    public static func resolve(
        _ format: PairFormat?, path: String, option: String
    ) throws(LathuError) -> PairFormat {
        if let format = format ?? named(inPath: path) { return format }
        throw LathuError(
            .usage, "the name does not say which format it is", at: SourceLocation(file: path),
            hint: "add \(option): \(allCases.map(\.rawValue).joined(separator: ", "))")
    }

    /// The ending of its files.
    public var fileExtension: String {
        switch self {
        case .xliff12, .xliff2: "xlf"
        default: rawValue
        }
    }
}
