internal import UnicodeText

/// A date in a text: day and month, the year where it stands there too.
struct DateMention: Sendable {
    /// Where it stands.
    let range: Range<Int>
    /// The days; two for *November 11–12*. Empty for a month with its year only.
    let days: [Int]
    let month: Int
    let year: Int?
    /// Whether day and month could be the other way round: 3/4/2019.
    let isAmbiguous: Bool

    func isSameDay(as other: DateMention) -> Bool {
        func agree(_ left: DateMention, _ right: DateMention) -> Bool {
            left.month == right.month && (left.days == right.days || left.days.isEmpty || right.days.isEmpty)
        }
        if let year, let other = other.year, year != other,
            min(year, other) >= 100 || year % 100 != other % 100
        {
            return false
        }
        return agree(self, other) || isAmbiguous && agree(swapped, other)
            || other.isAmbiguous && agree(self, other.swapped)
    }

    private var swapped: DateMention {
        guard let day = days.first, days.count == 1 else { return self }
        return DateMention(range: range, days: [month], month: day, year: year, isAmbiguous: false)
    }
}

/// Finds dates in English and Vietnamese, and dates in figures in any language.
struct DateScan {
    let text: CheckedText
    let numbers: [Quantity]
    let language: String

    private static let months: WordMap<Int> = {
        var pairs: [(String, Int)] = []
        let names = "january february march april may june july august september october november december"
        for (place, name) in names.split(separator: " ").enumerated() {
            pairs.append((String(name), place + 1))
            pairs.append((String(name.prefix(3)), place + 1))
        }
        pairs.append(("sept", 9))
        return WordMap(pairs)
    }()
    private static let vietnameseMonths = WordMap<Int>([
        ("giêng", 1), ("một", 1), ("hai", 2), ("ba", 3), ("tư", 4), ("bốn", 4), ("năm", 5), ("sáu", 6),
        ("bảy", 7), ("bẩy", 7),
        ("tám", 8), ("chín", 9), ("mười", 10), ("chạp", 12),
    ])
    private static let month = WordKey("tháng"), day = WordKey("ngày"), year = WordKey("năm"),
        ten = WordKey("mười")

    /// The dates, and the months that stand without a day.
    func found() -> (dates: [DateMention], months: [Quantity]) {
        var dates = figures()
        var months: [Quantity] = []
        switch language {
        case "en":
            for (place, word) in text.words.enumerated() {
                if let month = englishMonth(place) { add(month, word.range, before: true, &dates, &months) }
            }
        case "vi":
            for place in text.words.indices where text.words[place].key == Self.month {
                guard let (month, range) = vietnameseMonth(place) else { continue }
                add(month, range, before: false, &dates, &months)
            }
        default: break
        }
        return (dates.sorted { $0.range.lowerBound < $1.range.lowerBound }, months)
    }

    /// Every word that may name a month, without a number beside it: “a March election”, “June’s meeting”.
    func looseMonths() -> [Quantity] {
        guard language == "en" else { return [] }
        return text.words.compactMap { word in
            guard word.isCapitalized else { return nil }
            var units = text.units[word.range]
            if units.count > 3, let last = units.last, last | 0x20 == 0x73,
                [0x27, 0x2019].contains(units[units.endIndex - 2])
            {
                units = units.dropLast(2)
            }
            guard let month = Self.months[WordKey(units)] else { return nil }
            return Quantity(kind: .month, range: word.range, values: [NumberValue(month)])
        }
    }

    private func englishMonth(_ place: Int) -> Int? {
        let word = text.words[place]
        guard word.isCapitalized, let month = Self.months[word.key] else { return nil }
        // “May” and “March” are words too, and “Jan” and “Mar” names: a number must be near.
        guard word.range.count <= 3 || word.range.count == 5 && month == 3 else { return month }
        return number(before: word.range.lowerBound) != nil || number(after: word.range.upperBound) != nil
            ? month : nil
    }

    /// *tháng 11*, *tháng mười một*, *tháng Giêng*.
    private func vietnameseMonth(_ place: Int) -> (Int, Range<Int>)? {
        let word = text.words[place]
        if let number = number(after: word.range.upperBound, within: 1), let value = number.values[0].small,
            (1...12).contains(value)
        {
            // “3 tháng 5 ngày”: a stretch of time, not a month.
            let next = text.words.first { $0.range.lowerBound >= number.range.upperBound }
            if next?.key == Self.day, let next, next.range.lowerBound - number.range.upperBound == 1,
                self.number(after: next.range.upperBound, within: 1) == nil
            {
                return nil
            }
            return (value, word.range.lowerBound..<number.range.upperBound)
        }
        guard place + 1 < text.words.count, let value = Self.vietnameseMonths[text.words[place + 1].key]
        else {
            return nil
        }
        let next = text.words[place + 1]
        if next.key == Self.ten, place + 2 < text.words.count {
            let after = text.words[place + 2]
            if let unit = Self.vietnameseMonths[after.key], unit <= 2 {
                return (10 + unit, word.range.lowerBound..<after.range.upperBound)
            }
        }
        // “tháng Năm 2019” is May of 2019, “tháng năm” may be months and years; “tháng Một” is January, “mỗi tháng một
        // lần” no month.
        guard next.isCapitalized || next.key != WordKey("một") && next.key != Self.year else { return nil }
        return (value, word.range.lowerBound..<next.range.upperBound)
    }

    private func number(before end: Int, within gap: Int = 4) -> Quantity? {
        numbers.last { $0.range.upperBound <= end && end - $0.range.upperBound <= gap }
    }

    private func number(after start: Int, within gap: Int = 2) -> Quantity? {
        numbers.first { $0.range.lowerBound >= start && $0.range.lowerBound - start <= gap }
    }

    /// Takes the days and the year around a month.
    private func add(
        _ month: Int, _ range: Range<Int>, before mayFollow: Bool, _ dates: inout [DateMention],
        _ months: inout [Quantity]
    ) {
        var range = range
        var days = daysBefore(range.lowerBound)
        if let first = days.first { range = first.range.lowerBound..<range.upperBound }
        if days.isEmpty, mayFollow {
            days = daysAfter(range.upperBound)
            if let last = days.last { range = range.lowerBound..<last.range.upperBound }
        }
        var year: Int?
        // “, 2017”, “ năm 2017”, “/2017”
        if let number = number(after: range.upperBound, within: 6), let value = number.values[0].small,
            (1000...2999).contains(value), number.range.count == 4,
            isYearGap(range.upperBound..<number.range.lowerBound)
        {
            year = value
            range = range.lowerBound..<number.range.upperBound
        }
        if days.isEmpty {
            months.append(
                Quantity(kind: .month, range: range, values: [NumberValue(month)], isInDate: year != nil))
        }
        dates.append(
            DateMention(
                range: range, days: days.compactMap { $0.values[0].small }, month: month, year: year,
                isAmbiguous: false))
    }

    private func isYearGap(_ gap: Range<Int>) -> Bool {
        let words = text.words.filter { gap.overlaps($0.range) }
        return words.allSatisfy {
            $0.key == Self.year || $0.key == WordKey("of") || Self.gapWords.contains($0.key)
        }
            && !text.units[gap].contains { $0 == 0x2E || $0 == 0x3B || $0 == 0x28 }
    }

    private func daysBefore(_ end: Int) -> [Quantity] {
        var days: [Quantity] = []
        var end = end
        while let number = number(before: end, within: days.isEmpty ? 7 : 10), isDay(number) {
            let gap = number.range.upperBound..<end
            guard isDayGap(gap, isFirst: days.isEmpty) else { break }
            days.insert(number, at: 0)
            end = number.range.lowerBound
        }
        return days
    }

    private func daysAfter(_ start: Int) -> [Quantity] {
        var days: [Quantity] = []
        var start = start
        while let number = number(after: start, within: days.isEmpty ? 2 : 5), isDay(number) {
            let gap = start..<number.range.lowerBound
            guard isDayGap(gap, isFirst: days.isEmpty) else { break }
            days.append(number)
            start = number.range.upperBound
        }
        return days
    }

    private func isDay(_ number: Quantity) -> Bool {
        number.range.count <= 2 && number.values[0].small.map { (1...31).contains($0) } ?? false
    }

    private static let gapWords = WordTable("of the st nd rd th and to và đến tới ngày")

    private func isDayGap(_ gap: Range<Int>, isFirst: Bool) -> Bool {
        let words = text.words.filter { gap.overlaps($0.range) }
        guard words.allSatisfy({ Self.gapWords.contains($0.key) }) else { return false }
        let signs = text.units[gap].filter { !UnitKind.isSpace($0) && !UnitKind.isLetter($0) }
        // Commas, hyphens and dashes join days; to the month a hyphen does (16-Dec).
        return signs.allSatisfy { [0x2C, 0x2D, 0x2013, 0x2014, 0x2F].contains($0) } && signs.count <= 1
            && (!isFirst || signs.first != 0x2C)
    }

    /// 16/12/2015, 16-12-2015, 16.12.2015, 2015-12-16.
    private func figures() -> [DateMention] {
        var dates: [DateMention] = []
        var place = 0
        while place + 2 < numbers.count {
            let parts = numbers[place..<place + 3].map { $0 }
            let values = parts.map { $0.values[0].small ?? -1 }
            let gaps = [
                text.units[parts[0].range.upperBound..<parts[1].range.lowerBound],
                text.units[parts[1].range.upperBound..<parts[2].range.lowerBound],
            ]
            guard gaps[0].count == 1, gaps[1].count == 1, let sign = gaps[0].first, sign == gaps[1].first,
                [0x2F, 0x2D, 0x2E].contains(sign),
                let date = date(
                    values, parts.map(\.range.count), parts[0].range.lowerBound..<parts[2].range.upperBound)
            else {
                place += 1
                continue
            }
            dates.append(date)
            place += 3
        }
        return dates
    }

    private func date(_ values: [Int], _ widths: [Int], _ range: Range<Int>) -> DateMention? {
        func isMonth(_ value: Int) -> Bool { (1...12).contains(value) }
        func isDay(_ value: Int) -> Bool { (1...31).contains(value) }
        if widths[0] == 4, isMonth(values[1]), isDay(values[2]) {
            return DateMention(
                range: range, days: [values[2]], month: values[1], year: values[0], isAmbiguous: false)
        }
        guard widths[2] == 4 || widths[2] == 2, widths[0] <= 2, widths[1] <= 2, isDay(values[0]),
            isDay(values[1])
        else { return nil }
        // Only Americans put the month first, and only in English.
        if isMonth(values[1]), language != "en" || isMonth(values[1]) {
            return DateMention(
                range: range, days: [values[0]], month: values[1], year: values[2],
                isAmbiguous: language == "en" && isMonth(values[0]) && values[0] != values[1])
        }
        guard language == "en", isMonth(values[0]) else { return nil }
        return DateMention(
            range: range, days: [values[1]], month: values[0], year: values[2], isAmbiguous: false)
    }
}
