extension SegmentIndexBuilder {
    /// Starts with the segments of an index, all but those that were removed.
    init(_ index: SegmentIndex, without removed: UnitSet) {
        self.init()
        tokens = ByteTable(index.tokens)
        folds = ByteTable(index.folds)
        bases = ByteTable(index.bases)
        marks = ByteTable(index.marks)
        raws = ByteTable(index.raws)
        records = index.records.indices.map(index.record(of:))
        frequencies = [UInt32](repeating: 0, count: records.count)
        textLengths = (0..<tokens.count).map { token in
            UInt32(
                tokens[token].firstIndex(of: TokenKeys.separator).map { $0 - tokens[token].startIndex - 1 }
                    ?? 0)
        }
        for unit in 0..<index.count where !removed.contains(unit) {
            addTokens(of: unit, index)
            let record = index.units[unit]
            let flags = record.flags
            if flags.contains(.keptText) { keptTexts[count] = index.text(of: unit) }
            streamEnds.append(UInt32(stream.count))
            tokenCounts.append(record.tokenCount)
            weights.append(record.weight)
            self.flags.append(flags)
            identifiers.append(index.identifiers[unit])
            changes.append(index.changes[unit])
            penalties.append(record.penalty)
            previous.append(flags.contains(.hasPrevious) ? index.previous[unit] : 0)
            next.append(flags.contains(.hasNext) ? index.next[unit] : 0)
        }
    }

    private mutating func addTokens(of unit: Int, _ index: SegmentIndex) {
        // The numbers stay, and so does what they are written as.
        let start = Int(index.units[unit].tokenStart), end = Int(index.units[unit + 1].tokenStart)
        stream.append(contentsOf: index.stream[start..<end])
        var place = start
        guard let base = index.stream.baseAddress else { return }
        for _ in 0..<index.units[unit].tokenCount { frequencies[TokenStream.next(base, &place)] += 1 }
    }
}

extension ByteTable {
    /// The strings of a table in an index.
    init(_ view: ByteTableView) {
        self.init()
        for number in 0..<view.count { _ = self.number(of: view[number]) }
    }
}
