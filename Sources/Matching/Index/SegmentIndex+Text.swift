extension SegmentIndex {
    /// The text of a unit in UTF-8: its tokens with their gaps, or as it was kept.
    func text(of unit: Int) -> [UInt8] {
        if units[unit].flags.contains(.keptText) { return keptText(of: unit) }
        let count = Int(units[unit].tokenCount)
        guard count > 0, let start = stream.baseAddress else { return [] }
        let stream = start + Int(units[unit].tokenStart)
        let gaps =
            stream + (Int(units[unit + 1].tokenStart) - Int(units[unit].tokenStart) - (count + 15) / 16)
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
            if Int(textUnits[middle]) < unit { low = middle + 1 } else { high = middle }
        }
        return Array(textBytes[Int(textStarts[low])..<Int(textStarts[low + 1])])
    }
}
