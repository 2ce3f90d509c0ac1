/// How an index numbers folds and tokens, and which bits of the filter stand for which words.
struct Ranks {
    /// A token in the numbers of the index.
    struct Token {
        var number: UInt32 = 0
        /// Orders folds from rare to frequent: twice the fold's number, and 1 more where it weighs a word.
        var foldKey: UInt32 = 0
    }

    /// Old numbers of the folds from rare to frequent, by the number of units that hold them.
    let foldOrder: [Int]
    /// New number of every fold.
    let fold: [UInt32]
    /// Old numbers of the tokens from frequent to rare.
    let tokenOrder: [Int]
    /// Every token, by its old number.
    let tokens: [Token]
    /// The bits of the first four occurrences of every fold, by new number.
    let bits: [UInt8]

    init(_ builder: borrowing SegmentIndexBuilder) {
        let counts = Self.counts(builder)
        let foldCount = counts.count / 4
        let foldOrder = Self.ascending((0..<foldCount).map { counts[$0 * 4] })
        let fold = Self.inverse(foldOrder)
        let tokenOrder = Self.ascending(builder.frequencies.map { ~$0 })
        let heavy = (0..<foldCount).map { fold in
            Matching.Token.Kind(rawValue: Int(builder.folds[fold].first ?? 0))?.weight == 1000
        }
        var tokens = [Token](repeating: Token(), count: tokenOrder.count)
        for (new, old) in tokenOrder.enumerated() {
            let number = Int(builder.records[old].fold)
            tokens[old] = Token(number: UInt32(new), foldKey: fold[number] << 1 | (heavy[number] ? 1 : 0))
        }
        var bits = [UInt8](repeating: UnitFilter.none, count: counts.count)
        // The most frequent first.
        let elements = counts.indices.filter { counts[$0] > 0 && heavy[$0 / 4] }
        for (rank, place) in Self.ascending(elements.map { ~counts[$0] }).enumerated() {
            let element = elements[place]
            bits[Int(fold[element / 4]) * 4 + element % 4] = UnitFilter.bit(ofRank: rank)
        }
        self.foldOrder = foldOrder
        self.fold = fold
        self.tokenOrder = tokenOrder
        self.tokens = tokens
        self.bits = bits
    }

    /// How many units hold a fold at least once, twice, three and four times; by old number.
    private static func counts(_ builder: borrowing SegmentIndexBuilder) -> [UInt32] {
        let folds = builder.records.map { Int($0.fold) }
        var counts = [UInt32](repeating: 0, count: builder.folds.count * 4)
        // The unit that a fold was seen in last, and how often.
        var seen = [(unit: Int32, times: Int32)](repeating: (-1, 0), count: builder.folds.count)
        builder.stream.withUnsafeBufferPointer { stream in
            guard let stream = stream.baseAddress else { return }
            for unit in 0..<builder.count {
                var place = builder.streamStart(of: unit)
                for _ in 0..<builder.tokenCounts[unit] {
                    let fold = folds[TokenStream.next(stream, &place)]
                    let times = seen[fold].unit == unit ? seen[fold].times : 0
                    if times == 4 { continue }
                    counts[fold * 4 + Int(times)] += 1
                    seen[fold] = (Int32(unit), times + 1)
                }
            }
        }
        return counts
    }

    /// The indices of the values in ascending order; equal values as they came.
    static func ascending(_ values: [UInt32]) -> [Int] {
        var keys = values.enumerated().map { UInt64($1) << 32 | UInt64($0) }
        keys.sort()
        return keys.map { Int($0 & 0xFFFF_FFFF) }
    }

    private static func inverse(_ order: [Int]) -> [UInt32] {
        var inverse = [UInt32](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { inverse[old] = UInt32(new) }
        return inverse
    }
}
