internal import UnicodeText

/// What single UTF-16 code units are, the common ones without asking ICU.
enum UnitKind {
    static func isSpace(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x20, 0x09...0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x85:
            true
        default: false
        }
    }

    /// A space that keeps lines together.
    static func isNoBreakSpace(_ unit: UInt16) -> Bool { unit == 0xA0 || unit == 0x202F || unit == 0x2007 }

    static func isLetter(_ unit: UInt16) -> Bool {
        if unit < 0x80 { return unit | 0x20 >= 0x61 && unit | 0x20 <= 0x7A }
        switch unit {
        case 0xC0...0x24F: return unit != 0xD7 && unit != 0xF7
        case 0x300...0x36F, 0x1E00...0x1EFF: return true
        case 0x80..<0xC0: return unit == 0xAA || unit == 0xB5 || unit == 0xBA
        case 0x2000...0x206F, 0x3000...0x303F, 0xD800...0xDFFF, 0xFF00...0xFF0F: return false
        default:
            guard let category = Unicode.Scalar(unit)?.category else { return false }
            return category.isLetter || category == .nonspacingMark || category == .spacingMark
        }
    }

    static func isCapital(_ unit: UInt16) -> Bool {
        if unit < 0x80 { return unit >= 0x41 && unit <= 0x5A }
        return WordKey.folded(unit) != unit && isLetter(unit)
    }

    /// A letter that has a capital form, in small.
    static func isSmall(_ unit: UInt16) -> Bool {
        if unit < 0x80 { return unit >= 0x61 && unit <= 0x7A }
        if unit < 0x250 || (0x1E00...0x1EFF).contains(unit) { return isLetter(unit) && !isCapital(unit) }
        return Unicode.Scalar(unit)?.category == .lowercaseLetter
    }

    /// The value of a decimal digit; nil for anything else.
    static func digit(_ unit: UInt16) -> UInt8? {
        switch unit {
        case 0x30...0x39: UInt8(unit - 0x30)
        case 0x660...0x669: UInt8(unit - 0x660)
        case 0x6F0...0x6F9: UInt8(unit - 0x6F0)
        case 0x966...0x96F: UInt8(unit - 0x966)
        case 0xE50...0xE59: UInt8(unit - 0xE50)
        case 0xFF10...0xFF19: UInt8(unit - 0xFF10)
        default: nil
        }
    }
}

/// Finds the words of a text.
enum WordScan {
    static func words(_ units: [UInt16]) -> [Word] {
        var words: [Word] = []
        var place = 0
        units.withUnsafeBufferPointer { units in
            while place < units.count {
                guard UnitKind.isLetter(units[place]) else {
                    place += 1
                    continue
                }
                var end = place
                var isASCII = true
                var hasInnerCapital = false
                while end < units.count {
                    let unit = units[end]
                    if UnitKind.isLetter(unit) {
                        if unit >= 0x80 { isASCII = false }
                        if end > place, UnitKind.isCapital(unit) { hasInnerCapital = true }
                    } else if unit == 0x27 || unit == 0x2019, end > place, end + 1 < units.count,
                        UnitKind.isLetter(units[end + 1]), UnitKind.isLetter(units[end - 1])
                    {
                        // Within a word: don’t, l’État.
                    } else {
                        break
                    }
                    end += 1
                }
                words.append(
                    Word(
                        range: place..<end, key: WordKey(units[place..<end]), isASCII: isASCII,
                        isCapitalized: UnitKind.isCapital(units[place]), hasInnerCapital: hasInnerCapital))
                place = end
            }
        }
        return words
    }
}
