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
    mutating func finish(generation: UInt64, unitCount: Int, smallestPenalty: Int) -> IndexBytes {
        var entries: [IndexHeader.Entry] = []
        var end = IndexHeader.size
        for section in sections {
            entries.append(IndexHeader.Entry(offset: end, length: section.count, checksum: 0))
            end += IndexHeader.padded(section.count)
        }
        return IndexBytes.make(count: end) { bytes in
            for index in sections.indices {
                let offset = entries[index].offset
                sections[index].withUnsafeBytes {
                    UnsafeMutableRawBufferPointer(rebasing: bytes[offset..<offset + $0.count]).copyMemory(
                        from: $0)
                }
                let padded = offset + IndexHeader.padded(sections[index].count)
                sections[index] = []
                entries[index].checksum = Checksum.of(
                    UnsafeRawBufferPointer(rebasing: bytes[offset..<padded]))
            }
            IndexHeader(
                generation: generation, length: end, unitCount: unitCount, smallestPenalty: smallestPenalty,
                sections: entries
            ).write(to: bytes)
        }
    }
}
