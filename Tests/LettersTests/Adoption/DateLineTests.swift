import Testing
import UnicodeText

@testable import Letters

@Suite struct DateLineTests {
    private func read(_ text: String, _ tag: String = "en") throws -> DateLine? {
        DateLineReader(locale: try LocaleID(tag), books: [.english, .vietnamese]).read(text)
    }

    @Test(arguments: [
        "November 7, 2017", "7 November 2017", "7th November 2017", "the 7th of November, 2017",
        "Nov 7, 2017",
        "Nov. 7, 2017", "NOVEMBER 7, 2017", "Tuesday, 7 November 2017", "Tuesday 7 November 2017",
        "Date: November 7, 2017", "Date: 2017-11-07", "2017-11-07", "Tue, 7 Nov 2017 10:23:11 +0700",
        "November 7, 2017 at 10:23 AM", "November 7th, 2017.", "7 November, 2017", "ngày 7 tháng 11 năm 2017",
        "Ngày 7 tháng 11 năm 2017", "Thứ Ba, ngày 7 tháng 11 năm 2017", "Ngày: 7 tháng 11, 2017",
    ])
    func withoutPlace(text: String) throws {
        for tag in ["en", "vi", "fr"] {
            let found = try #require(try read(text, tag), "\(tag)")
            #expect(found.date == CalendarDate(iso: "2017-11-07"))
            #expect(found.place == nil)
            #expect(found.text == text)
            #expect(!found.isAmbiguous)
        }
    }

    @Test(arguments: [
        ("Da Nang, 7 November 2017", "Da Nang"), ("Da Nang, November 7, 2017", "Da Nang"),
        ("Hà Nội, ngày 7 tháng 11 năm 2017", "Hà Nội"), ("Hà Nội ngày 7 tháng 11 năm 2017", "Hà Nội"),
        ("Geneva – 7 November 2017", "Geneva"),
        ("Geneva, Switzerland, 7 November 2017", "Geneva, Switzerland"),
        ("Hà Nội, Thứ Ba, ngày 7 tháng 11 năm 2017", "Hà Nội"),
        ("Manila, Tuesday, 7 November 2017", "Manila"),
    ])
    func withPlace(text: String, place: String) throws {
        let found = try #require(try read(text, "vi"))
        #expect(found.date == CalendarDate(iso: "2017-11-07"))
        #expect(found.place == place)
    }

    @Test func numbers() throws {
        #expect(try read("07/11/2017", "vi")?.date == CalendarDate(iso: "2017-11-07"))
        #expect(try read("Hà Nội, 07/11/2017", "vi")?.place == "Hà Nội")
        #expect(try read("07/11/2017", "vi")?.isAmbiguous == false)
        #expect(try read("07/11/2017", "en-GB")?.date == CalendarDate(iso: "2017-11-07"))
        #expect(try read("07/11/2017", "en-US")?.date == CalendarDate(iso: "2017-07-11"))
        #expect(try read("07/11/2017", "en")?.isAmbiguous == true)
        #expect(try read("17/11/2017", "en")?.date == CalendarDate(iso: "2017-11-17"))
        #expect(try read("17/11/2017", "en")?.isAmbiguous == false)
        #expect(try read("7 novembre 2017", "fr")?.date == CalendarDate(iso: "2017-11-07"))
    }

    @Test(arguments: [
        "45 November 2017", "31 November 2017", "On November 7, 2017 the court met", "November 2017", "2017",
        "Arrested on December 16, 2015", "November 7, 2017 was a dark day", "", "32/13/2017",
        "Posted: we met on 7 November 2017", "room 12, 7 November 2017",
    ])
    func noDateLine(text: String) throws {
        #expect(try read(text) == nil)
        #expect(try read(text, "vi") == nil)
    }
}
