/// Puts the sections of an index together.
struct IndexWriter {
    private var sections = [[UInt8]](repeating: [], count: IndexSection.allCases.count)

    /// Gives a section its content.
    mutating func write<Value: FixedWidthInteger>(_ values: [Value], _ section: IndexSection) {
        if 1.littleEndian == 1 {
            sections[section.rawValue] = values.withUnsafeBytes { Array($0) }
        } else {
            sections[section.rawValue] = values.map(\.littleEndian).withUnsafeBytes { Array($0) }
        }
    }

    /// Gives a table its three sections, of which `section` is the first.
    mutating func write(_ table: ByteTable, _ section: IndexSection) {
        sections[section.rawValue] = table.bytes
        if let starts = IndexSection(rawValue: section.rawValue + 1) { write(table.starts, starts) }
        if let slots = IndexSection(rawValue: section.rawValue + 2) { write(table.slots, slots) }
    }

    /// The whole.
    mutating func finish(
        key: UInt64, generation: UInt64, unitCount: Int, smallestPenalty: Int
    ) -> IndexBytes {
        var entries: [IndexHeader.Entry] = []
        var end = IndexHeader.size
        let last = IndexSection.checksums.rawValue
        for section in sections[..<last] {
            entries.append(IndexHeader.Entry(offset: end, length: section.count))
            end += IndexHeader.padded(section.count)
        }
        let blocks = IndexHeader.blockCount(upTo: end)
        entries.append(IndexHeader.Entry(offset: end, length: blocks * 8))
        let length = end + IndexHeader.padded(blocks * 8)
        return IndexBytes.make(count: length) { bytes in
            for index in 0..<last {
                let offset = entries[index].offset
                sections[index].withUnsafeBytes {
                    UnsafeMutableRawBufferPointer(rebasing: bytes[offset..<offset + $0.count]).copyMemory(
                        from: $0)
                }
                sections[index] = []
            }
            for block in 0..<blocks {
                let range = IndexHeader.block(block, upTo: end)
                let checksum = Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[range]))
                bytes.storeBytes(
                    of: checksum.littleEndian, toByteOffset: end + 8 * block, as: UInt64.self)
            }
            IndexHeader(
                key: key, generation: generation, length: length, unitCount: unitCount,
                smallestPenalty: smallestPenalty,
                checksum: Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[end..<length])),
                sections: entries
            ).write(to: bytes)
        }
    }
}
