extension SegmentIndexBuilder {
    /// Makes the index. `key` and `generation` are the caller's: kept with the index to tell what it is of and
    /// whether it is up to date.
    public func build(key: UInt64 = 0, generation: UInt64 = 0) -> SegmentIndex {
        SegmentIndex(sound: bytes(key: key, generation: generation))
    }

    func bytes(key: UInt64, generation: UInt64) -> IndexBytes {
        let units = unitOrder()
        let ranks = Ranks(self)
        var writer = IndexWriter()
        writeUnits(units, ranks, to: &writer)
        writeTokens(units, ranks, to: &writer)
        writeVocabulary(ranks, to: &writer)
        writePostings(units, ranks, to: &writer)
        let smallest = penalties.min().map(Int.init) ?? 0
        writer.write(WeightStarts.of(units.lazy.map { weights[$0] }), .weightStarts)
        return writer.finish(
            key: key, generation: generation, unitCount: count, smallestPenalty: smallest)
    }

    /// The units in ascending order of weight, then as they came.
    private func unitOrder() -> [Int] {
        var keys = weights.enumerated().map { UInt64($1) << 32 | UInt64($0) }
        keys.sort()
        return keys.map { Int($0 & 0xFFFF_FFFF) }
    }

    func tokens(of unit: Int) -> ArraySlice<UInt32> { stream[streamStarts[unit]..<streamStarts[unit + 1]] }

    private func writeUnits(_ units: [Int], _ ranks: Ranks, to writer: inout IndexWriter) {
        writer.write(filters(of: units, ranks), .filters)
        writer.write(units.map { identifiers[$0] }, .identifiers)
        writer.write(units.map { changes[$0] }, .changes)
        if flags.contains(where: { $0.contains(.hasPrevious) }) {
            writer.write(units.map { previous[$0] }, .previous)
        }
        if flags.contains(where: { $0.contains(.hasNext) }) {
            writer.write(units.map { next[$0] }, .next)
        }
        let byIdentifier = units.indices.sorted {
            (identifiers[units[$0]], $0) < (identifiers[units[$1]], $1)
        }
        writer.write(byIdentifier.map { UInt32($0) }, .byIdentifier)
        var places: [UInt32] = []
        var starts: [UInt64] = [0]
        var bytes: [UInt8] = []
        for (place, unit) in units.enumerated() where flags[unit].contains(.keptText) {
            places.append(UInt32(place))
            bytes += keptTexts[unit] ?? []
            starts.append(UInt64(bytes.count))
        }
        writer.write(places, .textUnits)
        writer.write(starts, .textStarts)
        writer.write(bytes, .textBytes)
    }

    private func filters(of units: [Int], _ ranks: Ranks) -> [UInt64] {
        var filters: [UInt64] = []
        filters.reserveCapacity(2 * units.count)
        var occurrences = FoldOccurrences()
        for unit in units {
            var filter = UnitFilter(weight: Int(weights[unit]))
            occurrences.reset()
            for token in tokens(of: unit) {
                let fold = Int(records[Int(token & ~Self.spaceBefore)].fold)
                filter.set(ranks.bit(fold, occurrences.next(fold)))
            }
            filters.append(filter.low)
            filters.append(filter.high)
        }
        return filters
    }

    private func writeTokens(_ units: [Int], _ ranks: Ranks, to writer: inout IndexWriter) {
        var encoded: [UInt16] = []
        encoded.reserveCapacity(stream.count + stream.count / 8)
        var written: [UInt32] = []
        written.reserveCapacity(4 * units.count + 4)
        var gaps: [UInt16] = []
        for unit in units {
            written += [
                UInt32(encoded.count), UInt32(streamStarts[unit + 1] - streamStarts[unit]), weights[unit],
                UInt32(UInt16(bitPattern: penalties[unit])) | UInt32(flags[unit].rawValue) << 16,
            ]
            gaps.removeAll(keepingCapacity: true)
            for (index, token) in tokens(of: unit).enumerated() {
                TokenStream.append(ranks.token[Int(token & ~Self.spaceBefore)], to: &encoded)
                if index % 16 == 0 { gaps.append(0) }
                if token & Self.spaceBefore != 0 { gaps[index / 16] |= 1 << UInt16(index % 16) }
            }
            encoded += gaps
            precondition(encoded.count <= Int(UInt32.max), "an index holds at most 4,294,967,295 tokens")
        }
        written += [UInt32(encoded.count), 0, 0, 0]
        // A reader may take every token for a long one before it knows better.
        let longest = units.map { streamStarts[$0 + 1] - streamStarts[$0] }.max() ?? 0
        encoded += repeatElement(0, count: longest)
        writer.write(encoded, .tokens)
        writer.write(written, .units)
    }

    private func writeVocabulary(_ ranks: Ranks, to writer: inout IndexWriter) {
        let written = ranks.tokenOrder.flatMap { old in
            let record = records[old]
            let kind = UInt32(folds[Int(record.fold)].first ?? 0)
            return [
                UInt32(ranks.fold[Int(record.fold)]) | kind << TokenRecord.kindShift, record.base,
                record.marks,
                record.raw,
            ]
        }
        writer.write(written, .tokenRecords)
        writer.write(tokens.reordered(ranks.tokenOrder), .tokenBytes)
        writer.write(folds.reordered(ranks.foldOrder), .foldBytes)
        writer.write(bases, .baseBytes)
        writer.write(marks, .markBytes)
        writer.write(raws, .rawBytes)
        writer.write(ranks.foldOrder.flatMap { fold in (0..<4).map { ranks.bit(fold, $0) } }, .foldBits)
    }

    private func writePostings(_ units: [Int], _ ranks: Ranks, to writer: inout IndexWriter) {
        let lists = folds.count * PositionClass.count
        var starts = [UInt32](repeating: 0, count: lists + 1)
        forEachPosting(units, ranks) { list, _ in starts[list + 1] += 1 }
        for list in 0..<lists { starts[list + 1] += starts[list] }
        var places = starts
        var postings = [UInt32](repeating: 0, count: Int(starts[lists]))
        forEachPosting(units, ranks) { list, place in
            postings[Int(places[list])] = UInt32(place)
            places[list] += 1
        }
        writer.write(starts, .postingStarts)
        writer.write(postings, .postings)
    }

    /// The first occurrence of each fold in the half of a unit's weight that comes first when its folds are
    /// ordered from rare to frequent: two segments that reach a score of 0.5 share one of them.
    private func forEachPosting(_ units: [Int], _ ranks: Ranks, _ body: (_ list: Int, _ place: Int) -> Void) {
        var ordered: [UInt64] = []
        for (place, unit) in units.enumerated() {
            ordered.removeAll(keepingCapacity: true)
            for token in tokens(of: unit) {
                let fold = Int(records[Int(token & ~Self.spaceBefore)].fold)
                ordered.append(UInt64(ranks.fold[fold]) << 32 | UInt64(ranks.weight[fold]))
            }
            ordered.sort()
            let weight = Int(weights[unit])
            var rest = weight
            var last = UInt64.max
            for element in ordered {
                if 2 * rest < weight { break }
                if element != last {
                    body(
                        Int(element >> 32) * PositionClass.count
                            + PositionClass.of(rest: rest, weight: weight), place)
                }
                last = element
                rest -= Int(element & 0xFFFF_FFFF)
            }
        }
    }
}
