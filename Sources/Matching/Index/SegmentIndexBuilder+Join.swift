extension SegmentIndexBuilder {
    /// Takes all candidates of another builder, in their order, as if each had been added here: parts of a memory
    /// can be tokenized on several threads, each with its own tokenizer and builder, and joined in order. The
    /// index has the same bytes as that of one builder.
    public mutating func append(_ other: consuming SegmentIndexBuilder) {
        let first = count
        // Tokens are numbered in the order of their first occurrence on both sides.
        let numbers = (0..<other.records.count).map { number(of: $0, other) }
        for (token, frequency) in other.frequencies.enumerated() {
            frequencies[numbers[token]] += frequency
        }
        other.stream.withUnsafeBufferPointer { theirs in
            guard let base = theirs.baseAddress else { return }
            var place = 0
            for unit in 0..<other.count {
                for _ in 0..<other.tokenCounts[unit] {
                    TokenStream.append(numbers[TokenStream.next(base, &place)], to: &stream)
                }
                let end = Int(other.streamEnds[unit])
                stream.append(contentsOf: theirs[place..<end])
                place = end
                streamEnds.append(UInt32(stream.count))
            }
        }
        precondition(stream.count <= Int(UInt32.max), "an index holds at most 4,294,967,295 tokens")
        tokenCounts += other.tokenCounts
        weights += other.weights
        flags += other.flags
        identifiers += other.identifiers
        changes += other.changes
        penalties += other.penalties
        previous += other.previous
        next += other.next
        for (unit, text) in other.keptTexts { keptTexts[first + unit] = text }
    }

    /// The number here of a token of another builder.
    private mutating func number(of token: Int, _ other: SegmentIndexBuilder) -> Int {
        let number = tokens.number(of: other.tokens[token])
        guard number == records.count else { return number }
        let record = other.records[token]
        records.append(
            TokenRecord(
                fold: UInt32(folds.number(of: other.folds[Int(record.fold)])),
                base: UInt32(bases.number(of: other.bases[Int(record.base)])),
                marks: UInt32(marks.number(of: other.marks[Int(record.marks)])),
                raw: UInt32(raws.number(of: other.raws[Int(record.raw)]))))
        textLengths.append(other.textLengths[token])
        frequencies.append(0)
        return number
    }
}
