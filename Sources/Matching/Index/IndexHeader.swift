/// The head of an index's bytes: what it is, and where its sections lie, each with its checksum.
///
/// | bytes | |
/// |---|---|
/// | 0–7 | `LATHUIDX` |
/// | 8–11 | version of the format |
/// | 12–15 | number of sections |
/// | 16–23 | generation |
/// | 24–31 | length of the whole |
/// | 32–39 | number of units |
/// | 40–47 | smallest penalty |
/// | then 24 a section | offset, length, checksum |
/// | last 8 of a multiple of 64 | checksum of the head |
///
/// Sections start at multiples of 64, and their checksums include the zeros up to the next.
struct IndexHeader {
    static let magic: UInt64 = 0x5844_4955_4854_414C
    static let version: UInt32 = 1
    static let size = padded(48 + 24 * IndexSection.allCases.count + 8)

    struct Entry {
        var offset: Int
        var length: Int
        var checksum: UInt64
    }

    var generation: UInt64
    var length: Int
    var unitCount: Int
    var smallestPenalty: Int
    var sections: [Entry]

    static func padded(_ length: Int) -> Int { (length + 63) & ~63 }

    func write(to bytes: UnsafeMutableRawBufferPointer) {
        func store(_ value: UInt64, _ offset: Int) {
            bytes.storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt64.self)
        }
        store(Self.magic, 0)
        store(UInt64(Self.version) | UInt64(sections.count) << 32, 8)
        store(generation, 16)
        store(UInt64(length), 24)
        store(UInt64(unitCount), 32)
        store(UInt64(bitPattern: Int64(smallestPenalty)), 40)
        for (index, section) in sections.enumerated() {
            store(UInt64(section.offset), 48 + 24 * index)
            store(UInt64(section.length), 56 + 24 * index)
            store(section.checksum, 64 + 24 * index)
        }
        store(Self.ownChecksum(UnsafeRawBufferPointer(bytes)), Self.size - 8)
    }

    private static func ownChecksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        // The last block holds the checksum itself: hashed apart, word by word.
        var hash = Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[0..<size - 64]))
        for offset in stride(from: size - 64, to: size - 8, by: 8) {
            hash = Checksum.mix(hash, bytes.load(fromByteOffset: offset, as: UInt64.self).littleEndian)
        }
        return hash
    }

    /// Reads the head and compares every checksum.
    init(checking bytes: UnsafeRawBufferPointer) throws(IndexFileError) {
        guard bytes.count >= Self.size else { throw IndexFileError(.damaged, "it is cut short") }
        func load(_ offset: Int) -> UInt64 {
            bytes.load(fromByteOffset: offset, as: UInt64.self).littleEndian
        }
        guard load(0) == Self.magic else { throw IndexFileError(.damaged, "it is not an index") }
        guard UInt32(truncatingIfNeeded: load(8)) == Self.version,
            Int(load(8) >> 32) == IndexSection.allCases.count
        else { throw IndexFileError(.otherVersion, "it has another format") }
        guard load(Self.size - 8) == Self.ownChecksum(bytes) else {
            throw IndexFileError(.damaged, "its head is damaged")
        }
        generation = load(16)
        guard load(24) == UInt64(bytes.count) else { throw IndexFileError(.damaged, "it is cut short") }
        length = bytes.count
        guard let units = Int(exactly: load(32)), units < Int(UInt32.max) else {
            throw IndexFileError(.damaged, "its head is damaged")
        }
        unitCount = units
        smallestPenalty = Int(Int64(bitPattern: load(40)))
        sections = []
        var end = Self.size
        for section in IndexSection.allCases {
            let place = 48 + 24 * section.rawValue
            guard let offset = Int(exactly: load(place)), let length = Int(exactly: load(place + 8)),
                offset == end, length <= bytes.count - offset, Self.padded(length) <= bytes.count - offset
            else { throw IndexFileError(.damaged, "its sections do not lie one behind the other") }
            end = offset + Self.padded(length)
            sections.append(Entry(offset: offset, length: length, checksum: load(place + 16)))
            let block = UnsafeRawBufferPointer(rebasing: bytes[offset..<end])
            guard Checksum.of(block) == load(place + 16) else {
                throw IndexFileError(.damaged, "the checksum of its \(section) differs")
            }
        }
        guard end == bytes.count else { throw IndexFileError(.damaged, "it is too long") }
    }

    /// Reads the head of bytes that are known to be sound.
    init(reading bytes: UnsafeRawBufferPointer) {
        func load(_ offset: Int) -> UInt64 {
            bytes.load(fromByteOffset: offset, as: UInt64.self).littleEndian
        }
        self.init(
            generation: load(16), length: bytes.count, unitCount: Int(load(32)),
            smallestPenalty: Int(Int64(bitPattern: load(40))),
            sections: IndexSection.allCases.map { section in
                let place = 48 + 24 * section.rawValue
                return Entry(
                    offset: Int(load(place)), length: Int(load(place + 8)), checksum: load(place + 16))
            })
    }

    init(generation: UInt64, length: Int, unitCount: Int, smallestPenalty: Int, sections: [Entry]) {
        self.generation = generation
        self.length = length
        self.unitCount = unitCount
        self.smallestPenalty = smallestPenalty
        self.sections = sections
    }
}

/// A checksum that sees every change of a single word: each step is one-to-one.
enum Checksum {
    @inline(__always)
    static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
        return product << 29 | product >> 35
    }

    /// Of a multiple of 64 bytes.
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes = SIMD8<UInt64>(1, 2, 3, 4, 5, 6, 7, 8)
        guard let start = bytes.baseAddress else { return 0 }
        var offset = 0
        while offset + 64 <= bytes.count {
            for lane in 0..<8 {
                let word = (start + offset + lane * 8).load(as: UInt64.self).littleEndian
                lanes[lane] = mix(lanes[lane], word)
            }
            offset += 64
        }
        var hash = UInt64(bytes.count)
        for lane in 0..<8 { hash = mix(hash, lanes[lane]) }
        return hash
    }
}
