import Checks
import Testing

@Suite struct QuotationRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "quotation").check(
            finds: [
                ("He said “no” twice.", "Ông nói không hai lần."), ("\"Free\" press", "Báo chí tự do"),
                ("He said “no”.", "Ông nói “không."),
                ("He said no.", "Ông nói “không”."), ("“a” and “b”", "“a” và “b"), ("the “law”", "“luật\""),
                ("'quoted words'", "không có gì"),
                ("‘law’ and order", "luật và trật tự"), ("He said \"no\".", "Ông nói không\"."),
                ("the «law»", "luật"), ("“law”", "“luật” và \"lệ\""),
                ("the chmod command", "lệnh “đổi quyền”"),
            ],
            passes: [
                ("He said “no”.", "Ông nói “không”."), ("\"Free\" press", "Báo chí “tự do”"),
                ("the country’s law", "luật của nước ấy"),
                ("don't", "đừng"), ("the '90s", "những năm 90"), ("leaders’ meeting", "hội nghị lãnh đạo"),
                ("'quoted words'", "“từ trong ngoặc”"),
                ("«law»", "“luật”"), ("a 5\" screen", "màn hình 5 inch"), ("“a” and “b”", "“a” và “b”"),
                ("rock ’n’ roll", "nhạc rock"),
                // Words of the source that the translation quotes.
                ("the chmod command", "lệnh “chmod”"),
                ("Close it with Open.", "Đóng nó bằng câu lệnh « Open »."),
                ("the nickname ` Mr Border ' is his", "biệt danh “ngài Border” là của ông"),
                ("=A(\"x\") returns x.", "=A(\"x\") trả về « x »."),
                ("<a href=\"x\">y</a>", "<a href=\"x\">y</a>"),
            ])
    }

    @Test func marksOfTheLanguage() throws {
        let table = RuleTable(rule: "quotation", to: "fr", parameters: ["marks": .words(["«»"])])
        #expect(try table.findings("the “law”", "la « loi »").isEmpty)
        #expect(try table.findings("the “law”", "la “loi”").map(\.severity) == [.info])
    }
}
