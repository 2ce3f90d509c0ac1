internal import Matching
internal import UnicodeText

/// The words of one language in what is being aligned, numbered.
struct Vocabulary {
    /// A word, number, mark or code.
    struct Word {
        let kind: Token.Kind
        /// What words of another language are compared with: letters without marks, digits without separators.
        let letters: String
        /// How often it occurs in the documents.
        var count = 0
        /// How often it begins with a capital letter.
        var capitalCount = 0

        /// Whether it is mostly written as names and acronyms are.
        var isName: Bool { 2 * capitalCount > count }
    }

    private(set) var words: [Word] = []
    /// The occurrences of all words.
    private(set) var total = 0
    private var numbers: [Key: Int32] = [:]

    private struct Key: Hashable {
        let kind: Token.Kind
        let text: String
    }

    /// The number of the word that a token is, which is counted where `isCounted`; nil for a word that was not met,
    /// where `isKept` is false.
    mutating func number(of token: Token, locale: LocaleID, isKept: Bool = true) -> Int32? {
        let key = Key(kind: token.kind, text: Self.text(of: token, locale: locale))
        if let number = numbers[key] {
            if isKept { count(number, token) }
            return number
        }
        guard isKept else { return nil }
        let number = Int32(words.count)
        numbers[key] = number
        let letters = token.kind == .word ? token.form.baseText : key.text
        words.append(Word(kind: token.kind, letters: letters))
        count(number, token)
        return number
    }

    /// The number of something that has a name in both languages, such as a term or a month, as a word of its own.
    mutating func number(ofShared name: String) -> Int32 {
        let key = Key(kind: .code, text: name)
        let number = numbers[key] ?? Int32(words.count)
        if number == words.count {
            numbers[key] = number
            words.append(Word(kind: .code, letters: key.text))
        }
        words[Int(number)].count += 1
        total += 1
        return number
    }

    private mutating func count(_ number: Int32, _ token: Token) {
        words[Int(number)].count += 1
        total += 1
        if token.kind == .word, token.text.unicodeScalars.first?.category == .uppercaseLetter {
            words[Int(number)].capitalCount += 1
        }
    }

    /// The share of a word among all, never zero.
    func share(_ number: Int32) -> Double {
        Double(words[Int(number)].count + 1) / Double(total + words.count + 1)
    }

    /// What makes two tokens the same word: the stem, where marks tell no words apart; in Vietnamese, they do.
    private static func text(of token: Token, locale: LocaleID) -> String {
        switch token.kind {
        case .word:
            guard locale.language == "vi" else { return token.fold }
            var text = token.form.baseText
            for (index, marks) in token.form.marks.enumerated() where !marks.isEmpty {
                text += "\(index)"
                for mark in marks { text.unicodeScalars.append(mark) }
            }
            if let tone = token.form.tone { text.unicodeScalars.append(tone) }
            return text
        case .number: return digits(token.form.baseText)
        case .mark: return plainMark(token.fold)
        case .code: return token.text
        }
    }

    /// A number in ASCII digits, without the separators of groups: 1,000 and 1.000 and ١٠٠٠ are the same.
    static func digits(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let value = scalar.properties.numericValue, scalar.properties.numericType == .decimal {
                scalars.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(value)))
            } else {
                scalars.append(scalar)
            }
        }
        var result = String.UnicodeScalarView()
        let all = Array(scalars)
        for (index, scalar) in all.enumerated() {
            let isSeparator = scalar == "." || scalar == "," || scalar == "\u{66C}" || scalar == "'"
            let rest = all[(index + 1)...].prefix { $0.properties.numericType == .decimal }
            if isSeparator, index > 0, rest.count == 3 { continue }
            result.append(scalar)
        }
        return String(result)
    }

    /// Marks of other scripts as their Latin counterparts.
    private static func plainMark(_ text: String) -> String {
        switch text {
        case "؟", "፧", "՞": "?"
        case "。", "।", "።", "۔", "։", "။", "។": "."
        case "、", "，", "،", "፣", "၊": ","
        case "؛", "；", "፤": ";"
        case "「", "」", "『", "』", "”", "“": "\""
        default: text
        }
    }
}
