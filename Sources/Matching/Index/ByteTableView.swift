/// A ``ByteTable`` where it lies in an index's bytes.
struct ByteTableView {
    let bytes: UnsafeBufferPointer<UInt8>
    let starts: UnsafeBufferPointer<UInt32>
    let slots: UnsafeBufferPointer<UInt32>
    /// Checks what is read; nil where all of it is known to be sound.
    let check: BlockCheck?

    var count: Int { starts.count - 1 }

    /// A string; empty where the file is damaged.
    subscript(number: Int) -> UnsafeBufferPointer<UInt8> {
        if check != nil, !isReadable(number) { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(rebasing: bytes[Int(starts[number])..<Int(starts[number + 1])])
    }

    private func isReadable(_ number: Int) -> Bool {
        guard let check, let places = starts.baseAddress, let text = bytes.baseAddress else { return false }
        guard number >= 0, number < count, check.covers(places + number, 2) else { return false }
        let start = Int(starts[number]), end = Int(starts[number + 1])
        return start <= end && end <= bytes.count && check.covers(text + start, end - start)
    }

    /// The number of a string, where it has one.
    func find(_ key: [UInt8]) -> Int? {
        guard let first = slots.baseAddress else { return nil }
        return key.withUnsafeBufferPointer { key in
            var slot = Int(truncatingIfNeeded: ByteTable.hash(key)) & (slots.count - 1)
            // A sound table has empty slots; another is left after one round.
            for _ in 0..<slots.count {
                if let check, !check.covers(first + slot) { return nil }
                let number = Int(slots[slot]) - 1
                if number < 0 || number >= count { return nil }
                if matches(key, number) { return number }
                slot = (slot + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    private func matches(_ key: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
        let found = self[number]
        guard found.count == key.count else { return false }
        for place in 0..<key.count where found[place] != key[place] { return false }
        return true
    }
}
