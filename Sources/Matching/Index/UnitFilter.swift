/// 112 bits for the words and numbers of a segment, and its weight: bounds what two segments can share
/// before any token is read.
///
/// The most frequent words have bits of their own, the second, third and fourth occurrence of “the” too;
/// the others share the rest evenly. Punctuation has none.
struct UnitFilter {
    /// Bits 0 to 63.
    var low: UInt64 = 0
    /// Bits 64 to 111, and above the weight in hundreds of thousandths of a word; 65,535 where it is heavier.
    var high: UInt64

    /// Stands for no bit.
    static let none: UInt8 = 255
    static let bitCount = 112
    static let highMask: UInt64 = 0xFFFF_FFFF_FFFF
    /// So many of the most frequent words have a bit alone.
    static let ownBits = 44
    static let heaviest = 0xFFFF

    init(weight: Int) { high = UInt64(min(weight / 100, Self.heaviest)) << 48 }

    /// The bit of the word (or occurrence) of a rank, the most frequent first.
    static func bit(ofRank rank: Int) -> UInt8 {
        UInt8(rank < ownBits ? rank : ownBits + (rank - ownBits) % (bitCount - ownBits))
    }

    mutating func set(_ bit: UInt8) {
        if bit < 64 {
            low |= 1 << UInt64(bit)
        } else if bit != Self.none {
            high |= 1 << UInt64(bit - 64)
        }
    }

    /// The number of bits in two words together. Without the processor's own instruction, which the
    /// compiler may not take for granted, adding them up while they are small saves half of the work.
    @inline(__always)
    static func count(_ first: UInt64, _ second: UInt64) -> Int {
        var a = first &- ((first >> 1) & 0x5555_5555_5555_5555)
        var b = second &- ((second >> 1) & 0x5555_5555_5555_5555)
        a = (a & 0x3333_3333_3333_3333) &+ ((a >> 2) & 0x3333_3333_3333_3333)
        b = (b & 0x3333_3333_3333_3333) &+ ((b >> 2) & 0x3333_3333_3333_3333)
        let sum =
            (a & 0x0F0F_0F0F_0F0F_0F0F) &+ ((a >> 4) & 0x0F0F_0F0F_0F0F_0F0F)
            &+ (b & 0x0F0F_0F0F_0F0F_0F0F) &+ ((b >> 4) & 0x0F0F_0F0F_0F0F_0F0F)
        return Int((sum &* 0x0101_0101_0101_0101) >> 56)
    }
}
