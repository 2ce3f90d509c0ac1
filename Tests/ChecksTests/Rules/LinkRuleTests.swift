import Testing

@Suite struct LinkRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "link").check(
            finds: [
                ("See https://example.org/a.", "Xem https://example.org/b."),
                ("See https://example.org.", "Xem trang mạng."),
                ("Write to info@example.org.", "Viết cho infos@example.org."),
                ("Write to info@example.org.", "Viết cho chúng tôi."),
                ("#FreeNguyenVanDai now", "#FreeNguyenVanDay ngay"), ("by @amnesty", "bởi tổ chức"),
                ("www.example.org", "www.example.com"),
                ("See http://example.org/x?y=1", "Xem http://example.org/x?y=2"),
                ("Read it.", "Đọc tại https://example.org."), ("ftp://example.org/f", "ftp://example.net/f"),
                ("https://a.example and https://b.example", "https://a.example"),
            ],
            passes: [
                ("See https://example.org/a.", "Xem https://example.org/a."),
                ("(https://example.org)", "(https://example.org)"),
                ("See https://example.org/en/a", "Xem https://example.org/vi/a"),
                ("https://en.example.org", "https://vi.example.org"),
                ("Write to info@example.org.", "Xin viết cho info@example.org, cảm ơn."),
                ("#FreeThemAll", "#freethemall"),
                ("number #1", "số #1"), ("a @ b", "a @ b"), ("https://example.org/", "https://example.org"),
                ("https://example.org twice: https://example.org", "https://example.org"),
                ("@amnesty said", "@amnesty nói"),
                ("C# code", "mã C#"),
            ])
    }
}
