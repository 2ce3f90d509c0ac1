public import UnicodeText

/// Tells where a text is not in the language it is said to be in: by its script, and by the small words of languages
/// that share one.
public struct LanguageCheck: Sendable {
    /// What a text seems to be.
    public enum Finding: Sendable, Equatable {
        /// Written in another script, by its ISO 15924 code.
        case script(String)
        /// In another language.
        case language(LocaleID)
    }

    /// A text of fewer words says nothing.
    private static let leastWords = 25
    /// The least share of small words in a text of a language whose words are listed.
    private static let leastShare = 0.08
    /// How much more of another language's there must be.
    private static let ratio = 2.5
    /// How many there must be where the words of the language itself are not known.
    private static let certainShare = 0.2
    private static let majority = 0.6

    /// What the segments seem to be, where that is not the locale; nil where all is well or nothing can be said.
    public static func finding(_ segments: [String], locale: LocaleID) -> Finding? {
        var scripts: [String: Int] = [:]
        var letters = 0
        for segment in segments {
            for scalar in segment.unicodeScalars where scalar.category.isLetter {
                let script = scalar.script.description
                if script == "Zyyy" || script == "Zinh" { continue }
                scripts[script, default: 0] += 1
                letters += 1
            }
        }
        if letters >= 2 * leastWords, let script = locale.likelyScript,
            let most = scripts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            Double(most.value) > majority * Double(letters), !scriptsWritten(script).contains(most.key)
        {
            // Where the other language is known by its script alone, its name says more.
            let found = language(segments, besides: locale, leastShare: Self.leastShare)
            return found.map { .language($0) } ?? .script(most.key)
        }
        return language(segments, besides: locale).map { .language($0) }
    }

    /// The scripts of characters that a script of a language means (ISO 15924).
    private static func scriptsWritten(_ script: String) -> Set<String> {
        switch script {
        case "Jpan": ["Hani", "Hira", "Kana"]
        case "Kore": ["Hang", "Hani"]
        case "Hans", "Hant", "Hani": ["Hani"]
        default: [script]
        }
    }

    private static func language(
        _ segments: [String], besides locale: LocaleID, leastShare: Double = certainShare
    ) -> LocaleID? {
        var words = 0
        var counts: [String: Int] = [:]
        for segment in segments {
            for part in segment.split(whereSeparator: { !$0.isLetter }) {
                words += 1
                let word = part.lowercased().nfc
                for (language, list) in FunctionWords.byLanguage where list.contains(word) {
                    counts[language, default: 0] += 1
                }
            }
        }
        guard words >= leastWords, let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            best.key != locale.language
        else { return nil }
        let related = FunctionWords.relatives.contains {
            $0.contains(best.key) && $0.contains(locale.language)
        }
        if related { return nil }
        let share = Double(best.value) / Double(words)
        if FunctionWords.byLanguage[locale.language] != nil, usesLatin(locale) {
            let own = Double(counts[locale.language] ?? 0) / Double(words)
            guard share >= Self.leastShare, share >= ratio * own else { return nil }
        } else if share < leastShare {
            return nil
        }
        return try? LocaleID(best.key)
    }

    /// Vietnamese in Han characters has none of the words listed.
    private static func usesLatin(_ locale: LocaleID) -> Bool {
        locale.script == nil || locale.script == "Latn"
    }
}
