internal import UnicodeText

/// Dates as TMX writes them: `20171107T093000Z`, ISO 8601 basic format, always in UTC.
public enum TMXDate {
    private static let dayLength: Int64 = 86_400_000

    /// The time in milliseconds since 1970 (UTC); nil for anything but a date that exists.
    public static func milliseconds(_ text: String) -> Int64? {
        var text = text
        return text.withUTF8 { milliseconds($0.span) }
    }

    /// The time of a date as UTF-8, see ``milliseconds(_:)-(String)``.
    static func milliseconds(_ bytes: Span<UInt8>) -> Int64? {
        guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z") else {
            return nil
        }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for index in range {
                let byte = bytes[index]
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8),
            let hour = number(9..<11), let minute = number(11..<13), let second = number(13..<15),
            CalendarDate(year: year, month: month, day: day) != nil, hour < 24, minute < 60, second < 60
        else { return nil }
        let seconds = Int64((hour * 60 + minute) * 60 + second)
        return dayNumber(year, month, day) * dayLength + seconds * 1000
    }

    /// The date of a time in milliseconds since 1970 (UTC), rounded down to a second; nil outside the years
    /// 1 to 9999.
    public static func text(_ milliseconds: Int64) -> String? {
        guard (start(ofYear: 1)..<start(ofYear: 10_000)).contains(milliseconds) else { return nil }
        let seconds = Int(floorDivision(milliseconds, 1000))
        let days = Int(floorDivision(Int64(seconds), 86_400))
        let (year, month, day) = date(dayNumber: days)
        let time = seconds - days * 86_400
        return padded(year, 4) + padded(month, 2) + padded(day, 2) + "T" + padded(time / 3600, 2)
            + padded(time / 60 % 60, 2) + padded(time % 60, 2) + "Z"
    }

    private static func start(ofYear year: Int) -> Int64 { dayNumber(year, 1, 1) * dayLength }

    /// Days since 1970 in the proleptic Gregorian calendar. Years are counted from March, so that the day
    /// that leap years add is the last of its year.
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = (month + 9) % 12
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        return Int64(marchYear * 365 + leapDays + dayOfYear - epoch)
    }

    /// Days from 1 March of year 0 to 1 January 1970.
    private static let epoch = 719_468

    private static func date(dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let days = dayNumber + epoch
        // The average year is short enough never to overshoot by more than one.
        var year = days * 400 / 146_097
        func start(_ year: Int) -> Int { year * 365 + year / 4 - year / 100 + year / 400 }
        while start(year) > days { year -= 1 }
        while start(year + 1) <= days { year += 1 }
        let dayOfYear = days - start(year)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (month > 2 ? year : year + 1, month, day)
    }

    private static func floorDivision(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
