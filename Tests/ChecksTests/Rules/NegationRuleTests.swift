import Checks
import Testing

@Suite struct NegationRuleTests {
    private let finds = [
        ("He was not given a trial.", "Ông được đưa ra xét xử."), ("They don't know.", "Họ biết."),
        ("No law allows it.", "Luật cho phép điều đó."),
        ("He never returned.", "Ông đã trở về."), ("Nobody was charged.", "Mọi người bị buộc tội."),
        ("It is without basis.", "Điều đó có cơ sở."),
        ("He was given a trial.", "Ông không được đưa ra xét xử."), ("They know.", "Họ chưa biết."),
        ("The law allows it.", "Luật chẳng cho phép điều đó."),
        ("We cannot accept this.", "Chúng tôi chấp nhận điều này."),
        ("Neither of them came.", "Cả hai đã đến."), ("Speak.", "Đừng nói."),
        // What stands for another word of the source does not stand for its “not”.
        (
            "There had been no reports of irregularities by noon.",
            "Cho tới trưa đã có các báo cáo về sự bất thường."
        ),
        (
            "While the ban covers the square, vehicles will not be moving out of the city.",
            "Tuy lệnh cấm bao gồm quảng trường, các xe sẽ được di chuyển ra khỏi thành phố."
        ),
        ("He did not take any side.", "Ông đã theo bất kỳ bên nào."),
        ("They blamed the police.", "Họ không chỉ trích công an."),
        // An answer, not a question.
        ("It is supported.", "Không."), ("No. They will come.", "Họ sẽ đến."),
    ]

    @Test func table() throws {
        try RuleTable(rule: "negation").check(
            finds: finds,
            passes: [
                ("He was not given a trial.", "Ông không được đưa ra xét xử."),
                ("They don’t know.", "Họ chưa biết."),
                ("He never returned.", "Ông chẳng bao giờ trở về."),
                ("No law allows it.", "Chưa có luật nào cho phép điều đó."),
                ("without trial", "không được đưa ra xét xử"), ("The air force", "Không quân"),
                ("in space", "trong không gian"),
                ("not only here", "không chỉ ở đây"),
                ("She will not judge him.", "Bà sẽ không chỉ trích anh ta."),
                ("an unlawful arrest", "vụ bắt giữ không hợp pháp"),
                ("He failed to appear.", "Ông không xuất hiện."),
                ("Do not stop.", "Đừng dừng lại."), ("They lack food.", "Họ không có đủ lương thực."),
                ("Do not enter", "Cấm vào"),
                ("He is held.", "Ông bị giam giữ."),
                ("99 is a number, not a logical value.", "99 là một con số, không phải một giá trị luận lý."),
                ("Boolean NOT", "NOT luận lý"),
                (
                    "It worked without a doubt, unusual as it is.",
                    "Điều đó vô cùng bất thường mà vẫn chẳng sao."
                ),
                ("He does not have to pay.", "Ông được khỏi phải trả tiền."),
                // What asks does not negate, with a question mark or without.
                ("They will see if the boat was safe.", "Họ sẽ xem chiếc thuyền có an toàn không."),
                ("He asked whether it was true, and left.", "Ông hỏi điều đó có đúng không, rồi bỏ đi."),
                ("Tests for even numbers.", "Thử có số chẵn không."),
                ("the No. 1 ranking", "ngôi vị số 1"), ("No. 12 of 2017", "số 12 năm 2017"),
                ("wherever you are, no matter what", "bất luận điều gì, dù ở đâu"),
                ("She died not long after him.", "Bà mất sau ông ít lâu."),
                ("Leaving is not allowed unless they agree.", "Cấm rời khỏi đó trừ khi họ đồng ý."),
            ])
    }

    @Test func inAFuzzyTranslationItIsAnError() throws {
        for (source, target) in finds {
            #expect(
                try RuleTable(rule: "negation", state: .fuzzy).findings(source, target).map(\.severity) == [
                    .error
                ])
            #expect(try RuleTable(rule: "negation").findings(source, target).map(\.severity) == [.warning])
        }
        #expect(try RuleTable(rule: "negation", to: "th").findings("He is not here.", "เขาอยู่ที่นี่").isEmpty)
    }
}
