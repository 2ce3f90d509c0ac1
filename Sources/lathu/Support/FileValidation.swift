internal import Interchange
internal import Segmentation
internal import TextFiles
internal import UnicodeText

/// Checks a file against the rules of its format, which its name tells.
enum FileValidation {
    /// What is wrong with a file, in its order.
    /// - Throws: `LathuError` where the file cannot be read; with code `invalidData` where it is no file of the
    ///   format at all.
    static func findings(_ path: String) throws(LathuError) -> [Diagnostic] {
        switch FilePath.fileExtension(of: path) {
        case "xlf", "xliff", "sdlxliff", "mqxliff", "mxliff": return try XLIFFDocument(path: path).findings()
        case "tmx": return try exchange(path)
        case "po", "pot":
            _ = try POCatalog.read(path)
            return []
        case "tsv", "tab": return try table(path)
        case "srx":
            _ = try SRXDocument(path: path)
            return []
        default:
            throw LathuError(
                .usage, "the name does not tell the format", at: SourceLocation(file: path),
                hint: "known are .xlf, .xliff, .tmx, .po, .pot, .tsv and .srx")
        }
    }

    private static func exchange(_ path: String) throws(LathuError) -> [Diagnostic] {
        let reader = try TMXReader(path: path)
        var findings: [Diagnostic] = []
        while let item = try reader.next() { findings += item.findings }
        return reader.findings + findings
    }

    private static func table(_ path: String) throws(LathuError) -> [Diagnostic] {
        let reader = try TSVReader(path: path)
        var findings: [Diagnostic] = []
        while let item = try reader.next() {
            if case .problem(let problem) = item { findings.append(problem) }
        }
        if let problem = reader.encodingProblem { findings.append(problem) }
        return findings
    }
}
