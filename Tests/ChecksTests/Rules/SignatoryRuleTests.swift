import Checks
import Testing
import TextFiles
import UnicodeText

@Suite struct SignatoryRuleTests {
    private func findings(_ signatories: [(String, String?)]) -> [Finding] {
        let letter = CheckedLetter(
            name: "thu", source: .english, target: .vietnamese, pairs: [],
            signatories: signatories.map { .init(source: $0.0, target: $0.1) },
            signatoryLocation: SourceLocation(file: "thu.md", line: 1, column: 1))
        return CheckRun(CheckConfiguration(only: ["signatories"]), threads: 1).findings(of: [letter])
    }

    @Test func listsThatDiffer() {
        let wrong: [[(String, String?)]] = [
            [("A", nil)], [("A", "")], [("A", " ")], [("A", "Hội A"), ("B", nil)],
            [("A", "Hội A"), ("A", "Hội A")], [("A", "Hội A"), ("a", "Hội B")],
            [("A", "Hội A"), ("B", "Hội A")], [("A", "Hội A"), ("B", "HỘI A")], [("A", "B"), ("B", "A")],
            [("A", "A"), ("B", "C"), ("C", "B")], [("A", "B"), ("B", "Hội B")],
        ]
        for list in wrong {
            #expect(!findings(list).isEmpty, "\(list)")
            #expect(findings(list).allSatisfy { $0.severity == .error && $0.location.file == "thu.md" })
        }
    }

    @Test func listsThatAgree() {
        let right: [[(String, String?)]] = [
            [], [("A", "A")], [("A", "Hội A")], [("A", "A"), ("B", "B")], [("A", "Hội A"), ("B", "B")],
            [("PEN", "PEN"), ("RSF", "Phóng viên Không Biên giới")],
            [("B", "B"), ("A", "A")], [("A", "Hội A"), ("B", "Hội B"), ("C", "C")],
            [("Sample Network", "Mạng lưới Mẫu")], [("Đ", "D")],
        ]
        for list in right { #expect(findings(list).isEmpty, "\(list)") }
    }
}
