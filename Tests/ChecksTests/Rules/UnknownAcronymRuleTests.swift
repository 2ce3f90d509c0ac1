import Checks
import Testing

@Suite struct UnknownAcronymRuleTests {
    private let table = RuleTable(rule: "unknown-acronym", termbase: TestTermbase.standard)

    @Test func cases() throws {
        try table.check(
            finds: [
                ("the VNCHR", "VNCHR"), ("a BPSOS report", "báo cáo của BPSOS"),
                ("the CPJ said", "CPJ cho biết"),
                ("FIDH and VCHR", "FIDH và VCHR"), ("HCMC", "TPHCM"), ("the OSCE", "OSCE"),
                ("<1>USCIRF</1>", "<1>USCIRF</1>"), ("the WTO.", "WTO."), ("AHRC’s letter", "thư của AHRC"),
                ("two NGOs, one INGO", "một INGO"), ("the ĐCSVN", "ĐCSVN"),
            ],
            passes: [
                ("the ICCPR", "ICCPR"), ("ICCPRs", "ICCPR"), ("the UN", "UN"), ("PEN America", "PEN America"),
                ("APEC", "APEC"), ("Article VI", "Điều VI"), ("Part III", "Phần III"), ("A", "A"),
                ("STOP THE CRACKDOWN", "HÃY DỪNG ĐÀN ÁP"), ("#StopTheCrackdownVN", "#VNCH"),
                ("HIV and AIDS", "HIV và AIDS"), ("by GPS", "bằng GPS"), ("a PDF", "một tập tin PDF"),
                ("www.CPJ.org", "www.CPJ.org"), ("iPhone", "iPhone"), ("Viet Nam", "Việt Nam"),
                ("It returns SIN(0).", "Nó trả về SIN(0)."),
            ])
    }

    @Test func onceALetterAndUnlessItIsKnown() throws {
        let pairs = [("CPJ", "CPJ"), ("the CPJ", "tổ chức CPJ"), ("FIDH", "FIDH")]
        #expect(try table.findings(pairs).map(\.segment) == [0, 2])
        #expect(try table.findings(pairs).map(\.severity) == [.info, .info])
        let knowing = RuleTable(
            rule: "unknown-acronym", parameters: ["known": .words(["CPJ"])], termbase: TestTermbase.standard)
        #expect(try knowing.findings(pairs).map(\.segment) == [2])
        #expect(try RuleTable(rule: "unknown-acronym").findings(pairs).isEmpty)
    }
}
