public import TextFiles
public import UnicodeText
internal import XMLText

/// A segmentation rules file (SRX 2.0 or 1.0).
///
/// The rules of a file are for any number of languages; ``rules(for:)`` picks those of one.
public struct SRXDocument: Hashable, Sendable {
    /// On which side of a cut a code goes, as the file's header asks. It counts where a file is followed to the
    /// letter; otherwise ``Segmenter`` keeps codes with the text that they belong to.
    public struct FormatHandle: Hashable, Sendable {
        /// `start`, `end` or `isolated`.
        public let type: String
        /// Whether the code belongs to the segment before the cut.
        public let include: Bool
    }

    /// The rules of a language or of several.
    public struct LanguageRule: Hashable, Sendable {
        /// The name that maps use.
        public let name: String
        /// The rules in the order in which they are tried.
        public let rules: [SRXRule]
        /// Where it stands.
        public let location: SourceLocation
    }

    /// Which languages take which rules.
    public struct LanguageMap: Hashable, Sendable {
        /// A regular expression over the whole language tag, without regard to case.
        public let pattern: String
        /// The name of the rules.
        public let ruleName: String
        /// Where it stands.
        public let location: SourceLocation

        func matches(_ locale: LocaleID) -> Bool {
            guard let expression = try? RegularExpression("(?i:\(pattern))\\z") else { return false }
            expression.setText(Array(locale.identifier.utf16))
            return expression.matchEnd(at: 0) != nil
        }
    }

    /// Whether text inside a code, as of a footnote, is to be cut too; yes where the file does not say.
    public internal(set) var segmentsSubflows = true
    /// Whether a language takes the rules of every map that matches it, or of the first alone.
    public internal(set) var cascades = false
    /// The header's wishes for codes.
    public internal(set) var formatHandles: [FormatHandle] = []
    /// All rules, in the order of the file.
    public internal(set) var languageRules: [LanguageRule] = []
    /// All maps, in the order of the file.
    public internal(set) var languageMaps: [LanguageMap] = []

    init() {}

    /// Reads a file's text.
    /// - Throws: ``TextFiles/LathuError`` with code `invalidData` and everything that is wrong: XML,
    ///   missing elements and attributes, malformed expressions, maps to rules that do not exist.
    public init(_ source: TextSource) throws(LathuError) {
        self = try SRXReader.read(XMLReader(source))
    }

    /// Reads a file.
    /// - Throws: as ``init(_:)``, and where the file cannot be read.
    public init(path: String) throws(LathuError) { self = try SRXReader.read(XMLReader(path: path)) }

    /// The rules for a language in the order in which they are tried.
    ///
    /// Maps are tried in order; the first that matches counts or, where the file cascades, each one.
    public func rules(for locale: LocaleID) -> [SRXRule] {
        var rules: [SRXRule] = []
        for map in languageMaps where map.matches(locale) {
            rules += languageRules.first { $0.name == map.ruleName }?.rules ?? []
            if !cascades { break }
        }
        return rules
    }
}
