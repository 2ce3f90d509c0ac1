extension SegmentIndex {
    /// The text of a unit in UTF-8: its tokens with their gaps, or as it was kept.
    func text(of unit: Int) -> [UInt8] {
        guard covers(units, unit, 2) else { return [] }
        if units[unit].flags.contains(.keptText) { return keptText(of: unit) }
        let count = Int(units[unit].tokenCount)
        guard count > 0, let start = stream.baseAddress else { return [] }
        let stream = start + Int(units[unit].tokenStart)
        let gaps =
            stream + (Int(units[unit + 1].tokenStart) - Int(units[unit].tokenStart) - (count + 15) / 16)
        guard covers(self.stream, Int(units[unit].tokenStart), 2 * count), gaps >= stream,
            covers(self.stream, gaps - start, (count + 15) / 16)
        else { return [] }
        var text: [UInt8] = []
        text.reserveCapacity(count * 7)
        var place = 0
        for index in 0..<count {
            if gaps[index / 16] >> UInt16(index % 16) & 1 != 0 { text.append(0x20) }
            let key = tokens[TokenStream.next(stream, &place)]
            // The kind, the text, a separator, the fold.
            text.append(contentsOf: key.dropFirst().prefix { $0 != TokenKeys.separator })
        }
        return text
    }

    private func keptText(of unit: Int) -> [UInt8] {
        var low = 0
        var high = textUnits.count
        while low < high {
            let middle = (low + high) / 2
            guard covers(textUnits, middle) else { return [] }
            if Int(textUnits[middle]) < unit { low = middle + 1 } else { high = middle }
        }
        guard low < textUnits.count, covers(textStarts, low, 2) else { return [] }
        let start = textStarts[low], end = textStarts[low + 1]
        guard start <= end, end <= UInt64(textBytes.count),
            start == end || covers(textBytes, Int(start), Int(end - start))
        else { return [] }
        return Array(textBytes[Int(start)..<Int(end)])
    }
}
