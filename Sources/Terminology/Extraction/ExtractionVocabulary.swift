internal import Matching
internal import UnicodeText
internal import Vietnamese

/// The words of one language, as numbers: one for each spelling, and one for all forms of a word.
final class ExtractionVocabulary {
    /// What there is to know of a spelling.
    struct Spelling {
        let text: String
        /// The number that all forms of the word share.
        let word: Int32
        /// The same for the word in small letters, where it looks like an acronym.
        let plain: Int32
        /// The number of this form in small letters, apart from the word’s other forms.
        let form: Int32
        let role: WordRole
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
    private var forms: [String: Int32] = [:]
    private var compounds: Set<UInt64> = []
    private var counting: Set<Int32> = []
    private let tokenizer: Tokenizer
    private let stops: StopWords
    private let isVietnamese: Bool
    private let isEnglish: Bool

    init(_ locale: LocaleID) throws(ICUError) {
        tokenizer = try Tokenizer(locale: locale)
        stops = StopWords(locale)
        isVietnamese = locale.language == "vi"
        isEnglish = locale.language == "en"
        for (left, right) in stops.compounds {
            compounds.insert(Self.pair(wordNumber(syllableKey(left)), wordNumber(syllableKey(right))))
        }
        for word in stops.counting.sorted() {
            for number in encode(word) where number != Self.boundary {
                counting.insert(spellings[Int(number)].word)
            }
        }
    }

    private static func pair(_ left: Int32, _ right: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
    }

    /// The numbers of a text’s spellings, with a boundary wherever something stands between words.
    func encode(_ text: String) -> [Int32] {
        var encoded: [Int32] = []
        // A heading in capitals has no acronyms.
        let text = Self.isShouted(text) ? text.lowercased() : text
        for piece in WordRuns.pieces(of: tokenizer.tokenize(text)) {
            switch piece {
            case .word(let tokens): encoded.append(number(tokens))
            case .boundary:
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

    private func number(_ tokens: [Token]) -> Int32 {
        let text = tokens.map(\.text).joined(separator: "-")
        if let number = numbers[text] { return number }
        let small = text.lowercased()
        let scalars = text.unicodeScalars
        let capitals = scalars.count { $0.category == .uppercaseLetter }
        let letters = scalars.count { $0.category.isLetter }
        let isAcronym = isAcronym(text)
        // WHO is no “who”, nor FILE another form of “file”; GPUs are several of a GPU.
        let plain =
            isEnglish
            ? EnglishInflection.key(tokens.map(\.fold).joined(separator: "-"))
            : small.split(separator: "-").map { syllableKey(String($0)) }.joined(separator: "-")
        let word = wordNumber(isAcronym ? "\0" + Self.singular(text) : plain)
        let isLetter = letters == 1 && isEnglish
        let number = Int32(spellings.count)
        let form = forms[small] ?? Int32(forms.count)
        forms[small] = form
        spellings.append(
            Spelling(
                text: text, word: word, plain: isAcronym ? wordNumber(plain) : word, form: form,
                role: isEnglish && !isAcronym ? .english(small) : .open,
                startsNoTerm: isLetter || !isAcronym && stops.bars(start: small),
                endsNoTerm: isLetter || !isAcronym && stops.bars(end: small),
                isCapitalized: capitals > 0 && scalars.first?.category == .uppercaseLetter,
                isAcronym: isAcronym))
        numbers[text] = number
        return number
    }

    /// Two to eight capitals, perhaps with digits, perhaps with a number behind a hyphen: UN, GPUs, UTF-8.
    private func isAcronym(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let scalars = parts.first?.unicodeScalars, parts.count <= 2, !stops.isNoAcronym(text) else {
            return false
        }
        if parts.count == 2, !parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return false }
        let capitals = scalars.count { $0.category == .uppercaseLetter }
        return (2...8).contains(scalars.count) && capitals >= 2
            && capitals * 3 >= scalars.count { $0.category.isLetter } * 2
            && scalars.allSatisfy { $0.isASCII && ($0.category.isLetter || $0.category == .decimalNumber) }
    }

    /// An acronym without the s of its plural.
    private static func singular(_ acronym: String) -> String {
        acronym.hasSuffix("s") ? String(acronym.dropLast()) : acronym
    }

    /// What all spellings of a Vietnamese syllable in small letters share: hoà and hòa, kĩ and kỹ.
    private func syllableKey(_ syllable: String) -> String {
        guard isVietnamese, !syllable.utf8.allSatisfy({ $0 < 0x80 }) else { return syllable }
        var letters = Array(TonePlacement.styled(syllable, .old).nfd.unicodeScalars)
        let base = String(String.UnicodeScalarView(letters.filter { $0.category != .nonspacingMark }))
        guard ["hy", "ky", "ly", "my", "sy", "ty", "quy"].contains(base),
            let place = letters.lastIndex(of: "y")
        else {
            return String(String.UnicodeScalarView(letters)).nfc
        }
        letters[place] = "i"
        return String(String.UnicodeScalarView(letters)).nfc
    }

    /// Whether a word cannot begin a term where it stands.
    private func bars(start place: Int, of text: [Int32]) -> Bool {
        spellings[Int(text[place])].startsNoTerm
            && !(place + 1 < text.count && isCompound(text[place], text[place + 1]))
    }

    /// Whether a word cannot end a term that begins at a place before it.
    private func bars(end place: Int, of text: [Int32], from start: Int) -> Bool {
        spellings[Int(text[place])].endsNoTerm
            && !(place > start && isCompound(text[place - 1], text[place]))
    }

    private func isCompound(_ left: Int32, _ right: Int32) -> Bool {
        !compounds.isEmpty && left != Self.boundary && right != Self.boundary
            && compounds.contains(Self.pair(spellings[Int(left)].word, spellings[Int(right)].word))
    }

    /// Whether a word counts what follows with *of*, as *number* does.
    func counts(_ number: Int32) -> Bool { counting.contains(spellings[Int(number)].word) }

    /// Whether a phrase may be a term by the closed classes of its words.
    func mayBeTerm(_ phrase: [Int32]) -> Bool {
        guard let first = phrase.first else { return false }
        return TermShape.isTerm(
            phrase.map { spellings[Int($0)].role },
            counts: counts(first))
    }

    /// Calls `body` with every phrase of a text: where it stands, and its number.
    func forEachPhrase(
        in text: [Int32], longest: Int, _ body: (Range<Int>, UInt64) -> Void
    ) {
        for start in text.indices
        where text[start] != Self.boundary && !bars(start: start, of: text) {
            var hash = PhraseHash()
            for end in start..<min(text.count, start + longest) {
                guard text[end] != Self.boundary else { break }
                hash.add(spellings[Int(text[end])].word)
                if !bars(end: end, of: text, from: start) { body(start..<end + 1, hash.value) }
            }
        }
    }

    /// Where a phrase stands in a text, in any spelling.
    func places(of phrase: [Int32], in text: [Int32]) -> [Int] {
        guard !phrase.isEmpty, phrase.count <= text.count else { return [] }
        return (0...text.count - phrase.count).filter { start in
            phrase.indices.allSatisfy { place in
                let number = text[start + place]
                return number != Self.boundary
                    && spellings[Int(number)].word == spellings[Int(phrase[place])].word
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
