/// For words of one language, words of another with numbers beside them, a row a word.
struct TranslationTable {
    struct Entry {
        let word: Int32
        var value: Double
    }

    private(set) var starts: [Int]
    private(set) var entries: [Entry]

    /// A table of rows.
    init(rows: [[Entry]]) {
        starts = [0]
        entries = []
        for row in rows {
            entries += row
            starts.append(entries.count)
        }
    }

    /// Without any entry.
    init(rowCount: Int) {
        starts = Array(repeating: 0, count: rowCount + 1)
        entries = []
    }

    var rowCount: Int { starts.count - 1 }

    func row(_ word: Int32) -> ArraySlice<Entry> { entries[starts[Int(word)]..<starts[Int(word) + 1]] }

    /// The same table by the other language's words.
    func transposed(rowCount: Int) -> TranslationTable {
        var rows = [[Entry]](repeating: [], count: rowCount)
        for word in 0..<self.rowCount {
            for entry in row(Int32(word)) {
                rows[Int(entry.word)].append(Entry(word: Int32(word), value: entry.value))
            }
        }
        return TranslationTable(rows: rows)
    }
}
