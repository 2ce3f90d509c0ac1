import Checks
import Testing

@Suite struct CapitalRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "capital").check(
            finds: [
                ("He is held.", "ông bị giam giữ."), ("Their trials", "các phiên tòa"),
                ("“Free him”", "“hãy thả ông”"), ("Italy won.", "ý đã thắng."),
                ("a year", "Một năm"), ("The law", "đạo luật"), ("<1>The law</1>", "<1>đạo luật</1>"),
                ("(The law)", "(đạo luật)"), ("Over there", "ở đằng kia"),
                ("and then", "Và rồi"), ("no.", "Không."), ("Release him", "ưu tiên thả ông"),
            ],
            passes: [
                ("He is held.", "Ông bị giam giữ."), ("a year", "một năm"),
                ("iPhone sales", "doanh số iPhone"), ("The law", "Đạo luật"), ("eBay said", "eBay nói"),
                ("25 people", "25 người"), ("Twenty people", "20 người"), ("“Free him”", "“Hãy thả ông”"),
                ("Blogger Nga", "blogger Nga"), ("https://a.example", "xem https://a.example"),
                ("– The law", "– đạo luật"), ("he was held in Da Nang .", "Ông bị giam ở Đà Nẵng ."),
                ("the law said ``no'' .", "Luật nói “không”."),
            ])
        #expect(
            try RuleTable(rule: "capital").findings("He is held.", "ông bị giam giữ.").first?.suggestion
                == "Ông")
        #expect(try RuleTable(rule: "capital", to: "th").findings("He is held.", "เขาถูกคุมขัง").isEmpty)
    }
}
