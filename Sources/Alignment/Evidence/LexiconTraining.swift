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
        var meetings = Meetings(examples, sourceWords: sourceWords, targetWords: targetWords, cognates)
        let starts = meetings.starts, pairs = meetings.targets, places = meetings.places
        var probabilities = meetings.takeProbabilities()
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
                    row.append(.init(word: pairs[at], value: count))
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
        var sums = [Float](repeating: 0, count: mostWords)
        sums.withUnsafeMutableBufferPointer { sums in
            for example in examples {
                let width = example.target.count
                for (column, target) in example.target.enumerated() {
                    sums[column] = Float(TranslationModel.emptyWords) * shares[Int(target.word)]
                }
                var place = first
                for source in example.source {
                    let count = Float(source.count)
                    for column in 0..<width {
                        sums[column] += count * probabilities[Int(places[place + column])]
                    }
                    place += width
                }
                for (column, target) in example.target.enumerated() {
                    sums[column] = Float(example.weight) * Float(target.count) / sums[column]
                }
                place = first
                for source in example.source {
                    let count = Float(source.count)
                    for column in 0..<width {
                        let at = Int(places[place + column])
                        counts[at] += sums[column] * count * probabilities[at]
                    }
                    place += width
                }
                first = place
            }
        }
    }
}

/// Which words of the one side met which of the other, a row of pairs for each word of the source.
private struct Meetings {
    /// Where each source word's pairs begin.
    private(set) var starts: [Int] = [0]
    /// The target word of each pair.
    private(set) var targets: [Int32] = []
    /// For each example, source word by source word, the pairs with its target words.
    private(set) var places: [Int32]
    /// The probabilities to begin with: all alike, but for what letters say.
    private var probabilities: [Float] = []

    init(
        _ examples: [LexiconTraining.Example], sourceWords: Int, targetWords: Int,
        _ cognates: TranslationTable
    ) {
        // By source words, so that each has its pairs side by side.
        var occurrences = [Int](repeating: 0, count: sourceWords + 1)
        for example in examples { for source in example.source { occurrences[Int(source.word) + 1] += 1 } }
        for word in 1..<occurrences.count { occurrences[word] += occurrences[word - 1] }
        var next = occurrences
        var uses = [(example: Int32, place: Int32)](repeating: (0, 0), count: occurrences[sourceWords])
        var total = 0
        for (number, example) in examples.enumerated() {
            for source in example.source {
                uses[next[Int(source.word)]] = (Int32(number), Int32(total))
                next[Int(source.word)] += 1
                total += example.target.count
            }
        }
        places = Array(repeating: 0, count: total)
        // A pair that is numbered below the row's first is another row's.
        var pairOf = [Int32](repeating: -1, count: targetWords)
        for word in 0..<sourceWords {
            let start = Int32(targets.count)
            for use in uses[occurrences[word]..<occurrences[word + 1]] {
                var place = Int(use.place)
                for target in examples[Int(use.example)].target {
                    var pair = pairOf[Int(target.word)]
                    if pair < start {
                        pair = Int32(targets.count)
                        pairOf[Int(target.word)] = pair
                        targets.append(target.word)
                    }
                    places[place] = pair
                    place += 1
                }
            }
            let count = targets.count - Int(start)
            starts.append(targets.count)
            if count == 0 { continue }
            probabilities.append(contentsOf: repeatElement(1 / Float(count), count: count))
            for entry in cognates.row(Int32(word)) where pairOf[Int(entry.word)] >= start {
                probabilities[Int(pairOf[Int(entry.word)])] += Float(entry.value)
            }
        }
    }

    /// The probabilities, which are not kept.
    mutating func takeProbabilities() -> [Float] {
        defer { probabilities = [] }
        return probabilities
    }
}
