extension SegmentIndex {
    /// Reads the tokens of a unit into the scratch memory.
    /// - Returns: how many there are, and the weight of the folds it shares with the query, in thousandths.
    func readTokens(of unit: Int, query: IndexQuery, _ scratch: SearchScratch) -> (count: Int, shared: Int) {
        let count = Int(tokenCounts[unit])
        scratch.reserve(tokens: count)
        let remaining = scratch.remaining
        for (place, element) in query.elements.enumerated() {
            remaining[place + 1] = Int32(element.count * element.weight)
        }
        remaining[0] = 0
        guard let start = stream.baseAddress else { return (0, 0) }
        let stream = start + Int(tokenStarts[unit])
        let slots = scratch.slots, tokens = scratch.tokens, weights = scratch.tokenWeights
        let tokenSlots = scratch.tokenSlots
        var shared = 0
        var place = 0
        for index in 0..<count {
            let token = TokenStream.next(stream, &place)
            let fold = records[token].fold
            let weight: Int32 = fold >= TokenRecord.lightKind ? 300 : 1000
            let slot = slots[Int(fold & TokenRecord.foldMask)]
            tokens[index] = UInt32(token)
            tokenSlots[index] = slot
            weights[index] = weight
            if remaining[Int(slot)] > 0 {
                remaining[Int(slot)] -= weight
                shared += Int(weight)
            }
        }
        return (count, shared)
    }

    /// The weighted edit distance of the query and the unit whose tokens were read last, in thousandths of a
    /// word; nil where it is above `limit`.
    ///
    /// Only the band of cells is worked out in which the sums of weights differ by no more than the limit
    /// (Ukkonen, “Algorithms for Approximate String Matching”, Information and Control 64 (1985)).
    func distance(
        _ query: IndexQuery, tokens count: Int, limit: Int, plainText: Bool, _ scratch: SearchScratch
    ) -> Int? {
        guard limit >= 0 else { return nil }
        let limit = Int32(clamping: limit)
        let never = Int32.max / 2
        let row = scratch.row, sums = scratch.sums, weights = scratch.tokenWeights
        let tokens = scratch.tokens, slots = scratch.tokenSlots
        sums[0] = 0
        for column in 0..<count { sums[column + 1] = sums[column] + weights[column] }
        for column in 0...count { row[column] = sums[column] <= limit ? sums[column] : never }
        // The cells of the row above that can be reached are first...last.
        var sum: Int32 = 0
        var first = 0
        for token in query.tokens {
            let weight = token.weight
            sum += weight
            while first <= count, sums[first] < sum - limit {
                first += 1
            }
            if first > count { return nil }
            var diagonal = first == 0 ? never : row[first - 1]
            var left = never
            var smallest = never
            var column = first
            if column == 0 {
                diagonal = row[0]
                row[0] += weight
                left = row[0]
                smallest = left
                column = 1
            } else {
                row[first - 1] = never
            }
            while column <= count, sums[column] <= sum &+ limit {
                let other = weights[column - 1]
                let above = row[column]
                var best = min(above + weight, left + other)
                let cost =
                    token.slot != 0 && token.slot == slots[column - 1]
                    ? replacementCost(token, Int(tokens[column - 1]), plainText: plainText)
                    : max(weight, other)
                best = min(best, diagonal + cost)
                diagonal = above
                row[column] = best
                left = best
                smallest = min(smallest, best)
                column += 1
            }
            if smallest > limit { return nil }
            if column <= count { row[column] = never }
        }
        return row[count] <= limit ? Int(row[count]) : nil
    }
}
