/// Why a word is no Vietnamese syllable.
public enum SyllableError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is nothing.
    case empty
    /// A character that is no letter of the Vietnamese alphabet; its offset in Unicode scalars.
    case notALetter(offset: Int)
    /// There is no vowel.
    case noVowel
    /// The consonants before the vowel begin no syllable.
    case unknownOnset
    /// The onset exists, but is spelled otherwise before this vowel (c and k, g and gh, ng and ngh).
    case onsetSpelling
    /// The vowels and what follows them end no syllable.
    case unknownRime
    /// More than one tone mark.
    case severalTones
    /// A syllable that ends in c, ch, p or t has the acute or the dot.
    case toneBeforeStop
    /// The tone mark stands on the wrong letter.
    case misplacedTone

    /// The reason in words.
    public var description: String {
        switch self {
        case .empty: "there is no syllable"
        case .notALetter: "there is a character that is no letter of the Vietnamese alphabet"
        case .noVowel: "there is no vowel"
        case .unknownOnset: "no syllable begins so"
        case .onsetSpelling: "the onset is spelled otherwise before this vowel"
        case .unknownRime: "no syllable ends so"
        case .severalTones: "there is more than one tone mark"
        case .toneBeforeStop: "before c, ch, p and t there is only the acute or the dot"
        case .misplacedTone: "the tone mark stands on the wrong letter"
        }
    }
}
