import Testing

@Suite struct NumberFormatRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "number-format").check(
            finds: [
                ("1,250 people", "1,250 người"), ("1,250.5", "1,250.5"), ("0.5%", "0.5%"), ("12.75", "12.75"),
                ("3.5 million", "3.5 triệu"),
                ("25,000 homes", "25,000 căn nhà"), ("1,000,000", "1,000,000"), ("$2.99", "2.99 đô la"),
                ("6.4 on the scale", "6.4 độ"),
                ("100,000 and 5", "100,000 và 5"),
            ],
            passes: [
                ("1,250 people", "1.250 người"), ("1,250.5", "1.250,5"), ("0.5%", "0,5%"), ("12.75", "12,75"),
                ("25 people", "25 người"),
                ("3.5 million", "3,5 triệu"), ("1,000,000", "1.000.000"), ("in 2017", "năm 2017"),
                ("31-5", "31-5"), ("16/12/2015", "16/12/2015"),
                ("version 1.2.3", "phiên bản 1.2.3"), ("at 7.55am", "lúc 7.55 giờ sáng"),
                ("at 4.40 am", "lúc 4.40 sáng"),
                ("Android 5.0 or later", "Android 5.0 trở lên"), ("Figure 3.20", "Hình 3.20"),
                ("OpenOffice.org 2.0", "bản OpenOffice.org 2.0"),
                ("=YEAR(33333.33) returns", "=YEAR(33333.33) trả về"),
            ])
        let english = RuleTable(rule: "number-format", from: "en", to: "zh")
        #expect(try english.findings("1,250.5", "1,250.5").isEmpty)
    }
}
