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
        "lư": "lý", "ư": "ý", "rơ": "rõ", "ngơ": "ngõ", "dơi": "dõi", "cơi": "cõi", "hoăn": "hoãn",
        "Lư": "Lý", "Ư": "Ý", "Rơ": "Rõ",
        "Vơ": "Võ", "Hoăn": "Hoãn", "LƯ": "LÝ", "VƠ": "VÕ", "RƠ": "RÕ", "HOĂN": "HOÃN",
    ]

    /// Pairs that say nothing but by this damage; they show it where no single word does.
    private static let pairs: Set<String> = [
        "lư do", "lư luận", "lư lịch", "lư tưởng", "lư thuyết", "xử lư", "quản lư", "công lư", "pháp lư",
        "tâm lư",
        "địa lư", "đại lư", "vật lư", "hợp lư", "vô lư", "ư kiến", "ư nghĩa", "ư định", "ư tưởng", "ư thức",
        "ư chí",
        "chú ư", "đồng ư", "tùy ư", "tuỳ ư", "cố ư", "ngơ vào", "ngơ ra", "theo dơi", "rơ ràng", "hiểu rơ",
        "nói rơ",
    ]

    /// How many such pairs there are.
    static func pairs(in tracked: TrackedText) -> Int {
        let words = tracked.words
        return zip(words, words.dropFirst()).count { first, second in
            guard first.count + second.count <= 12, second.lowerBound == first.upperBound + 1 else {
                return false
            }
            let pair = tracked.scalars[first.lowerBound..<second.upperBound]
            return pairs.contains(String(String.UnicodeScalarView(pair)).lowercased())
        }
    }

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
