/// The parts of an index's bytes, in their order in the file.
///
/// A unit is meant by its place: units lie in ascending order of weight. All integers are little-endian.
enum IndexSection: Int, CaseIterable {
    /// Two `UInt64` a unit: the bits of its words and, in the last 16, its weight in hundreds. See ``UnitFilter``.
    case filters
    /// 16 bytes a unit and one more, which ends the last. See ``UnitRecord``.
    case units
    /// `UInt16`: the tokens of every unit and the gaps before them. See ``TokenStream``.
    case tokens
    /// `Int64` a unit: its number.
    case identifiers
    /// `Int64` a unit: when it was changed.
    case changes
    /// `Int64` a unit, or nothing where no unit has one: the hashes of its neighbours.
    case previous, next
    /// `UInt32` a unit: the places of the units in ascending order of their numbers.
    case byIdentifier
    /// `UInt32`: the places of the units whose text is not its tokens with single spaces.
    case textUnits
    /// `UInt64` for each of them and one more: where its text starts in ``textBytes``.
    case textStarts
    /// `UInt8`: their texts in UTF-8.
    case textBytes
    /// Four `UInt32` a token: a ``TokenRecord``. Tokens are numbered from frequent to rare.
    case tokenRecords
    /// A ``ByteTable`` each.
    case tokenBytes, tokenByteStarts, tokenSlots
    case foldBytes, foldByteStarts, foldSlots
    case baseBytes, baseByteStarts, baseSlots
    case markBytes, markByteStarts, markSlots
    case rawBytes, rawByteStarts, rawSlots
    /// Four `UInt8` a fold: the bits of its first four occurrences in a segment, or 255.
    case foldBits
    /// `UInt32` for each fold and position class, and one more: where their list starts in ``postings``.
    case postingStarts
    /// `UInt32`: places of units.
    case postings
    /// `UInt32` for every hundred thousandths of a word: the first unit of at least that weight.
    case weightStarts
    /// `UInt64` for every block of what stands before: its checksum.
    case checksums
}

/// What is read of a unit before its tokens: one piece of memory, so that it is fetched at once.
struct UnitRecord {
    /// Where its tokens start in the section of tokens.
    var tokenStart: UInt32
    /// How many tokens it has.
    var tokenCount: UInt32
    /// In thousandths of a word.
    var weight: UInt32
    /// In hundredths.
    var penalty: Int16
    var flags: UnitFlags
    var reserved: UInt8 = 0
}

/// What a unit's flags say.
struct UnitFlags: OptionSet {
    let rawValue: UInt8
    /// A token carries a mark or tone.
    static let marked = UnitFlags(rawValue: 1)
    /// The text is kept as it is.
    static let keptText = UnitFlags(rawValue: 2)
    static let hasPrevious = UnitFlags(rawValue: 4)
    static let hasNext = UnitFlags(rawValue: 8)
}

/// Postings of a fold lie in classes by the share of the unit's weight from that fold on.
enum PositionClass {
    static let count = 8

    /// The class of a share `rest / weight` of at least a half.
    static func of(rest: Int, weight: Int) -> Int { min(count - 1, (2 * rest - weight) * count / weight) }

    /// No share of the class is above this.
    static func upperShare(_ position: Int) -> Double { 0.5 + Double(position + 1) / Double(2 * count) }
}

/// How tokens are written in 16 bits: the frequent ones as they are, the others in two.
enum TokenStream {
    /// From here on, the low 12 bits are the upper part of a number and the next unit is the lower part.
    static let escape = 0xF000

    static func append(_ token: Int, to stream: inout [UInt16]) {
        if token < escape {
            stream.append(UInt16(token))
        } else {
            let rest = token - escape
            stream.append(UInt16(escape | rest >> 16))
            stream.append(UInt16(truncatingIfNeeded: rest))
        }
    }

    /// The token at a place, which moves behind it.
    @inline(__always)
    static func next(_ stream: UnsafePointer<UInt16>, _ place: inout Int) -> Int {
        let first = Int(stream[place])
        place += 1
        guard first >= escape else { return first }
        let rest = (first & 0xFFF) << 16 | Int(stream[place])
        place += 1
        return rest + escape
    }
}
