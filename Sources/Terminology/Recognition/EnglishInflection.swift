/// Whether two English words with one stem are forms of one word. Stemmers also join words that are not: *organ* and
/// *organization*, *human* and *humane*, *university* and *universal*.
enum EnglishInflection {
    /// Endings that words of one paradigm have after what they share: regular nouns and verbs, those that end in e,
    /// those that end in y.
    private static let paradigms: [Set<String>] = [
        ["", "s", "es", "ed", "ing"], ["e", "es", "ed", "ing"], ["", "s", "d"], ["y", "ies", "ied", "ying"],
        ["", "ying"],
    ]
    /// Plurals that are not regular, with what they are plurals of.
    private static let plurals = [("children", "child"), ("men", "man")]

    /// Whether two words, in lower case, are forms of one.
    static func joins(_ left: String, _ right: String) -> Bool {
        let left = withoutPossessive(left), right = withoutPossessive(right)
        if left == right { return true }
        for (plural, singular) in plurals {
            for (one, other) in [(left, right), (right, left)]
            where one.hasSuffix(plural) && other.hasSuffix(singular) {
                if one.dropLast(plural.count) == other.dropLast(singular.count) { return true }
            }
        }
        let shared = zip(left.unicodeScalars, right.unicodeScalars).prefix { $0 == $1 }.count
        guard shared >= 2 else { return false }
        let ends = [left, right].map { String($0.unicodeScalars.dropFirst(shared)) }
        if paradigms.contains(where: { $0.contains(ends[0]) && $0.contains(ends[1]) }) { return true }
        // A consonant doubled: ban, banned, banning.
        guard let last = left.unicodeScalars.dropFirst(shared - 1).first else { return false }
        let doubled = ["ed", "ing", "er"].map { String(last) + $0 }
        return ends[0] == "" && doubled.contains(ends[1]) || ends[1] == "" && doubled.contains(ends[0])
    }

    /// What stands for a stem in lookups, so that plurals that the stemmer does not know meet their singulars:
    /// irregular ones, and those of acronyms (`NGOs`). It may be too coarse, never too fine.
    static func key(_ stem: String) -> String {
        if stem == "children" { return "child" }
        if stem.utf8.count > 2, stem.hasSuffix("s"), !stem.hasSuffix("ss") { return String(stem.dropLast()) }
        return stem.hasSuffix("men") ? String(stem.dropLast(3)) + "man" : stem
    }

    private static func withoutPossessive(_ word: String) -> String {
        if word.hasSuffix("'s") { return String(word.dropLast(2)) }
        return word.hasSuffix("'") ? String(word.dropLast()) : word
    }
}
