/// A letter of the Vietnamese alphabet, or one of f, j, w, z, taken apart: which letter, which tone, which case.
struct Letter: Hashable {
    /// The letter without tone and case: 1…26 for a…z, then ă â đ ê ô ơ ư.
    var code: UInt8
    var tone: Tone
    var isUpper: Bool

    static let aBreve: UInt8 = 27
    static let aCircumflex: UInt8 = 28
    static let dStroke: UInt8 = 29
    static let eCircumflex: UInt8 = 30
    static let oCircumflex: UInt8 = 31
    static let oHorn: UInt8 = 32
    static let uHorn: UInt8 = 33
    /// Letters have six bits each where they are packed into keys.
    static let codeBits = 6

    /// The code of an ASCII letter in lower case.
    static func ascii(_ letter: Unicode.Scalar) -> UInt8 { UInt8(letter.value - 0x60) }

    init(code: UInt8, tone: Tone, isUpper: Bool) {
        self.code = code
        self.tone = tone
        self.isUpper = isUpper
    }

    /// The letter that a composed character is; nil for everything else.
    init?(_ scalar: Unicode.Scalar) {
        let packed = Self.packed(scalar.value)
        guard packed != 0 else { return nil }
        self.init(packed: packed)
    }

    init(packed: UInt16) {
        code = UInt8(packed & 63)
        tone = Tone(rawValue: UInt8(packed >> 6 & 7)) ?? .level
        isUpper = packed & 512 != 0
    }

    /// The letter as one composed character; nil for a tone on a consonant.
    var scalar: Unicode.Scalar? {
        if tone == .level || isVowel { return Self.scalars[index] }
        return nil
    }

    var isVowel: Bool { Self.vowelMask & (1 << UInt64(code)) != 0 }
    static func isVowel(_ code: UInt8) -> Bool { vowelMask & (1 << UInt64(code)) != 0 }

    /// a ă â e ê i o ô ơ u ư y.
    static let vowels: [UInt8] = [
        ascii("a"), aBreve, aCircumflex, ascii("e"), eCircumflex, ascii("i"), ascii("o"), oCircumflex, oHorn,
        ascii("u"), uHorn, ascii("y"),
    ]
    private static let vowelMask: UInt64 = vowels.reduce(0) { $0 | 1 << UInt64($1) }

    /// The 134 letters with marks and the vowels themselves: vowel by vowel in the order of ``vowels``, tone
    /// by tone in the order of ``Tone``, then đ; lower case.
    static let lowercase: [Unicode.Scalar] = Array(
        """
        aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ
        """.unicodeScalars)
    /// The same in upper case.
    static let uppercase: [Unicode.Scalar] = Array(
        """
        AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ
        """.unicodeScalars)

    private var index: Int { Int(code) * 12 + Int(tone.rawValue) * 2 + (isUpper ? 1 : 0) }

    private static let scalars: [Unicode.Scalar?] = {
        var table = [Unicode.Scalar?](repeating: nil, count: 34 * 12)
        for (scalar, letter) in all { table[letter.index] = scalar }
        return table
    }()

    private static let all: [(Unicode.Scalar, Letter)] = {
        var letters: [(Unicode.Scalar, Letter)] = []
        for code in UInt8(1)...26 {
            for (first, isUpper) in [(UInt8(0x60), false), (0x40, true)] {
                let scalar = Unicode.Scalar(first + code)
                letters.append((scalar, Letter(code: code, tone: .level, isUpper: isUpper)))
            }
        }
        for (list, isUpper) in [(lowercase, false), (uppercase, true)] {
            for (place, scalar) in list.enumerated() {
                guard place < 72 else {
                    letters.append((scalar, Letter(code: dStroke, tone: .level, isUpper: isUpper)))
                    continue
                }
                let tone = Tone.allCases[place % 6]
                letters.append((scalar, Letter(code: vowels[place / 6], tone: tone, isUpper: isUpper)))
            }
        }
        return letters
    }()

    /// Code, tone and case in one number, 0 for what is no letter here. The letters lie below U+01B1 and in
    /// U+1EA0…U+1EF9.
    static func packed(_ value: UInt32) -> UInt16 {
        if value < 0x1B1 { return table[Int(value)] }
        if value >= 0x1EA0, value < 0x1EFA { return table[Int(value) - 0x1EA0 + 0x1B1] }
        return 0
    }

    static let table: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 0x1B1 + 0x5A)
        for (scalar, letter) in all {
            let value = Int(scalar.value)
            let place = value < 0x1B1 ? value : value - 0x1EA0 + 0x1B1
            table[place] =
                UInt16(letter.code) | UInt16(letter.tone.rawValue) << 6 | (letter.isUpper ? 512 : 0)
        }
        return table
    }()
}
