import Checks
import Testing

@Suite struct ToneStyleRuleTests {
    private let mixed = [
        ("hòa bình", "hoà bình"), ("phiên tòa", "toà án"), ("thúy", "thuý"), ("ôn hòa", "khoẻ mạnh"),
        ("xóa", "xoá"), ("hóa chất", "văn hoá"), ("tùy", "tuỳ"),
        ("khóa", "khoá"), ("lũy", "luỹ"), ("hủy", "huỷ"), ("đe dọa", "doạ"),
    ]

    @Test func aMixInOneLetterIsFound() throws {
        let table = RuleTable(rule: "tone-style")
        for (old, new) in mixed {
            let findings = try table.findings([("a", old), ("b", new), ("c", old)])
            #expect(findings.map(\.segment) == [1], "\(old) \(new)")
            #expect(try table.findings([("a", new), ("b", old), ("c", new)]).map(\.segment) == [1])
            #expect(try table.findings([("a", old), ("b", old)]).isEmpty)
            #expect(try table.findings([("a", new), ("b", new)]).isEmpty)
        }
        #expect(try table.findings([("a", "hòa"), ("b", "hoà"), ("c", "hòa")]).first?.suggestion == "hòa")
    }

    @Test func wordsThatBothStylesWriteAlikeSayNothing() throws {
        let words = [
            "người", "quý vị", "hoàn toàn", "toán", "khoảng", "quả", "giá", "thuyền", "loạn", "ngoài", "quốc",
            "của", "lúa",
        ]
        try RuleTable(rule: "tone-style", parameters: ["style": .choice("old")]).check(
            finds: mixed.map { ("a", $0.1) }, passes: (words + mixed.map(\.0)).map { ("a", $0) })
        try RuleTable(rule: "tone-style", parameters: ["style": .choice("new")]).check(
            finds: mixed.map { ("a", $0.0) }, passes: words.map { ("a", $0) })
    }
}
