internal import UnicodeText

/// A line that holds a date and at most a place before it.
struct DateLine: Equatable {
    let date: CalendarDate
    let place: String?
    let text: String
    /// Whether day and month could be the other way round.
    let isAmbiguous: Bool
}

/// Reads date lines in a locale's words, in English, in Vietnamese and in ISO 8601.
final class DateLineReader {
    private let patterns: [DatePattern]
    private let labels: [String]
    private let weekdays: Set<String>
    private let monthFirst: Bool
    private let isSure: Bool

    init(locale: LocaleID, books: [PhraseBook]) {
        let english = [
            "MMMM d, y", "MMMM d y", "d MMMM y", "d MMMM, y", "MMM d, y", "MMM d y", "d MMM y", "d MMM, y",
        ]
        let vietnamese = [
            "'ngày' d 'tháng' M 'năm' y", "d 'tháng' M 'năm' y", "'ngày' d 'tháng' M, y", "d 'tháng' M, y",
            "d 'tháng' M y",
        ]
        var patterns = english.compactMap { try? DatePattern($0, locale: .english) }
        patterns += vietnamese.compactMap { try? DatePattern($0, locale: .vietnamese) }
        if ![LocaleID.english, .vietnamese].contains(where: locale.sharesLanguage) {
            patterns += [nil, "d MMMM y", "d MMM y"].compactMap { try? DatePattern($0, locale: locale) }
        }
        self.patterns = patterns
        labels = books.flatMap(\.dateLabels)
        weekdays = Set(books.flatMap(\.weekdays))
        monthFirst = locale.language == "en" && (locale.region == nil || locale.region == "US")
        isSure = locale.language != "en" || locale.region != nil
    }

    /// The date that a line is about; nil where it says anything else.
    func read(_ line: String) -> DateLine? {
        guard line.utf8.count <= 160, Self.numbers(in: line).contains(where: { $0.count == 4 }) else {
            return nil
        }
        let text = withoutLabel(line)
        let characters = Array(text)
        for start in Self.starts(in: characters) {
            guard let place = place(String(characters[..<start])) else { continue }
            let candidate = normalized(String(characters[start...]))
            if let found = date(at: candidate) {
                return DateLine(
                    date: found.date, place: place.isEmpty ? nil : place, text: line,
                    isAmbiguous: found.isAmbiguous)
            }
        }
        return nil
    }

    private func withoutLabel(_ line: String) -> String {
        for label in labels where line.lowercased().hasPrefix(label) {
            let rest = line.dropFirst(label.count).drop { $0 == " " }
            if rest.first == ":" { return rest.dropFirst().trimmed }
        }
        return line
    }

    /// Where a date may start: at the start, after a comma or dash, at “ngày”, at the first digit.
    private static func starts(in characters: [Character]) -> [Int] {
        var result = [0]
        for (index, character) in characters.enumerated() where index > 0 && result.count < 8 {
            let previous = characters[index - 1]
            let isAfterMark = previous == " " && index > 1 && ",–—-|:".contains(characters[index - 2])
            let isWord =
                previous == " " && (character == "n" || character == "N")
                && String(characters[index...].prefix(5)).lowercased() == "ngày "
            if isAfterMark || isWord || previous == "," && character != " " { result.append(index) }
        }
        return result
    }

    /// What stands before a date as a place, without days of the week; nil where it is no place.
    private func place(_ prefix: String) -> String? {
        let parts = prefix.split { ",–—|".contains($0) }.map(\.trimmed).filter {
            !$0.isEmpty && $0 != "-" && !weekdays.contains($0.lowercased())
        }
        let place = parts.joined(separator: ", ").trimmingHyphen
        if place.isEmpty { return "" }
        guard words(of: place).count <= 6, place.count <= 50,
            !place.unicodeScalars.contains(where: {
                asciiDigit($0) != nil || ":;.?!".unicodeScalars.contains($0)
            }),
            place.unicodeScalars.first?.category == .uppercaseLetter
        else { return nil }
        return place
    }

    /// Small letters, no weekday, no ordinal endings, no “of”, no full stops after month names.
    private func normalized(_ text: String) -> String {
        var pieces = text.lowercased().split(separator: " ").map(String.init)
        let last = ","
        for count in [2, 1] where pieces.count > count {
            let head = pieces.prefix(count).joined(separator: " ")
            let bare = head.hasSuffix(last) || head.hasSuffix(".") ? String(head.dropLast()) : head
            if weekdays.contains(bare) {
                pieces.removeFirst(count)
                break
            }
        }
        pieces = pieces.filter { $0 != "of" && $0 != "the" }.map { piece in
            let digits = piece.prefix { $0.isASCII && $0.isNumber }
            let rest = piece.dropFirst(digits.count)
            if !digits.isEmpty, ["st", "nd", "rd", "th", "st,", "nd,", "rd,", "th,"].contains(rest) {
                return digits + (rest.hasSuffix(",") ? "," : "")
            }
            if digits.isEmpty, piece.count > 3, piece.hasSuffix(".") { return String(piece.dropLast()) }
            return piece == "sept" ? "sep" : piece
        }
        return pieces.joined(separator: " ")
    }

    private func date(at text: String) -> (date: CalendarDate, isAmbiguous: Bool)? {
        if let date = CalendarDate(iso: String(text.prefix(10))), isEnd(text.dropFirst(10)) {
            return (date, false)
        }
        for start in [text, text.hasPrefix("ngày ") ? String(text.dropFirst(5)) : ""] where !start.isEmpty {
            if let numeric = numeric(start) { return numeric }
        }
        for pattern in patterns {
            guard let (date, end) = pattern.parse(text) else { continue }
            let units = Array(text.utf16)
            let matched = String(decoding: units.prefix(end), as: UTF16.self)
            let rest = String(decoding: units.dropFirst(end), as: UTF16.self)
            // ICU reads leniently and turns day 45 into the next month: its numbers must be those written.
            let numbers = Self.numbers(in: matched)
            let written = numbers.compactMap { Int($0) }.sorted()
            let isWritten =
                written == [date.day, date.year].sorted()
                || written == [date.day, date.month, date.year].sorted()
            if isWritten, numbers.contains(where: { $0.count == 4 }), isEnd(Substring(rest)) {
                return (date, false)
            }
        }
        return nil
    }

    private func numeric(_ text: String) -> (date: CalendarDate, isAmbiguous: Bool)? {
        let body = text.prefix { $0.isASCII && ($0.isNumber || "/.-".contains($0)) }
        let parts = body.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
        guard parts.count == 3, parts[2].count == 4, isEnd(text[body.endIndex...]),
            let first = Int(parts[0]), let second = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        let dayFirst = CalendarDate(year: year, month: second, day: first)
        let monthFirst = CalendarDate(year: year, month: first, day: second)
        let preferred = self.monthFirst ? monthFirst ?? dayFirst : dayFirst ?? monthFirst
        guard let preferred else { return nil }
        return (preferred, !isSure && dayFirst != nil && monthFirst != nil && dayFirst != monthFirst)
    }

    /// Whether nothing follows a date but punctuation or a time of day.
    private func isEnd(_ rest: Substring) -> Bool {
        if rest.isEmpty { return true }
        guard let first = rest.first, first == " " || first == "," || first == "." || first == "t" else {
            return false
        }
        let bare = rest.drop { " ,.;|-–—".contains($0) }
        if bare.isEmpty { return true }
        let isTime =
            bare.hasPrefix("at ") || bare.hasPrefix("lúc ") || bare.first == "t"
            || bare.first.map { $0.isASCII && $0.isNumber } ?? false
        return isTime && bare.count <= 40 && bare.contains(":")
    }

    private static func numbers(in text: String) -> [Substring] {
        text.split { !($0.isASCII && $0.isNumber) }
    }
}

extension String {
    fileprivate var trimmingHyphen: String {
        hasSuffix(" -") || self == "-" ? dropLast().trimmed : self
    }
}
