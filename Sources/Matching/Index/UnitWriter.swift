/// Makes what an index holds of its units' tokens, in one pass over the units in the order of the index.
struct UnitWriter {
    private(set) var tokens: [UInt16] = []
    private(set) var filters: [UInt64] = []
    private(set) var units: [UInt32] = []
    /// The lists that each unit stands in, one unit after the other, and how many they are.
    private(set) var lists: [UInt32] = []
    private(set) var listCounts: [UInt32] = []
    /// The fold keys of a unit in ascending order: memory that is used again.
    private var keys: [UInt32] = []

    init(_ builder: borrowing SegmentIndexBuilder, _ order: [UInt32], _ ranks: Ranks) {
        tokens.reserveCapacity(builder.stream.count)
        filters.reserveCapacity(2 * order.count)
        units.reserveCapacity(4 * order.count + 4)
        lists.reserveCapacity(builder.stream.count / 2)
        listCounts.reserveCapacity(order.count)
        builder.stream.withUnsafeBufferPointer { stream in
            for unit in order {
                let unit = Int(unit)
                let start = builder.streamStart(of: unit), end = Int(builder.streamEnds[unit])
                let count = Int(builder.tokenCounts[unit])
                units.append(UInt32(tokens.count))
                units.append(UInt32(count))
                units.append(builder.weights[unit])
                units.append(
                    UInt32(UInt16(bitPattern: builder.penalties[unit]))
                        | UInt32(builder.flags[unit].rawValue) << 16)
                write(UnsafeBufferPointer(rebasing: stream[start..<end]), count, ranks)
                keys.sort()
                writeFilter(Int(builder.weights[unit]), ranks)
                listCounts.append(findLists(Int(builder.weights[unit])))
            }
        }
        // The end of the last.
        units += [UInt32(tokens.count), 0, 0, 0]
        // A reader may take every token for a long one before it knows better.
        tokens += repeatElement(0, count: Int(builder.tokenCounts.max() ?? 0))
        precondition(tokens.count <= Int(UInt32.max), "an index holds at most 4,294,967,295 tokens")
    }

    /// Writes a unit's tokens in their new numbers, the gaps as they are, and notes the folds.
    private mutating func write(_ stream: UnsafeBufferPointer<UInt16>, _ count: Int, _ ranks: Ranks) {
        keys.removeAll(keepingCapacity: true)
        guard let base = stream.baseAddress else { return }
        var place = 0
        for _ in 0..<count {
            let token = ranks.tokens[TokenStream.next(base, &place)]
            TokenStream.append(Int(token.number), to: &tokens)
            keys.append(token.foldKey)
        }
        while place < stream.count {
            tokens.append(stream[place])
            place += 1
        }
    }

    private mutating func writeFilter(_ weight: Int, _ ranks: Ranks) {
        var filter = UnitFilter(weight: weight)
        var last = UInt32.max
        var occurrence = 0
        for key in keys {
            occurrence = key == last ? occurrence + 1 : 0
            last = key
            if occurrence < 4 { filter.set(ranks.bits[Int(key >> 1) * 4 + occurrence]) }
        }
        filters.append(filter.low)
        filters.append(filter.high)
    }

    /// A unit stands in the list of each fold whose first occurrence lies in the half of the unit's weight that
    /// comes first when its folds are ordered from rare to frequent: two segments that reach a score of 0.5
    /// share one of them. Returns how many they are.
    private mutating func findLists(_ weight: Int) -> UInt32 {
        var count: UInt32 = 0
        var rest = weight
        var last = UInt32.max
        for key in keys {
            if 2 * rest < weight { break }
            if key != last {
                let position = PositionClass.of(rest: rest, weight: weight)
                lists.append((key >> 1) * UInt32(PositionClass.count) + UInt32(position))
                count += 1
            }
            last = key
            rest -= key & 1 == 1 ? Token.Kind.word.weight : Token.Kind.mark.weight
        }
        return count
    }

    /// Gives the sections their content, of which nothing stays here.
    mutating func write(to writer: inout IndexWriter, lists count: Int) {
        writer.write(tokens, .tokens)
        tokens = []
        writer.write(filters, .filters)
        filters = []
        writer.write(units, .units)
        units = []
        let (starts, postings) = postings(lists: count)
        lists = []
        listCounts = []
        writer.write(starts, .postingStarts)
        writer.write(postings, .postings)
    }

    /// The places of the units in each of a number of lists, one list after the other in ascending order, and
    /// where each list starts.
    private func postings(lists count: Int) -> (starts: [UInt32], postings: [UInt32]) {
        var starts = [UInt32](repeating: 0, count: count + 1)
        for list in lists { starts[Int(list) + 1] += 1 }
        for list in 0..<count { starts[list + 1] += starts[list] }
        var ends = starts
        let postings = [UInt32](unsafeUninitializedCapacity: lists.count) { postings, written in
            var next = 0
            for (place, count) in listCounts.enumerated() {
                for list in lists[next..<next + Int(count)] {
                    postings[Int(ends[Int(list)])] = UInt32(place)
                    ends[Int(list)] += 1
                }
                next += Int(count)
            }
            written = lists.count
        }
        return (starts, postings)
    }
}
