internal import UnicodeText

/// Finds the numbers that are written in digits and says what they can mean.
struct NumberScan {
    private let text: CheckedText
    private let parts: OpaqueParts
    /// What parts the whole from the fraction, and groups of three from each other.
    private let decimal: UInt16
    private let isVietnamese: Bool

    init(_ text: CheckedText, _ parts: OpaqueParts, _ locale: LocaleID) {
        self.text = text
        self.parts = parts
        decimal = Self.usesDecimalPoint(locale) ? 0x2E : 0x2C
        isVietnamese = locale.language == "vi"
    }

    /// Whether fractions have a point (CLDR, numbers, symbols).
    static func usesDecimalPoint(_ locale: LocaleID) -> Bool {
        switch locale.language {
        case "en", "zh", "ja", "ko", "th", "ms", "he", "hi", "bn", "ta", "ur", "fil", "my", "ne", "si", "mn",
            "sw":
            true
        default: locale.identifier == "es-MX" || locale.identifier == "de-CH"
        }
    }

    func quantities() -> [Quantity] {
        guard text.units.contains(where: { UnitKind.digit($0) != nil }) else { return [] }
        var found: [Quantity] = []
        text.units.withUnsafeBufferPointer { units in
            var place = 0
            while place < units.count {
                guard UnitKind.digit(units[place]) != nil else {
                    place += 1
                    continue
                }
                if let part = parts.parts.first(where: { $0.range.contains(place) }) {
                    place = part.range.upperBound
                    continue
                }
                let end = numberEnd(units, place)
                // The minutes of a full hour: 16:00 is 4 p.m.
                if end - place == 2, units[place] == 0x30, units[place + 1] == 0x30,
                    isAfterColon(units, place)
                {
                    place = end
                    continue
                }
                found += quantities(units, place..<end)
                place = end
            }
        }
        return found
    }

    /// Whether a colon stands before a place: “16:00”, or “16 : 00” as texts have it whose words were parted.
    private func isAfterColon(_ units: Units, _ place: Int) -> Bool {
        if place > 0, units[place - 1] == 0x3A { return true }
        return place > 3 && units[place - 1] == 0x20 && units[place - 2] == 0x3A && units[place - 3] == 0x20
            && UnitKind.digit(units[place - 4]) != nil
    }

    /// The end of digits with single separators between them.
    private func numberEnd(_ units: Units, _ start: Int) -> Int {
        var end = start
        while end < units.count {
            if UnitKind.digit(units[end]) != nil {
                end += 1
                continue
            }
            guard end + 1 < units.count, UnitKind.digit(units[end + 1]) != nil else { break }
            if units[end] == 0x2E || units[end] == 0x2C {
                end += 1
            } else if UnitKind.isNoBreakSpace(units[end]) || units[end] == 0x20,
                hasThreeDigits(units, end + 1),
                isGroupable(units, start..<end)
            {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    private func hasThreeDigits(_ units: Units, _ start: Int) -> Bool {
        guard start + 3 <= units.count else { return false }
        for place in start..<start + 3 where UnitKind.digit(units[place]) == nil { return false }
        return start + 3 == units.count || UnitKind.digit(units[start + 3]) == nil
    }

    /// Whether up to here there are one to three digits, or groups with spaces already; a plain space groups only
    /// where a year or two numbers side by side are unlikely.
    private func isGroupable(_ units: Units, _ range: Range<Int>) -> Bool {
        var lead = 0
        for place in range.reversed() {
            guard UnitKind.digit(units[place]) != nil else { break }
            lead += 1
        }
        return lead <= 3 && (lead == 3) == (lead < range.count) || lead == range.count && lead <= 3
    }

    private struct Piece {
        var digits: [UInt8] = []
        /// What stands after it.
        var separator: UInt16 = 0
    }

    private func quantities(_ units: Units, _ range: Range<Int>) -> [Quantity] {
        var pieces = [Piece()]
        for place in range {
            if let digit = UnitKind.digit(units[place]) {
                pieces[pieces.count - 1].digits.append(digit)
            } else {
                pieces[pieces.count - 1].separator = UnitKind.isSpace(units[place]) ? 0x20 : units[place]
                pieces.append(Piece())
            }
        }
        var quantity = Quantity(kind: .digits, range: range, values: [])
        quantity.values = values(pieces, &quantity.isConventional)
        guard quantity.values.isEmpty else {
            addReadings(units, &quantity)
            return [quantity]
        }
        // 16.12.2015, 3,10,15: numbers of their own.
        var found: [Quantity] = []
        var place = range.lowerBound
        for piece in pieces {
            let end = place + piece.digits.count
            found.append(
                Quantity(kind: .digits, range: place..<end, values: [NumberValue(whole: piece.digits)]))
            place = end + 1
        }
        return found
    }

    private func values(_ pieces: [Piece], _ isConventional: inout Bool) -> [NumberValue] {
        let groups = pieces.map(\.digits)
        if pieces.count == 1 { return [NumberValue(whole: groups[0])] }
        let separators = Set(pieces.dropLast().map(\.separator))
        let isGrouped = groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
        func grouped(_ groups: ArraySlice<[UInt8]>) -> NumberValue {
            NumberValue(whole: groups.flatMap { $0 })
        }
        if separators.count == 1, let separator = separators.first {
            if pieces.count == 2, separator != 0x20 {
                let fraction = NumberValue(whole: groups[0], fraction: groups[1])
                guard isGrouped, groups[0] != [0] else {
                    isConventional = separator == decimal
                    return [fraction]
                }
                isConventional = true
                return separator == decimal
                    ? [fraction, grouped(groups[...])] : [grouped(groups[...]), fraction]
            }
            guard isGrouped else { return [] }
            isConventional = separator != decimal
            return [grouped(groups[...])]
        }
        // Groups, then a fraction with another separator.
        let last = pieces.count - 2
        let point = pieces[last].separator
        let others = Set(pieces.dropLast(2).map(\.separator))
        guard others.count == 1, !others.contains(point), point != 0x20,
            groups[..<(last + 1)].dropFirst().allSatisfy({ $0.count == 3 }), groups[0].count <= 3
        else { return [] }
        isConventional = point == decimal
        return [NumberValue(whole: groups[...last].flatMap { $0 }, fraction: groups[last + 1])]
    }

    /// What a word beside the number makes of it: *2.5 million*, *7 p.m.*, *the 1990s*.
    private func addReadings(_ units: Units, _ quantity: inout Quantity) {
        let end = quantity.range.upperBound
        var scaled = quantity.values
        for word in text.words.lazy.drop(while: { $0.range.lowerBound < end }).prefix(2) {
            guard word.range.lowerBound - end <= 1 || scaled != quantity.values,
                let factor = NumberWords.magnitude(word.key)
            else { break }
            scaled = scaled.compactMap { $0.times(factor) }
            quantity.values += scaled
            quantity.scaled = scaled
        }
        addTimeOfDay(units, &quantity)
        if let small = quantity.values.first?.small {
            if small >= 1 && small <= 12 {
                if isAfternoon(units, end) {
                    quantity.values.append(NumberValue(small == 12 ? 0 : small + 12))
                }
            }
            // The 1990s, ’90s.
            if end < units.count, units[end] == 0x73, !units.isWordUnit(end + 1), small > 99 {
                quantity.values.append(NumberValue(small % 100))
            }
            if isVietnamese, small < 100, small % 10 == 0, small > 0 {
                // Thập niên 90, những năm 90.
                quantity.values.append(NumberValue(1900 + small))
            }
        }
    }

    private static let timeWords = WordTable(
        "gmt bst utc est edt pst pdt cet cest hours hour hrs local ict ist")

    /// 0700 GMT, 10.30 GMT: the hour.
    private func addTimeOfDay(_ units: Units, _ quantity: inout Quantity) {
        guard !isVietnamese, quantity.range.count == 4 || quantity.range.count == 5,
            let word = text.words.first(where: { $0.range.lowerBound >= quantity.range.upperBound }),
            word.range.lowerBound - quantity.range.upperBound <= 1, Self.timeWords.contains(word.key)
        else { return }
        let digits = units[quantity.range].compactMap { UnitKind.digit($0) }
        guard digits.count == 4 else { return }
        let hour = Int(digits[0]) * 10 + Int(digits[1]), minute = Int(digits[2]) * 10 + Int(digits[3])
        guard hour < 25, minute < 60 else { return }
        quantity.values += [NumberValue(hour), NumberValue(minute)]
        if hour > 12 { quantity.values.append(NumberValue(hour - 12)) }
    }

    private func isAfternoon(_ units: Units, _ end: Int) -> Bool {
        var place = end
        // 7:30 p.m.: the hour is before the minutes.
        if place + 2 < units.count, units[place] == 0x3A || units[place] == 0x2E {
            place += 1
            while place < units.count, UnitKind.digit(units[place]) != nil { place += 1 }
        }
        while place < units.count, UnitKind.isSpace(units[place]) { place += 1 }
        if isVietnamese {
            // giờ (30) chiều, tối, trưa
            return text.words.lazy.drop { $0.range.lowerBound < end }.prefix(4)
                .contains { NumberWords.afternoon.contains($0.key) }
        }
        guard place + 1 < units.count, units[place] | 0x20 == 0x70 else { return false }
        return units[place + 1] | 0x20 == 0x6D || units[place + 1] == 0x2E
    }
}
