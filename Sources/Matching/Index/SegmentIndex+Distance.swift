extension SegmentIndex {
    /// Reads the tokens of a unit into the scratch memory, as long as the weight that the query does not share
    /// leaves a distance of `allowed` thousandths of a word possible.
    ///
    /// - Parameter heavier: the weight of the query or of the unit, whichever is larger.
    /// - Returns: whether such a distance is possible; then all tokens were read.
    func readTokens(of unit: UnitRecord, within allowed: Int, heavier: Int, _ scratch: SearchScratch) -> Bool
    {
        guard check == nil || areReadable(unit) else { return false }
        let count = Int(unit.tokenCount)
        scratch.reserve(tokens: count)
        guard let start = stream.baseAddress, let records = records.baseAddress else {
            return heavier <= allowed
        }
        scratch.startUnit()
        let remaining = scratch.remaining
        let stream = start + Int(unit.tokenStart)
        let slots = scratch.slots, tokens = scratch.tokens, weights = scratch.tokenWeights
        let tokenSlots = scratch.tokenSlots
        // Every token of the unit that has no counterpart must be inserted or replaced at full cost.
        var unshared = 0
        var place = 0
        for index in 0..<count {
            let token = TokenStream.next(stream, &place)
            let fold = records[token].fold
            let weight: Int32 = fold >= TokenRecord.lightKind ? 300 : 1000
            let slot = slots[Int(fold & TokenRecord.foldMask)]
            tokens[index] = UInt32(truncatingIfNeeded: token)
            tokenSlots[index] = slot
            weights[index] = weight
            if remaining[Int(slot)] > 0 {
                remaining[Int(slot)] &-= weight
            } else {
                unshared &+= Int(weight)
                if unshared > allowed { return false }
            }
        }
        return heavier - (Int(unit.weight) - unshared) <= allowed
    }

    /// Checks the tokens of a unit in a file that was not checked before.
    private func areReadable(_ unit: UnitRecord) -> Bool {
        let first = Int(unit.tokenStart), count = Int(unit.tokenCount)
        if count == 0 { return true }
        guard covers(stream, first, 2 * count), let start = stream.baseAddress else { return false }
        var place = first
        for _ in 0..<count where !covers(records, TokenStream.next(start, &place)) { return false }
        return true
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
