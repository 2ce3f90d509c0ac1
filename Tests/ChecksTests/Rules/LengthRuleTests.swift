import Checks
import Testing

@Suite struct LengthRuleTests {
    private let long =
        "We write on behalf of Vietnamese and international organisations that work for freedom of expression."
    private let right =
        "Chúng tôi viết thư này thay mặt cho các tổ chức Việt Nam và quốc tế hoạt động vì quyền tự do biểu đạt."

    @Test func table() throws {
        let double = [right, right, right].joined(separator: " ")
        try RuleTable(rule: "length").check(
            finds: [
                (long, "Chúng tôi."), (long, double), (long, "Chúng tôi viết thư này."),
                (long + " " + long, String(right.prefix(70))),
                ("Yes.", right), ("He is held.", right), (long, "…"), (long, "Thư"),
                ("A year of arrests", double), ("Geneva", right),
            ],
            passes: [
                (long, right), (long + " " + long, right + " " + right), ("Yes.", "Vâng."),
                ("Geneva", "Geneva"), ("He is held.", "Ông bị giam giữ."),
                ("UN", "Liên Hiệp Quốc"), ("ICCPR", "Công ước Quốc tế về các Quyền Dân sự"),
                ("Respectfully yours,", "Trân trọng,"),
                ("APEC Leaders", "Các Nhà lãnh đạo APEC"),
                ("Dear APEC Leaders,", "Kính thưa các Nhà lãnh đạo APEC,"),
                (
                    "We ask you to raise these cases there as well.",
                    "Kính mong {gender, select, female {Bà} male {Ngài} other {Quý vị}} cũng nêu các trường hợp này."
                ),
            ])
    }

    @Test func aTranslationOfLessThanHalfTheUsualLengthIsTold() throws {
        // Two and a half deviations, and two clauses are missing all the same.
        let half = "Chúng tôi viết thư này thay mặt cho các tổ chức"
        let rule = RuleTable(rule: "length")
        #expect(try rule.findings(long, half).count == 1)
        var lenient = rule
        lenient.parameters = ["share": .number(0)]
        #expect(try lenient.findings(long, half).isEmpty)
        // Short sources vary more.
        #expect(try rule.findings("We write to you again about it.", "Chúng tôi lại viết").isEmpty)
    }

    @Test func whatIsTooLongIsAnInfo() throws {
        let rule = RuleTable(rule: "length")
        #expect(try rule.findings(long, "Chúng tôi viết.").map(\.severity) == [.warning])
        #expect(
            try rule.findings(long, [right, right, right].joined(separator: " ")).map(\.severity) == [.info])
    }

    @Test func theModelIsLearnedFromTheMiddleOfThePairs() throws {
        // A third of the pairs is wrong: the median does not mind.
        var lengths = (0..<600).map { number in
            let size = 20 + number % 100
            return (source: size, target: number % 3 == 0 ? size * 20 : size * 2)
        }
        let model = try #require(LengthModel(learnedFrom: lengths))
        #expect(abs(model.ratio - 2) < 0.01)
        #expect(abs(model.deviation(source: 50, target: 100)) < 0.01)
        #expect(model.deviation(source: 50, target: 50) < -6)
        lengths.removeLast(lengths.count - LengthModel.enough + 1)
        #expect(LengthModel(learnedFrom: lengths) == nil)
    }
}
