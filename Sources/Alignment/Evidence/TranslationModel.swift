/// IBM Model 1 (Brown, Della Pietra, Della Pietra and Mercer, The Mathematics of Statistical Machine Translation,
/// Computational Linguistics 19(2), 1993) in one direction, as evidence for beads: how much likelier the words of the
/// one side are beside those of the other than anywhere.
///
/// What was seen is discounted by one occurrence, and what that leaves over goes to what letters say and to the words'
/// general frequency. So two words that met once prove nothing, and a document is not aligned by what its own
/// alignment taught of it (leaving-one-out: Ney, Essen and Kneser, Computer Speech and Language 8(1), 1994).
struct TranslationModel {
    /// For each word that is given, words of the other side with their probability divided by their frequency.
    private(set) var gains: TranslationTable
    /// For each given word the probability that its translation is just any word.
    private(set) var unknown: [Double]

    /// The empty word of the model: so many words that translate into any.
    static let emptyWords = 1.0
    private static let mostTranslations = 12
    /// Translations less probable are not kept.
    private static let leastProbability = 0.02

    /// Before anything is learned.
    init(cognates: TranslationTable, target: Vocabulary) {
        var rows: [[TranslationTable.Entry]] = []
        unknown = []
        for word in 0..<cognates.rowCount {
            let row = cognates.row(Int32(word))
            unknown.append(1 - row.reduce(0) { $0 + $1.value })
            rows.append(row.map { .init(word: $0.word, value: $0.value / target.share($0.word)) })
        }
        gains = TranslationTable(rows: rows)
    }

    /// From how often words were each other's translation.
    init(counts: LexiconTraining.Counts, discount: Double, cognates: TranslationTable, target: Vocabulary) {
        var rows: [[TranslationTable.Entry]] = []
        unknown = []
        for word in 0..<Int32(counts.totals.count) {
            let seen = counts.table.row(word)
            let total = counts.totals[Int(word)]
            var row: [Int32: Double] = [:]
            var known = 0.0
            if total > 0 {
                for entry in seen where entry.value > discount {
                    let probability = (entry.value - discount) / total
                    if probability < Self.leastProbability { continue }
                    row[entry.word] = probability
                    known += probability
                }
            }
            let left = 1 - known
            var guessed = 0.0
            for entry in cognates.row(word) {
                row[entry.word, default: 0] += left * entry.value
                guessed += left * entry.value
            }
            unknown.append(left - guessed)
            var entries = row.map {
                TranslationTable.Entry(word: $0.key, value: $0.value / target.share($0.key))
            }
            if entries.count > Self.mostTranslations {
                entries.sort { $0.value > $1.value || $0.value == $1.value && $0.word < $1.word }
                entries = Array(entries.prefix(Self.mostTranslations))
            }
            rows.append(entries.sorted { $0.word < $1.word })
        }
        gains = TranslationTable(rows: rows)
    }
}
