/// Counts which words are translations of each other in pairs of texts: the expectation step of IBM Model 1.
struct LexiconTraining {
    /// Texts that belong together, as ascending words, with how sure that is.
    struct Example {
        let source: [SegmentFeatures.Occurrence]
        let target: [SegmentFeatures.Occurrence]
        let weight: Double
    }

    /// A text of more different words teaches little and costs much.
    private static let mostWords = 150
    private static let rounds = 4

    /// How often words were each other's translation.
    struct Counts {
        /// For each word of the source how many words of the target it translated into.
        var totals: [Double]
        /// What of it each of these words has, where that is more than the least that was asked for.
        var table: TranslationTable
    }

    /// For each word of the source how often each word of the target was its translation.
    ///
    /// - Parameters:
    ///   - cognates: what letters say, to begin with.
    ///   - least: counts up to this are left out.
    static func counts(
        _ examples: [Example], sourceWords: Int, targetWords: Int, cognates: TranslationTable, least: Double
    ) -> Counts {
        let examples = examples.filter {
            !$0.source.isEmpty && !$0.target.isEmpty && $0.source.count <= mostWords
                && $0.target.count <= mostWords
        }
        // Which words met at all.
        var keys: [UInt64] = []
        keys.reserveCapacity(examples.reduce(0) { $0 + $1.source.count * $1.target.count })
        for example in examples {
            for source in example.source {
                for target in example.target {
                    keys.append(UInt64(UInt32(bitPattern: source.word)) << 32 | UInt64(target.word))
                }
            }
        }
        keys.sort()
        var pairs: [UInt64] = []
        for key in keys where key != pairs.last { pairs.append(key) }
        keys = []
        var starts = [Int](repeating: 0, count: sourceWords + 1)
        for pair in pairs { starts[Int(pair >> 32) + 1] += 1 }
        for word in 1..<starts.count { starts[word] += starts[word - 1] }

        // Where each example's pairs are among all.
        var places: [Int32] = []
        for example in examples {
            for source in example.source {
                let range = starts[Int(source.word)]..<starts[Int(source.word) + 1]
                var at = range.lowerBound
                for target in example.target {
                    let key = UInt64(UInt32(bitPattern: source.word)) << 32 | UInt64(target.word)
                    at = lowerBound(pairs, key, at..<range.upperBound)
                    places.append(Int32(at))
                }
            }
        }

        var probabilities = [Float](repeating: 0, count: pairs.count)
        for word in 0..<sourceWords {
            let row = starts[word]..<starts[word + 1]
            if row.isEmpty { continue }
            let uniform = 1 / Float(row.count)
            for at in row { probabilities[at] = uniform }
            for entry in cognates.row(Int32(word)) {
                let at = lowerBound(pairs, UInt64(word) << 32 | UInt64(entry.word), row)
                if at < row.upperBound, pairs[at] & 0xFFFF_FFFF == UInt64(entry.word) {
                    probabilities[at] += Float(entry.value)
                }
            }
        }
        // The empty word translates into any, as often as words are.
        var shares = [Float](repeating: 0, count: targetWords)
        var total: Float = 0
        for example in examples {
            for target in example.target {
                let count = Float(example.weight) * Float(target.count)
                shares[Int(target.word)] += count
                total += count
            }
        }
        for word in shares.indices { shares[word] /= max(total, 1) }

        var counts = [Float](repeating: 0, count: pairs.count)
        for round in 1...rounds {
            for at in counts.indices { counts[at] = 0 }
            probabilities.withUnsafeBufferPointer { probabilities in
                places.withUnsafeBufferPointer { places in
                    counts.withUnsafeMutableBufferPointer { counts in
                        expect(examples, probabilities, places, shares, counts)
                    }
                }
            }
            if round == rounds { break }
            for word in 0..<sourceWords {
                let row = starts[word]..<starts[word + 1]
                let sum = row.reduce(0) { $0 + counts[$1] }
                if sum > 0 { for at in row { probabilities[at] = counts[at] / sum } }
            }
        }
        var rows: [[TranslationTable.Entry]] = []
        var totals: [Double] = []
        for word in 0..<sourceWords {
            var row: [TranslationTable.Entry] = []
            var total = 0.0
            for at in starts[word]..<starts[word + 1] {
                let count = Double(counts[at])
                total += count
                if count > least {
                    row.append(.init(word: Int32(truncatingIfNeeded: pairs[at] & 0xFFFF_FFFF), value: count))
                }
            }
            rows.append(row)
            totals.append(total)
        }
        return Counts(totals: totals, table: TranslationTable(rows: rows))
    }

    /// The expectation step: shares each word of the target out among the words of the source beside it.
    private static func expect(
        _ examples: [Example], _ probabilities: UnsafeBufferPointer<Float>,
        _ places: UnsafeBufferPointer<Int32>, _ shares: [Float], _ counts: UnsafeMutableBufferPointer<Float>
    ) {
        var first = 0
        for example in examples {
            let width = example.target.count
            for (column, target) in example.target.enumerated() {
                var sum = Float(TranslationModel.emptyWords) * shares[Int(target.word)]
                var place = first + column
                for source in example.source {
                    sum += Float(source.count) * probabilities[Int(places[place])]
                    place += width
                }
                let share = Float(example.weight) * Float(target.count) / sum
                place = first + column
                for source in example.source {
                    let at = Int(places[place])
                    counts[at] += share * Float(source.count) * probabilities[at]
                    place += width
                }
            }
            first += example.source.count * width
        }
    }

    private static func lowerBound(_ keys: [UInt64], _ key: UInt64, _ range: Range<Int>) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
