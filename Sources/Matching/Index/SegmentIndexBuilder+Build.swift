extension SegmentIndexBuilder {
    /// Makes the index and leaves the builder empty: what was collected is released piece by piece while it is
    /// written. `key` and `generation` are the caller's: kept with the index to tell what it is of and whether it
    /// is up to date.
    public mutating func finish(key: UInt64 = 0, generation: UInt64 = 0) -> SegmentIndex {
        SegmentIndex(sound: takeBytes(key: key, generation: generation))
    }

    /// The same of a copy, for a builder that is used on.
    public func build(key: UInt64 = 0, generation: UInt64 = 0) -> SegmentIndex {
        SegmentIndex(sound: bytes(key: key, generation: generation))
    }

    func bytes(key: UInt64, generation: UInt64) -> IndexBytes {
        var copy = self
        return copy.takeBytes(key: key, generation: generation)
    }

    private mutating func takeBytes(key: UInt64, generation: UInt64) -> IndexBytes {
        let count = count
        let smallest = penalties.min().map(Int.init) ?? 0
        // In ascending order of weight, then as they came.
        let units = Ranks.ascending(weights).map { UInt32($0) }
        let ranks = Ranks(self)
        var writer = IndexWriter()
        writer.write(WeightStarts.of(units.lazy.map { [weights] in weights[Int($0)] }), .weightStarts)
        writeVocabulary(ranks, to: &writer)
        writeStreams(units, ranks, to: &writer)
        writeUnits(units, to: &writer)
        self = SegmentIndexBuilder()
        return writer.finish(
            key: key, generation: generation, unitCount: count, smallestPenalty: smallest)
    }

    /// Where a unit's part of ``stream`` starts.
    func streamStart(of unit: Int) -> Int { unit == 0 ? 0 : Int(streamEnds[unit - 1]) }

    private mutating func writeVocabulary(_ ranks: Ranks, to writer: inout IndexWriter) {
        let written = ranks.tokenOrder.flatMap { old in
            let record = records[old]
            let kind = UInt32(folds[Int(record.fold)].first ?? 0)
            return [
                ranks.fold[Int(record.fold)] | kind << TokenRecord.kindShift, record.base, record.marks,
                record.raw,
            ]
        }
        writer.write(written, .tokenRecords)
        writer.write(tokens.reordered(ranks.tokenOrder), .tokenBytes)
        writer.write(folds.reordered(ranks.foldOrder), .foldBytes)
        writer.write(bases, .baseBytes)
        writer.write(marks, .markBytes)
        writer.write(raws, .rawBytes)
        writer.write(ranks.bits, .foldBits)
        forgetTokens()
    }

    private mutating func writeStreams(_ units: [UInt32], _ ranks: Ranks, to writer: inout IndexWriter) {
        let foldCount = ranks.fold.count
        var made = UnitWriter.onTwoThreads(self, units, ranks)
        stream = []
        streamEnds = []
        tokenCounts = []
        made.write(to: &writer, lists: foldCount * PositionClass.count)
    }

    private mutating func writeUnits(_ units: [UInt32], to writer: inout IndexWriter) {
        writeTexts(units, to: &writer)
        let byIdentifier = unitsByIdentifier(units)
        writer.write(byIdentifier, .byIdentifier)
        writer.write(units.map { identifiers[Int($0)] }, .identifiers)
        identifiers = []
        writer.write(units.map { changes[Int($0)] }, .changes)
        changes = []
        if flags.contains(where: { $0.contains(.hasPrevious) }) {
            writer.write(units.map { previous[Int($0)] }, .previous)
        }
        previous = []
        if flags.contains(where: { $0.contains(.hasNext) }) {
            writer.write(units.map { next[Int($0)] }, .next)
        }
        next = []
    }

    private func writeTexts(_ units: [UInt32], to writer: inout IndexWriter) {
        var places: [UInt32] = []
        var starts: [UInt64] = [0]
        var bytes: [UInt8] = []
        for (place, unit) in units.enumerated() where flags[Int(unit)].contains(.keptText) {
            places.append(UInt32(place))
            bytes += keptTexts[Int(unit)] ?? []
            starts.append(UInt64(bytes.count))
        }
        writer.write(places, .textUnits)
        writer.write(starts, .textStarts)
        writer.write(bytes, .textBytes)
    }

    /// The places of the units in ascending order of their numbers, then of their places.
    private func unitsByIdentifier(_ units: [UInt32]) -> [UInt32] {
        // Units that come from a store come in this order.
        if zip(identifiers, identifiers.dropFirst()).allSatisfy(<) {
            var places = [UInt32](repeating: 0, count: units.count)
            for (place, unit) in units.enumerated() { places[Int(unit)] = UInt32(place) }
            return places
        }
        return units.indices
            .sorted { (identifiers[Int(units[$0])], $0) < (identifiers[Int(units[$1])], $1) }
            .map { UInt32($0) }
    }
}
