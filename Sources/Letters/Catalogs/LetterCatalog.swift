public import Interchange
public import Segmentation
public import TextFiles
internal import TranslationMemory
public import UnicodeText

/// What a catalog says of one segment.
public struct SegmentTranslation: Sendable, Equatable {
    /// How far the segment is.
    public enum State: String, Sendable, CaseIterable {
        /// There is no translation.
        case missing
        /// There is one that somebody has to look at: of a similar or an older source.
        case fuzzy
        /// There is one, but its inline codes or placeholders are not those of the source.
        case broken
        /// There is one.
        case translated
        /// There is one that a second person has approved (flag `reviewed`).
        case reviewed

        /// Whether a letter may be built from it.
        public var isUsable: Bool { self == .translated || self == .reviewed }
    }

    /// How far the segment is.
    public let state: State
    /// The translation, where there is one.
    public let text: InlineText?
    /// What is wrong with inline codes and placeholders.
    public let problems: [String]
    /// Where the entry stands in the catalog.
    public let location: SourceLocation?
    /// What is wrong with placeholders, by offsets in the text; ``problems`` say it too.
    var messageProblems: [Message.SyntaxError] = []

    /// A translation as it is.
    init(state: State, text: InlineText?, problems: [String], location: SourceLocation?) {
        self.state = state
        self.text = text
        self.problems = problems
        self.location = location
    }
}

/// The translation of one letter into one language: a PO file with an entry for every segment.
public struct LetterCatalog: Sendable {
    /// The flag of a translation that a second person has approved. GNU gettext passes over flags that it
    /// does not know.
    public static let reviewedFlag = CatalogUnits.reviewedFlag

    /// The language.
    public let locale: LocaleID
    /// The path of the file.
    public let path: String
    /// The file's content.
    public internal(set) var file: POCatalog
    private let active: [SegmentKey: Int]

    /// Takes the content of a file.
    public init(_ file: POCatalog, path: String, locale: LocaleID) {
        self.file = file
        self.path = path
        self.locale = locale
        var active: [SegmentKey: Int] = [:]
        for (index, entry) in file.entries.enumerated() where !entry.isObsolete && !entry.isHeader {
            active[SegmentKey(entry)] = index
        }
        self.active = active
    }

    /// Reads the catalog; nil where there is none yet.
    /// - Throws: `LathuError` with everything that is malformed, by line and column.
    public static func read(_ path: String, locale: LocaleID) throws(LathuError) -> LetterCatalog? {
        guard FilePath.exists(path) else { return nil }
        return LetterCatalog(try POCatalog.read(path), path: path, locale: locale)
    }

    /// The active entry of a key.
    public func entry(_ key: SegmentKey) -> POEntry? { active[key].map { file.entries[$0] } }

    /// What the catalog says of a segment.
    public func translation(of segment: LetterSegment) -> SegmentTranslation {
        guard let entry = entry(segment.key), let text = entry.translations.first, !text.trimmed.isEmpty
        else {
            return SegmentTranslation(
                state: .missing, text: nil, problems: [], location: entry(segment.key)?.location)
        }
        let translation = InlineText(coded: text.nfc)
        let messageProblems = translation.messageProblems(comparedTo: segment.source, locale: locale)
        let problems =
            messageProblems?.map(\.message) ?? translation.codeProblems(comparedTo: segment.source)
        let state: SegmentTranslation.State =
            entry.isFuzzy
            ? .fuzzy
            : !problems.isEmpty
                ? .broken : entry.flags.contains(Self.reviewedFlag) ? .reviewed : .translated
        var result = SegmentTranslation(
            state: state, text: translation, problems: entry.isFuzzy ? [] : problems, location: entry.location
        )
        if !entry.isFuzzy { result.messageProblems = messageProblems ?? [] }
        return result
    }
}

extension InlineText {
    /// What is wrong with the placeholders of a translation, and with the codes beside and in them; nil where neither
    /// side has any.
    func messageProblems(comparedTo source: InlineText, locale: LocaleID) -> [Message.SyntaxError]? {
        guard Message.isMessage(plainText) || Message.isMessage(source.plainText) else { return nil }
        // ICU's data was there for the letter itself.
        return (try? MessageCheck(locale: locale))?.problems(of: coded, comparedTo: source.coded)
    }
}

extension SegmentKey {
    /// The key of a catalog's entry.
    init(_ entry: POEntry) { self.init(context: entry.context, source: entry.source.nfc) }
}
