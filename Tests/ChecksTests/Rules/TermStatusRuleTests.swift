import Checks
import Testing

@Suite struct TermStatusRuleTests {
    private let table = RuleTable(rule: "term-status", termbase: TestTermbase.standard)

    @Test func cases() throws {
        try table.check(
            finds: [
                ("the rule of law", "nền pháp trị"), ("due process", "quy trình đến hạn"),
                ("He was denied due process of law.", "Ông không được hưởng quy trình đến hạn."),
                ("dissidents", "những phần tử phản động"),
                ("They were arrested.", "Các phần tử phản động bị bắt."),
                ("persons with disabilities", "người tàn tật"),
                ("a person with a disability", "một người tàn tật"),
                ("the ICCPR", "Công ước Quốc tế về Quyền Dân sự và Chính trị"),
                ("Nguyen Van Dai", "ông Nguyễn Văn Đại"), ("He spoke.", "Nguyễn Văn Đại đã nói."),
                ("a disabled person", "người khuyết tật"), ("forced disappearances", "cưỡng bức mất tích"),
                ("the International Convention on Civil and Political Rights", "ICCPR"),
            ],
            passes: [
                ("the rule of law", "pháp quyền"), ("due process", "trình tự tố tụng hợp pháp"),
                ("dissidents", "người bất đồng chính kiến"),
                ("persons with disabilities", "người khuyết tật"),
                ("the ICCPR", "Công ước Quốc tế về các Quyền Dân sự và Chính trị"),
                ("Nguyen Van Dai", "Nguyễn Văn Đài"), ("enforced disappearance", "cưỡng bức mất tích"),
                ("the rule of law", "phap tri"), ("the elements", "phần tử"),
                ("politics", "pháp luật trị nước"),
                ("the process is due", "quy trình đã đến hạn"),
            ])
    }

    @Test func severities() throws {
        let cases: [(String, String, Severity, String?)] = [
            ("the rule of law", "pháp trị", .warning, "pháp quyền"),
            ("the state", "pháp trị", .info, "pháp quyền"),
            ("due process", "quy trình đến hạn", .error, "trình tự tố tụng hợp pháp"),
            ("the trial", "quy trình đến hạn", .warning, "trình tự tố tụng hợp pháp"),
            ("Nguyen Van Dai", "Nguyễn Văn Đại", .error, "Nguyễn Văn Đài"),
            ("forced disappearance", "cưỡng bức mất tích", .info, nil),
        ]
        for (source, target, severity, suggestion) in cases {
            let found = try table.findings(source, target)
            #expect(found.map(\.severity) == [severity], "\(source)")
            #expect(found.first?.suggestion == suggestion, "\(source)")
        }
        #expect(
            try table.findings("forced disappearance", "cưỡng bức mất tích").first?.message
                == "the source says “forced disappearance”, which is deprecated in the termbase, "
                + "“enforced disappearance” is preferred")
        #expect(
            try table.findings("disabled", "người tàn tật").first?.message
                == "“người tàn tật” is replaced by another term in the termbase")
    }
}
