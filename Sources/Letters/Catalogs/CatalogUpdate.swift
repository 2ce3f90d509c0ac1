internal import Interchange
internal import Matching
internal import Segmentation
public import TextFiles
public import TranslationMemory
public import UnicodeText

/// What updating a catalog did.
public struct CatalogReport: Sendable, Equatable {
    /// Segments of the letter, each counted once.
    public var segments = 0
    /// Entries that were there with a translation and stay as they are.
    public var kept = 0
    /// Entries that came back from among the obsolete ones.
    public var revived = 0
    /// New translations from exact matches.
    public var exact = 0
    /// New proposals from fuzzy matches, to be looked at.
    public var fuzzy = 0
    /// Entries whose source changed: the old translation is kept as a proposal.
    public var changed = 0
    /// Segments without any translation.
    public var missing = 0
    /// Entries that the letter no longer has, kept at the end of the file.
    public var removed = 0
}

/// Brings a catalog up to date with its letter, and pre-translates what is new.
///
/// A translation is never lost and never changed: an entry whose source is unchanged stays byte for byte;
/// one whose source changed keeps its translation as fuzzy, with the old source; one that the letter no
/// longer has becomes obsolete.
public struct CatalogUpdate {
    /// The defaults of ``update(_:of:)``.
    public static let defaultThreshold = 0.7
    /// From which similarity on an entry counts as the changed form of one that is gone.
    static let changeThreshold = 0.5

    private let memory: MemorySearch?
    private let threshold: Double
    private let tokenizer: Tokenizer

    /// An update that draws on a memory.
    ///
    /// - Parameters:
    ///   - memory: matches from the letter's language into the catalog's; nil to go without.
    ///   - threshold: the lowest score of a proposal, 0 to 1.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    public init(
        source: LocaleID, memory: MemorySearch?, threshold: Double = CatalogUpdate.defaultThreshold
    ) throws {
        self.memory = memory
        self.threshold = threshold
        tokenizer = try Tokenizer(locale: source)
    }

    /// The updated catalog of a letter, with what was done.
    /// - Throws: `LathuError` where the memory cannot be read.
    public func update(_ catalog: LetterCatalog, of letter: Letter) throws(LathuError) -> (
        catalog: LetterCatalog, report: CatalogReport
    ) {
        var report = CatalogReport()
        let segments = letter.distinctSegments
        report.segments = segments.count
        var old = OldEntries(catalog.file.entries)
        var found: [Int: POEntry] = [:]
        for (index, segment) in segments.enumerated() {
            if let entry = old.takeActive(segment.key) {
                found[index] = entry
                if entry.hasTranslation { report.kept += 1 }
            } else if let entry = old.takeObsolete(segment.key) {
                found[index] = entry
                if entry.hasTranslation { report.revived += 1 }
            }
        }
        let new = segments.indices.filter { found[$0] == nil }
        let ancestors = ancestors(of: new.map { segments[$0] }, among: old.remainingActive)
        for index in segments.indices where !(found[index]?.hasTranslation ?? false) {
            let segment = segments[index]
            var entry = found[index] ?? POEntry(source: segment.key.source, context: segment.key.context)
            let ancestor = ancestors[segment.key]
            let proposal = try proposal(for: segment, in: letter, to: catalog.locale)
            if let proposal, proposal.isExact, let ancestor,
                let before = old.active(ancestor.key), before.isFuzzy,
                before.previousSource == segment.key.source, before.translations == [proposal.target],
                old.takeActive(ancestor.key) != nil
            {
                // The source is again what it was before an edit: so is its entry, and none stays behind.
                entry.inherit(before)
                entry.isFuzzy = false
                report.revived += 1
            } else if let proposal,
                proposal.isExact
                    || proposal.match > (ancestor?.score ?? -1)
                        && proposal.target != ancestor?.translation
            {
                // At equal scores, and where the memory only knows the old translation, the letter's own
                // entry goes first: what it says besides is worth more.
                apply(proposal, to: &entry, of: segment)
                if entry.isFuzzy { report.fuzzy += 1 } else { report.exact += 1 }
            } else if let ancestor, let before = old.takeActive(ancestor.key) {
                entry.inherit(before)
                report.changed += 1
            } else {
                report.missing += 1
            }
            found[index] = entry
        }
        var entries = [old.header ?? POCatalog.newHeader(language: catalog.locale, project: letter.id)]
        for (index, segment) in segments.enumerated() {
            guard var entry = found[index] else { continue }
            entry.describe(segment)
            entries.append(entry)
        }
        let obsolete = old.obsoleteEntries()
        report.removed = old.newlyObsoleteCount
        entries += obsolete
        var file = catalog.file
        file.entries = entries
        return (LetterCatalog(file, path: catalog.path, locale: catalog.locale), report)
    }

    private struct Ancestor {
        let key: SegmentKey
        let score: Double
        let translation: String?
    }

    /// For new segments the entries they are changed forms of: the most similar pairs first, each entry
    /// once. A front-matter value is the changed form of what stood in its place, however different.
    private func ancestors(of segments: [LetterSegment], among entries: [POEntry]) -> [SegmentKey: Ancestor] {
        // A segment has no plural: such an entry would lose forms.
        let translated = entries.filter { $0.hasTranslation && $0.plural == nil }
        let tokenized = translated.map { tokenizer.tokenize($0.source) }
        var pairs: [(segment: Int, entry: Int, score: Double)] = []
        for (segmentIndex, segment) in segments.enumerated() {
            let tokens = tokenizer.tokenize(segment.key.source)
            for (entryIndex, entry) in translated.enumerated() where entry.context == segment.key.context {
                let score = TokenDistance.score(tokens, tokenized[entryIndex])
                if score >= Self.changeThreshold || entry.context != nil {
                    pairs.append((segmentIndex, entryIndex, score))
                }
            }
        }
        pairs.sort { ($1.score, $0.segment, $0.entry) < ($0.score, $1.segment, $1.entry) }
        var ancestors: [SegmentKey: Ancestor] = [:]
        var taken: Set<Int> = []
        for pair in pairs where ancestors[segments[pair.segment].key] == nil && !taken.contains(pair.entry) {
            ancestors[segments[pair.segment].key] = Ancestor(
                key: SegmentKey(translated[pair.entry]), score: pair.score,
                translation: translated[pair.entry].translations.first)
            taken.insert(pair.entry)
        }
        return ancestors
    }

    /// The memory's best match of a segment; an exact one counts as exact only when it leaves no doubt.
    private func proposal(
        for segment: LetterSegment, in letter: Letter, to locale: LocaleID
    ) throws(LathuError) -> Proposal? {
        guard let memory else { return nil }
        let neighbours = letter.neighbours(of: segment)
        let matches = try memory.matches(
            of: segment.key.source, threshold: threshold, limit: 2,
            previous: neighbours.previous.map { TextHash.of($0) } ?? TextHash.documentEdge,
            next: neighbours.next.map { TextHash.of($0) } ?? TextHash.documentEdge)
        guard let best = matches.first else { return nil }
        // Two exact matches of one rank with different translations: a person has to choose.
        let isAmbiguous = matches.dropFirst().contains {
            $0.isExact && $0.match == best.match && $0.contextTier == best.contextTier
                && $0.target != best.target
        }
        let target = InlineText(coded: best.target)
        let hasProblems =
            target.messageProblems(comparedTo: segment.source, locale: locale).map { !$0.isEmpty }
            ?? !target.codeProblems(comparedTo: segment.source).isEmpty
        let isSure = best.isExact && best.match == 1 && !isAmbiguous && !hasProblems
        return Proposal(
            source: best.source, target: best.target, match: best.match, isExact: isSure, origin: best.origin)
    }

    private struct Proposal {
        let source: String
        let target: String
        let match: Double
        let isExact: Bool
        let origin: String
    }

    private func apply(_ proposal: Proposal, to entry: inout POEntry, of segment: LetterSegment) {
        entry.translations = [proposal.target]
        entry.isFuzzy = !proposal.isExact
        entry.flags.removeAll { $0 == LetterCatalog.reviewedFlag }
        entry.previousSource =
            proposal.isExact || proposal.source == segment.key.source ? nil : proposal.source
        entry.extractedComments.removeAll { $0.hasPrefix(POEntry.memoryComment) }
        let percent = Int((proposal.match * 100).rounded(.down))
        entry.extractedComments.append("\(POEntry.memoryComment)\(percent)% \(proposal.origin)")
    }
}
