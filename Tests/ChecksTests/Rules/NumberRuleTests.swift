import Checks
import Testing

@Suite struct NumberRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "number").check(
            finds: [
                ("at least 25 people", "ít nhất 26 người"), ("at least 25 people", "nhiều người"),
                ("many people", "25 người"),
                ("1,250.5 dollars", "1.250,6 đô la"), ("2.5 million", "2,5 tỷ"), ("in 2017", "năm 2018"),
                ("rose 12%", "tăng 21%"), ("won 31-5", "thắng 31-6"), ("the 19th century", "thế kỷ 18"),
                ("700 homes", "70 ngôi nhà"), ("25 people", "hai mươi lăm người"),
                ("5,000 soldiers", "500 binh sĩ"),
                ("form A4", "mẫu A5"), ("at 04 : 00 AM", "lúc 5 giờ sáng"), ("3 of 4", "3"),
                ("at 7:30", "lúc 7:45"),
            ],
            passes: [
                ("carbon dioxide", "khí CO2"), ("my value", "giá_trị_1"), ("at 04 : 00 AM", "lúc 4 giờ sáng"),
                ("at least 25 people", "ít nhất 25 người"), ("1,250.5 dollars", "1.250,5 đô la"),
                ("1,250.5", "1,250.5"),
                ("2.5 million", "2,5 triệu"), ("2.5 million", "2.500.000"), ("70 thousand", "70.000"),
                ("two men", "2 người đàn ông"),
                ("5 countries", "năm quốc gia"), ("12 months", "mười hai tháng"),
                ("World War II", "Thế chiến thứ 2"),
                ("the 19th century", "thế kỷ XIX"), ("the 19th century", "thế kỷ 19"),
                ("at 7 p.m.", "lúc 19 giờ"),
                ("the 1990s", "thập niên 90"), ("25,000", "25 000"), ("won 31-5", "thắng 31-5"),
                ("COVID-19", "COVID-19"),
                ("a million people", "1 triệu người"), ("twenty-five people", "25 người"),
                ("in June", "vào tháng 6"),
                ("300 billion", "300 tỷ"), ("see https://example.org/12", "xem https://example.org/12"),
            ])
    }

    @Test func aChangedNumberIsAnErrorAndALostOneAWarning() throws {
        let table = RuleTable(rule: "number")
        let changed = try table.findings("at least 25 people", "ít nhất 52 người")
        #expect(changed.map(\.severity) == [.error])
        #expect(changed.first?.suggestion == "25")
        #expect(try table.findings("at least 25 people", "nhiều người").map(\.severity) == [.warning])
        #expect(try table.findings("25 people", "hai mươi lăm người").map(\.severity) == [.info])
        let wide = RuleTable(rule: "number", parameters: ["words-up-to": .number(100)])
        #expect(try wide.findings("25 people", "hai mươi lăm người").isEmpty)
    }
}
