internal import UnicodeText

/// The rows that a stored unit has for a language pair, without asking the tables: those that ``PairReader`` would
/// read of it.
struct UnitRows {
    private let pair: PairUnits
    private var roles: [LocaleID: PairUnits.Role] = [:]

    init(_ pair: PairUnits) { self.pair = pair }

    /// The rows of a unit that was given a number, in the order of its languages' tags.
    mutating func rows(of stored: StoredUnit, id: Int64) -> [PairUnits.Row] {
        var rows: [PairUnits.Row] = []
        for source in stored.texts {
            guard let asSource = role(source.locale).source else { continue }
            for target in stored.texts where target.locale != source.locale {
                guard let asTarget = role(target.locale).target else { continue }
                let place = Int64(rows.count)
                guard place < 1 << PairUnits.placeBits else { return rows }
                let regions = (asSource == .foreign ? 1 : 0) + (asTarget == .foreign ? 1 : 0)
                rows.append(
                    PairUnits.Row(
                        number: id << PairUnits.placeBits | place, text: source.variant.text,
                        changed: stored.unit.changed,
                        penalty: pair.penalties.sum(
                            method: stored.unit.method, state: stored.unit.state, regions: regions),
                        previous: source.variant.previous, next: source.variant.next))
            }
        }
        return rows
    }

    private mutating func role(_ locale: LocaleID) -> PairUnits.Role {
        if let known = roles[locale] { return known }
        let role = pair.role(of: locale)
        roles[locale] = role
        return role
    }
}
