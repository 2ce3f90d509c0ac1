/// The letters of one word on the way to being a syllable, without an allocation.
struct Spelling {
    /// Longer words than *nghiêng* are no syllables.
    static let longest = 8

    /// The letters, one byte each, the first one lowest; tones and case are not in it.
    private(set) var codes: UInt64 = 0
    /// Which letters there are: a bit for every code.
    private var letters: UInt64 = 0
    private(set) var count = 0
    /// The tone, and the place of the letter that carries it; -1 for none.
    private(set) var tone = Tone.level
    private(set) var tonePlace = -1
    private(set) var hasSeveralTones = false

    mutating func append(_ letter: Letter) {
        if count < Self.longest { codes |= UInt64(letter.code) << UInt64(count * 8) }
        letters |= 1 << UInt64(letter.code)
        if letter.tone != .level {
            if tonePlace >= 0 { hasSeveralTones = true }
            tone = letter.tone
            tonePlace = count
        }
        count += 1
    }

    /// Appends a letter as ``Letter/packed(_:)`` gives it; 0 is a letter that no syllable has.
    @inline(__always)
    mutating func append(packed: UInt16) {
        // Zero would vanish from the keys of rimes.
        let code = packed == 0 ? 63 : packed & 63
        if count < Self.longest { codes |= UInt64(code) << UInt64(count * 8) }
        letters |= 1 << UInt64(code)
        if packed & 0x1C0 != 0 {
            if tonePlace >= 0 { hasSeveralTones = true }
            tone = Tone(rawValue: UInt8(packed >> 6 & 7)) ?? .level
            tonePlace = count
        }
        count += 1
    }

    /// Whether there is an ă, ơ or ư.
    var hasHornOrBreve: Bool {
        letters & (1 << UInt64(Letter.aBreve) | 1 << UInt64(Letter.oHorn) | 1 << UInt64(Letter.uHorn)) != 0
    }

    /// Whether there is an ă, ơ or ư without a tone, as windows-1258 makes them of ã, õ and ý.
    var hasBareHornOrBreve: Bool {
        hasHornOrBreve
            && (0..<min(count, Self.longest)).contains { place in
                let code = self[place]
                return place != tonePlace
                    && (code == Letter.aBreve || code == Letter.oHorn || code == Letter.uHorn)
            }
    }

    /// The code of a letter; 0 outside the word.
    subscript(place: Int) -> UInt8 {
        place < Self.longest ? UInt8(truncatingIfNeeded: codes >> UInt64(place * 8)) : 0
    }

    func contains(_ code: UInt8) -> Bool { (0..<min(count, Self.longest)).contains { self[$0] == code } }

    private func key(from start: Int) -> UInt32 {
        guard count - start <= 5, start < count else { return 0 }
        var key: UInt32 = 0
        for place in start..<count { key = key << UInt32(Letter.codeBits) | UInt32(self[place]) }
        return key
    }

    /// What the letters are as a syllable.
    struct Analysis {
        /// Letters of the onset; the i of gi and the u of qu that are also in the rime do not count.
        var onset: Int
        /// Where the rime begins.
        var rimeStart: Int
        var rime: Rime
    }

    /// The letters taken apart; nil where they are no syllable, tone aside.
    var analysed: Analysis? { try? analyse() }

    /// Takes the letters apart; an error with the reason where they are no syllable, tone aside.
    func analyse() throws(SyllableError) -> Analysis {
        guard count > 0 else { throw .empty }
        guard count <= Self.longest else { throw .unknownRime }
        let (onset, kind) = onset()
        guard onset < count else { throw .noVowel }
        guard onset > 0 || Letter.isVowel(self[0]) else { throw .unknownOnset }
        var start = onset
        // The i is the nucleus in gì and gìn, its first half in giếng, and the onset's alone in giề and giờ.
        if kind == .gi, onset == 1 || self[2] == Letter.eCircumflex && count > 3 { start = 1 }
        let table = kind == .qu ? Rime.afterQ : Rime.general
        guard let rime = table[key(from: start)] else {
            throw (start..<count).contains { Letter.isVowel(self[$0]) } ? .unknownRime : .noVowel
        }
        switch kind {
        case .beforeFront where !rime.isFront, .beforeOther where rime.isFront: throw .onsetSpelling
        default: break
        }
        if start == 0 ? rime.isMedialOnly : rime.isInitialOnly { throw .unknownRime }
        return Analysis(onset: onset, rimeStart: start, rime: rime)
    }

    private enum OnsetKind {
        case plain, beforeFront, beforeOther, gi, qu
    }

    private func onset() -> (length: Int, kind: OnsetKind) {
        let h = Letter.ascii("h")
        let second = self[1]
        switch Unicode.Scalar(self[0] < 27 ? self[0] + 0x60 : self[0] == Letter.dStroke ? 0x64 : 0x20) {
        case "b", "d", "h", "l", "m", "r", "s", "v", "x": return (1, .plain)
        case "c": return second == h ? (2, .plain) : (1, .beforeOther)
        case "k": return second == h ? (2, .plain) : (1, .beforeFront)
        case "p": return second == h ? (2, .plain) : (1, .plain)
        case "t": return second == h || second == Letter.ascii("r") ? (2, .plain) : (1, .plain)
        case "g":
            if second == h { return (2, .beforeFront) }
            guard second == Letter.ascii("i") else { return (1, .beforeOther) }
            return (count > 2 && Letter.isVowel(self[2]) ? 2 : 1, .gi)
        case "n":
            if second == h { return (2, .plain) }
            guard second == Letter.ascii("g") else { return (1, .plain) }
            return self[2] == h ? (3, .beforeFront) : (2, .beforeOther)
        case "q": return second == Letter.ascii("u") ? (1, .qu) : (0, .plain)
        default: return (0, .plain)
        }
    }

    /// Whether the tone stands where an analysis allows it; else the place where it belongs.
    func toneProblem(_ analysis: Analysis) -> SyllableError? {
        if hasSeveralTones { return .severalTones }
        if analysis.rime.endsInStop, tone != .acute, tone != .dot { return .toneBeforeStop }
        let places = placesOfTone(analysis)
        let isRight = tonePlace < 0 || tonePlace == places.old || tonePlace == places.new
        return isRight ? nil : .misplacedTone
    }

    /// The letter that carries the tone in the old style, and in the new one.
    func placesOfTone(_ analysis: Analysis) -> (old: Int, new: Int) {
        let place = analysis.rimeStart + analysis.rime.tonePlace
        return (analysis.rime.hasTwoStyles ? place - 1 : place, place)
    }
}
