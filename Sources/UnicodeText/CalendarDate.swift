import CICU

/// A day of the proleptic Gregorian calendar, without time or zone.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Astronomical year.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// A day that exists, or nil.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(in: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2017-11-07` (ISO 8601 calendar date, extended form).
    public init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The date as `2017-11-07`.
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Chronological order.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

/// Writes and reads dates in a locale's words, by a date pattern (UTS #35, part 4).
public final class DatePattern {
    private let handle: OpaquePointer

    /// What is wrong with a pattern.
    public struct SyntaxError: Error, Equatable, CustomStringConvertible {
        /// The pattern.
        public let pattern: String
        /// What is wrong, as a sentence for people.
        public let description: String
    }

    /// The letters of date fields; those of times have no place in the date of a letter.
    private static let fieldLetters: Set<Unicode.Scalar> = [
        "G", "y", "Y", "u", "U", "r", "Q", "q", "M", "L", "w", "W", "d", "D", "F", "g", "E", "e", "c",
    ]

    /// Opens a pattern such as `'ngày' d 'tháng' M 'năm' y`; nil means the locale's own long style.
    /// - Throws: ``SyntaxError`` where the pattern has a letter that is no date field or a quotation mark
    ///   that is not closed; ``ICUError`` when ICU's data is incomplete.
    public convenience init(_ pattern: String?, locale: LocaleID) throws {
        if let pattern { try Self.check(pattern) }
        try self.init(unchecked: pattern, locale: locale)
    }

    private init(unchecked pattern: String?, locale: LocaleID) throws(ICUError) {
        let units = Array((pattern ?? "").utf16)
        var status: Int32 = 0
        let opened = cicu_date_format_open(locale.icuName, units, Int32(units.count), &status)
        guard let opened, status <= 0 else {
            throw ICUError(code: status, operation: "date pattern “\(pattern ?? "")”")
        }
        handle = opened
    }

    /// How much of a date a locale's own pattern writes.
    public enum Style: String, Sendable, CaseIterable {
        case short, medium, long, full
    }

    /// Opens the locale's own pattern of a style.
    /// - Throws: ``ICUError`` when ICU's data is incomplete.
    public convenience init(style: Style, locale: LocaleID) throws {
        let number =
            switch style {
            case .full: CICU_DATE_FULL
            case .long: CICU_DATE_LONG
            case .medium: CICU_DATE_MEDIUM
            case .short: CICU_DATE_SHORT
            }
        let pattern = try withUTF16Buffer(capacity: 64, operation: "date style") {
            cicu_date_pattern_for_style(locale.icuName, Int32(number), $0, $1, &$2)
        }
        try self.init(unchecked: pattern, locale: locale)
    }

    /// Opens the pattern that a locale has for the fields of a skeleton such as `yMMMMd`.
    /// - Throws: ``SyntaxError`` where the skeleton has a letter that is no date field.
    public convenience init(skeleton: String, locale: LocaleID) throws {
        try Self.check(skeleton)
        let units = Array(skeleton.utf16)
        let pattern = try withUTF16Buffer(capacity: 64, operation: "date skeleton") {
            cicu_date_pattern_for_skeleton(locale.icuName, units, Int32(units.count), $0, $1, &$2)
        }
        try self.init(unchecked: pattern, locale: locale)
    }

    /// ICU itself takes any text for a pattern and leaves out what it does not understand.
    private static func check(_ pattern: String) throws(SyntaxError) {
        var isQuoted = false
        for scalar in pattern.unicodeScalars {
            if scalar == "'" {
                isQuoted.toggle()
            } else if !isQuoted, scalar.isASCII, scalar.properties.isAlphabetic,
                !fieldLetters.contains(scalar)
            {
                throw SyntaxError(
                    pattern: pattern,
                    description:
                        "“\(scalar)” is no field of a date; put words between apostrophes, as in 'ngày' d")
            }
        }
        if isQuoted { throw SyntaxError(pattern: pattern, description: "an apostrophe is not closed") }
    }

    deinit { cicu_date_format_close(handle) }

    /// The date in words.
    /// - Throws: ``ICUError`` when memory runs out; patterns are checked when they are opened.
    public func format(_ date: CalendarDate) throws(ICUError) -> String {
        try withUTF16Buffer(capacity: 64, operation: "format date") {
            cicu_date_format_format(
                handle, Int32(date.year), Int32(date.month), Int32(date.day), $0, $1, &$2)
        }
    }

    /// The date that stands at the start of the text, with the UTF-16 offset of its end.
    public func parse(_ text: String) -> (date: CalendarDate, end: Int)? {
        let units = Array(text.utf16)
        var year: Int32 = 0, month: Int32 = 0, day: Int32 = 0
        let end = cicu_date_format_parse(handle, units, Int32(units.count), &year, &month, &day)
        guard end > 0, let date = CalendarDate(year: Int(year), month: Int(month), day: Int(day)) else {
            return nil
        }
        return (date, Int(end))
    }
}
