/// A word without regard to case, as a number: FNV-1a over its folded code units.
///
/// Tables of words are sets of such numbers, so that a look-up makes no string. Two different words of one language
/// have the same number once in 10¹² pairs or less.
struct WordKey: Hashable, Sendable {
    let value: UInt64

    init(_ units: some Sequence<UInt16>) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for unit in units {
            hash ^= UInt64(Self.folded(unit))
            hash = hash &* 0x100_0000_01b3
        }
        value = hash
    }

    init(_ text: String) { self.init(text.utf16) }

    /// The small letter of a Latin, Greek or Cyrillic capital; one code unit each.
    static func folded(_ unit: UInt16) -> UInt16 {
        if unit < 0x80 { return unit >= 0x41 && unit <= 0x5A ? unit + 0x20 : unit }
        switch unit {
        case 0xC0...0xDE where unit != 0xD7: return unit + 0x20
        case 0x100...0x137, 0x14A...0x177: return unit | 1
        case 0x139...0x148, 0x179...0x17E: return unit & 1 == 1 ? unit + 1 : unit
        case 0x1A0, 0x1A2, 0x1A4: return unit + 1
        case 0x1AF: return 0x1B0
        case 0x391...0x3A9, 0x410...0x42F: return unit + 0x20
        case 0x400...0x40F: return unit + 0x50
        case 0x1E00...0x1E95, 0x1EA0...0x1EFF: return unit | 1
        case 0x2019: return 0x27
        default: return unit
        }
    }
}

/// A set of words.
struct WordTable: Sendable {
    private let places: WordPlaces

    /// Words parted by white space.
    init(_ words: String) { places = WordPlaces(words.split { $0.isWhitespace }.map { WordKey($0.utf16) }) }

    func contains(_ key: WordKey) -> Bool { places[key] != nil }
}

/// Where words stand in a list. Keys are hashes already, so that hashing them again, as a dictionary does, would be
/// most of the work: rules ask some thirty tables for every word.
struct WordPlaces: Sendable {
    private var slots: [UInt64]
    private var values: [Int32]
    private let mask: Int

    /// - Parameter keys: of equal ones, the first counts.
    init(_ keys: [WordKey]) {
        var size = 8
        while size < keys.count * 3 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
        values = [Int32](repeating: 0, count: size)
        mask = size - 1
        for (number, key) in keys.enumerated() {
            let slot = slot(of: key)
            guard slots[slot] == 0 else { continue }
            slots[slot] = Self.stored(key)
            values[slot] = Int32(number)
        }
    }

    subscript(key: WordKey) -> Int? {
        let slot = slot(of: key)
        return slots[slot] == 0 ? nil : Int(values[slot])
    }

    /// Nought marks a free slot.
    private static func stored(_ key: WordKey) -> UInt64 { key.value == 0 ? 1 : key.value }

    private func slot(of key: WordKey) -> Int {
        let stored = Self.stored(key)
        var slot = Int(truncatingIfNeeded: stored ^ stored >> 32) & mask
        while slots[slot] != 0, slots[slot] != stored { slot = (slot + 1) & mask }
        return slot
    }
}

/// A table from words to values.
struct WordMap<Value: Sendable>: Sendable {
    private let places: WordPlaces
    private let values: [Value]

    init(_ pairs: [(String, Value)]) {
        places = WordPlaces(pairs.map { WordKey($0.0) })
        values = pairs.map(\.1)
    }

    subscript(key: WordKey) -> Value? { places[key].map { values[$0] } }
}

/// A set of phrases, each of a few words.
struct PhraseTable: Sendable {
    private let firsts: WordPlaces
    /// The phrases by their first word, the longest first.
    private let groups: [[[WordKey]]]

    /// Phrases, one a line.
    init(_ lines: String) {
        var heads: [WordKey] = []
        var groups: [[[WordKey]]] = []
        for line in lines.split(separator: "\n") {
            let keys = line.split { $0.isWhitespace }.map { WordKey($0.utf16) }
            guard let first = keys.first else { continue }
            if let place = heads.firstIndex(of: first) {
                groups[place].append(keys)
            } else {
                heads.append(first)
                groups.append([keys])
            }
        }
        firsts = WordPlaces(heads)
        self.groups = groups.map { $0.sorted { $0.count > $1.count } }
    }

    /// How many words the longest phrase has that begins at a word; nil where none does. Its words stand one space apart:
    /// “số không” is nought, “số, không” is not.
    func match(_ words: [Word], at place: Int) -> Int? {
        guard let group = firsts[words[place].key] else { return nil }
        return groups[group].first { phrase in
            place + phrase.count <= words.count
                && phrase.indices.allSatisfy { offset in
                    words[place + offset].key == phrase[offset]
                        && (offset == 0
                            || words[place + offset].range.lowerBound
                                - words[place + offset - 1].range.upperBound <= 1)
                }
        }?.count
    }
}
