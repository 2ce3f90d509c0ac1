import Testing
import UnicodeText

@Suite struct UnicodeRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "unicode").check(
            finds: [
                ("law", "luật".nfd), ("human rights", "nhân quyền".nfd), ("Nguyễn", "Nguyễn Văn Đài".nfd),
                ("law", "lu\u{200B}ật"), ("law", "luật\u{FEFF} pháp"),
                ("peace", "hò\u{430} bình"), ("held", "bị \u{FFFD}iam"), ("law", "luật\u{1} pháp"),
                ("hand", "h\u{AD}and tay"), ("people", "ng\u{1B0}\u{1A1}\u{300}i d\u{E2}n"),
                ("record", "thành tích".nfd + " tốt"), ("law", "Lu\u{E2}\u{323}t"),
            ],
            passes: [
                ("law", "luật"), ("human rights", "nhân quyền"), ("Nguyễn", "Nguyễn Văn Đài"),
                ("a – b", "a – b"), ("“a”", "“a”"), ("café", "café"),
                ("25 €", "25 €"), ("Zürich", "Zürich"), ("Москва", "Москва"), ("日本", "日本"), ("a\nb", "a\nb"),
                ("25 people", "25\u{A0}người"), ("½", "½"),
            ])
    }
}
