internal import Matching
internal import UnicodeText

/// The words of one language, as numbers: one for each spelling, and one for all forms of a word.
final class ExtractionVocabulary {
    /// What there is to know of a spelling.
    struct Spelling {
        let text: String
        /// The number that all forms of the word share.
        let word: Int32
        /// The same for the word in small letters, where it looks like an acronym.
        let plain: Int32
        let startsNoTerm: Bool
        let endsNoTerm: Bool
        /// Whether its first letter is a capital.
        let isCapitalized: Bool
        /// Whether it looks like an acronym: two to eight capitals, perhaps with digits.
        let isAcronym: Bool
    }

    /// What stands where no phrase goes on.
    static let boundary: Int32 = -1

    private(set) var spellings: [Spelling] = []
    private var numbers: [String: Int32] = [:]
    private var words: [String: Int32] = [:]
    private let tokenizer: Tokenizer
    private let stops: StopWords
    private let isVietnamese: Bool
    private let isEnglish: Bool

    init(_ locale: LocaleID) throws(ICUError) {
        tokenizer = try Tokenizer(locale: locale)
        stops = StopWords(locale)
        isVietnamese = locale.language == "vi"
        isEnglish = locale.language == "en"
    }

    /// The numbers of a text’s spellings, with a boundary wherever something stands between words.
    func encode(_ text: String) -> [Int32] {
        var encoded: [Int32] = []
        // A heading in capitals has no acronyms.
        let text = Self.isShouted(text) ? text.lowercased() : text
        for token in tokenizer.tokenize(text).tokens {
            switch token.kind {
            case .word: encoded.append(number(token))
            case .code: continue
            case .mark, .number:
                if let last = encoded.last, last != Self.boundary { encoded.append(Self.boundary) }
            }
        }
        return encoded
    }

    private func wordNumber(_ key: String) -> Int32 {
        let number = words[key] ?? Int32(words.count)
        words[key] = number
        return number
    }

    /// Whether a text of several words is all in capitals.
    private static func isShouted(_ text: String) -> Bool {
        text.utf8.contains(0x20) && text.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
    }

    private func number(_ token: Token) -> Int32 {
        if let number = numbers[token.text] { return number }
        let small = token.text.lowercased()
        let capitals = token.text.unicodeScalars.count { $0.category == .uppercaseLetter }
        let letters = token.text.unicodeScalars.count { $0.category.isLetter }
        let isShort = token.text.unicodeScalars.allSatisfy {
            $0.category.isLetter || $0.category == .decimalNumber
        }
        let isAcronym =
            isShort && (2...8).contains(token.text.unicodeScalars.count) && capitals >= 2
            && capitals * 3 >= letters * 2 && token.text.utf8.count == token.text.unicodeScalars.count
        // WHO is no “who”, nor FILE another form of “file”.
        let plain = isEnglish ? EnglishInflection.key(token.fold) : small
        let word = wordNumber(isAcronym ? "\0" + token.text : plain)
        let isLetter = letters == 1 && isEnglish
        let number = Int32(spellings.count)
        spellings.append(
            Spelling(
                text: token.text, word: word, plain: isAcronym ? wordNumber(plain) : word,
                startsNoTerm: isLetter || !isAcronym && stops.bars(start: small),
                endsNoTerm: isLetter || !isAcronym && stops.bars(end: small),
                isCapitalized: token.text.unicodeScalars.first?.category == .uppercaseLetter,
                isAcronym: isAcronym))
        numbers[token.text] = number
        return number
    }

    /// Calls `body` with every phrase of a text: where it stands, and its number.
    func forEachPhrase(
        in text: [Int32], longest: Int, _ body: (Range<Int>, UInt64) -> Void
    ) {
        for start in text.indices
        where text[start] != Self.boundary && !spellings[Int(text[start])].startsNoTerm {
            var hash = PhraseHash()
            for end in start..<min(text.count, start + longest) {
                guard text[end] != Self.boundary else { break }
                let spelling = spellings[Int(text[end])]
                hash.add(spelling.word)
                if !spelling.endsNoTerm { body(start..<end + 1, hash.value) }
            }
        }
    }

    /// How a phrase is usually written: the most frequent way, but with fewer capitals where one in five times has
    /// fewer: the others begin sentences, or stand within names.
    func usual(_ spellings: [[Int32]: Int]) -> [Int32]? {
        func capitals(_ phrase: [Int32]) -> Int { phrase.count { self.spellings[Int($0)].isCapitalized } }
        let total = spellings.values.reduce(0, +)
        let frequent = spellings.max { left, right in
            left.value != right.value ? left.value < right.value : left.key.lexical > right.key.lexical
        }
        let few = spellings.filter { $0.value * 5 >= total }.min { left, right in
            (capitals(left.key), -left.value, left.key.lexical)
                < (capitals(right.key), -right.value, right.key.lexical)
        }
        return (few ?? frequent)?.key
    }

    /// The number of a phrase.
    func hash(_ phrase: some Sequence<Int32>) -> UInt64 {
        PhraseHash(phrase.lazy.map { self.spellings[Int($0)].word }).value
    }

    /// A phrase as text.
    func text(_ phrase: some Sequence<Int32>) -> String {
        phrase.map { spellings[Int($0)].text }.joined(separator: " ")
    }
}
