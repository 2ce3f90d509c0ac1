/// The head of an index's bytes: what it is, and where its sections lie.
///
/// | bytes | |
/// |---|---|
/// | 0–7 | `LATHUIDX` |
/// | 8–11 | version of the format |
/// | 12–15 | number of sections |
/// | 16–23 | key |
/// | 24–31 | generation |
/// | 32–39 | length of the whole |
/// | 40–47 | number of units |
/// | 48–55 | smallest penalty |
/// | 56–63 | checksum of the section of checksums |
/// | then 16 a section | offset, length |
/// | last 8 of a multiple of 64 | checksum of the head |
///
/// Sections start at multiples of 64. The last one holds a checksum for every block of the others, the zeros
/// between them included, so that a reader can check what it reads and nothing else: see ``BlockCheck``.
struct IndexHeader {
    static let magic: UInt64 = 0x5844_4955_4854_414C
    static let version: UInt32 = 2
    static let size = padded(64 + 16 * IndexSection.allCases.count + 8)
    /// The length of what has a checksum of its own.
    static let blockSize = 1 << 16

    struct Entry {
        var offset: Int
        var length: Int
    }

    var key: UInt64
    var generation: UInt64
    var length: Int
    var unitCount: Int
    var smallestPenalty: Int
    var checksum: UInt64
    var sections: [Entry]

    static func padded(_ length: Int) -> Int { (length + 63) & ~63 }

    func write(to bytes: UnsafeMutableRawBufferPointer) {
        func store(_ value: UInt64, _ offset: Int) {
            bytes.storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt64.self)
        }
        store(Self.magic, 0)
        store(UInt64(Self.version) | UInt64(sections.count) << 32, 8)
        store(key, 16)
        store(generation, 24)
        store(UInt64(length), 32)
        store(UInt64(unitCount), 40)
        store(UInt64(bitPattern: Int64(smallestPenalty)), 48)
        store(checksum, 56)
        for (index, section) in sections.enumerated() {
            store(UInt64(section.offset), 64 + 16 * index)
            store(UInt64(section.length), 72 + 16 * index)
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

    /// Reads the head, and checks it and the section of checksums.
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
        guard load(32) == UInt64(bytes.count) else { throw IndexFileError(.damaged, "it is cut short") }
        guard let units = Int(exactly: load(40)), units < Int(UInt32.max) else {
            throw IndexFileError(.damaged, "its head is damaged")
        }
        var end = Self.size
        for section in IndexSection.allCases {
            let place = 64 + 16 * section.rawValue
            guard let offset = Int(exactly: load(place)), let length = Int(exactly: load(place + 8)),
                offset == end, length <= bytes.count - offset, Self.padded(length) <= bytes.count - offset
            else { throw IndexFileError(.damaged, "its sections do not lie one behind the other") }
            end = offset + Self.padded(length)
        }
        guard end == bytes.count else { throw IndexFileError(.damaged, "it is too long") }
        self.init(reading: bytes)
        let checksums = sections[IndexSection.checksums.rawValue]
        let blocks = Self.blockCount(upTo: checksums.offset)
        guard checksums.length == blocks * 8 else {
            throw IndexFileError(.damaged, "its sections have other lengths than its units need")
        }
        let part = UnsafeRawBufferPointer(rebasing: bytes[checksums.offset..<end])
        guard Checksum.of(part) == checksum else {
            throw IndexFileError(.damaged, "its checksums are damaged")
        }
    }

    /// Reads the head of bytes that are known to be sound.
    init(reading bytes: UnsafeRawBufferPointer) {
        func load(_ offset: Int) -> UInt64 {
            bytes.load(fromByteOffset: offset, as: UInt64.self).littleEndian
        }
        self.init(
            key: load(16), generation: load(24), length: bytes.count, unitCount: Int(load(40)),
            smallestPenalty: Int(Int64(bitPattern: load(48))), checksum: load(56),
            sections: IndexSection.allCases.map { section in
                let place = 64 + 16 * section.rawValue
                return Entry(offset: Int(load(place)), length: Int(load(place + 8)))
            })
    }

    init(
        key: UInt64, generation: UInt64, length: Int, unitCount: Int, smallestPenalty: Int, checksum: UInt64,
        sections: [Entry]
    ) {
        self.key = key
        self.generation = generation
        self.length = length
        self.unitCount = unitCount
        self.smallestPenalty = smallestPenalty
        self.checksum = checksum
        self.sections = sections
    }

    /// The number of blocks between the head and an offset.
    static func blockCount(upTo end: Int) -> Int { (end - size + blockSize - 1) / blockSize }

    /// Where a block lies, of those that end at an offset.
    static func block(_ number: Int, upTo end: Int) -> Range<Int> {
        let start = size + number * blockSize
        return start..<min(end, start + blockSize)
    }
}
