import Checks
import Testing

@Suite struct AcronymExpansionRuleTests {
    private let table = RuleTable(rule: "acronym-expansion", termbase: TestTermbase.standard)

    @Test func cases() throws {
        try table.check(
            finds: [
                ("the ICCPR", "ICCPR"), ("Vietnam has ratified the ICCPR.", "Việt Nam đã phê chuẩn ICCPR."),
                ("the UN", "LHQ"), ("UN experts", "các chuyên gia LHQ"), ("the third UPR", "kỳ UPR thứ ba"),
                ("the CAT", "Công ước CAT"), ("the WGAD", "WGAD"),
                ("an opinion of the WGAD", "ý kiến của WGAD"),
                ("NGOs", "các TCPCP"), ("(ICCPR)", "(ICCPR)"), ("the UPR and the ICCPR", "UPR và ICCPR"),
            ],
            passes: [
                (
                    "the International Covenant on Civil and Political Rights (ICCPR)",
                    "Công ước Quốc tế về các Quyền Dân sự và Chính trị (ICCPR)"
                ),
                ("the ICCPR", "ICCPR (Công ước Quốc tế về các Quyền Dân sự và Chính trị)"),
                ("the UN", "Liên Hợp Quốc"), ("the UN", "Liên Hiệp Quốc (LHQ)"),
                ("the UPR", "Kiểm điểm Định kỳ Phổ quát, gọi tắt là UPR"), ("APEC", "APEC"),
                ("the APEC leaders", "các nhà lãnh đạo APEC"), ("the UPR", "kỳ rà soát"), ("the WHO", "WHO"),
                ("the CAT", "Công ước chống Tra tấn, tức CAT"), ("upr", "upr"),
            ])
    }

    @Test func theFirstUseInALetterCounts() throws {
        let full = ("the Covenant", "Công ước Quốc tế về các Quyền Dân sự và Chính trị (ICCPR)")
        let short = ("the ICCPR", "theo ICCPR")
        #expect(try table.findings([full, short, short]).isEmpty)
        let late = try table.findings([short, full, short])
        #expect(late.map(\.segment) == [0])
        #expect(late.first?.suggestion == "Công ước Quốc tế về các Quyền Dân sự và Chính trị (ICCPR)")
        #expect(late.first?.message == "an acronym is written out where a letter first uses it")
    }

    @Test func oneExpansionInALetter() throws {
        let pairs = [
            ("the United Nations (UN)", "Liên Hợp Quốc (LHQ)"), ("the UN", "LHQ"),
            ("the United Nations (UN)", "Liên Hiệp Quốc (LHQ)"),
            ("the United Nations (UN)", "Liên Hợp Quốc (LHQ)"),
        ]
        let found = try table.findings(pairs)
        #expect(found.map(\.segment) == [2] && found.first?.suggestion == "Liên Hợp Quốc")
        #expect(found.first?.message == "the acronym was written out as “Liên Hợp Quốc” before")
        // One acronym of two concepts.
        let shared = [
            ("the Convention", "Công ước chống Tra tấn (CAT)"),
            ("the Committee", "Ủy ban chống Tra tấn (CAT)"),
        ]
        #expect(try table.findings(shared).isEmpty)
    }

    @Test func whichAreWrittenOutIsSet() throws {
        func table(_ expand: String) -> RuleTable {
            RuleTable(
                rule: "acronym-expansion", parameters: ["expand": .choice(expand)],
                termbase: TestTermbase.standard)
        }
        #expect(try table("all").findings("APEC", "APEC").count == 1)
        #expect(try table("none").findings("the ICCPR", "ICCPR").isEmpty)
    }
}
