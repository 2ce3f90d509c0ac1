internal import UnicodeText

/// Moves tone marks to where they belong. Case is kept.
public enum TonePlacement {
    /// The word in NFC with its tone in a right place: nứơc becomes nước, tóan becomes toán. A place that either
    /// style allows stays. Words that are no syllables come back as they are.
    public static func corrected(_ word: String) -> String { moved(word, to: nil) }

    /// The word in NFC with its tone in the place of the given style.
    public static func styled(_ word: String, _ style: ToneStyle) -> String { moved(word, to: style) }

    private static func moved(_ word: String, to style: ToneStyle?) -> String {
        var scalars = Array(word.nfc.unicodeScalars)
        guard move(&scalars, to: style) else { return word }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Moves the tone within a word of composed characters; false where there is nothing to move.
    static func move(_ word: inout [Unicode.Scalar], to style: ToneStyle?) -> Bool {
        guard word.count <= Spelling.longest else { return false }
        var spelling = Spelling()
        for scalar in word {
            guard let letter = Letter(scalar) else { return false }
            spelling.append(letter)
        }
        guard spelling.tonePlace >= 0, let analysis = try? spelling.analyse() else { return false }
        let problem = spelling.toneProblem(analysis)
        guard problem == nil || problem == .misplacedTone else { return false }
        let places = spelling.placesOfTone(analysis)
        let old = spelling.tonePlace
        let place: Int
        if let style {
            place = style == .old ? places.old : places.new
        } else if problem == .misplacedTone {
            place = places.old
        } else {
            return false
        }
        guard place != old, var from = Letter(word[old]), var to = Letter(word[place]) else { return false }
        from.tone = .level
        to.tone = spelling.tone
        guard let source = from.scalar, let target = to.scalar else { return false }
        word[old] = source
        word[place] = target
        return true
    }
}
