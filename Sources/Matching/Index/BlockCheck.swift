/// Checks the blocks of an index file when they are first read, so that a single search need not read all of
/// a large file first.
///
/// A block is sound where it has its checksum and where the numbers in it that lead elsewhere lead into the
/// file: nothing that a file holds makes a search leave it. What is not sound is noted in ``damage``; the search
/// goes on with nothing in its place, and its answer must not be used. Not to be shared between threads.
final class BlockCheck {
    /// The address of the first block.
    private let start: Int
    private let bytes: UnsafeRawBufferPointer
    private let header: IndexHeader
    private let end: Int
    private let checksums: UnsafeBufferPointer<UInt64>
    /// For every block whether it was found sound.
    private let sound: UnsafeMutableBufferPointer<Bool>
    /// What was found, if anything.
    private(set) var damage: IndexFileError?

    init(_ bytes: UnsafeRawBufferPointer, _ header: IndexHeader) {
        self.bytes = bytes
        self.header = header
        end = header.sections[IndexSection.checksums.rawValue].offset
        checksums = IndexSections(bytes: bytes, header: header).view(.checksums)
        sound = .allocate(capacity: checksums.count)
        sound.initialize(repeating: false)
        start = Int(bitPattern: bytes.baseAddress) + IndexHeader.size
    }

    deinit { sound.deallocate() }

    /// Whether what lies at an address may be read: `count` values of which the last must lie in the file.
    @inline(__always)
    func covers<Value>(_ values: UnsafePointer<Value>, _ count: Int = 1) -> Bool {
        let offset = Int(bitPattern: values) - start
        let first = offset >> 16, last = (offset + max(1, count * MemoryLayout<Value>.stride) - 1) >> 16
        guard first >= 0, last < checksums.count else { return note("its sections are damaged") }
        if first == last, sound[first] { return true }
        return check(first...last)
    }

    private func check(_ blocks: ClosedRange<Int>) -> Bool {
        for block in blocks where !sound[block] {
            let range = IndexHeader.block(block, upTo: end)
            let part = UnsafeRawBufferPointer(rebasing: bytes[range])
            guard Checksum.of(part) == checksums[block].littleEndian, leadsInside(range) else {
                return note("its bytes from \(range.lowerBound) to \(range.upperBound) are damaged")
            }
            sound[block] = true
        }
        return true
    }

    /// Checks every block.
    func checkAll() -> Bool {
        checksums.isEmpty || check(0...checksums.count - 1)
    }

    private func note(_ message: String) -> Bool {
        if damage == nil { damage = IndexFileError(.damaged, message) }
        return false
    }

    /// Whether the places of units and the numbers of forms in a part of the file are those of something.
    private func leadsInside(_ range: Range<Int>) -> Bool {
        let units = UInt32(clamping: header.unitCount)
        let folds = UInt32(clamping: header.sections[IndexSection.foldBits.rawValue].length / 4)
        let marks = header.sections[IndexSection.markByteStarts.rawValue].length / 4
        return allSatisfy(.postings, in: range) { (place: UInt32) in place.littleEndian < units }
            && allSatisfy(.byIdentifier, in: range) { (place: UInt32) in place.littleEndian < units }
            && allSatisfy(.weightStarts, in: range) { (place: UInt32) in place.littleEndian <= units }
            && allSatisfy(.tokenRecords, in: range) { (record: TokenRecord) in
                record.fold & TokenRecord.foldMask < folds && Int(record.marks) + 1 < marks
            }
    }

    /// Whether the values of a section that lie in a part of the file are all right.
    private func allSatisfy<Value>(
        _ section: IndexSection, in range: Range<Int>, _ isRight: (Value) -> Bool
    ) -> Bool {
        let entry = header.sections[section.rawValue]
        let shared = range.clamped(to: entry.offset..<entry.offset + entry.length)
        if shared.isEmpty { return true }
        return UnsafeRawBufferPointer(rebasing: bytes[shared]).withMemoryRebound(to: Value.self) {
            $0.allSatisfy(isRight)
        }
    }
}
