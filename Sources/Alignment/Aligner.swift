public import UnicodeText

/// Aligns documents with their translations, segment by segment.
///
/// Beads are weighed by the lengths of their segments (Gale and Church 1993), by words that look alike, and by a lexicon
/// that is learned from the documents themselves: a first alignment teaches which words translate each other, the next
/// one uses that (Moore 2002; Varga et al., Parallel corpora for medium density languages, RANLP 2005).
///
/// ```swift
/// let aligner = Aligner(source: .english, target: .vietnamese)
/// let alignment = try aligner.align([DocumentPair(source: english, target: vietnamese)])[0]
/// ```
public struct Aligner: Sendable {
    /// The language of the sources.
    public let source: LocaleID
    /// The language of the targets.
    public let target: LocaleID
    /// Texts that translate each other, in their coded form: the lexicon is learned from them too, and segments that
    /// equal them are known.
    public var examples: [(source: String, target: String)] = []
    /// Terms that translate each other: for each concept its terms in either language.
    public var terms: [(source: [String], target: [String])] = []

    /// Is told how many steps of how many are done; from any thread, one call at a time.
    public var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

    /// Documents whose ``Alignment/score`` is less are no translations of each other.
    public static let leastScore = 0.5

    /// An aligner for two languages.
    public init(source: LocaleID, target: LocaleID) {
        self.source = source
        self.target = target
    }

    /// Aligns pairs of documents; what is learned from one serves all.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    public func align(_ pairs: [DocumentPair]) throws(ICUError) -> [Alignment] {
        var run = try AlignmentRun(self, pairs)
        return run.run()
    }
}
