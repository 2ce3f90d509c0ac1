public import TextFiles
public import UnicodeText

/// What is checked as a whole: a letter in one language, or a file of pairs.
public struct CheckedLetter: Sendable {
    /// A signatory as both letters print it.
    public struct SignatoryPair: Sendable, Equatable {
        /// The name in the source letter.
        public let source: String
        /// The name in the translated letter; nil where there is none.
        public let target: String?

        /// A signatory.
        public init(source: String, target: String?) {
            self.source = source
            self.target = target
        }
    }

    /// Its id, or the path of the file.
    public var name: String
    /// The language of the sources.
    public var source: LocaleID
    /// The language of the translations.
    public var target: LocaleID
    /// The segments in order.
    public var pairs: [SegmentPair]
    /// Who signs, in the order of the source letter.
    public var signatories: [SignatoryPair]
    /// Where signatories are listed.
    public var signatoryLocation: SourceLocation?

    /// A letter or file.
    public init(
        name: String, source: LocaleID, target: LocaleID, pairs: [SegmentPair],
        signatories: [SignatoryPair] = [], signatoryLocation: SourceLocation? = nil
    ) {
        self.name = name
        self.source = source
        self.target = target
        self.pairs = pairs
        self.signatories = signatories
        self.signatoryLocation = signatoryLocation
    }
}
