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

    /// How many words show the damage by what stands beside them, where none does by itself.
    static func evidence(in tracked: TrackedText) -> Int {
        let words = tracked.words
        return words.indices.count { isEvident(at: $0, words, tracked.scalars) }
    }

    /// Whether a word is one of ``AmbiguousWords`` and its neighbours say that it is damaged.
    private static func isEvident(at place: Int, _ words: [Range<Int>], _ scalars: [Unicode.Scalar]) -> Bool {
        let range = words[place]
        guard let known = known(scalars[range]), !isBesideHyphen(range, scalars) else { return false }
        if known.isUnused { return true }
        func neighbour(_ other: Int, _ space: Int) -> String? {
            guard words.indices.contains(other), scalars[space] == " ",
                words[other].upperBound == space || words[other].lowerBound == space + 1
            else { return nil }
            return text(scalars[words[other]])
        }
        let before = place > 0 ? neighbour(place - 1, range.lowerBound - 1) : nil
        let after = place + 1 < words.count ? neighbour(place + 1, range.upperBound) : nil
        if let before, known.unless.contains(before.lowercased()) { return false }
        // Võ is a surname, vơ begins no name.
        if let after, known.original == "võ", isCapital(scalars[range.lowerBound]) {
            if let first = after.unicodeScalars.first, isCapital(first) { return true }
        }
        if let after, known.after.contains(after.lowercased()) { return true }
        guard let before, known.before.contains(before.lowercased()) else { return false }
        if !known.endsQuestions { return true }
        let next = scalars[range.upperBound...].first { $0 != " " }
        return next.map { !["?", "…"].contains($0) } ?? true
    }

    /// Foreign names are written syllable by syllable, in syllables that Vietnamese has not: Thi-gơ-rơ, Xă-lô-mông.
    static func isBesideHyphen(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
        range.lowerBound > 0 && scalars[range.lowerBound - 1] == "-"
            || range.upperBound < scalars.count && scalars[range.upperBound] == "-"
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool { scalar.category == .uppercaseLetter }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private static func known(_ word: ArraySlice<Unicode.Scalar>) -> AmbiguousWord? {
        guard word.count <= Spelling.longest else { return nil }
        var spelling = Spelling()
        for scalar in word { spelling.append(packed: Letter.packed(scalar.value)) }
        guard spelling.tonePlace < 0, spelling.hasHornOrBreve, AmbiguousWords.contains(spelling) else {
            return nil
        }
        let text = text(word)
        return AmbiguousWords.all[text] ?? AmbiguousWords.all[text.lowercased()]
    }

    static func restore(_ tracked: inout TrackedText, isDamaged: Bool) {
        let words = tracked.words
        let scalars = tracked.scalars
        // From the end on, so that the places of the words to come stay.
        for place in words.indices.reversed() {
            let range = words[place]
            let word = Array(scalars[range])
            if isBesideHyphen(range, scalars), !hasMarkOnConsonant(word) { continue }
            if let restored = restored(word) {
                tracked.replace(range, with: restored, .windows1258)
            } else if let known = known(word[...]),
                isDamaged && known.isRare || isEvident(at: place, words, scalars)
            {
                tracked.replace(range, with: cased(known.original, like: word), .windows1258)
            }
        }
    }

    /// The same for nothing but words with tones on consonants.
    static func restoreMarksOnConsonants(_ tracked: inout TrackedText) {
        for range in tracked.words.reversed() {
            let word = Array(tracked.scalars[range])
            guard hasMarkOnConsonant(word), let restored = restored(word) else { continue }
            tracked.replace(range, with: restored, .windows1258)
        }
    }

    /// Whether a consonant carries a tone, as one character or as two.
    static func hasMarkOnConsonant(_ word: [Unicode.Scalar]) -> Bool {
        var base: Letter?
        for scalar in word {
            for part in Letter(scalar) == nil ? Array(String(Character(scalar)).nfd.unicodeScalars) : [scalar]
            {
                if let base, marks[part] != nil, !base.isVowel { return true }
                base = Letter(part)
            }
        }
        return false
    }

    /// A word in the case of what it replaces: letters correspond one to one.
    private static func cased(_ original: String, like word: [Unicode.Scalar]) -> [Unicode.Scalar] {
        zip(original.lowercased().unicodeScalars, word).map { scalar, old in
            guard var letter = Letter(scalar) else { return scalar }
            letter.isUpper = Letter(old)?.isUpper ?? false
            return letter.scalar ?? scalar
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
