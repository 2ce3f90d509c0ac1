internal import Dispatch
internal import Synchronization

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

    /// Makes the first half of the units' parts on one thread, the second on another.
    static func onTwoThreads(
        _ builder: SegmentIndexBuilder, _ order: [UInt32], _ ranks: Ranks
    ) -> UnitWriter {
        let middle = order.count / 2
        let halves = [order[..<middle], order[middle...]]
        let made = Mutex([UnitWriter?](repeating: nil, count: 2))
        // Nothing of it changes meanwhile.
        nonisolated(unsafe) let builder = builder
        DispatchQueue.concurrentPerform(iterations: 2) { half in
            // The first has room for what the second adds.
            let writer = UnitWriter(
                builder, halves[half], ranks, room: half == 0 ? order.count : order.count - middle)
            made.withLock { $0[half] = writer }
        }
        var (first, second): (UnitWriter?, UnitWriter?) = made.withLock { halves in
            defer { halves = [] }
            return (halves[0], halves[1])
        }
        guard var whole = first.take() else {
            return UnitWriter(builder, order[...], ranks, room: order.count)
        }
        if let rest = second.take() { whole.append(rest) }
        whole.end(longest: Int(builder.tokenCounts.max() ?? 0))
        return whole
    }

    /// - Parameter room: for how many units there is to be room.
    private init(
        _ builder: borrowing SegmentIndexBuilder, _ order: ArraySlice<UInt32>, _ ranks: Ranks, room: Int
    ) {
        let share = builder.stream.count / max(1, builder.weights.count) * room + 16
        tokens.reserveCapacity(share)
        filters.reserveCapacity(2 * room)
        units.reserveCapacity(4 * room + 4)
        lists.reserveCapacity(share / 2)
        listCounts.reserveCapacity(room)
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
    }

    /// Adds what was made of the units that follow.
    private mutating func append(_ other: consuming UnitWriter) {
        let offset = UInt32(tokens.count)
        tokens += other.tokens
        filters += other.filters
        for place in stride(from: 0, to: other.units.count, by: 4) {
            units.append(other.units[place] + offset)
            units += other.units[place + 1..<place + 4]
        }
        lists += other.lists
        listCounts += other.listCounts
    }

    /// Marks the end of the last unit.
    private mutating func end(longest: Int) {
        units += [UInt32(tokens.count), 0, 0, 0]
        // A reader may take every token for a long one before it knows better.
        tokens += repeatElement(0, count: longest)
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
