/// VNI for Windows: a vowel is a byte and its marks are a second byte after it. What it does not define,
/// up to 0xBF, is windows-1252, since it is a font over it.
enum VNI {
    /// The mark bytes of lower-case letters in the order of ``Tone``; those of capitals are 0x20 less.
    private static let plain: [UInt8] = [0, 0xF8, 0xFB, 0xF5, 0xF9, 0xEF]
    private static let circumflex: [UInt8] = [0xE2, 0xE0, 0xE5, 0xE3, 0xE1, 0xE4]
    private static let breve: [UInt8] = [0xEA, 0xE8, 0xFA, 0xFC, 0xE9, 0xEB]
    /// i, and the letters of one byte.
    private static let dottedI: [UInt8] = [0x69, 0xEC, 0xE6, 0xF3, 0xED, 0xF2]

    private static func lowercase(_ code: UInt8, _ tone: Tone) -> [UInt8] {
        func pair(_ base: UInt8, _ marks: [UInt8]) -> [UInt8] {
            let mark = marks[Int(tone.rawValue)]
            return mark == 0 ? [base] : [base, mark]
        }
        switch code {
        case Letter.aBreve: return pair(0x61, breve)
        case Letter.aCircumflex: return pair(0x61, circumflex)
        case Letter.eCircumflex: return pair(0x65, circumflex)
        case Letter.oCircumflex: return pair(0x6F, circumflex)
        case Letter.oHorn: return pair(0xF4, plain)
        case Letter.uHorn: return pair(0xF6, plain)
        case Letter.dStroke: return [0xF1]
        case Letter.ascii("i"): return [dottedI[Int(tone.rawValue)]]
        case Letter.ascii("y") where tone == .dot: return [0xEE]
        default: return pair(code + 0x60, plain)
        }
    }

    static func bytes(_ letter: Letter) -> [UInt8] {
        lowercase(letter.code, letter.tone).map { letter.isUpper ? $0 - 0x20 : $0 }
    }

    private static let single: [UInt32] = {
        var table = (UInt32(0)..<256).map { $0 < 0x80 || $0 >= 0xA0 && $0 < 0xC0 ? $0 : 0 }
        for (byte, value) in Windows1252.punctuation { table[Int(byte)] = value }
        for (sequence, scalar) in all where sequence.count == 1 { table[Int(sequence[0])] = scalar.value }
        return table
    }()

    private static let pairs: [UInt16: Unicode.Scalar] = {
        var table: [UInt16: Unicode.Scalar] = [:]
        for (sequence, scalar) in all where sequence.count == 2 {
            table[UInt16(sequence[0]) << 8 | UInt16(sequence[1])] = scalar
            // Typists left Caps Lock where it was: a mark of the other case is the same mark.
            table[UInt16(sequence[0]) << 8 | UInt16(sequence[1] ^ 0x20)] = scalar
        }
        return table
    }()

    private static let all: [([UInt8], Unicode.Scalar)] = (Letter.lowercase + Letter.uppercase)
        .compactMap { scalar in Letter(scalar).map { (bytes($0), scalar) } }

    static let extras: [UInt32: UInt8] = [UInt32: UInt8](
        uniqueKeysWithValues: (UInt8(0x80)..<0xC0).compactMap {
            single[Int($0)] == 0 ? nil : (single[Int($0)], $0)
        })

    /// Appends what the bytes say; the offset of the first byte that says nothing, or nil.
    static func decode(_ bytes: [UInt8], into text: inout String.UnicodeScalarView) -> Int? {
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if place + 1 < bytes.count, bytes[place + 1] >= 0xC0,
                let scalar = pairs[UInt16(byte) << 8 | UInt16(bytes[place + 1])]
            {
                text.append(scalar)
                place += 2
                continue
            }
            guard let scalar = Unicode.Scalar(single[Int(byte)]), scalar.value != 0 || byte == 0 else {
                return place
            }
            text.append(scalar)
            place += 1
        }
        return nil
    }
}
