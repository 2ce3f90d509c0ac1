/// What a look at a line's bytes found that may be damage; whether it is, ``LineRepair`` decides.
struct Signs: OptionSet {
    let rawValue: UInt16
    /// Combining marks, or characters that NFC may change.
    static let composition = Signs(rawValue: 1)
    static let utf8 = Signs(rawValue: 2)
    static let invisible = Signs(rawValue: 4)
    static let noBreakSpace = Signs(rawValue: 8)
    static let fullWidth = Signs(rawValue: 16)
    static let lookAlike = Signs(rawValue: 32)
    static let windows1258 = Signs(rawValue: 64)
    static let tone = Signs(rawValue: 128)
    static let all = Signs(rawValue: 255)
}

/// Looks for signs of damage in a run: letters and everything beyond ASCII that stands together.
struct RunReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let style: ToneStyle?
    private var signs: Signs = []
    private var spelling = Spelling()
    private var hasMarks = false
    private var hasLatin = false
    private var hasOther = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, style: ToneStyle?) {
        self.bytes = bytes
        self.style = style
    }

    /// The signs in a range of valid UTF-8.
    mutating func signs(in range: Range<Int>) -> Signs {
        signs = []
        Letter.table.withUnsafeBufferPointer { read(range, $0) }
        return signs
    }

    private mutating func read(_ range: Range<Int>, _ letters: UnsafeBufferPointer<UInt16>) {
        var place = range.lowerBound
        beginWord()
        var isInWord = false
        while place < range.upperBound {
            let byte = bytes[place]
            let value: UInt32
            if byte < 0x80 {
                value = UInt32(byte)
                place += 1
            } else {
                let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                value = Self.value(bytes, place, length)
                place += length
            }
            let packed =
                value < 0x1B1
                ? letters[Int(value)]
                : value >= 0x1EA0 && value < 0x1EFA ? letters[Int(value) - 0x1EA0 + 0x1B1] : 0
            if packed != 0 {
                isInWord = true
                hasLatin = true
                spelling.append(packed: packed)
                if byte >= 0x80 {
                    hasMarks = true
                    if value < 0xF5, value >= 0xC2 { lookForUTF8(value, place) }
                }
                continue
            }
            switch value {
            case 0xC0...0x24F, 0x1E00...0x1E99, 0x370...0x52F:
                isInWord = true
                other(value, next: place)
                continue
            case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF, 0x2190...0x22FF: break
            default: symbol(value)
            }
            if isInWord { endWord() }
            isInWord = false
        }
        if isInWord { endWord() }
    }

    @inline(__always)
    private static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ length: Int) -> UInt32 {
        let first = UInt32(bytes[place])
        let second = UInt32(bytes[place + 1] & 0x3F)
        if length == 2 { return (first & 0x1F) << 6 | second }
        let third = UInt32(bytes[place + 2] & 0x3F)
        if length == 3 { return (first & 0x0F) << 12 | second << 6 | third }
        return (first & 7) << 18 | second << 12 | third << 6 | UInt32(bytes[place + 3] & 0x3F)
    }

    private mutating func beginWord() {
        spelling = Spelling()
        hasMarks = false
        hasLatin = false
        hasOther = false
    }

    /// A letter of another alphabet, or one that only other languages have.
    private mutating func other(_ value: UInt32, next: Int) {
        spelling.append(packed: 0)
        if (0x370..<0x1E00).contains(value) {
            hasOther = true
            // Characters of the Greek block that NFC replaces.
            if value == 0x374 || value == 0x37E || value == 0x387 { signs.insert(.composition) }
            return
        }
        hasLatin = true
        if value == 0xD0 || value == 0xF0 || value == 0x189 { signs.insert(.lookAlike) }
        if value < 0xF5, value >= 0xC2 { lookForUTF8(value, next) }
        // ń, ś, ṇ and their like are what NFC makes of a misread tone on a consonant.
        if value >= 0x1E00 || value >= 0x106 && value <= 0x1F9 { signs.insert(.windows1258) }
    }

    /// A first byte of UTF-8 that is followed by what its second byte reads as.
    private mutating func lookForUTF8(_ value: UInt32, _ next: Int) {
        guard next + 1 < bytes.count else { return }
        switch bytes[next] {
        case 0xC2, 0xE2, 0xCB: signs.insert(.utf8)
        case 0xC5 where bytes[next + 1] != 0xA8 && bytes[next + 1] != 0xA9,
            0xC6 where bytes[next + 1] == 0x92:
            signs.insert(.utf8)
        default: break
        }
    }

    private mutating func symbol(_ value: UInt32) {
        switch value {
        case 0x80...0x9F: signs.insert(.utf8)
        case 0xA0, 0x202F, 0x2007: signs.insert(.noBreakSpace)
        case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: signs.insert(.invisible)
        case 0xFF01...0xFF5E, 0x3000: signs.insert(.fullWidth)
        case 0x300...0x36F: signs.insert([.composition, .windows1258])
        case 0x250..<0x1_0000 where !(0x2010...0x2027).contains(value) && !(0x2800...0x29FF).contains(value):
            signs.insert(.composition)
        case 0x1_0000...: if value < 0x1_F000 || value > 0x1_FAFF { signs.insert(.composition) }
        default: break
        }
    }

    private mutating func endWord() {
        defer { beginWord() }
        if hasOther {
            if hasLatin { signs.insert(.lookAlike) }
            return
        }
        guard hasMarks, spelling.count <= Spelling.longest else { return }
        guard let analysis = spelling.analysed else {
            if spelling.hasBareHornOrBreve { signs.insert(.windows1258) }
            return
        }
        switch spelling.toneProblem(analysis) {
        case .misplacedTone: signs.insert(.tone)
        case nil:
            if spelling.tonePlace < 0 {
                if spelling.hasHornOrBreve, AmbiguousWords.contains(spelling) { signs.insert(.windows1258) }
                return
            }
            guard let style, analysis.rime.hasTwoStyles else { return }
            let places = spelling.placesOfTone(analysis)
            if spelling.tonePlace != (style == .old ? places.old : places.new) { signs.insert(.tone) }
        default: if spelling.hasBareHornOrBreve { signs.insert(.windows1258) }
        }
    }
}
