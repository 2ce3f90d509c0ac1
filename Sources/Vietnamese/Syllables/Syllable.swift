internal import UnicodeText

/// Where the tone of an open oa, oe, uy is written. The styles differ in nothing else.
public enum ToneStyle: String, Sendable, CaseIterable {
    /// On the glide: hòa, thúy.
    case old
    /// On the nucleus: hoà, thuý.
    case new
}

/// A Vietnamese syllable, taken apart as it is spelled; lower case.
public struct Syllable: Hashable, Sendable {
    /// The consonants before the vowel, empty where there are none; `gi` also in *gì*, `q` in *quê*.
    public let onset: String
    /// The o or u before the nucleus, empty where there is none; the u after q.
    public let glide: String
    /// The vowel: one letter, or two as in *iê* and *ươ*.
    public let nucleus: String
    /// What follows the nucleus: consonants or i, o, u, y.
    public let coda: String
    /// The tone.
    public let tone: Tone
    /// The style in which the tone was written; nil where both styles write it so.
    public let style: ToneStyle?

    private let letters: [Letter]
    private let oldPlace: Int
    private let newPlace: Int

    /// Parses one syllable in any case and normalization form.
    /// - Throws: ``SyllableError`` with the reason why it is none.
    public init(_ text: String) throws(SyllableError) {
        try self.init(text, movingTone: false)
    }

    /// Parses a syllable whose tone mark may stand on any of its vowels.
    /// - Throws: ``SyllableError``, never `misplacedTone`.
    public init(toneAnywhere text: String) throws(SyllableError) {
        try self.init(text, movingTone: true)
    }

    private init(_ text: String, movingTone: Bool) throws(SyllableError) {
        var spelling = Spelling()
        var letters: [Letter] = []
        for (offset, scalar) in text.nfc.unicodeScalars.enumerated() {
            guard let letter = Letter(scalar) else { throw .notALetter(offset: offset) }
            spelling.append(letter)
            letters.append(Letter(code: letter.code, tone: .level, isUpper: false))
        }
        let analysis = try spelling.analyse()
        if let problem = spelling.toneProblem(analysis), problem != .misplacedTone || !movingTone {
            throw problem
        }
        func part(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(letters[range].compactMap(\.scalar)))
        }
        let start = analysis.rimeStart
        let rime = analysis.rime
        let isGi = spelling[0] == Letter.ascii("g") && spelling[1] == Letter.ascii("i")
        onset = isGi ? "gi" : part(0..<analysis.onset)
        glide = part(start..<start + rime.glide)
        nucleus = part(start + rime.glide..<start + rime.glide + rime.nucleus)
        coda = part(start + rime.glide + rime.nucleus..<letters.count)
        tone = spelling.tone
        let places = spelling.placesOfTone(analysis)
        oldPlace = places.old
        newPlace = places.new
        self.letters = letters
        if rime.hasTwoStyles, spelling.tonePlace == places.old || spelling.tonePlace == places.new {
            style = spelling.tonePlace == oldPlace ? .old : .new
        } else {
            style = nil
        }
    }

    /// The syllable in lower case and NFC, its tone in the place of the given style.
    public func written(_ style: ToneStyle) -> String {
        var letters = letters
        letters[style == .old ? oldPlace : newPlace].tone = tone
        return String(String.UnicodeScalarView(letters.compactMap(\.scalar)))
    }

    /// Whether a word is a syllable with its tone in a right place.
    public static func isValid(_ text: String) -> Bool { (try? Syllable(text)) != nil }
}
