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
    private let keys: Set<WordKey>

    /// Words parted by white space.
    init(_ words: String) { keys = Set(words.split { $0.isWhitespace }.map { WordKey($0.utf16) }) }

    func contains(_ key: WordKey) -> Bool { keys.contains(key) }
}

/// A table from words to values.
struct WordMap<Value: Sendable>: Sendable {
    private let values: [WordKey: Value]

    init(_ pairs: [(String, Value)]) {
        values = Dictionary(pairs.map { (WordKey($0.0), $0.1) }) { first, _ in first }
    }

    subscript(key: WordKey) -> Value? { values[key] }
}

/// A set of phrases, each of a few words.
struct PhraseTable: Sendable {
    private let byFirst: [WordKey: [[WordKey]]]

    /// Phrases, one a line.
    init(_ lines: String) {
        var table: [WordKey: [[WordKey]]] = [:]
        for line in lines.split(separator: "\n") {
            let keys = line.split { $0.isWhitespace }.map { WordKey($0.utf16) }
            if let first = keys.first { table[first, default: []].append(keys) }
        }
        byFirst = table.mapValues { $0.sorted { $0.count > $1.count } }
    }

    /// How many words the longest phrase has that begins at a word; nil where none does.
    func match(_ words: [Word], at place: Int) -> Int? {
        guard let phrases = byFirst[words[place].key] else { return nil }
        return phrases.first { phrase in
            place + phrase.count <= words.count
                && phrase.indices.allSatisfy { words[place + $0].key == phrase[$0] }
        }?.count
    }
}
