internal import UnicodeText

/// What letters and the pages around them say in one language.
///
/// A phrase stands for a whole line; one that ends in `…` for the start of a short line. Case,
/// punctuation and list marks do not count.
struct PhraseBook: Sendable {
    /// What pages add to a letter.
    var clutter: [(reason: OmissionReason, phrases: [String])]
    /// Words for numbers that pages show: “12 comments”.
    var counted: [String]
    /// Words that open a salutation.
    var salutations: [String]
    /// Words that open an address, and a salutation where no other stands: “To …:”.
    var addresses: [String]
    /// Lines that close a letter.
    var closings: [String]
    /// Lines that introduce signatories.
    var signings: [String]
    /// Words that make a line with a colon before a list introduce signatories.
    var signingWords: [String]
    /// Names of groups of signatories.
    var groups: [String]
    /// Words that open notes after the signatures.
    var notes: [String]
    /// Labels of a line that says what the letter is about.
    var subjects: [String]
    /// Prefixes of the subject of a reply or a forwarded message.
    var replies: [String]
    /// Labels of a date.
    var dateLabels: [String]
    /// Days of the week, in full and short.
    var weekdays: [String]
    /// Words that open the lines of an address.
    var offices: [String]
    /// Fields of an e-mail header by what Lathu reads from them.
    var mailFields: [MailField: [String]]
    /// Lines that introduce a forwarded or quoted message.
    var forwards: [String]
    /// How the line that introduces a quoted message starts and ends.
    var attributions: [(start: String, end: String)]
}

/// A field of an e-mail header.
enum MailField: Hashable, Sendable {
    case from, to, date, subject, other
}

/// Phrases found by the words that a line starts with: one look-up a line.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private struct Entry: Sendable {
        let words: [String]
        let isWhole: Bool
        let meaning: Meaning
    }

    private var entries: [String: [Entry]] = [:]

    init(_ phrases: [(Meaning, [String])]) {
        for (meaning, list) in phrases {
            for phrase in list {
                let words = words(of: phrase)
                guard let first = words.first else { continue }
                entries[first, default: []].append(
                    Entry(words: words, isWhole: !phrase.hasSuffix("…"), meaning: meaning))
            }
        }
    }

    /// What the words of a line mean; the number of words that said so.
    func match(_ words: [String]) -> (meaning: Meaning, length: Int, isWhole: Bool)? {
        guard let first = words.first, let candidates = entries[first] else { return nil }
        let fitting = candidates.first {
            ($0.isWhole ? words.count == $0.words.count : words.count >= $0.words.count)
                && words.starts(with: $0.words)
        }
        return fitting.map { ($0.meaning, $0.words.count, words.count == $0.words.count) }
    }
}

extension PhraseTable where Meaning == Bool {
    init(_ phrases: [String]) { self.init([(true, phrases)]) }

    func matches(_ words: [String]) -> Bool { match(words) != nil }
}

/// The words of a text in lower case: runs of letters, marks and digits.
func words(of text: String) -> [String] {
    var result: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
        if scalar == "'" || scalar == "’" { continue }
        if isWordPart(scalar) {
            word.append(scalar)
        } else if !word.isEmpty {
            result.append(String(word))
            word = String.UnicodeScalarView()
        }
    }
    if !word.isEmpty { result.append(String(word)) }
    return result
}

/// Whether a scalar is part of a word: a letter, mark or digit.
func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
        return scalar.value >= 0x30 && scalar.value <= 0x39
            || scalar.value | 0x20 >= 0x61
                && scalar.value | 0x20 <= 0x7A
    }
    let category = scalar.category
    return category.isLetter || category.isNumber || category == .nonspacingMark || category == .spacingMark
}
