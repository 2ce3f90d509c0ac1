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
            streamStarts.append(stream.count)
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
        let count = Int(index.units[unit].tokenCount)
        guard count > 0, let start = index.stream.baseAddress else { return }
        let units = start + Int(index.units[unit].tokenStart)
        let gaps = start + (Int(index.units[unit + 1].tokenStart) - (count + 15) / 16)
        var place = 0
        for number in 0..<count {
            let token = TokenStream.next(units, &place)
            let isSpaced = gaps[number / 16] >> UInt16(number % 16) & 1 != 0
            stream.append(UInt32(token) | (isSpaced ? Self.spaceBefore : 0))
            frequencies[token] += 1
        }
    }
}

extension ByteTable {
    /// The strings of a table in an index.
    init(_ view: ByteTableView) {
        self.init()
        for number in 0..<view.count { _ = self.number(of: view[number]) }
    }
}
