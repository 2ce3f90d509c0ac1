/// What stands between two spaces, or between two word boundaries, with the tokens that it makes: a memory's
/// text holds few different ones, many times over.
///
/// Open addressing with linear probing over the bytes of UTF-8, so that looking a known one up makes no string.
final class PieceTable {
    /// What is known of a piece.
    struct Entry {
        /// Where its bytes start in the table's memory.
        let start: UInt32
        /// Where its tokens start in ``PieceTable/tokens``.
        let firstToken: UInt32
        /// The sum of its tokens' weights.
        let weight: UInt32
        let length: UInt8
        let tokenCount: UInt8
        let traits: Traits
    }

    /// What else a text must look at when it holds such a piece.
    struct Traits: OptionSet {
        let rawValue: UInt8
        /// One of its tokens carries a mark or tone.
        static let marked = Traits(rawValue: 1)
        /// It may not be in NFC, or holds the start of an inline code.
        static let unclear = Traits(rawValue: 2)
        /// Where its tokens end depends on what stands beside it.
        static let dependent = Traits(rawValue: 4)
    }

    /// Longer pieces are not kept: they do not come again, or there is nothing between spaces to keep.
    static let longest = 64

    private(set) var entries: [Entry] = []
    private(set) var tokens: [Token] = []
    private var bytes: [UInt8] = []
    /// The upper half of the hash, then the entry's number + 1; 0 where nothing is. A power of two long.
    private var slots = [UInt64](repeating: 0, count: 64)

    /// FNV-1a. The final mix makes that all bits depend on all bytes.
    struct Hash {
        private var state: UInt64 = 0xcbf2_9ce4_8422_2325

        @inline(__always)
        mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

        @inline(__always)
        var value: UInt64 {
            let mixed = (state ^ state >> 32) &* 0x9e37_79b9_7f4a_7c15
            return mixed ^ mixed >> 29
        }
    }

    /// The number of the entry of a piece, where it is known.
    @inline(__always)
    func find(_ piece: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = slots[place]
            if slot == 0 { return nil }
            if slot >> 32 == hash >> 32 {
                let number = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
                if isPiece(number, piece) { return number }
            }
            place = (place + 1) & mask
        }
    }

    @inline(__always)
    private func isPiece(_ number: Int, _ piece: UnsafeBufferPointer<UInt8>) -> Bool {
        let entry = entries[number]
        guard Int(entry.length) == piece.count else { return false }
        let start = Int(entry.start)
        for place in 0..<piece.count where bytes[start + place] != piece[place] { return false }
        return true
    }

    /// Keeps a piece of at most ``longest`` bytes that is not known yet, and gives its number.
    func insert(
        _ piece: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ made: [Token], _ traits: Traits
    ) -> Int {
        if (entries.count + 1) * 2 > slots.count { grow() }
        entries.append(
            Entry(
                start: UInt32(bytes.count), firstToken: UInt32(tokens.count),
                weight: UInt32(made.reduce(0) { $0 + $1.weight }), length: UInt8(piece.count),
                tokenCount: UInt8(made.count),
                traits: made.contains(where: \.isMarked) ? traits.union(.marked) : traits))
        bytes.append(contentsOf: piece)
        tokens.append(contentsOf: made)
        put(hash & ~0xFFFF_FFFF | UInt64(entries.count), at: hash)
        return entries.count - 1
    }

    private func put(_ slot: UInt64, at hash: UInt64) {
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = slot
    }

    private func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for slot in old where slot != 0 {
            let entry = entries[Int(slot & 0xFFFF_FFFF) - 1]
            var hash = Hash()
            for place in 0..<Int(entry.length) { hash.add(bytes[Int(entry.start) + place]) }
            put(slot, at: hash.value)
        }
    }
}
