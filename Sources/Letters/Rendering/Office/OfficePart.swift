/// A part of an office document, changed in its bytes: strings would compare by characters, which takes far longer than
/// all else that is done to a document.
struct OfficePart {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var range: Range<Int> { bytes.startIndex..<bytes.endIndex }

    /// The first place of a text in a range; everywhere without one.
    func first(_ text: String, in range: Range<Int>? = nil) -> Range<Int>? {
        let range = range ?? self.range
        return find(text, stride(from: range.lowerBound, through: range.upperBound - text.utf8.count, by: 1))
    }

    /// The last place of a text in a range; everywhere without one.
    func last(_ text: String, in range: Range<Int>? = nil) -> Range<Int>? {
        let range = range ?? self.range
        return find(text, stride(from: range.upperBound - text.utf8.count, through: range.lowerBound, by: -1))
    }

    private func find(_ text: String, _ starts: StrideThrough<Int>) -> Range<Int>? {
        let pattern = Array(text.utf8)
        guard let head = pattern.first else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            for start in starts where bytes[start] == head {
                var index = 1
                while index < pattern.count, bytes[start + index] == pattern[index] { index += 1 }
                if index == pattern.count { return start..<start + index }
            }
            return nil
        }
    }

    /// All places of a text, from the first on.
    func all(_ text: String) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var start = 0
        while let place = first(text, in: start..<bytes.count) {
            places.append(place)
            start = place.upperBound
        }
        return places
    }

    /// The text of a range.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Puts a text in the place of a range.
    mutating func replace(_ range: Range<Int>, with text: String) {
        bytes.replaceSubrange(range, with: text.utf8)
    }

    /// Puts a text in every place of another.
    mutating func replace(_ text: String, with other: String) {
        for place in all(text).reversed() { replace(place, with: other) }
    }

    /// Takes out all elements of a name.
    mutating func remove(element name: String) {
        for place in all("<\(name)").reversed() {
            guard place.upperBound < bytes.count, [0x20, 0x2F, 0x3E].contains(bytes[place.upperBound]),
                let tag = first(">", in: place.upperBound..<bytes.count)
            else { continue }
            let isEmpty = bytes[tag.lowerBound - 1] == UInt8(ascii: "/")
            guard let end = isEmpty ? tag : first("</\(name)>", in: tag.upperBound..<bytes.count) else {
                continue
            }
            replace(place.lowerBound..<end.upperBound, with: "")
        }
    }

    mutating func insert(_ text: String, at place: Int) { replace(place..<place, with: text) }
}
