internal import GRDB
internal import Matching
internal import UnicodeText

/// Reads the units of a language pair, in one transaction.
final class PairReader {
    private let pair: PairUnits
    private let database: Database
    private let locales: Locales
    /// Finds one unit; made when the first is asked for.
    private var unitStatement: Statement?

    init(_ pair: PairUnits, _ database: Database) throws {
        self.pair = pair
        self.database = database
        locales = try Locales(pair, database)
    }

    /// Hands out the rows of units above a number, in the order of their numbers, until `body` says false.
    func forEachRow(above unit: Int64, _ body: (PairUnits.Row) throws -> Bool) throws {
        try forEachRow("unit.id > ?", unit, body)
    }

    /// The rows of one unit.
    func rows(of unit: Int64) throws -> [PairUnits.Row] {
        var rows: [PairUnits.Row] = []
        try forEachRow("unit.id = ?", unit) {
            rows.append($0)
            return true
        }
        return rows
    }

    private func forEachRow(
        _ condition: String, _ unit: Int64, _ body: (PairUnits.Row) throws -> Bool
    ) throws {
        guard locales.arePresent else { return }
        let statement = try Statement(
            database,
            """
            SELECT unit.id, s.text, unit.changed, unit.method, unit.state, s.previous, s.next, s.locale, t.locale
            \(join) AND \(condition) ORDER BY unit.id, s.locale, t.locale
            """)
        defer { statement.reset() }
        locales.bind(statement)
        statement.bind(unit, locales.count + 1)
        var last: Int64 = -1
        var place: Int64 = 0
        while try statement.step() {
            let id = statement.integer(0)
            place = id == last ? place + 1 : 0
            last = id
            guard place < 1 << PairUnits.placeBits else { continue }
            let penalty = pair.penalties.sum(
                method: TranslationUnit.Method(rawValue: Int(statement.integer(3))) ?? .human,
                state: TranslationUnit.State(rawValue: Int(statement.integer(4))) ?? .draft,
                regions: locales.foreign(statement.text(7), statement.text(8)))
            let row = PairUnits.Row(
                number: id << PairUnits.placeBits | place, text: statement.text(1),
                changed: statement.integer(2),
                penalty: penalty, previous: statement.optionalInteger(5), next: statement.optionalInteger(6))
            guard try body(row) else { return }
        }
    }

    /// CROSS JOIN: SQLite keeps the order, so that units are walked by number and never sorted.
    private var join: String {
        """
        FROM unit CROSS JOIN variant s ON s.unit = unit.id CROSS JOIN variant t ON t.unit = unit.id
        WHERE s.locale IN (\(databaseQuestionMarks(count: locales.sources.count)))
          AND t.locale IN (\(databaseQuestionMarks(count: locales.targets.count))) AND s.locale <> t.locale
        """
    }

    /// What is shown of the unit behind a number; nil where it is gone.
    func unit(_ number: Int64) throws -> PairUnits.Unit? {
        guard locales.arePresent else { return nil }
        let statement = try unitStatement ?? makeUnitStatement()
        unitStatement = statement
        defer { statement.reset() }
        statement.bind(number >> PairUnits.placeBits, locales.count + 1)
        statement.bind(number & (1 << PairUnits.placeBits - 1), locales.count + 2)
        guard try statement.step() else { return nil }
        let state = TranslationUnit.State(rawValue: Int(statement.integer(4))) ?? .draft
        return PairUnits.Unit(
            id: statement.integer(0), source: statement.text(1), target: statement.text(2),
            origin: statement.text(3), state: state,
            penalties: pair.penalties.reasons(
                method: TranslationUnit.Method(rawValue: Int(statement.integer(5))) ?? .human, state: state,
                regions: locales.foreign(statement.text(6), statement.text(7))))
    }

    private func makeUnitStatement() throws -> Statement {
        let statement = try Statement(
            database,
            """
            SELECT unit.id, s.text, t.text, unit.origin, unit.state, unit.method, s.locale, t.locale
            \(join) AND unit.id = ? ORDER BY s.locale, t.locale LIMIT 1 OFFSET ?
            """)
        locales.bind(statement)
        return statement
    }

    /// What a match shows; nil where its unit is gone.
    func match(_ found: SearchMatch) throws -> MemoryMatch? {
        try unit(found.id).map { unit in
            MemoryMatch(
                id: unit.id, source: unit.source, target: unit.target, score: found.score,
                match: found.match, characterSimilarity: found.characterSimilarity,
                isExact: found.isExact, contextTier: found.contextTier, origin: unit.origin,
                state: unit.state, penalties: unit.penalties)
        }
    }
}

/// The locales of a memory that a pair of languages takes in.
private struct Locales {
    let sources: [String]
    let targets: [String]
    private let foreignSources: Set<String>
    private let foreignTargets: Set<String>

    init(_ pair: PairUnits, _ database: Database) throws {
        let stored = try Editions.locales(database).map { try LocaleID($0) }
        let roles = stored.map { (tag: $0.identifier, role: pair.role(of: $0)) }
        sources = roles.filter { $0.role.source != nil }.map(\.tag)
        targets = roles.filter { $0.role.target != nil }.map(\.tag)
        foreignSources = Set(roles.filter { $0.role.source == .foreign }.map(\.tag))
        foreignTargets = Set(roles.filter { $0.role.target == .foreign }.map(\.tag))
    }

    var count: Int32 { Int32(sources.count + targets.count) }
    var arePresent: Bool { !sources.isEmpty && !targets.isEmpty }

    /// Gives the first parameters the locales.
    func bind(_ statement: Statement) {
        for (place, tag) in (sources + targets).enumerated() { statement.bind(tag, Int32(place + 1)) }
    }

    /// How many of two locales are of another region than was asked for.
    func foreign(_ source: String, _ target: String) -> Int {
        (foreignSources.contains(source) ? 1 : 0) + (foreignTargets.contains(target) ? 1 : 0)
    }
}
