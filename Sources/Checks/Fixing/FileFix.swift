internal import Interchange
internal import Segmentation
public import TextFiles
internal import UnicodeText
internal import Vietnamese

/// Mends the translations of a file and leaves everything else in it as it is, byte for byte.
public struct FileFix {
    /// What was changed in an entry.
    public struct Entry: Sendable {
        /// Where the entry stands.
        public let location: SourceLocation
        /// What was changed in it.
        public let changes: [TextFix.Change]
    }

    /// A file that is mended and not yet written.
    public struct Result: Sendable {
        /// What was changed, in the order of the file; empty where it was in order.
        public let entries: [Entry]
        /// The file as it should be.
        public let bytes: [UInt8]
    }

    private let configuration: CheckConfiguration

    /// A fix as the settings have it: rules that are off mend nothing, and tones get the style that is set, else the
    /// one that prevails in the file.
    public init(_ configuration: CheckConfiguration = CheckConfiguration()) {
        self.configuration = configuration
    }

    /// Whether a file of this name can be mended: a PO catalog, an XLIFF or TMX document or a TSV table.
    public static func canFix(_ path: String) -> Bool {
        ["po", "pot", "xlf", "xliff", "tmx", "tsv"].contains(FilePath.fileExtension(of: path))
    }

    /// Mends a file.
    /// - Parameter letter: the id by which the settings know the letter.
    /// - Throws: `LathuError` where the file cannot be read or is malformed.
    public func fixed(
        _ path: String, letter: String, languages: PairFile.Languages = PairFile.Languages()
    ) throws(LathuError) -> Result {
        let content = try PairFile.read(path, languages)
        switch FilePath.fileExtension(of: path) {
        case "po", "pot": return try catalog(path, letter, content)
        case "xlf", "xliff": return try document(path, letter, content)
        case "tsv":
            return try TableFix(fixes: fix(content, letter), source: content.letters.first?.source).fixed(
                path)
        case "tmx": return try exchange(path, languages.source, content, letter)
        default:
            throw LathuError(
                .usage, "only PO, XLIFF, TMX and TSV files can be mended", at: SourceLocation(file: path),
                hint: "“lathu normalize --in-place” puts the Unicode of any text file into order")
        }
    }

    private func fix(_ content: PairFile.Content, _ letter: String) -> [LocaleID: TextFix] {
        var fixes: [LocaleID: TextFix] = [:]
        for checked in content.letters {
            let active = TextFix.rules.filter { rule in
                configuration.asks(rule)
                    && configuration.setting(rule, letter: letter, locale: checked.target).level != .off
            }
            let setting = configuration.setting("tone-style", letter: letter, locale: checked.target)
            let named = RuleParameters(ToneStyleRule.info, setting.parameters).choice("style")
            fixes[checked.target] = TextFix(
                locale: checked.target, toneStyle: ToneStyle(rawValue: named) ?? Self.prevailing(checked),
                rules: active)
        }
        return fixes
    }

    /// The style that most tones have; none where all have one.
    private static func prevailing(_ letter: CheckedLetter) -> ToneStyle? {
        guard letter.target.language == "vi" else { return nil }
        let scratch = CheckScratch()
        let rule = ToneStyleRule(RuleParameters(ToneStyleRule.info))
        let setting = LetterSetting(length: LengthModel.standard(from: letter.source, to: letter.target))
        let evidence = letter.pairs.enumerated().flatMap { index, pair in
            rule.evidence(PairContext(pair, index: index, letter: letter, setting: setting, scratch: scratch))
        }
        let old = evidence.count { $0.key == 0 }
        guard old > 0, old < evidence.count else { return nil }
        return old * 2 >= evidence.count ? .old : .new
    }

    private func catalog(_ path: String, _ letter: String, _ content: PairFile.Content) throws(LathuError)
        -> Result
    {
        var catalog = try POCatalog.read(path)
        guard let fix = fix(content, letter).values.first else {
            return Result(entries: [], bytes: catalog.bytes())
        }
        var entries: [Entry] = []
        for index in catalog.entries.indices
        where !catalog.entries[index].isHeader && !catalog.entries[index].isObsolete {
            let entry = catalog.entries[index]
            var changes: [TextFix.Change] = []
            for (number, text) in entry.translations.enumerated() where !text.isEmpty {
                let result = fix.fixed(text, source: entry.source)
                if !result.changes.isEmpty { catalog.entries[index].translations[number] = result.text }
                changes += result.changes
            }
            if !changes.isEmpty { entries.append(Entry(location: entry.location, changes: changes)) }
        }
        return Result(entries: entries, bytes: catalog.bytes())
    }

    private func document(_ path: String, _ letter: String, _ content: PairFile.Content) throws(LathuError)
        -> Result
    {
        var document = try XLIFFDocument(path: path)
        let fixes = fix(content, letter)
        var entries: [Entry] = []
        for (file, checked) in zip(document.files, content.letters) {
            guard let fix = fixes[checked.target] else { continue }
            for unit in file.units where unit.isTranslatable {
                for segment in unit.segments where !segment.isIgnorable {
                    guard let target = segment.target?.text, !target.pieces.isEmpty else { continue }
                    let result = fix.fixed(target.coded, source: segment.source.text.coded)
                    guard !result.changes.isEmpty else { continue }
                    try document.setTarget(InlineText(coded: result.text), of: segment)
                    entries.append(Entry(location: segment.location, changes: result.changes))
                }
            }
        }
        let language = content.letters.first?.target.identifier
        return Result(entries: entries, bytes: try document.written(targetLanguage: language))
    }

    private func exchange(
        _ path: String, _ source: LocaleID?, _ content: PairFile.Content, _ letter: String
    ) throws(LathuError) -> Result {
        var document = try TMXDocument(path: path)
        let fixes = fix(content, letter)
        let source = source ?? content.letters.first?.source
        var entries: [Entry] = []
        for unit in document.units {
            let original = unit.first { text in
                text.locale.map { source?.sharesLanguage(with: $0) ?? true } ?? false
            }
            guard let original else { continue }
            for text in unit where text.locale != original.locale {
                guard let fix = text.locale.flatMap({ fixes[$0] }) else { continue }
                let result = fix.fixed(text.text.coded, source: original.text.coded)
                guard !result.changes.isEmpty, document.setText(InlineText(coded: result.text), of: text)
                else { continue }
                entries.append(Entry(location: text.location, changes: result.changes))
            }
        }
        return Result(entries: entries, bytes: document.written())
    }
}
