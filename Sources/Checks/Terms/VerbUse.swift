internal import UnicodeText

/// Tells English verbs from the nouns of the same form: *to judge*, *they witnessed*.
enum VerbUse {
    private static let before = WordTable(
        """
        to not will would can cannot could may might must shall should i you we they who he she it let don't doesn't didn't
        won't can't shouldn't couldn't wouldn't
        """)

    /// Whether a word of an English text is a verb: by the word before it, or by an ending that its noun has not.
    /// - Parameter term: the noun as the termbase has it.
    static func isVerb(_ range: Range<Int>, in text: CheckedText, term: String) -> Bool {
        guard let place = text.words.firstIndex(where: { $0.range == range }) else { return false }
        let word = text.string(range).lowercased(), noun = term.lowercased()
        if word != noun, word.hasSuffix("ed") || word.hasSuffix("ing") {
            return !noun.hasSuffix("ed") && !noun.hasSuffix("ing")
        }
        return word == noun && place > 0 && before.contains(text.words[place - 1].key)
    }
}
