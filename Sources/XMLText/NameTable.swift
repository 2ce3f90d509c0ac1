internal import CExpat

/// Names as expat gives them, `namespace LF local`, by numbers from 0: a file repeats a few names millions of
/// times.
struct NameTable {
    /// What separates the parts; no namespace name can hold it.
    static let separator: UInt8 = 0x0A
    /// A file of more names is made to fill the memory.
    static let countLimit = 1 << 15
    static let lengthLimit = 4 << 20

    private(set) var names: [XMLName] = []
    private var keys: [UInt8] = []
    private var ranges: [Range<Int>] = []
    /// Numbers by hash, open addressing with linear probing; -1 is free.
    private var slots = [Int32](repeating: -1, count: 256)

    /// The number of a name; nil where there are too many.
    mutating func number(_ text: UnsafePointer<XML_Char>) -> Int? {
        var length = 0
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        while text[length] != 0 {
            hash = (hash ^ UInt64(UInt8(bitPattern: text[length]))) &* 0x100_0000_01B3
            length += 1
        }
        let bytes = UnsafeRawBufferPointer(start: text, count: length)
        var slot = Self.slot(hash, slots.count)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if ranges[number].count == length, isKey(number, bytes) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard names.count < Self.countLimit, keys.count + length <= Self.lengthLimit else { return nil }
        ranges.append(keys.count..<(keys.count + length))
        keys.append(contentsOf: bytes)
        names.append(Self.name(bytes))
        slots[slot] = Int32(names.count - 1)
        if names.count * 2 > slots.count { grow() }
        return names.count - 1
    }

    private func isKey(_ number: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let start = ranges[number].lowerBound
        return bytes.indices.allSatisfy { keys[start + $0] == bytes[$0] }
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (number, range) in ranges.enumerated() {
            let hash = keys[range].reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
                ($0 ^ UInt64($1)) &* 0x100_0000_01B3
            }
            var slot = Self.slot(hash, slots.count)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    private static func slot(_ hash: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: hash ^ hash >> 32) & (count - 1)
    }

    private static func name(_ key: UnsafeRawBufferPointer) -> XMLName {
        guard let cut = key.lastIndex(of: separator) else {
            return XMLName(String(decoding: key, as: UTF8.self))
        }
        return XMLName(
            String(decoding: key[(cut + 1)...], as: UTF8.self),
            namespace: String(decoding: key[..<cut], as: UTF8.self))
    }
}
