import Checks
import Testing

@Suite struct TermConsistencyRuleTests {
    private let table = RuleTable(rule: "term-consistency", termbase: TestTermbase.standard)

    /// Sources with two translations of a term, the more frequent first.
    private let variants = [
        ("the United Nations", "Liên Hợp Quốc", "Liên Hiệp Quốc"),
        ("a United Nations body", "một cơ quan Liên Hợp Quốc", "một cơ quan của Liên hiệp quốc"),
        ("human rights", "nhân quyền", "quyền con người"),
        ("respect for human rights", "tôn trọng nhân quyền", "tôn trọng quyền con người"),
        ("the Universal Periodic Review", "Rà soát Định kỳ Phổ quát", "Kiểm điểm Định kỳ Phổ quát"),
        ("Human rights matter.", "Nhân quyền là quan trọng.", "Quyền con người là quan trọng."),
        ("<1>United</1> Nations", "<1>Liên Hợp</1> Quốc", "<1>Liên Hiệp</1> Quốc"),
        ("Mother Mushroom", "Mẹ Nấm", "Nguyễn Ngọc Như Quỳnh"),
        ("HUMAN RIGHTS", "NHÂN QUYỀN", "QUYỀN CON NGƯỜI"),
        (
            "the next Universal Periodic Review", "kỳ Rà soát Định kỳ Phổ quát tới",
            "kỳ Kiểm điểm Định kỳ Phổ quát tới"
        ),
    ]

    @Test func variantsAreFound() throws {
        for (source, usual, other) in variants {
            let found = try table.findings([(source, usual), (source, other), (source, usual)])
            #expect(found.map(\.segment) == [1], "\(source): \(found)")
            #expect(try table.findings([(source, usual), (source, usual)]).isEmpty)
            #expect(try table.findings([(source, usual), ("another", other)]).isEmpty)
        }
        let found = try table.findings([
            ("the United Nations", "Liên Hợp Quốc"), ("the United Nations", "Liên Hiệp Quốc"),
            ("the United Nations", "Liên Hợp Quốc"),
        ])
        #expect(
            found.first?.message
                == "“United Nations” is “Liên Hiệp Quốc” here and “Liên Hợp Quốc” in 2 of 3 places")
        #expect(found.first?.suggestion == "Liên Hợp Quốc")
    }

    @Test func whatIsNoVariantIsLetPass() throws {
        let cases = [
            // An acronym, a longer form, a form that should not be used, none at all.
            ("the United Nations", "Liên Hợp Quốc", "LHQ"), ("the indictment", "bản cáo trạng", "cáo trạng"),
            ("the rule of law", "pháp quyền", "pháp trị"), ("human rights", "nhân quyền", "quyền"),
            ("fair trial", "xét xử công bằng", "phiên tòa công bằng"), ("peace", "hòa bình", "hoà bình"),
            ("the UN", "Liên Hợp Quốc", "Liên Hiệp Quốc"), ("APEC", "APEC", "Diễn đàn APEC"),
            ("Nguyen Van Dai", "Nguyễn Văn Đài", "Nguyễn Văn Đại"),
            ("human", "nhân quyền", "quyền con người"),
            ("the United Kingdom", "ở Vương quốc Anh", "ở Bắc Anh"),
            // Words of other words beside it.
            (
                "British cars in the United Kingdom", "ở Vương quốc Anh",
                "xe Anh ở Vương quốc Anh, Vương quốc Anh"
            ),
        ]
        for (source, one, other) in cases {
            let found = try table.findings([(source, one), (source, other), (source, one)])
            #expect(found.isEmpty, "\(source): \(found.map(\.message))")
        }
        let fuzzy = RuleTable(rule: "term-consistency", state: .fuzzy, termbase: TestTermbase.standard)
        #expect(
            try fuzzy.findings([("human rights", "nhân quyền"), ("human rights", "quyền con người")]).isEmpty)
    }
}
