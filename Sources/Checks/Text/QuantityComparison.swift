internal import UnicodeText

/// The numbers and dates of a pair, held against each other.
///
/// Dates are compared first, as dates; their numbers are then out of the way. A number in digits is found again where
/// the other side has one that can mean the same, as often as it likes; else in a word, a Roman numeral or the name of
/// a month. Words and numerals that have no partner are nobody's concern: languages count differently.
struct QuantityComparison {
    /// Numbers of the source that the translation has not.
    private(set) var lost: [Quantity] = []
    /// Numbers of the translation that the source has not.
    private(set) var added: [Quantity] = []
    /// Numbers of the source that the translation writes in words.
    private(set) var inWords: [(source: Quantity, target: Quantity)] = []
    /// Dates that differ.
    private(set) var differentDates: [(source: DateMention, target: DateMention)] = []
    /// Months that are named in the source and neither named nor counted in the translation.
    private(set) var lostMonths: [Quantity] = []
    /// Numbers of the translation that are not written as its language does.
    private(set) var unconventional: [(target: Quantity, source: Quantity)] = []

    init(_ pair: PairContext) {
        var source = Side(pair.source, pair.sourceParts, pair.sourceLocale)
        var target = Side(pair.target, pair.targetParts, pair.targetLocale)
        guard
            !source.numbers.isEmpty || !target.numbers.isEmpty || !source.months.isEmpty
                || !target.months.isEmpty
        else { return }
        var used = (source: [Range<Int>](), target: [Range<Int>]())
        compareDates(source, target, &used)
        let wanted = source.numbers.filter { number in
            !used.source.contains { $0.contains(number.range.lowerBound) }
        }
        let given = target.numbers.filter { number in
            !used.target.contains { $0.contains(number.range.lowerBound) }
        }
        for number in wanted where !target.numbers.contains(where: { $0.canEqual(number) }) {
            if let word = (target.months + target.romans).first(where: { $0.canEqual(number) }) {
                _ = word
            } else if let word = target.words.first(where: { $0.canEqual(number) }) {
                inWords.append((number, word))
            } else {
                lost.append(number)
            }
        }
        for number in given {
            if let partner = source.numbers.first(where: { $0.canEqual(number) }) {
                if !number.isConventional { unconventional.append((number, partner)) }
            } else if !(source.allMonths + source.looseMonths + source.romans + source.words).contains(
                where: { $0.canEqual(number) })
            {
                added.append(number)
            }
        }
        lostMonths = source.months.filter { month in
            !used.source.contains { $0.overlaps(month.range) }
                && !(target.allMonths + target.numbers).contains { $0.canEqual(month) }
        }
    }

    private struct Side {
        let numbers: [Quantity]
        let dates: [DateMention]
        /// Months without a day.
        let months: [Quantity]
        private let text: CheckedText
        private let locale: LocaleID
        /// Numbers in words; most texts with numbers need none of them.
        private(set) lazy var words = NumberWords.quantities(text, locale)
        /// What may name a month, on closer look or not.
        private(set) lazy var looseMonths = DateScan(
            text: text, numbers: numbers, language: locale.language
        ).looseMonths()
        private(set) lazy var romans = RomanNumerals.quantities(text)
        /// The months of all dates.
        var allMonths: [Quantity] {
            dates.map { Quantity(kind: .month, range: $0.range, values: [NumberValue($0.month)]) } + months
        }

        init(_ text: CheckedText, _ parts: OpaqueParts, _ locale: LocaleID) {
            self.text = text
            self.locale = locale
            numbers = NumberScan(text, parts, locale).quantities()
            (dates, months) = DateScan(text: text, numbers: numbers, language: locale.language).found()
        }
    }

    private mutating func compareDates(
        _ source: Side, _ target: Side, _ used: inout (source: [Range<Int>], target: [Range<Int>])
    ) {
        var open: [DateMention] = []
        var rest = target.dates
        for date in source.dates {
            if let place = rest.firstIndex(where: { date.isSameDay(as: $0) }) {
                // A year or days that only one side has are compared as numbers.
                if (date.year == nil) == (rest[place].year == nil), date.days.count == rest[place].days.count
                {
                    used.source.append(date.range)
                    used.target.append(rest[place].range)
                }
                rest.remove(at: place)
            } else {
                open.append(date)
            }
        }
        // What is left on both sides belongs together in order: languages rarely change the order of dates.
        for (date, other) in zip(open, rest)
        where !(date.days.isEmpty && other.days.isEmpty) || date.year != nil {
            differentDates.append((date, other))
            used.source.append(date.range)
            used.target.append(other.range)
        }
    }
}
