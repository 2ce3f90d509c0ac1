/// The parts of a text that are not words of its language: links and placeholders, in order, none within another.
struct OpaqueParts: Sendable {
    struct Part: Sendable, Equatable {
        enum Kind: Sendable {
            /// A web address.
            case url
            /// An e-mail address.
            case mail
            /// A hashtag or a handle.
            case tag
            /// What a program fills in, or markup that stands in the text.
            case placeholder
            /// A placeholder with a type, and perhaps variants, of ICU's MessageFormat.
            case message

            /// Whether it leads somewhere, and is not filled in by a program.
            var isLink: Bool {
                switch self {
                case .url, .mail, .tag: true
                case .placeholder, .message: false
                }
            }
        }

        let kind: Kind
        let range: Range<Int>
    }

    let parts: [Part]

    init(_ units: [UInt16]) {
        // Most texts have none of the characters that all of these have.
        guard Self.mayHaveParts(units) else {
            parts = []
            return
        }
        parts = units.withUnsafeBufferPointer { units in
            var found: [Part] = []
            var place = 0
            while place < units.count {
                if let part = LinkScan.part(in: units, at: place)
                    ?? PlaceholderScan.part(in: units, at: place)
                {
                    // A mail address begins before its sign.
                    found.removeAll { $0.range.upperBound > part.range.lowerBound }
                    found.append(part)
                    place = part.range.upperBound
                } else {
                    place += 1
                }
            }
            return found
        }
    }

    /// One of the signs that they begin with or hold, or “www”.
    private static func mayHaveParts(_ units: [UInt16]) -> Bool {
        units.withUnsafeBufferPointer { units in
            for place in units.indices {
                switch units[place] {
                // @ # % $ { < & :
                case 0x40, 0x23, 0x25, 0x24, 0x7B, 0x3C, 0x26, 0x3A: return true
                case 0x77, 0x57: if place + 1 < units.count, units[place + 1] | 0x20 == 0x77 { return true }
                default: break
                }
            }
            return false
        }
    }

    /// Whether a place lies within one of them.
    func cover(_ place: Int) -> Bool {
        parts.contains { $0.range.contains(place) }
    }
}

typealias Units = UnsafeBufferPointer<UInt16>

extension UnsafeBufferPointer<UInt16> {
    func starts(with text: StaticString, at place: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard place + length <= count else { return false }
        for offset in 0..<length where self[place + offset] | 0x20 != UInt16(text.utf8Start[offset]) | 0x20 {
            return false
        }
        return true
    }

    func isASCIIAlphanumeric(_ place: Int) -> Bool {
        guard place >= 0, place < count else { return false }
        let unit = self[place]
        return unit < 0x80 && (unit | 0x20 >= 0x61 && unit | 0x20 <= 0x7A || unit >= 0x30 && unit <= 0x39)
    }

    func isWordUnit(_ place: Int) -> Bool {
        guard place >= 0, place < count else { return false }
        return UnitKind.isLetter(self[place]) || UnitKind.digit(self[place]) != nil || self[place] == 0x5F
    }
}
