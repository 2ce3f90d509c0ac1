internal import UnicodeText

/// A line under repair that knows what every character of it was made of.
struct TrackedText {
    private(set) var scalars: [Unicode.Scalar]
    /// Where in the original each character's share begins, in UTF-16; one more for the end.
    private var starts: [Int]
    /// One bit for every reason for which a character was changed.
    private var reasons: [UInt16]
    private let original: [UInt16]
    private var reasonsOfNothing: UInt16 = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        original = Array(text.utf16)
        starts = [0]
        starts.reserveCapacity(scalars.count + 1)
        for scalar in scalars { starts.append(starts[starts.count - 1] + (scalar.value > 0xFFFF ? 2 : 1)) }
        reasons = [UInt16](repeating: 0, count: scalars.count)
    }

    var text: String { String(String.UnicodeScalarView(scalars)) }

    /// Replaces characters. What takes the place of several has their share of the original together; the share
    /// of what is deleted goes to its neighbour.
    mutating func replace(_ range: Range<Int>, with new: [Unicode.Scalar], _ reason: TextRepair.Reason) {
        guard !scalars[range].elementsEqual(new) else { return }
        let bit = Self.bit(reason)
        let before = reasons[range].reduce(0, |)
        scalars.replaceSubrange(range, with: new)
        if new.count == range.count {
            for place in range { reasons[place] |= bit }
            return
        }
        reasons.replaceSubrange(range, with: repeatElement(bit | before, count: new.count))
        let end = starts[range.upperBound]
        let first = starts[range.lowerBound]
        starts.replaceSubrange(
            range,
            with: new.isEmpty ? [] : [first] + [Int](repeating: end, count: new.count - 1))
        guard new.isEmpty else { return }
        if range.lowerBound > 0 {
            reasons[range.lowerBound - 1] |= bit | before
        } else if scalars.isEmpty {
            reasonsOfNothing |= bit | before
        } else {
            starts[0] = 0
            reasons[0] |= bit | before
        }
    }

    private static func bit(_ reason: TextRepair.Reason) -> UInt16 {
        1 << UInt16(TextRepair.Reason.allCases.firstIndex(of: reason) ?? 0)
    }

    /// Words as ranges of ``scalars``: letters and the marks after them.
    var words: [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        for (place, scalar) in scalars.enumerated() {
            if isOfWord(scalar) {
                if start == nil { start = place }
            } else if let first = start {
                words.append(first..<place)
                start = nil
            }
        }
        if let start { words.append(start..<scalars.count) }
        return words
    }

    private func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII || Letter.packed(scalar.value) != 0 { return Letter.packed(scalar.value) != 0 }
        return scalar.category.isLetter || scalar.category == .nonspacingMark
    }

    /// What was changed, word by word; `offset` is where the line begins.
    func changes(offset: Int) -> [TextRepair.Change] {
        if scalars.isEmpty, !original.isEmpty {
            return [change(0..<0, original: 0..<original.count, reasonsOfNothing, offset)]
        }
        var changes: [TextRepair.Change] = []
        var place = 0
        var done = 0
        while place < scalars.count {
            guard reasons[place] != 0 else {
                place += 1
                continue
            }
            var first = place
            while first > done, isOfWord(scalars[first]), isOfWord(scalars[first - 1]) { first -= 1 }
            var end = place + 1
            while end < scalars.count,
                reasons[end] != 0 || isOfWord(scalars[end]) && isOfWord(scalars[end - 1])
            {
                end += 1
            }
            let share = starts[first]..<starts[end]
            let bits = reasons[first..<end].reduce(0, |)
            let found = change(first..<end, original: share, bits, offset)
            // A change that another took back is none.
            if !found.before.unicodeScalars.elementsEqual(found.after.unicodeScalars) {
                changes.append(found)
            }
            place = end
            done = end
        }
        return changes
    }

    private func change(
        _ range: Range<Int>, original share: Range<Int>, _ bits: UInt16, _ offset: Int
    ) -> TextRepair.Change {
        TextRepair.Change(
            offset: offset + share.lowerBound, before: String(decoding: original[share], as: UTF16.self),
            after: String(String.UnicodeScalarView(scalars[range])),
            reasons: TextRepair.Reason.allCases.filter { bits & Self.bit($0) != 0 })
    }
}
