import Checks
import Testing
import UnicodeText
import Vietnamese

@Suite struct TextFixTests {
    @Test func whatIsSafeIsMended() throws {
        let fix = TextFix(locale: .vietnamese, toneStyle: .old)
        let table = [
            ("Ông  bị giam giữ.", "Ông bị giam giữ."), ("Ông bị giam giữ .", "Ông bị giam giữ."),
            (" Ông bị giam giữ. ", "Ông bị giam giữ."),
            ("Ông bị giam giữ.".nfd, "Ông bị giam giữ."), ("hoà bình", "hòa bình"),
            ("con ngừơi", "con người"), ("lu\u{200B}ật", "luật"),
            ("<1>Ông  bị</1> giam", "<1>Ông bị</1> giam"), ("nhân\u{A0}quyền", "nhân quyền"),
        ]
        for (before, after) in table {
            let result = fix.fixed(before, source: "He is held.")
            #expect(result.text.utf8.elementsEqual(after.utf8), "\(before)")
            #expect(!result.changes.isEmpty, "\(before)")
            #expect(fix.fixed(result.text, source: "He is held.").changes.isEmpty, "\(before)")
        }
        for text in [
            "Ông bị giam giữ.", "25\u{A0}người", "hòa bình",
            "https://a.example/b  c".replacing("  ", with: " "), "a\nb",
        ] {
            #expect(fix.fixed(text, source: "He is held.").changes.isEmpty, "\(text)")
        }
        // What the source has too, stays.
        #expect(fix.fixed(" – và  rồi ", source: " – and  then ").text == " – và  rồi ")
    }

    @Test func rulesThatAreOffMendNothing() {
        let fix = TextFix(locale: .vietnamese, toneStyle: .old, rules: ["unicode"])
        #expect(fix.fixed("hoà  bình", source: "peace").text == "hoà  bình")
        #expect(
            TextFix(locale: .vietnamese, toneStyle: .old, rules: ["space"]).fixed(
                "hoà  bình", source: "peace"
            ).text == "hoà bình")
    }
}
