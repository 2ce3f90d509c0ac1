import Testing

@Suite struct UntranslatedRuleTests {
    @Test func table() throws {
        let sentences = [
            "Their trials were trials in name only.", "A year of arrests", "He is still held.",
            "<1>it is getting worse</1>", "Release all prisoners of conscience.", "the right to a fair trial",
            "Click the button to save.", "Please read this letter carefully.", "Free press under attack",
            "Postpone the law until it meets international standards.", "no end in sight",
        ]
        let others = [
            ("Geneva", "Geneva"), ("Amnesty International", "Amnesty International"), ("25", "25"),
            ("https://example.org/a/b", "https://example.org/a/b"), ("APEC 2017", "APEC 2017"),
            ("blogger", "blogger"),
            ("Nguyễn Văn Đài", "Nguyễn Văn Đài"), ("A year of arrests", "Một năm đầy những vụ bắt bớ"),
            ("info@example.org", "info@example.org"), ("Human Rights Watch", "Human Rights Watch"),
            (
                "Reporters Without Borders and PEN International",
                "Reporters Without Borders and PEN International"
            ),
            ("%s: %d", "%s: %d"),
        ]
        try RuleTable(rule: "untranslated").check(finds: sentences.map { ($0, $0) }, passes: others)
        let same = RuleTable(rule: "untranslated", from: "en", to: "en-GB")
        #expect(try same.findings(sentences[0], sentences[0]).isEmpty)
    }
}
