import Testing
import UnicodeText

@Test func vietnameseDate() throws {
    let date = try #require(CalendarDate(iso: "2017-11-07"))
    #expect(
        try DatePattern("'ngày' d 'tháng' M 'năm' y", locale: .vietnamese).format(date)
            == "ngày 7 tháng 11 năm 2017")
}
