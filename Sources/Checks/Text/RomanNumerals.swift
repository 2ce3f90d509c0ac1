/// Roman numerals in capitals: *XXI*, *II*; single letters only after a word that counts.
enum RomanNumerals {
    private static let counted = WordTable(
        "article chapter part section volume book war world century annex title phase class type act scene king pope "
            + "điều chương phần mục tập quyển thế kỷ kỉ phụ lục khóa khoá thứ hồi kỳ giai đoạn hạng cấp chiến lần"
    )

    static func quantities(_ text: CheckedText) -> [Quantity] {
        text.words.indices.compactMap { place in
            let word = text.words[place]
            guard word.isASCII, word.isCapitalized, word.range.count <= 9,
                let value = value(text.units[word.range])
            else { return nil }
            if word.range.count == 1 {
                guard place > 0,
                    counted.contains(text.words[place - 1].key) || text.words[place - 1].isCapitalized
                else { return nil }
            }
            return Quantity(kind: .roman, range: word.range, values: [NumberValue(value)])
        }
    }

    /// The value of a well-formed numeral.
    static func value(_ units: some Collection<UInt16>) -> Int? {
        var total = 0
        var previous = Int.max
        var digits: [Int] = []
        for unit in units {
            switch unit {
            case 0x49: digits.append(1)
            case 0x56: digits.append(5)
            case 0x58: digits.append(10)
            case 0x4C: digits.append(50)
            case 0x43: digits.append(100)
            case 0x44: digits.append(500)
            case 0x4D: digits.append(1000)
            default: return nil
            }
        }
        var place = 0
        while place < digits.count {
            var value = digits[place]
            if place + 1 < digits.count, digits[place + 1] > value {
                guard digits[place + 1] <= value * 10, [1, 10, 100].contains(value) else { return nil }
                value = digits[place + 1] - value
                place += 1
            }
            guard value <= previous else { return nil }
            previous = value
            total += value
            place += 1
        }
        return total > 0 ? total : nil
    }
}
