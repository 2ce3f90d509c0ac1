internal import GRDB
internal import Matching
public import UnicodeText

/// What is taken off a match's score for the doubts about its unit, in hundredths.
public struct Penalties: Sendable, Equatable {
    /// The pair came out of aligning two documents.
    public var aligned = 5
    /// The translation was made by a machine.
    public var machine = 15
    /// The translation is a draft.
    public var draft = 10
    /// A variant is of another region of the language, each side.
    public var region = 2

    /// The documented defaults.
    public init() {}
}

/// A unit that answers a query.
public struct MemoryMatch: Sendable, Equatable {
    /// The unit's number.
    public let id: Int64
    /// Its text in the language of the query.
    public let source: String
    /// Its text in the language asked for.
    public let target: String
    /// The similarity of the texts, 1 at most.
    public let score: Double
    /// The score less the penalties, 0 to 1.
    public let match: Double
    /// Similarity of the characters, 0 to 1.
    public let characterSimilarity: Double
    /// Whether the texts are equal in NFC.
    public let isExact: Bool
    /// For an exact match, how many of its neighbours are the unit's own: 0, 1 or 2.
    public let contextTier: Int
    /// Where the unit comes from.
    public let origin: String
    /// How far it can be trusted.
    public let state: TranslationUnit.State
    /// What was taken off the score, by reason, in hundredths.
    public let penalties: [String: Int]
}

/// Searches a memory for one language pair.
///
/// Reads the pair's units when it is made, and answers any number of queries from them. Not to be shared
/// between threads.
public final class MemorySearch {
    private let tokenizer: Tokenizer
    private var candidates: [SearchCandidate] = []
    private var details: [Detail] = []
    private var index: SegmentIndexSearcher?
    private var queriesSoFar = 0
    private static let queriesWorthAnIndex = 8

    /// What a match shows of its unit; the candidate's `id` is the position in ``details``, in the order of
    /// the units' numbers, since one unit can answer in several regional variants.
    private struct Detail {
        let id: Int64
        let source: String
        let target: String
        let origin: String
        let state: TranslationUnit.State
        let penalties: [String: Int]
    }

    /// Reads the units that hold both languages.
    /// - Throws: `LathuError` where the memory cannot be read.
    public init(
        _ memory: TranslationMemory, from source: LocaleID, to target: LocaleID,
        penalties: Penalties = Penalties()
    ) throws {
        tokenizer = try Tokenizer(locale: source)
        try memory.read { database in
            let stored = try String.fetchAll(database, sql: "SELECT DISTINCT locale FROM variant").map {
                try LocaleID($0)
            }
            try readUnits(
                from: stored.filter { $0.sharesLanguage(with: source) }, source,
                to: stored.filter { $0.sharesLanguage(with: target) }, target, penalties, database)
        }
    }

    /// Whether both sides name a region, and not the same one.
    private static func differ(_ left: LocaleID, _ right: LocaleID) -> Bool {
        left.region != nil && right.region != nil && left.region != right.region
    }

    /// Reads the units that hold a text in one of the source's locales and another in one of the target's.
    private func readUnits(
        from sources: [LocaleID], _ source: LocaleID, to targets: [LocaleID], _ target: LocaleID,
        _ penalties: Penalties, _ database: Database
    ) throws {
        let foreignSources = Set(sources.filter { Self.differ($0, source) }.map(\.identifier))
        let foreignTargets = Set(targets.filter { Self.differ($0, target) }.map(\.identifier))
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT unit.id, s.text, t.text, unit.origin, unit.state, unit.method, unit.changed,
                       s.previous, s.next, s.locale, t.locale
                FROM unit JOIN variant s ON s.unit = unit.id JOIN variant t ON t.unit = unit.id
                WHERE s.locale IN (\(databaseQuestionMarks(count: sources.count)))
                  AND t.locale IN (\(databaseQuestionMarks(count: targets.count))) AND s.locale <> t.locale
                ORDER BY unit.id, s.locale, t.locale
                """,
            arguments: StatementArguments((sources + targets).map(\.identifier)))
        while let row = try rows.next() {
            let state = TranslationUnit.State(rawValue: row[4]) ?? .draft
            let regions =
                (foreignSources.contains(row[9]) ? 1 : 0) + (foreignTargets.contains(row[10]) ? 1 : 0)
            var reasons: [String: Int] = [:]
            switch TranslationUnit.Method(rawValue: row[5]) {
            case .aligned: reasons["aligned"] = penalties.aligned
            case .machine: reasons["machine"] = penalties.machine
            case .human, nil: break
            }
            if state == .draft { reasons["draft"] = penalties.draft }
            if regions > 0, penalties.region > 0 { reasons["region"] = regions * penalties.region }
            let text: String = row[1]
            candidates.append(
                SearchCandidate(
                    id: Int64(details.count), segment: tokenizer.tokenize(text), changed: row[6],
                    penalty: reasons.values.reduce(0, +), previous: row[7], next: row[8]))
            details.append(
                Detail(
                    id: row[0], source: text, target: row[2], origin: row[3], state: state,
                    penalties: reasons))
        }
    }

    /// The number of units that are searched.
    public var count: Int { details.count }

    /// The best matches of a segment, given in its coded form, best first.
    ///
    /// - Parameters:
    ///   - threshold: the lowest score that counts, 0 to 1.
    ///   - previous, next: ``TextHash`` of the neighbours, for context matches.
    public func matches(
        of text: String, threshold: Double, limit: Int, previous: Int64? = nil, next: Int64? = nil
    ) -> [MemoryMatch] {
        var query = SearchQuery(
            tokenizer.tokenize(text), threshold: threshold, limit: limit, previous: previous, next: next)
        while true {
            let ranked = ranked(query)
            let matches = distinct(ranked, limit: limit)
            // Duplicates took places that other matches deserve: ask for more.
            if matches.count == limit || ranked.count < query.limit { return matches }
            query.limit *= 2
        }
    }

    /// The ranked candidates: one by one for the first queries, from then on through an index, which
    /// takes about as long to build as that many queries and gives the same answers.
    private func ranked(_ query: SearchQuery) -> [SearchMatch] {
        queriesSoFar += 1
        if index == nil, queriesSoFar > Self.queriesWorthAnIndex {
            index = SegmentIndexSearcher(SegmentIndex(candidates))
            candidates = []
        }
        return index?.matches(of: query) ?? ExhaustiveSearch.matches(of: query, among: candidates)
    }

    /// What the matches show, without pairs that are there already: the same pair can stand in two units
    /// that differ in a third language.
    private func distinct(_ ranked: [SearchMatch], limit: Int) -> [MemoryMatch] {
        var pairs: Set<[String]> = []
        var matches: [MemoryMatch] = []
        for match in ranked {
            if matches.count == limit { break }
            let detail = details[Int(match.id)]
            guard pairs.insert([detail.source, detail.target]).inserted else { continue }
            matches.append(
                MemoryMatch(
                    id: detail.id, source: detail.source, target: detail.target, score: match.score,
                    match: match.match, characterSimilarity: match.characterSimilarity,
                    isExact: match.isExact,
                    contextTier: match.contextTier, origin: detail.origin, state: detail.state,
                    penalties: detail.penalties))
        }
        return matches
    }
}
