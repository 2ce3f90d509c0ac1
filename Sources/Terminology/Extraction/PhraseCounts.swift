/// Counts phrases by number in a table that never grows: where it is full, the rarest are forgotten (lossy counting,
/// G. Manku and R. Motwani, VLDB 2002). What was forgotten and comes again is counted from then on, so that a count is
/// never too high, and too low by ``forgotten`` at most.
struct PhraseCounts {
    private var keys: [UInt64]
    private var counts: [UInt32]
    private var used = 0
    private let mask: Int
    /// The most that a count can be too low by.
    private(set) var forgotten = 0

    /// - Parameter bits: the table has two to the power of this many places, of twelve bytes each.
    init(bits: Int) {
        keys = [UInt64](repeating: 0, count: 1 << bits)
        counts = [UInt32](repeating: 0, count: 1 << bits)
        mask = 1 << bits - 1
    }

    mutating func add(_ key: UInt64) {
        let key = key == 0 ? 1 : key
        let place = place(of: key)
        if keys[place] == 0 {
            if used * 4 > keys.count * 3 {
                forget()
                return add(key)
            }
            keys[place] = key
            used += 1
        }
        counts[place] &+= 1
    }

    /// How often a phrase was counted; 0 for one that was forgotten.
    subscript(key: UInt64) -> Int {
        let place = place(of: key == 0 ? 1 : key)
        return keys[place] == 0 ? 0 : Int(counts[place])
    }

    private func place(of key: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
        while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
        return place
    }

    /// Forgets the rarest until half of the table is free.
    private mutating func forget() {
        var limit: UInt32 = 0
        var kept: [(UInt64, UInt32)] = []
        repeat {
            limit += 1
            kept = zip(keys, counts).filter { $0.0 != 0 && $0.1 > limit }
        } while kept.count > keys.count / 2
        forgotten += Int(limit)
        for place in keys.indices {
            keys[place] = 0
            counts[place] = 0
        }
        used = kept.count
        for (key, count) in kept {
            let place = place(of: key)
            keys[place] = key
            counts[place] = count
        }
    }
}

/// The number of a phrase, from those of its words.
struct PhraseHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ word: Int32) {
        value = (value ^ UInt64(UInt32(bitPattern: word)) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 29
    }

    init() {}

    init(_ words: some Sequence<Int32>) { for word in words { add(word) } }
}
