/// What stands between two spaces, or between two word boundaries, with the tokens that it makes: a memory's
/// text holds few different ones, many times over.
///
/// Open addressing with linear probing over the bytes of UTF-8, so that looking a known one up makes no string.
final class PieceTable {
    /// What is known of a piece.
    struct Entry {
        let key: Key
        /// Where the bytes that the key does not hold start in the table's memory.
        let start: UInt32
        /// Where its tokens start in ``PieceTable/tokens``.
        let firstToken: UInt32
        /// The sum of its tokens' weights.
        let weight: UInt32
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

    /// What a piece is found by: its first 16 bytes, its length, and a hash of all bytes.
    struct Key {
        private(set) var low: UInt64 = 0
        private(set) var high: UInt64 = 0
        private(set) var length: UInt8 = 0
        /// FNV-1a of the bytes behind the first 16.
        private var rest: UInt32 = 0x811c_9dc5

        static let held = 16

        init() {}

        init(_ bytes: UnsafeBufferPointer<UInt8>) { for byte in bytes { add(byte) } }

        @inline(__always)
        mutating func add(_ byte: UInt8) {
            if length < 8 {
                low |= UInt64(byte) << UInt64(length &* 8)
            } else if length < Self.held {
                high |= UInt64(byte) << UInt64((length & 7) &* 8)
            } else {
                rest = (rest ^ UInt32(byte)) &* 0x100_0193
            }
            length &+= 1
        }

        /// All bits depend on all bytes.
        @inline(__always)
        var hash: UInt64 {
            var mixed = (low ^ high &* 0x9e37_79b9_7f4a_7c15) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ mixed >> 31 ^ UInt64(rest) ^ UInt64(length) << 40) &* 0x94d0_49bb_1331_11eb
            return mixed ^ mixed >> 32
        }

        @inline(__always)
        func agrees(with other: Key) -> Bool {
            low == other.low && high == other.high && length == other.length && rest == other.rest
        }
    }

    /// The number of the entry of a piece, where it is known.
    @inline(__always)
    func find(_ piece: UnsafeBufferPointer<UInt8>, _ key: Key) -> Int? {
        let hash = key.hash
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = slots[place]
            if slot == 0 { return nil }
            if slot >> 32 == hash >> 32 {
                let number = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
                if isPiece(number, piece, key) { return number }
            }
            place = (place + 1) & mask
        }
    }

    @inline(__always)
    private func isPiece(_ number: Int, _ piece: UnsafeBufferPointer<UInt8>, _ key: Key) -> Bool {
        guard entries[number].key.agrees(with: key) else { return false }
        return piece.count <= Key.held || endsAlike(number, piece)
    }

    private func endsAlike(_ number: Int, _ piece: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(entries[number].start)
        return bytes[start..<start + piece.count - Key.held].elementsEqual(piece.dropFirst(Key.held))
    }

    /// Keeps a piece of at most ``longest`` bytes that is not known yet, and gives its number.
    func insert(
        _ piece: UnsafeBufferPointer<UInt8>, _ key: Key, _ made: [Token], _ traits: Traits
    ) -> Int {
        if (entries.count + 1) * 2 > slots.count { grow() }
        entries.append(
            Entry(
                key: key, start: UInt32(bytes.count), firstToken: UInt32(tokens.count),
                weight: UInt32(made.reduce(0) { $0 + $1.weight }),
                tokenCount: UInt8(made.count),
                traits: made.contains(where: \.isMarked) ? traits.union(.marked) : traits))
        bytes.append(contentsOf: piece.dropFirst(Key.held))
        tokens.append(contentsOf: made)
        put(key.hash & ~0xFFFF_FFFF | UInt64(entries.count), at: key.hash)
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
            put(slot, at: entries[Int(slot & 0xFFFF_FFFF) - 1].key.hash)
        }
    }
}
