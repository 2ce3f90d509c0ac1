public import TextFiles
public import UnicodeText
internal import XMLText

/// The formats of glossaries.
public enum GlossaryFormat: String, Sendable, CaseIterable {
    /// TBX-Basic, ISO 30042:2019.
    case tbx
    /// TBX of 2008, for tools that read no other.
    case tbx2
    /// A table of comma-separated values, a row a term.
    case csv
    /// The same with tabs.
    case tsv
    /// A table of comma-separated values, a row a concept.
    case wide
    /// OmegaT's tab-separated glossary.
    case omegat

    /// The format that a file's name says.
    public static func named(inPath path: String) -> GlossaryFormat? {
        switch FilePath.fileExtension(of: path) {
        case "tbx": .tbx
        case "csv": .csv
        case "tsv": .tsv
        case "txt", "utf8", "tab": .omegat
        default: nil
        }
    }
}

/// Reads and writes glossaries in all formats.
public enum GlossaryFile {
    /// Reads a file.
    ///
    /// - Parameters:
    ///   - format: nil for what the name says.
    ///   - pair: the languages of a file that does not say them.
    /// - Throws: `LathuError` where the file cannot be read or is not of the format; where only parts of it are wrong,
    ///   these are among the findings, as errors.
    public static func read(
        _ path: String, format: GlossaryFormat? = nil, pair: (from: LocaleID, to: LocaleID)? = nil
    ) throws(LathuError) -> GlossaryContents {
        let kind: GlossaryFormat
        if let format { kind = format } else { kind = try known(path) }
        switch kind {
        case .tbx, .tbx2: return try readExchange(path)
        case .csv, .wide:
            // Read once, since it may be a pipe.
            let reader = try CSVReader(path: path)
            let first = try reader.next()
            // Without a header row it is one of OmegaT's.
            if let pair, !GlossaryTableReader.reads(first) {
                return try OmegaTGlossary.read(reader, after: first, from: pair.from, to: pair.to)
            }
            return try GlossaryTableReader.read(reader, after: first)
        case .tsv:
            guard let pair else {
                return try GlossaryTableReader.read(CSVReader(path: path, separator: "\t"))
            }
            let text = try FileReading.text(of: path, limit: lengthLimit)
            let reader = try CSVReader(text, separator: "\t")
            let first = try reader.next()
            if GlossaryTableReader.reads(first) { return try GlossaryTableReader.read(reader, after: first) }
            return try OmegaTGlossary.read(text, from: pair.from, to: pair.to)
        case .omegat:
            guard let pair else {
                throw LathuError(
                    .usage, "the file does not say which languages it holds",
                    at: SourceLocation(file: path), hint: "add --from LOCALE and --to LOCALE")
            }
            return try OmegaTGlossary.read(
                FileReading.text(of: path, limit: lengthLimit), from: pair.from, to: pair.to)
        }
    }

    /// More bytes of a glossary of OmegaT are refused: it is held whole.
    static let lengthLimit = 32 << 20

    private static func known(_ path: String) throws(LathuError) -> GlossaryFormat {
        if let format = GlossaryFormat.named(inPath: path) { return format }
        throw LathuError(
            .usage, "the name does not say which format it is", at: SourceLocation(file: path),
            hint: "add --format " + GlossaryFormat.allCases.map(\.rawValue).joined(separator: ", "))
    }

    private static func readExchange(_ path: String) throws(LathuError) -> GlossaryContents {
        let reader = try TBXReader(path: path)
        var contents = GlossaryContents()
        var bounds = GlossaryBounds(file: path)
        while let item = try reader.next() {
            contents.concepts.append(item.concept)
            try bounds.add(item.concept.languages.reduce(1) { $0 + $1.terms.count })
            try bounds.keep(item.findings, in: &contents)
        }
        return contents
    }

    /// The bytes of a glossary in a format, and how many things the format has no place for.
    ///
    /// - Parameters:
    ///   - pair: needed for OmegaT's; else nil.
    ///   - title: what a TBX file says of itself.
    /// - Throws: `LathuError` with code `usage` where the pair is missing.
    public static func bytes(
        of concepts: [GlossaryConcept], as format: GlossaryFormat,
        pair: (from: LocaleID, to: LocaleID)? = nil,
        language: LocaleID = .english, title: String = "lathu"
    ) throws(LathuError) -> (bytes: [UInt8], leftOut: Int) {
        let table: GlossaryTableWriter.Table
        switch format {
        case .tbx, .tbx2:
            var writer = TBXWriter(format == .tbx ? .third : .second, forbidden: .drop)
            try writer.start(TBXHeader(language: language.identifier, source: title))
            for concept in concepts { try writer.write(concept) }
            try writer.finish()
            return (writer.takeBytes(), writer.emptyConcepts + writer.droppedCharacters)
        case .csv: table = GlossaryTableWriter().long(concepts)
        case .tsv: table = GlossaryTableWriter(csv: CSVWriter(separator: "\t")).long(concepts)
        case .wide: table = GlossaryTableWriter().wide(concepts)
        case .omegat:
            guard let pair else {
                throw LathuError(
                    .usage, "a glossary of OmegaT is of two languages",
                    hint: "add --from LOCALE and --to LOCALE")
            }
            table = OmegaTGlossary.text(of: concepts, from: pair.from, to: pair.to)
        }
        return (Array(table.text.utf8), table.leftOut)
    }
}
