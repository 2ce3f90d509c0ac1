import Checks
import Testing

@Suite struct SameTargetRuleTests {
    private let targets = [
        "Tuyên ngôn Toàn thế giới về Nhân quyền", "Chúng tôi trân trọng đề nghị Quý vị hành động.",
        "Trả tự do cho mọi tù nhân lương tâm.", "thư ngỏ gửi các nhà lãnh đạo",
        "quyền được xét xử công bằng", "tự do biểu đạt và tự do báo chí", "Kỳ rà soát này đến đúng lúc.",
        "Thực hiện đúng các nghĩa vụ của quốc gia.",
        "luật nhân quyền quốc tế", "trường hợp của ông Nguyễn Văn Đài",
    ]

    @Test func oneTranslationOfTwoSourcesIsFound() throws {
        let table = RuleTable(rule: "same-target")
        for target in targets {
            let findings = try table.findings([("one source", target), ("another source", target)])
            #expect(findings.map(\.segment) == [1])
            #expect(try table.findings([("one source", target), ("One  source", target)]).isEmpty)
            #expect(
                try table.findings([("one source", target), ("another source", target + " khác")]).isEmpty)
        }
        #expect(try table.findings([("Save", "Lưu"), ("Keep", "Lưu")]).isEmpty)
        #expect(
            try RuleTable(rule: "same-target", parameters: ["length": .number(1)]).findings([
                ("Save", "Lưu"), ("Keep", "Lưu"),
            ]).count == 1)
    }
}
