internal import Matching
internal import UnicodeText

/// Finds the months of dates, so that November 11 and ngày 11 tháng 11 and 11/11/2017 have a month in common; the names
/// are CLDR's.
struct MonthNames {
    private struct Name {
        /// The words of the name, folded.
        let words: [Decomposition]
        let month: Int
        /// Whether the language writes its months with a capital letter.
        let isCapitalized: Bool
        /// Whether the name is a number with a word beside it, as in tháng 11 and 11月, or so long that it is no other
        /// word: a shorter one, such as May, needs a number beside it.
        let isPlain: Bool
    }

    private var byFirst: [String: [Name]] = [:]
    /// Whether the day stands before the month where a date is written in numbers.
    private let isDayFirst: Bool

    /// Standalone and within a date, in full and short (UTS #35, part 4).
    private static let patterns = ["LLLL", "MMMM", "MMM"]
    private static let shortest = 3
    private static let longEnough = 5
    /// So many tokens may stand between a month and the number of its day or year.
    private static let reach = 2

    /// The names of the months in the language that the tokenizer cuts.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    init(_ tokenizer: Tokenizer) throws(ICUError) {
        let locale = (try? LocaleID(tokenizer.locale.identifier + "-u-ca-gregory")) ?? tokenizer.locale
        var seen: Set<String> = []
        for pattern in Self.patterns {
            let names = try Self.names(pattern, locale)
            for (index, text) in names.enumerated() where seen.insert("\(index) \(text)").inserted {
                let tokens = tokenizer.tokenize(text).tokens
                let words = tokens.filter { $0.kind != .mark }
                guard let first = words.first, !(words.count == 1 && first.kind == .number),
                    words.contains(where: { $0.kind == .word }),
                    words.count > 1 || text.unicodeScalars.count >= Self.shortest
                else { continue }
                // Scripts without capitals, and those whose words are signs, leave nothing to confuse.
                let isLatin = first.text.unicodeScalars.contains { $0.properties.isCased }
                let isCapitalized = first.text.unicodeScalars.first?.category == .uppercaseLetter
                byFirst[first.form.baseText, default: []].append(
                    Name(
                        words: words.map(\.form), month: index + 1, isCapitalized: isCapitalized,
                        isPlain: words.count > 1 || !isLatin || text.unicodeScalars.count >= Self.longEnough))
            }
        }
        for key in byFirst.keys { byFirst[key]?.sort { $0.words.count > $1.words.count } }
        isDayFirst = try Self.isDayFirst(locale)
    }

    private static func names(_ pattern: String, _ locale: LocaleID) throws(ICUError) -> [String] {
        guard let names = try? DatePattern(pattern, locale: locale) else { return [] }
        var found: [String] = []
        for month in 1...12 {
            guard let date = CalendarDate(year: 2017, month: month, day: 15) else { continue }
            found.append(try names.format(date))
        }
        return found
    }

    private static func isDayFirst(_ locale: LocaleID) throws(ICUError) -> Bool {
        guard let date = CalendarDate(year: 2017, month: 10, day: 28),
            let pattern = try? DatePattern(style: .short, locale: locale)
        else { return true }
        let text = Vocabulary.digits(try pattern.format(date))
        guard let day = text.firstRange(of: "28"), let month = text.firstRange(of: "10") else { return true }
        return day.lowerBound < month.lowerBound
    }

    /// The months that dates of a segment name, 1 to 12, in order.
    func months(in tokens: [Token]) -> [Int] {
        var months: [Int] = []
        var place = 0
        while place < tokens.count {
            if let (month, length) = name(tokens, place) ?? numeric(tokens, place) {
                months.append(month)
                place += length
            } else {
                place += 1
            }
        }
        return months
    }

    private func name(_ tokens: [Token], _ place: Int) -> (month: Int, length: Int)? {
        let first = tokens[place]
        for name in byFirst[first.form.baseText] ?? [] {
            guard tokens.count - place >= name.words.count,
                zip(tokens[place...], name.words).allSatisfy({ $0.form == $1 })
            else { continue }
            let end = place + name.words.count
            if name.isCapitalized, first.text.unicodeScalars.first?.category != .uppercaseLetter { continue }
            guard name.isPlain || hasNumber(tokens, before: place, after: end) else { continue }
            return (name.month, name.words.count)
        }
        return nil
    }

    private func hasNumber(_ tokens: [Token], before place: Int, after end: Int) -> Bool {
        let around =
            tokens[max(0, place - Self.reach)..<place] + tokens[end..<min(tokens.count, end + Self.reach)]
        return around.contains { $0.text.unicodeScalars.first?.category.isNumber == true }
    }

    /// A date in numbers: 10/11/2017, 10.11.2017, 2017-11-10.
    private func numeric(_ tokens: [Token], _ place: Int) -> (month: Int, length: Int)? {
        guard tokens[place].kind == .number else { return nil }
        var parts = tokens[place].form.baseText.split(separator: ".", omittingEmptySubsequences: false)
            .map { Int(Vocabulary.digits(String($0))) }
        var length = 1
        if parts.count == 1, tokens.count - place >= 5,
            tokens[place + 1].kind == .mark, ["/", "-"].contains(tokens[place + 1].form.baseText),
            tokens[place + 1].form == tokens[place + 3].form, tokens[place + 2].kind == .number,
            tokens[place + 4].kind == .number
        {
            parts += [2, 4].map { Int(Vocabulary.digits(tokens[place + $0].form.baseText)) }
            length = 5
        }
        guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] else {
            return nil
        }
        let month: Int
        if first > 31 {
            month = second
        } else if third > 31 || length == 5 {
            // A number above 12 is no month, whatever the order is.
            month = isDayFirst && second <= 12 || first > 12 ? second : first
        } else {
            return nil
        }
        return (1...12).contains(month) ? (month, length) : nil
    }
}
