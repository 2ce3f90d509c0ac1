internal import GRDB
internal import UnicodeText

/// Finds the stored unit that a new one says again: one that agrees with it in two languages at least, and differs
/// from it in none.
final class KnownUnits {
    private let database: Database
    private let nextUnit, findTexts: Statement
    private var texts: KnownTexts?
    private var searches = 0

    /// From so many searches on, reading the hashes of all texts costs less than looking for each.
    private static let manySearches = 4000

    init(_ database: Database) throws {
        self.database = database
        nextUnit = try Statement(
            database,
            "SELECT unit FROM variant WHERE hash = ? AND locale = ? AND unit >= ? ORDER BY unit LIMIT 1")
        findTexts = try Statement(database, "SELECT locale, text FROM variant WHERE unit = ?")
    }

    /// Notes a text that is stored from now on.
    func insert(_ hash: Int64) { texts?.insert(hash) }

    /// The stored unit that says the same, and whether it has a text in every language of the new one; of several
    /// the first that `isBest`, where that is given and there is one.
    ///
    /// The units that hold two texts are found by going through both lists of units at once, each from where the
    /// other stands (Veldhuizen, “Leapfrog Triejoin”, ICDT 2014): of a text that a thousand units hold, those
    /// that do not hold the other one are never looked at.
    func same(
        as unit: StoredUnit, isBest: ((Int64) throws -> Bool)? = nil
    ) throws -> (id: Int64, isComplete: Bool)? {
        searches += 1
        if searches == Self.manySearches { texts = try KnownTexts(database) }
        let known = unit.texts.filter { texts?.mayContain($0.hash) ?? true }
        var found: (id: Int64, isComplete: Bool)?
        for (place, text) in known.enumerated() {
            guard let start = try next(text, from: 0) else { continue }
            for other in known[(place + 1)...] {
                var first = start
                while let second = try next(other, from: first) {
                    if second == first {
                        let shared = try agreement(of: first, with: unit)
                        if shared >= 2 {
                            let same = (id: first, isComplete: shared == unit.texts.count)
                            guard let isBest else { return same }
                            if same.isComplete, try isBest(first) { return same }
                            found = found ?? same
                        }
                    }
                    guard let later = try next(text, from: second == first ? first + 1 : second) else {
                        break
                    }
                    first = later
                }
            }
        }
        return found
    }

    /// The units that hold a text, in the order of their numbers.
    func units(holding text: StoredUnit.Text) throws -> [Int64] {
        var units: [Int64] = []
        var from: Int64 = 0
        while let unit = try next(text, from: from) {
            if try holds(unit, text) { units.append(unit) }
            from = unit + 1
        }
        return units
    }

    /// The first unit from a number on that holds a text, by its hash.
    private func next(_ text: StoredUnit.Text, from unit: Int64) throws -> Int64? {
        nextUnit.bind(text.hash, 1)
        nextUnit.bind(text.locale.identifier, 2)
        nextUnit.bind(unit, 3)
        defer { nextUnit.reset() }
        return try nextUnit.step() ? nextUnit.integer(0) : nil
    }

    /// In how many languages a stored unit has the texts of a new one; 0 where it has others.
    private func agreement(of id: Int64, with unit: StoredUnit) throws -> Int {
        var shared = 0
        findTexts.bind(id, 1)
        defer { findTexts.reset() }
        while try findTexts.step() {
            guard let text = unit.texts.first(where: { findTexts.holds($0.locale.identifier, 0) }) else {
                continue
            }
            guard findTexts.holds(text.variant.text, 1) else { return 0 }
            shared += 1
        }
        return shared
    }

    private func holds(_ id: Int64, _ text: StoredUnit.Text) throws -> Bool {
        findTexts.bind(id, 1)
        defer { findTexts.reset() }
        while try findTexts.step() {
            if findTexts.holds(text.locale.identifier, 0) { return findTexts.holds(text.variant.text, 1) }
        }
        return false
    }
}
