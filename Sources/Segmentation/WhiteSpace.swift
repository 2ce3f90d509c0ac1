extension UInt16 {
    /// Whether this UTF-16 unit is White_Space (UAX #44), all of which lies in the Basic Multilingual Plane.
    @inline(__always) var isWhiteSpace: Bool {
        switch self {
        case 0x20, 0x09...0x0D: true
        case ..<0x85: false
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether a line may end with this unit (UAX #14, classes BK, CR, LF and NL).
    var mayEndLine: Bool {
        switch self {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension UnsafeBufferPointer<UInt16> {
    /// The first offset from here on where no white space starts.
    func spaceEnd(from offset: Int) -> Int {
        var end = offset
        while end < count, self[end].isWhiteSpace { end += 1 }
        return end
    }

    /// The offset where the white space that ends here starts.
    func spaceStart(before offset: Int) -> Int {
        var start = offset
        while start > 0, self[start - 1].isWhiteSpace { start -= 1 }
        return start
    }

    /// Whether the offset lies between the two halves of a character.
    func splitsPair(at offset: Int) -> Bool {
        offset > 0 && offset < count && self[offset] & 0xFC00 == 0xDC00
            && self[offset - 1] & 0xFC00 == 0xD800
    }
}
