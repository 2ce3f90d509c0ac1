import Checks
import Testing

@Suite struct UnmarkedRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "unmarked").check(
            finds: [
                ("He is still held.", "Ong van bi giam giu tuy tien."), ("the people", "những nguoi dân"),
                ("not known", "chưa biết và khong rõ"),
                ("We write to you.", "Chung toi viet thu nay cho quy vi."),
                ("the state", "nhà nuoc Việt Nam"), ("two countries", "hai quôc gia và nuoc láng giềng"),
                ("held for years", "bị giam giữ nhieu năm"),
                ("the right to speak", "quyền được nói và quyen được nghe"),
                ("a letter", "một bức thư va mot lời"),
                ("Freedom of expression is a right.", "Tu do bieu dat la mot quyen con nguoi."),
                ("it is", "điều đó duoc coi là"),
            ],
            passes: [
                ("He is still held.", "Ông vẫn bị giam giữ tùy tiện."),
                ("She sang for me", "Cô ba hát cho tôi nghe"), ("hot news", "tin hot nhất"),
                ("Amnesty International", "Amnesty International"),
                ("the internet", "mạng internet toàn cầu"), ("a blogger", "một blogger nổi tiếng"),
                ("Tran Thi Nga", "Tran Thi Nga"), ("Google Chrome and Firefox", "Google Chrome và Firefox"),
                ("net weight", "trọng lượng net"),
                ("three sons", "ba con trai"), ("Read more in the UN report.", "Read more in the UN report."),
                ("chat with us", "trò chuyện chat với chúng tôi"),
                ("Da Nang", "Đà Nẵng"),
                // Words that exist without marks, where they belong.
                ("for his three sons", "cho ba con trai của ông"), ("in the night", "trong đêm nay"),
                ("his wife", "vợ anh ta"), ("this year", "trong năm nay"), ("We go.", "Chúng tôi đi."),
                ("a high fence", "hàng rào cao"), ("the word “la”", "chữ “la” ở đây"),
                ("for all of them to read", "“for all of them to read” là lời gốc"),
            ])
        // What exists without marks as well, by what stands beside it.
        #expect(
            try RuleTable(rule: "unmarked").findings("in a state of coma", "trong tình trang hôn mê").map(
                \.severity)
                == [.error])
        for target in [
            "Chúng tôi la các tổ chức xã hội dân sự.", "chính phu Việt Nam phải tôn trọng",
            "Ông đã bi kết án tù.",
            "đại biểu của các tổ chức va cá nhân", "trong thoi gian bị giam giữ",
        ] {
            let found = try RuleTable(rule: "unmarked").findings("a letter", target)
            #expect(found.count == 1, "\(target): \(found.map(\.message))")
        }
        // Between names, and where the source has the same letters.
        let others = [
            ("signed by Tanzania and Uzbekistan", "có Tanzania va Uzbekistan ký tên"),
            ("where you can see the name", "nơi bạn có the xem tên"),
            ("see the rest", "điều này có the bao gồm"),
        ]
        for (source, target) in others {
            #expect(try RuleTable(rule: "unmarked").findings(source, target).count == 1, "\(target)")
        }
        for (source, target) in [
            ("He read The Times", "Ông đọc the Times"),
            ("Ludwig van Beethoven", "nhạc của Ludwig van Beethoven"),
            ("a series of attacks", "một loạt những vu \u{323} tấn công"),
        ] {
            #expect(try RuleTable(rule: "unmarked").findings(source, target).isEmpty, "\(target)")
        }
        #expect(
            try RuleTable(rule: "unmarked").findings("not known", "chưa biết và khong rõ").first?.suggestion
                == "không")
    }
}
