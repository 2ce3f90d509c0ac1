import Testing

@Suite struct MissingRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "missing").check(
            finds: [
                ("Geneva", ""), ("On 22 January 2019 you will gather in Geneva.", ""), ("<1>still</1>", ""),
                ("What the review can do", ""), ("Excellencies,", ""), ("25", ""), ("“", ""), ("a", ""),
                ("Members of the UN Human Rights Council", ""), ("https://example.org", ""),
            ],
            passes: [
                ("Geneva", "Geneva"), ("Respectfully yours,", "Trân trọng,"), ("<1>still</1>", "<1>vẫn</1>"),
                ("25", "25"), ("A year of arrests", "Một năm đầy những vụ bắt bớ"), (" ", ""), ("<1/>", ""),
                ("\u{A0}", ""),
                ("APEC Leaders", "Các Nhà lãnh đạo APEC"), ("Da Nang", "Đà Nẵng"),
            ])
    }
}
