import Checks
import Testing

@Suite struct TermRuleTests {
    private let table = RuleTable(rule: "term", termbase: TestTermbase.standard)

    @Test func cases() throws {
        try table.check(
            finds: [
                ("Everyone has the right to a fair trial.", "Mọi người đều có quyền được xử án."),
                (
                    "Vietnam ratified the International Covenant on Civil and Political Rights.",
                    "Việt Nam đã phê chuẩn Công ước về quyền dân sự."
                ),
                (
                    "the International Covenant on Civil and Political Rights (ICCPR)",
                    "Công ước về quyền dân sự (ICCPR)"
                ),
                (
                    "bound by the International Covenant on Civil and Political Rights",
                    "bị ràng buộc bởi Công ước Quoc te ve cac Quyen Dan su va Chinh tri"
                ),
                (
                    "bound by the International Covenant on Civil and Political Rights",
                    "bị ràng buộc bởi Công ước Quốc tệ về các Quyền Dân sự và Chính trị"
                ),
                ("the rule of law", "nhà nước của luật lệ"), ("the UPR of Viet Nam", "kỳ xem xét Việt Nam"),
                ("many human rights defenders", "nhiều người bảo vệ quyền lợi"),
                ("respect for human rights", "tôn trọng nhan quyen"),
                ("arbitrary detention", "giam giữ tuỳ tiên"),
                ("He was denied due process.", "Ông bị từ chối."),
                ("the <1>fair</1> trial", "phiên <1>tòa</1>"), ("the NGOs", "các nhóm"),
                ("the ICCPR", "công ước iccpr"), ("its lawyers", "các bác sĩ"),
                ("the judge said", "người ta nói"),
            ],
            passes: [
                ("Everyone has the right to a fair trial.", "Mọi người đều có quyền được xét xử công bằng."),
                ("the ICCPR", "Công ước Quốc tế về các Quyền Dân sự và Chính trị"),
                ("the International Covenant on Civil and Political Rights", "ICCPR"),
                (
                    "the International Covenant on Civil and Political Rights (ICCPR)",
                    "Công ước Quốc tế về các Quyền Dân sự và Chính trị (ICCPR)"
                ),
                // The tone stands elsewhere.
                ("peace", "hoà bình"), ("peace", "Hòa Bình"), ("arbitrary detention", "giam giữ tuỳ tiện"),
                // Terms within longer ones.
                ("human rights", "người bảo vệ nhân quyền"),
                ("human rights defenders", "người bảo vệ nhân quyền"),
                ("the United Nations", "Liên hiệp quốc"), ("quyền con người", "quyền con người"),
                // A verb that is written as the noun.
                ("She lawyered up.", "Bà đã tìm người giúp."),
                ("It is not for us to judge.", "Chúng tôi không phán xét."),
                ("They judged him.", "Họ lên án ông."),
                // A part of a name that is kept, of a link.
                ("with Human Rights Watch", "với Human Rights Watch"),
                ("see https://un.org/human-rights/a", "xem https://un.org/human-rights/a"),
                // What should not be used is another rule's.
                ("the rule of law", "pháp trị"), ("Nguyen Van Dai", "ông"), ("Access Now", "Tiếp cận"),
                ("the cat sat down", "con mèo ngồi xuống"), ("human", "người"),
                ("a UN body", "một cơ quan UN"),
                ("the <1>fair</1> trial", "<1>xét xử</1> công bằng"),
            ])
    }

    @Test func messages() throws {
        let missing = try table.findings("a fair trial", "một phiên tòa")
        #expect(missing.map(\.severity) == [.warning] && missing.first?.suggestion == "xét xử công bằng")
        #expect(
            missing.first?.message
                == "the termbase has “xét xử công bằng” for “fair trial”, and the translation has none of its terms"
        )
        #expect(missing.first?.sourceSpan == 2..<12)
        let misspelt = try table.findings(
            "the International Covenant on Civil and Political Rights",
            "<1>Công ước Quoc tế về các Quyền Dân sự và Chính trị</1>")
        #expect(misspelt.map(\.severity) == [.error])
        #expect(misspelt.first?.message.contains("marks") ?? false)
        #expect(misspelt.first?.suggestion == "Công ước Quốc tế về các Quyền Dân sự và Chính trị")
        #expect(misspelt.first?.targetSpan == 3..<52)
        #expect(try table.findings("a lawyer", "một bác sĩ").map(\.severity) == [.info])
        let strict = RuleTable(
            rule: "term", parameters: ["words": .number(1)], termbase: TestTermbase.standard)
        #expect(try strict.findings("a lawyer", "một bác sĩ").map(\.severity) == [.warning])
        // In a name, which is often shortened.
        #expect(try table.findings("says Human Rights Watch", "theo HRW").map(\.severity) == [.info])
        #expect(try table.findings("says Human Rights Watch", "theo Tổ chức Theo dõi Nhân quyền").isEmpty)
        // Once, however often it stands there.
        #expect(try table.findings("a fair trial is a fair trial", "một phiên tòa").count == 1)
        let fuzzy = RuleTable(rule: "term", state: .fuzzy, termbase: TestTermbase.standard)
        #expect(try fuzzy.findings("a fair trial", "một phiên tòa").isEmpty)
        #expect(try fuzzy.findings("human rights", "nhan quyen").count == 1)
    }

    @Test func languagesWithoutTermsAreLetPass() throws {
        #expect(
            try RuleTable(rule: "term", to: "fr", termbase: TestTermbase.standard)
                .findings("a fair trial", "un procès").isEmpty)
        #expect(try RuleTable(rule: "term").findings("a fair trial", "một phiên tòa").isEmpty)
    }
}
