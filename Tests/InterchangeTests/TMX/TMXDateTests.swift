import Interchange
import Testing

@Suite struct TMXDateTests {
    @Test(arguments: [
        ("19700101T000000Z", Int64(0)), ("20171107T093000Z", 1_510_047_000_000),
        ("20000229T235959Z", 951_868_799_000), ("19691231T235959Z", -1000),
        ("00010101T000000Z", -62_135_596_800_000), ("99991231T235959Z", 253_402_300_799_000),
    ])
    func dates(text: String, milliseconds: Int64) {
        #expect(TMXDate.milliseconds(text) == milliseconds)
        #expect(TMXDate.text(milliseconds) == text)
        #expect(TMXDate.text(milliseconds + 999) == text)
    }

    @Test(arguments: [
        "", "20171107", "2017-11-07T09:30:00Z", "20171107T093000", "20171307T093000Z", "20170229T093000Z",
        "20171107T240000Z", "20171107T096000Z", "20171107T093060Z", "20171107t093000Z", "２0171107T0930Z",
        "00000101T000000Z", "+2017110T093000Z",
    ])
    func noDates(text: String) { #expect(TMXDate.milliseconds(text) == nil) }

    @Test func outsideOfFourDigits() {
        #expect(TMXDate.text(-62_135_596_800_001) == nil)
        #expect(TMXDate.text(253_402_300_800_000) == nil)
        #expect(TMXDate.text(.min) == nil)
        #expect(TMXDate.text(.max) == nil)
    }

    /// Every day of four centuries, after which the calendar repeats.
    @Test func everyDay() {
        var time: Int64 = -12_219_292_800_000
        var previous = ""
        for _ in 0..<146_097 {
            let text = TMXDate.text(time) ?? ""
            #expect(previous < text)
            #expect(TMXDate.milliseconds(text) == time)
            previous = text
            time += 86_400_000
        }
    }
}
