import Checks
import Testing

@Suite struct SameSourceRuleTests {
    private let sources = [
        "Universal Declaration of Human Rights", "We respectfully ask you to act.",
        "Release all prisoners of conscience.", "an open letter to APEC leaders",
        "the right to a fair trial", "freedom of expression and of the press",
        "This review comes at the right time.", "Honour the country’s obligations.",
        "international human rights law", "the case of Nguyen Van Dai",
    ]

    @Test func twoTranslationsOfOneSourceAreFound() throws {
        let table = RuleTable(rule: "same-source")
        for source in sources {
            let findings = try table.findings([
                (source, "bản dịch một"), (source, "bản dịch hai"), (source, "bản dịch một"),
            ])
            #expect(findings.map(\.segment) == [1])
            #expect(findings.first?.suggestion == "bản dịch một")
            #expect(try table.findings([(source, "bản dịch"), (source, "bản dịch")]).isEmpty)
            #expect(try table.findings([(source, "bản dịch"), (source + " too", "bản dịch hai")]).isEmpty)
            // Case, spaces and codes say nothing.
            #expect(try table.findings([(source, "Bản dịch"), (source.uppercased(), "bản  dịch ")]).isEmpty)
            #expect(try table.findings([(source, "")]).isEmpty)
        }
        #expect(try table.findings([("Save", "Lưu"), ("Save", "Ghi")]).isEmpty)
        let short = RuleTable(rule: "same-source", parameters: ["length": .number(1)])
        #expect(try short.findings([("Save", "Lưu"), ("Save", "Ghi")]).count == 1)
    }
}
