/// Byte strings numbered in the order in which they came, each kept once.
struct ByteTable {
    /// The strings, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each string starts in ``bytes``, and the end of the last.
    private(set) var starts: [UInt32] = [0]
    /// Open addressing with linear probing: number + 1, or 0 where nothing is. A power of two long.
    private(set) var slots = [UInt32](repeating: 0, count: 16)

    var count: Int { starts.count - 1 }

    subscript(number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

    /// The number of a string, a new one where it has none yet.
    mutating func number(of key: some Collection<UInt8>) -> Int {
        if (count + 1) * 2 > slots.count { grow() }
        var slot = Int(truncatingIfNeeded: Self.hash(key)) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if self[number].elementsEqual(key) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes.append(contentsOf: key)
        starts.append(UInt32(bytes.count))
        slots[slot] = UInt32(count)
        return count - 1
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in 0..<count {
            var slot = Int(truncatingIfNeeded: Self.hash(self[number])) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }

    /// The same strings in another order: `order[new] = old`.
    func reordered(_ order: [Int]) -> ByteTable {
        var table = ByteTable()
        for old in order { _ = table.number(of: self[old]) }
        return table
    }

    /// FNV-1a with a final mix, since the table looks at the low bits.
    static func hash(_ key: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash ^= hash >> 32
        return hash &* 0x9e37_79b9_7f4a_7c15 ^ (hash >> 29)
    }
}
