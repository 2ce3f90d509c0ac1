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
            // What can be read only once cannot be looked at beforehand.
            if FilePath.isPipe(path) { return try table(path) }
            let first = try CSVReader(path: path, separator: "\t").next()
            guard GlossaryTableReader.readsTerms(first) else { return try table(path) }
            return try glossary(CSVReader(path: path, separator: "\t"))
        case "tbx": return try terms(path)
        case "csv": return try glossary(CSVReader(path: path))
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
        var findings = Findings()
        while let found = try reader.nextFindings() { findings.add(found) }
        // Those outside of units are known at the end only, and are few.
        return reader.findings + findings.all(path)
    }

    /// What TBX forbids, and what is wrong with a termbase all the same.
    private static func terms(_ path: String) throws(LathuError) -> [Diagnostic] {
        let contents = try TBXValidation.contents(path: path)
        // What TBX itself forbids was told.
        return contents.findings
            + GlossaryCheck.findings(contents.concepts, file: path, isOurs: false)
            .filter { $0.severity != .error }
    }

    /// A table of terms, by its header row, or any other table, of which only the cells are checked.
    private static func glossary(_ reader: CSVReader) throws(LathuError) -> [Diagnostic] {
        // Read once, since it may be a pipe.
        let first = try reader.next()
        if GlossaryTableReader.reads(first) {
            let contents = try GlossaryTableReader.read(reader, after: first)
            return contents.findings
                + GlossaryCheck.findings(contents.concepts, file: reader.file, isOurs: true)
        }
        var findings = Findings()
        for finding in try CSVTable.findings(reader, after: first) { findings.add([finding]) }
        return findings.all(reader.file ?? FileReading.standardInput)
    }

    private static func table(_ path: String) throws(LathuError) -> [Diagnostic] {
        let reader = try TSVReader(path: path)
        var findings = Findings()
        while let item = try reader.next() {
            if case .problem(let problem) = item { findings.add([problem]) }
        }
        return findings.all(path)
    }

    /// The first findings of a file, however many there are: more help nobody, and would fill the memory.
    private struct Findings {
        static let limit = 1000

        private var kept: [Diagnostic] = []
        private var others = 0
        private var worst = Diagnostic.Severity.warning

        mutating func add(_ findings: some Sequence<Diagnostic>) {
            for finding in findings {
                if finding.severity == .error { worst = .error }
                if kept.count < Self.limit { kept.append(finding) } else { others += 1 }
            }
        }

        func all(_ path: String) -> [Diagnostic] {
            if others == 0 { return kept }
            return kept + [
                Diagnostic("\(others) more findings", at: SourceLocation(file: path), severity: worst)
            ]
        }
    }
}
