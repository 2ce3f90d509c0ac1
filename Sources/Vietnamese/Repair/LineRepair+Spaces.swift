internal import UnicodeText

extension LineRepair {
    /// Takes out zero-width characters that separate nothing: not those of Thai, Khmer and their neighbours, which
    /// break lines by them, and joiners only within Latin words.
    mutating func removeInvisible() {
        var place = tracked.scalars.count - 1
        while place >= 0 {
            defer { place -= 1 }
            let value = tracked.scalars[place].value
            guard Self.isInvisible(value) else { continue }
            let before = tracked.scalars[..<place].last { !Self.isInvisible($0.value) }
            let after = tracked.scalars[(place + 1)...].first { !Self.isInvisible($0.value) }
            let isWithinWord = Self.isLatin(before) && Self.isLatin(after)
            switch value {
            case 0xAD, 0x200C, 0x200D: guard isWithinWord else { continue }
            default:
                if Self.breaksByZeroWidthSpace(before) || Self.breaksByZeroWidthSpace(after) { continue }
            }
            // Between two spaces it leaves one.
            let next = place + 1
            let isBetweenSpaces =
                before == " " && next < tracked.scalars.count && tracked.scalars[next] == " "
            tracked.replace(place..<next + (isBetweenSpaces ? 1 : 0), with: [], .invisible)
        }
    }

    static func isInvisible(_ value: UInt32) -> Bool {
        value == 0xAD || (0x200B...0x200D).contains(value) || value == 0x2060 || value == 0xFEFF
    }

    private static func isLatin(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { $0.category.isLetter && $0.script == .latin } ?? false
    }

    private static func breaksByZeroWidthSpace(_ scalar: Unicode.Scalar?) -> Bool {
        guard let value = scalar?.value else { return false }
        return (0x900...0x109F).contains(value) || (0x1700...0x1AAF).contains(value)
            || (0xA800...0xABFF).contains(value)
    }

    /// A no-break space works beside a number, a sign or a single letter; between two words, beside another space
    /// and at the ends of a line it does not.
    mutating func freeSpaces() {
        let words = tracked.words
        let scalars = tracked.scalars
        for (place, scalar) in scalars.enumerated() {
            guard scalar.value == 0xA0 || scalar.value == 0x202F || scalar.value == 0x2007 else { continue }
            let isBetweenWords =
                words.contains { $0.upperBound == place && $0.count > 1 }
                && words.contains { $0.lowerBound == place + 1 && $0.count > 1 }
            let isAtEnd = place == 0 || place == scalars.count - 1
            if isBetweenWords || isAtEnd || scalars[place - 1].isWhiteSpace || scalars[place + 1].isWhiteSpace
            {
                tracked.replace(place..<place + 1, with: [" "], .noBreakSpace)
            }
        }
    }
}
