internal import Interchange
internal import Segmentation
public import TextFiles
public import UnicodeText

/// Reads the pairs of files from elsewhere: PO, XLIFF, TMX, TSV.
public struct PairFile {
    /// The languages, where the file does not say them or holds several.
    public struct Languages: Sendable {
        /// The language of the sources.
        public var source: LocaleID?
        /// The language of the translations.
        public var target: LocaleID?

        /// Languages.
        public init(source: LocaleID? = nil, target: LocaleID? = nil) {
            self.source = source
            self.target = target
        }
    }

    /// What a file holds.
    public struct Content: Sendable {
        /// Its pairs: one for each pair of languages.
        public var letters: [CheckedLetter] = []
        /// What could not be read; the rest could.
        public var warnings: [Diagnostic] = []
    }

    /// The extensions of files that are read.
    public static let extensions: Set<String> = [
        "po", "pot", "xlf", "xliff", "sdlxliff", "mqxliff", "mxliff", "tmx", "tsv", "tab",
    ]

    /// Reads a file; its name tells the format.
    /// - Throws: `LathuError` where it cannot be read, is malformed or does not say its languages.
    public static func read(_ path: String, _ languages: Languages) throws(LathuError) -> Content {
        switch FilePath.fileExtension(of: path) {
        case "po", "pot": return try CatalogPairs.read(path, languages)
        case "xlf", "xliff", "sdlxliff", "mqxliff", "mxliff": return try DocumentPairs.read(path, languages)
        case "tmx": return try ExchangePairs.read(path, languages)
        case "tsv", "tab": return try TablePairs.read(path, languages)
        default:
            throw LathuError(
                .usage, "the name does not tell the format", at: SourceLocation(file: path),
                hint: "known are .po, .pot, .xlf, .xliff, .tmx and .tsv")
        }
    }

    /// A language that the user named or the file says.
    static func locale(
        _ given: LocaleID?, _ tag: String?, _ side: String, _ path: String
    ) throws(LathuError) -> LocaleID {
        if let given { return given }
        let option = side == "source" ? "--from" : "--to"
        guard let tag, !tag.isEmpty else {
            throw LathuError(
                .usage, "does not say its \(side) language", at: SourceLocation(file: path),
                hint: "add \(option) LOCALE")
        }
        do {
            return try LocaleID(tag)
        } catch {
            throw LathuError(
                .invalidData, "the \(side) language: \(error)", at: SourceLocation(file: path),
                hint: "add \(option) LOCALE")
        }
    }
}

/// The entries of a PO catalog.
enum CatalogPairs {
    static func read(_ path: String, _ languages: PairFile.Languages) throws(LathuError) -> PairFile.Content {
        let catalog = try POCatalog.read(path)
        let target = try PairFile.locale(
            languages.target, catalog.header?.language?.identifier, "target", path)
        // PO does not name the language of its sources; nearly all are English.
        let source = languages.source ?? .english
        let letter = CheckedLetter(
            name: path, source: source, target: target,
            pairs: catalog.entries.filter { !$0.isHeader && !$0.isObsolete }.flatMap(Self.pairs))
        return PairFile.Content(letters: [letter])
    }

    /// The pairs of an entry: with plural forms the first is compared with the singular, unless it is the only one.
    static func pairs(_ entry: POEntry) -> [SegmentPair] {
        let source = InlineText(coded: entry.source)
        let plural = entry.plural.map { InlineText(coded: $0) }
        return entry.translations.enumerated().map { number, text in
            let isMissing = text.trimmed.isEmpty
            let isPlural = plural != nil && (number > 0 || entry.translations.count == 1)
            return SegmentPair(
                source: isPlural ? plural ?? source : source, target: InlineText(coded: text),
                state: isMissing
                    ? .missing
                    : entry.isFuzzy ? .fuzzy : entry.flags.contains("reviewed") ? .reviewed : .translated,
                location: entry.location, place: entry.context, comments: entry.translatorComments,
                previousSource: entry.previousSource)
        }
    }
}

/// The segments of an XLIFF document.
enum DocumentPairs {
    static func read(_ path: String, _ languages: PairFile.Languages) throws(LathuError) -> PairFile.Content {
        let document = try XLIFFDocument(path: path)
        var content = PairFile.Content()
        for file in document.files {
            let source = try PairFile.locale(languages.source, file.sourceLanguage, "source", path)
            let target = try PairFile.locale(languages.target, file.targetLanguage, "target", path)
            let pairs = file.units.filter(\.isTranslatable).flatMap { unit in
                unit.segments.filter { !$0.isIgnorable }.map { pair($0, of: unit) }
            }
            let name = document.files.count == 1 ? path : "\(path) (\(file.id))"
            content.letters.append(CheckedLetter(name: name, source: source, target: target, pairs: pairs))
        }
        return content
    }

    private static func pair(_ segment: XLIFFSegment, of unit: XLIFFUnit) -> SegmentPair {
        let text = segment.target?.text ?? InlineText(plain: "")
        let isMissing = text.plainText.trimmed.isEmpty && text.codes.isEmpty
        let state: SegmentPair.State =
            switch segment.state {
            case .initial: .draft
            case .translated: .translated
            case .reviewed, .final: .reviewed
            }
        return SegmentPair(
            source: segment.source.text, target: text, state: isMissing ? .missing : state,
            location: segment.location, comments: unit.notes.map(\.text))
    }
}

/// The units of a TMX file.
enum ExchangePairs {
    static func read(_ path: String, _ languages: PairFile.Languages) throws(LathuError) -> PairFile.Content {
        let reader = try TMXReader(path: path)
        var content = PairFile.Content()
        var places: [String: Int] = [:]
        var named = languages.source
        if named == nil { named = try Self.source(reader.header, path) }
        while let item = try reader.next() {
            let texts = item.unit.variants.filter { $0.locale != nil }
            guard
                let first = texts.first(where: {
                    $0.locale.map { named?.sharesLanguage(with: $0) ?? true } ?? false
                }),
                let source = first.locale
            else { continue }
            for text in texts where text.locale != source {
                guard let target = text.locale, languages.target?.sharesLanguage(with: target) ?? true else {
                    continue
                }
                let key = "\(source) \(target)"
                if places[key] == nil {
                    places[key] = content.letters.count
                    content.letters.append(
                        CheckedLetter(name: path, source: source, target: target, pairs: []))
                }
                let comments = (item.unit.notes + text.notes).map(\.text)
                let isMissing = text.text.plainText.trimmed.isEmpty
                content.letters[places[key] ?? 0].pairs.append(
                    SegmentPair(
                        source: first.text, target: text.text, state: isMissing ? .missing : .translated,
                        location: item.location, comments: comments))
            }
            content.warnings += item.findings
        }
        content.warnings = reader.findings + content.warnings
        return content
    }
}

extension ExchangePairs {
    /// The language of the sources, unless any may be.
    fileprivate static func source(_ header: TMXHeader, _ path: String) throws(LathuError) -> LocaleID? {
        guard let tag = header.attributes[.srclang], tag != TMXHeader.anySource, !tag.isEmpty else {
            return nil
        }
        return try PairFile.locale(nil, tag, "source", path)
    }
}

/// The rows of a TSV file.
enum TablePairs {
    static func read(_ path: String, _ languages: PairFile.Languages) throws(LathuError) -> PairFile.Content {
        let reader = try TSVReader(path: path)
        var content = PairFile.Content()
        let columns = try Self.columns(reader, languages, path)
        content.letters = columns.map {
            CheckedLetter(name: path, source: $0.source.locale, target: $0.target.locale, pairs: [])
        }
        while let item = try reader.next() {
            switch item {
            case .problem(let problem): content.warnings.append(problem)
            case .row(let row):
                for (number, column) in columns.enumerated() {
                    let source = row.texts[column.source.number]
                    let target = row.texts[column.target.number]
                    if source.isEmpty { continue }
                    content.letters[number].pairs.append(
                        SegmentPair(
                            source: InlineText(coded: source), target: InlineText(coded: target),
                            state: target.trimmed.isEmpty ? .missing : state(row.attributes[.state]),
                            location: SourceLocation(file: path, line: row.line, column: 1),
                            comments: row.attributes[.note].map { [$0] } ?? []))
                }
            }
        }
        return content
    }

    private typealias Column = (number: Int, locale: LocaleID)

    private static func columns(
        _ reader: TSVReader, _ languages: PairFile.Languages, _ path: String
    ) throws(LathuError) -> [(source: Column, target: Column)] {
        let given: [Column] = reader.locales.enumerated().map { ($0.offset, $0.element) }
        guard !given.isEmpty else {
            return [
                (
                    (0, try PairFile.locale(languages.source, nil, "source", path)),
                    (1, try PairFile.locale(languages.target, nil, "target", path))
                )
            ]
        }
        var source = given[0]
        if let named = languages.source { source = try Self.column(named, given, path) }
        if let target = languages.target { return [(source, try Self.column(target, given, path))] }
        return given.filter { $0.number != source.number }.map { (source, $0) }
    }

    private static func column(
        _ locale: LocaleID, _ given: [Column], _ path: String
    ) throws(LathuError) -> Column {
        if let column = given.first(where: { $0.locale.sharesLanguage(with: locale) }) { return column }
        throw LathuError(
            .usage, "has no column “\(locale)”", at: SourceLocation(file: path, line: 1),
            hint: "its columns: \(given.map(\.locale.identifier).joined(separator: ", "))")
    }

    private static func state(_ name: String?) -> SegmentPair.State {
        switch name {
        case "draft": .draft
        case "reviewed": .reviewed
        default: .translated
        }
    }
}
