extension SegmentIndex {
    /// Checks every byte of a file that was not checked when it was opened.
    /// - Throws: ``IndexFileError`` with code `damaged`.
    func checkEverything() throws(IndexFileError) {
        guard let check else { return }
        if check.checkAll(), isSound { return }
        throw check.damage ?? IndexFileError(.damaged, "it contradicts itself")
    }

    /// Whether what points into other sections stays within them. The checksums say that the bytes are those
    /// that were written; this is for what was written by something else.
    private var isSound: Bool {
        [tokens, folds, bases, marks, raws].allSatisfy(\.isSound) && haveTokens
            && Self.ascends(postingStarts, to: postings.count)
            && Self.ascends(textStarts, to: textBytes.count)
            && (0..<tokens.count).allSatisfy { tokens[$0].contains(TokenKeys.separator) }
    }

    /// Whether the units lie in order of weight, and the tokens of each within the section of tokens.
    private var haveTokens: Bool {
        guard let last = units.last, Int(last.tokenStart) <= stream.count else { return false }
        for unit in 0..<count {
            let record = units[unit], next = units[unit + 1]
            guard record.tokenStart <= next.tokenStart, holdsTokens(of: unit),
                record.tokenCount <= next.tokenStart - record.tokenStart,
                unit + 1 == count || record.weight <= next.weight,
                !record.flags.contains(.hasPrevious) || !previous.isEmpty,
                !record.flags.contains(.hasNext) || !self.next.isEmpty
            else { return false }
            var place = Int(record.tokenStart)
            guard let stream = stream.baseAddress else { return record.tokenCount == 0 }
            for _ in 0..<record.tokenCount where TokenStream.next(stream, &place) >= records.count {
                return false
            }
        }
        return true
    }

    /// Whether the tokens of a unit and what says which of them follow a space can be read.
    @inline(__always)
    func holdsTokens(of unit: Int) -> Bool {
        let record = units[unit]
        // A token takes two places at most.
        let count = 2 * Int(record.tokenCount)
        return count == 0 || Int(record.tokenStart) + count <= stream.count
    }

    private static func ascends(_ starts: UnsafeBufferPointer<some FixedWidthInteger>, to end: Int) -> Bool {
        guard let first = starts.first, first == 0, UInt64(starts[starts.count - 1]) == UInt64(end) else {
            return false
        }
        for place in 1..<starts.count where starts[place - 1] > starts[place] { return false }
        return true
    }

    /// Checks that the sections have the lengths that their number of units, tokens and folds need.
    func checkShape(_ header: IndexHeader) throws(IndexFileError) {
        func length(_ section: IndexSection) -> Int { header.sections[section.rawValue].length }
        let units = header.unitCount
        let expected: [(IndexSection, Int)] = [
            (.filters, units * 16), (.units, units * 16 + 16), (.identifiers, units * 8),
            (.changes, units * 8), (.byIdentifier, units * 4), (.textStarts, length(.textUnits) * 2 + 8),
            (.tokenRecords, tokens.count * 16), (.foldBits, folds.count * 4),
            (.postingStarts, 4 * (folds.count * PositionClass.count + 1)),
        ]
        let multiples: [(IndexSection, Int)] = [
            (.tokens, 2), (.textUnits, 4), (.postings, 4), (.weightStarts, 4), (.tokenByteStarts, 4),
            (.tokenSlots, 4), (.foldByteStarts, 4), (.foldSlots, 4), (.baseByteStarts, 4), (.baseSlots, 4),
            (.markByteStarts, 4), (.markSlots, 4), (.rawByteStarts, 4), (.rawSlots, 4),
        ]
        guard expected.allSatisfy({ length($0) == $1 }), multiples.allSatisfy({ length($0) % $1 == 0 }),
            [IndexSection.previous, .next].allSatisfy({ [0, units * 8].contains(length($0)) }),
            [tokens, folds, bases, marks, raws].allSatisfy(\.hasRightShape)
        else { throw IndexFileError(.damaged, "its sections have other lengths than its units need") }
    }
}

extension ByteTableView {
    /// Whether the number of slots is one that places can be worked out from.
    fileprivate var hasRightShape: Bool { !starts.isEmpty && slots.count.nonzeroBitCount == 1 }

    /// Whether the parts fit each other, so that no look-up leaves them.
    fileprivate var isSound: Bool {
        guard starts[0] == 0, Int(starts[count]) == bytes.count, slots.count > count else { return false }
        for number in 0..<count where starts[number] > starts[number + 1] { return false }
        return slots.allSatisfy { Int($0) <= count }
    }
}
