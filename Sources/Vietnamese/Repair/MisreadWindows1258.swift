internal import UnicodeText

/// Undoes reading windows-1252 as windows-1258, where ý becomes ư, ã ă, õ ơ, and ì and ò become tones that stand
/// on the consonant before them.
enum MisreadWindows1258 {
    private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
        "ư": "ý", "ă": "ã", "ơ": "õ", "Ư": "Ý", "Ă": "Ã", "Ơ": "Õ",
    ]
    private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{301}": "ì", "\u{323}": "ò", "\u{300}": "Ì", "\u{309}": "Ò",
    ]

    /// Words that are syllables by themselves, but so much rarer than what they were that in a text of which other
    /// words show the damage they are damaged too.
    private static let rare: [String: String] = [
        "lư": "lý", "ư": "ý", "rơ": "rõ", "cơi": "cõi", "hoăn": "hoãn", "Lư": "Lý", "Ư": "Ý", "Rơ": "Rõ",
        "Vơ": "Võ", "Hoăn": "Hoãn", "LƯ": "LÝ", "VƠ": "VÕ", "RƠ": "RÕ", "HOĂN": "HOÃN",
    ]

    static func restore(_ tracked: inout TrackedText, isDamaged: Bool) {
        for range in tracked.words.reversed() {
            let word = Array(tracked.scalars[range])
            if let restored = restored(word) {
                tracked.replace(range, with: restored, .windows1258)
            } else if isDamaged, let known = rare[String(String.UnicodeScalarView(word))] {
                tracked.replace(range, with: Array(known.unicodeScalars), .windows1258)
            }
        }
    }

    /// What a word was, where it is no syllable and was one; its tone is put in its place besides.
    static func restored(_ word: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard word.count <= 12 else { return nil }
        let isASCII = word.allSatisfy { $0.isASCII }
        if isASCII || LineRepair.isSyllable(word) { return nil }
        // ń and its like are a consonant and a misread letter; vowels keep the tones they have.
        var plain: [Unicode.Scalar] = []
        var hasMark = false
        for scalar in word {
            guard Letter(scalar) == nil else {
                plain.append(scalar)
                continue
            }
            for part in String(Character(scalar)).nfd.unicodeScalars {
                if let letter = marks[part] {
                    plain.append(letter)
                    hasMark = true
                } else {
                    plain.append(part)
                }
            }
        }
        if hasMark, let found = syllable(plain) { return found }
        let places = plain.indices.filter { letters[plain[$0]] != nil }
        for place in places {
            var candidate = plain
            candidate[place] = letters[plain[place]] ?? plain[place]
            if let found = syllable(candidate) { return found }
        }
        return nil
    }

    private static func syllable(_ word: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard LineRepair.isSyllable(word) else { return nil }
        var word = word
        _ = TonePlacement.move(&word, to: nil)
        return word
    }
}
