import Checks
import Testing

@Suite struct UntranslatableRuleTests {
    private let table = RuleTable(rule: "do-not-translate", termbase: TestTermbase.standard)

    @Test func cases() throws {
        try table.check(
            finds: [
                ("signed by Access Now", "do Truy cập Ngay ký"),
                ("Access Now’s letter", "thư của Access now"),
                ("ARTICLE 19", "Điều 19"), ("ARTICLE 19", "Article 19"),
                ("ARTICLE 19 and PEN America", "ARTICLE 19 và Văn bút Mỹ"),
                ("PEN America", "Pen America"), ("Front Line Defenders", "Những người bảo vệ tuyến đầu"),
                ("by <1>Access Now</1>", "của <1>Tiếp cận</1>"), ("Project 88 says", "Dự án 89 nói"),
                ("Front Line Defenders", "Front Line Defender"), ("StopTheCrackdownVN", "Ngừng đàn áp"),
                ("ACCESS NOW", "TRUY CẬP NGAY"),
            ],
            passes: [
                ("signed by Access Now", "do Access Now ký"), ("Access Now’s letter", "thư của Access Now"),
                ("ARTICLE 19", "tổ chức ARTICLE 19"), ("PEN America", "(PEN America)"),
                ("Front Line Defenders", "Front Line Defenders."),
                ("by <1>Access Now</1>", "của <1>Access</1> Now"),
                ("Project 88 says", "Dự án 88 nói"), ("Project 88 says", "Project 88 nói"),
                ("access now", "hãy vào ngay"), ("article 19 of the Covenant", "điều 19 của Công ước"),
                ("#StopTheCrackdownVN", "hãy dừng lại"), ("Front Line", "tiền tuyến"),
            ])
    }

    @Test func messages() throws {
        let found = try table.findings("PEN America", "hội Pen America")
        #expect(found.map(\.severity) == [.error] && found.first?.suggestion == "PEN America")
        #expect(found.first?.targetSpan == 4..<15)
        #expect(
            found.first?.message
                == "“PEN America” stays as it is in every language, and its capitals are others in the translation"
        )
        let fuzzy = RuleTable(rule: "do-not-translate", state: .fuzzy, termbase: TestTermbase.standard)
        #expect(try fuzzy.findings("PEN America", "Văn bút").isEmpty)
    }
}
