internal import Matching
internal import UnicodeText

/// What can be said of two words from their letters alone: numbers, names, acronyms, addresses are the same in both
/// languages but for their marks, and related languages share words (Simard, Foster and Isabelle, Using Cognates to
/// Align Sentences in Bilingual Corpora, TMI 1992; likeness by common pairs of letters as in McEnery and Oakes 1996).
struct Cognates {
    /// For each word of the source, words of the target with how probable it is that they translate it.
    let table: TranslationTable

    /// A same word is its own translation so often.
    private static let identical = 0.5
    private static let identicalName = 0.7
    /// Short words look alike by chance.
    private static let identicalShort = 0.05
    private static let identicalMark = 0.4
    /// How alike words must be.
    private static let leastLikeness = 0.6
    private static let similar = 0.4
    private static let shortest = 4
    private static let prefix = 2
    private static let mostEntries = 8

    init(_ source: Vocabulary, _ target: Vocabulary) {
        var same: [String: [Int32]] = [:]
        var beginnings: [String: [Int32]] = [:]
        for (number, word) in target.words.enumerated() {
            same[word.letters, default: []].append(Int32(number))
            if Self.isComparable(word) {
                beginnings[String(word.letters.prefix(Self.prefix)), default: []].append(Int32(number))
            }
        }
        let targetPairs = target.words.map { Self.isComparable($0) ? Self.letterPairs($0.letters) : [] }
        let rows = source.words.map { word -> [TranslationTable.Entry] in
            var row: [TranslationTable.Entry] = []
            let equal = same[word.letters] ?? []
            for number in equal where target.words[Int(number)].kind == word.kind {
                row.append(
                    .init(
                        word: number,
                        value: Self.trust(word, target.words[Int(number)]) / Double(equal.count)))
            }
            // A word that stands in both needs no other.
            if row.isEmpty, Self.isComparable(word) {
                let pairs = Self.letterPairs(word.letters)
                for number in beginnings[String(word.letters.prefix(Self.prefix))] ?? [] {
                    let likeness = Self.likeness(pairs, targetPairs[Int(number)])
                    if likeness >= Self.leastLikeness {
                        row.append(.init(word: number, value: Self.similar * likeness * likeness))
                    }
                }
                row.sort { $0.value > $1.value || $0.value == $1.value && $0.word < $1.word }
                row = Array(row.prefix(Self.mostEntries))
                let sum = row.reduce(0) { $0 + $1.value }
                if sum > Self.similar { for index in row.indices { row[index].value *= Self.similar / sum } }
            }
            return row.sorted { $0.word < $1.word }
        }
        table = TranslationTable(rows: rows)
    }

    private static func isComparable(_ word: Vocabulary.Word) -> Bool {
        word.kind == .word && word.letters.utf8.count >= shortest
    }

    private static func trust(_ source: Vocabulary.Word, _ target: Vocabulary.Word) -> Double {
        switch source.kind {
        case .number, .code: return identicalName
        case .mark: return identicalMark
        case .word:
            if source.isName, target.isName { return identicalName }
            return source.letters.utf8.count >= shortest ? identical : identicalShort
        }
    }

    private static func letterPairs(_ letters: String) -> [UInt64] {
        let scalars = letters.unicodeScalars.map { UInt64($0.value) }
        return zip(scalars, scalars.dropFirst()).map { $0 << 32 | $1 }.sorted()
    }

    /// Dice's coefficient of two ascending lists.
    private static func likeness(_ left: [UInt64], _ right: [UInt64]) -> Double {
        if left.isEmpty || right.isEmpty { return 0 }
        var i = 0, j = 0, common = 0
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                common += 1
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return 2 * Double(common) / Double(left.count + right.count)
    }
}
