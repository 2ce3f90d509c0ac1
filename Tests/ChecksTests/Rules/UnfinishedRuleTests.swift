import Checks
import Testing

@Suite struct UnfinishedRuleTests {
    private let texts = [
        ("Geneva", "Geneva"), ("Respectfully yours,", "Trân trọng,"),
        ("APEC Leaders", "Các Nhà lãnh đạo APEC"),
        ("Da Nang", "Đà Nẵng"), ("A year of arrests", "Một năm đầy những vụ bắt bớ"),
        ("<1>still</1>", "<1>vẫn</1>"),
        ("He is still held.", "Ông vẫn bị giam giữ."), ("25", "25"),
        ("What APEC can do", "APEC có thể làm gì"),
        ("Their trials were trials in name only.", "Các phiên tòa xét xử họ chỉ là trên danh nghĩa."),
    ]

    @Test func tables() throws {
        for state in [SegmentPair.State.fuzzy, .draft] {
            for (source, target) in texts {
                #expect(try RuleTable(rule: "unfinished", state: state).findings(source, target).count == 1)
            }
        }
        try RuleTable(rule: "unfinished", state: .fuzzy).check(finds: texts, passes: texts.map { ($0.0, "") })
        for state in [SegmentPair.State.translated, .reviewed] {
            for (source, target) in texts {
                #expect(try RuleTable(rule: "unfinished", state: state).findings(source, target).isEmpty)
            }
        }
    }

    @Test func stageReviewedAsksForAnApproval() throws {
        let parameters: [String: RuleParameter.Value] = ["stage": .choice("reviewed")]
        for (state, count) in [(SegmentPair.State.translated, 1), (.reviewed, 0), (.fuzzy, 1), (.draft, 1)] {
            let table = RuleTable(rule: "unfinished", state: state, parameters: parameters)
            #expect(try table.findings("Da Nang", "Đà Nẵng").count == count)
        }
    }
}
