internal import Interchange
internal import Segmentation
internal import Terminology
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
        case "po", "pot": return try POCatalog.read(path).findings()
        case "tsv", "tab":
            let first = try CSVReader(path: path, separator: "\t").next()
            return GlossaryTableReader.readsTerms(first) ? try glossary(path, "\t") : try table(path)
        case "tbx":
            return try TBXValidation.findings(path: path) + terms(path)
        case "csv": return try glossary(path)
        case "srx":
            _ = try SRXDocument(path: path)
            return []
        default:
            throw LathuError(
                .usage, "the name does not tell the format", at: SourceLocation(file: path),
                hint: "known are .xlf, .xliff, .tmx, .tbx, .po, .pot, .tsv, .csv and .srx")
        }
    }

    private static func exchange(_ path: String) throws(LathuError) -> [Diagnostic] {
        let reader = try TMXReader(path: path)
        var findings: [Diagnostic] = []
        while let item = try reader.next() { findings += item.findings }
        return reader.findings + findings
    }

    /// What no rule of TBX forbids and is wrong with a termbase all the same.
    private static func terms(_ path: String) throws(LathuError) -> [Diagnostic] {
        let reader = try TBXReader(path: path)
        var concepts: [GlossaryConcept] = []
        while let item = try reader.next() { concepts.append(item.concept) }
        // What TBX itself forbids was told.
        return GlossaryCheck.findings(concepts, file: path, isOurs: false).filter { $0.severity != .error }
    }

    /// A table of terms, by its header row, or any other table, of which only the cells are checked.
    private static func glossary(
        _ path: String, _ separator: Character? = nil
    ) throws(LathuError) -> [Diagnostic] {
        let reader = try CSVReader(path: path, separator: separator)
        if GlossaryTableReader.reads(try reader.next()) {
            let contents = try GlossaryTableReader.read(CSVReader(path: path, separator: separator))
            return contents.findings + GlossaryCheck.findings(contents.concepts, file: path, isOurs: true)
        }
        _ = try CSVTable(FileReading.text(of: path))
        return []
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
