import Checks
import Testing

@Suite struct AcronymRuleTests {
    private let table = RuleTable(rule: "acronym", termbase: TestTermbase.standard)

    @Test func cases() throws {
        try table.check(
            finds: [
                ("the UN", "UN"), ("a UN body", "một cơ quan UN"), ("UN experts", "các chuyên gia UN"),
                ("the UN (1)", "tổ chức (UN)"), ("<1>UN</1> rules", "quy định <1>UN</1>"),
                ("the United Nations", "tổ chức UN"), ("NGOs", "các NGO"), ("an NGO", "một NGO"),
                ("NGO work", "công việc của NGO."), ("“UN”", "“UN”"),
                ("the UN-led talks", "đàm phán do UN-dẫn"),
            ],
            passes: [
                ("the UN", "LHQ"), ("the UN", "Liên Hợp Quốc"), ("ICCPR", "ICCPR"), ("the UPR", "kỳ UPR"),
                ("APEC", "APEC"), ("an NGO", "một TCPCP"), ("the WHO", "WHO"), ("un", "un"), ("Un", "Un"),
                ("see https://x.org/UN", "xem https://x.org/UN"), ("UNESCO", "UNESCO"), ("#UN", "#UN"),
            ])
        #expect(try table.findings("a UN body", "một cơ quan UN").first?.suggestion == "LHQ")
        #expect(try RuleTable(rule: "acronym").findings("the UN", "UN").isEmpty)
    }
}
