import Testing
import UnicodeText

@Suite struct CalendarDateTests {
    @Test func writtenInTheWordsOfALanguage() throws {
        let letterDate = try #require(CalendarDate(iso: "2017-11-07"))
        let cases: [(pattern: String?, locale: String, text: String)] = [
            ("'ngày' d 'tháng' M 'năm' y", "vi", "ngày 7 tháng 11 năm 2017"),
            ("d MMMM y", "en", "7 November 2017"),
            ("MMMM d, y", "en", "November 7, 2017"),
            (nil, "fr", "7 novembre 2017"),
            (nil, "de", "7. November 2017"),
            (nil, "zh-Hant", "2017年11月7日"),
            // Thai letters count years from the Buddha's.
            (nil, "th", "7 พฤศจิกายน 2560"),
        ]
        for (pattern, tag, text) in cases {
            let format = try DatePattern(pattern, locale: LocaleID(tag))
            #expect(try format.format(letterDate) == text, "\(tag)")
        }
    }

    @Test func readFromTheStartOfAText() throws {
        let english = try DatePattern("MMMM d, y", locale: .english)
        let found = try #require(english.parse("November 7, 2017 and more"))
        #expect(found.date == CalendarDate(year: 2017, month: 11, day: 7))
        #expect(found.end == 16)
        #expect(english.parse("February 30, 2017") == nil)
        #expect(english.parse("no date") == nil)
        let vietnamese = try DatePattern("'ngày' d 'tháng' M 'năm' y", locale: .vietnamese)
        #expect(vietnamese.parse("ngày 7 tháng 11 năm 2017")?.date.description == "2017-11-07")
    }

    /// Every day of the calendar's whole range, written and read, where leap years and month ends turn.
    @Test func daysComeBack() throws {
        let iso = try DatePattern("yyyy-MM-dd", locale: .english)
        for year in [1, 4, 1500, 1582, 1600, 1700, 1900, 2000, 2023, 2024, 9999] {
            for month in 1...12 {
                for day in [1, 27, 28, 29, 30, 31] {
                    guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
                    #expect(try iso.format(date) == date.description)
                    #expect(iso.parse(date.description)?.date == date)
                    #expect(CalendarDate(iso: date.description) == date)
                }
            }
        }
    }

    @Test func onlyDaysThatExist() {
        for text in [
            "2017-02-29", "2017-13-01", "2017-00-10", "2017-11-00", "2017-04-31", "1900-02-29", "17-11-07",
            "2017-11-7", "2017/11/07", "", "2017-11-07T00:00", "+017-11-07", "٢٠١٧-١١-٠٧",
        ] { #expect(CalendarDate(iso: text) == nil, "\(text)") }
        #expect(CalendarDate(iso: "2000-02-29") != nil)
    }

    @Test func malformedPatternsAreRefused() throws {
        for pattern in ["nnn", "d tháng M", "d 'tháng M", "d/M/y HH:mm"] {
            #expect(throws: DatePattern.SyntaxError.self, "\(pattern)") {
                try DatePattern(pattern, locale: .vietnamese)
            }
        }
    }
}
