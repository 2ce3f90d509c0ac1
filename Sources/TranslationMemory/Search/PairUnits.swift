internal import Matching
internal import UnicodeText

/// The units of a memory that answer queries from one language into another: those with a text in one of the
/// source's locales and another in one of the target's.
///
/// A unit can answer in several regional variants. Each has a number of its own, made of the unit's number and
/// its place among the unit's variants, so that the order of the numbers is that of the units.
struct PairUnits {
    let source: LocaleID
    let target: LocaleID
    let penalties: Penalties

    /// A text and its translation, as much as a search needs.
    struct Row: Sendable {
        let number: Int64
        let text: String
        let changed: Int64
        let penalty: Int
        let previous: Int64?
        let next: Int64?

        /// The number of its unit.
        var unit: Int64 { number >> PairUnits.placeBits }

        /// The row with the tokens of its text.
        func candidate(_ tokenizer: Tokenizer) -> SearchCandidate {
            SearchCandidate(
                id: number, segment: tokenizer.tokenize(text), changed: changed, penalty: penalty,
                previous: previous, next: next)
        }
    }

    /// What is shown of a unit.
    struct Unit {
        let id: Int64
        let source, target, origin: String
        let state: TranslationUnit.State
        let penalties: [String: Int]
    }

    /// What a locale is to the pair.
    struct Role {
        /// One of its languages, and whether of the region that was asked for or of another.
        enum Nearness { case own, foreign }

        let source: Nearness?
        let target: Nearness?
    }

    /// What a locale is to the pair. It is foreign where both name a region, and not the same one.
    func role(of locale: LocaleID) -> Role {
        func nearness(_ wanted: LocaleID) -> Role.Nearness? {
            guard locale.sharesLanguage(with: wanted) else { return nil }
            let isForeign = locale.region != nil && wanted.region != nil && locale.region != wanted.region
            return isForeign ? .foreign : .own
        }
        return Role(source: nearness(source), target: nearness(target))
    }

    /// So many bits of a number are the place among the unit's variants: 64 regions of the one language by as
    /// many of the other.
    static let placeBits: Int64 = 12

    /// The numbers that belong to a unit.
    static func numbers(of unit: Int64) -> Range<Int64> {
        unit << placeBits..<(unit + 1) << placeBits
    }

    /// What identifies the answers that an index over these units gives, but for the units themselves.
    func key(at edition: Edition) -> UInt64 {
        let words = [
            "\(Tokenizer.version)", UnicodeLibrary.version, source.identifier, target.identifier,
            "\(penalties.aligned) \(penalties.machine) \(penalties.draft) \(penalties.region) \(penalties.memory)",
            "\(edition.stamp)",
        ]
        return UInt64(bitPattern: TextHash.of(words.joined(separator: "\n")))
    }
}
