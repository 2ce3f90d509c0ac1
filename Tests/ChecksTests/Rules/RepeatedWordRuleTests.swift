import Checks
import Testing

@Suite struct RepeatedWordRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "repeated-word").check(
            finds: [
                ("the law of the country", "luật của của đất nước"),
                ("they were arrested", "họ đã đã bị bắt"), ("and then", "và và rồi"),
                ("those who", "những những người"), ("for freedom", "cho cho tự do"),
                ("is not", "không không là"), ("human rights", "nhân quyền nhân quyền"),
                ("in prison", "trong trong tù"), ("to be held", "bị bị giam giữ"),
                ("The rights", "Các các quyền"), ("Viet Nam today", "Việt Nam Việt Nam hôm nay"),
            ],
            passes: [
                ("far away", "ở nơi xa xa"), ("always", "luôn luôn"), ("every day", "ngày ngày"),
                ("everyone", "người người đều biết"), ("very slowly", "rất chậm chậm"),
                ("every house", "nhà nhà"), ("gradually", "dần dần"), ("forever", "đời đời"),
                ("often", "thường thường"), ("very very good", "rất rất tốt"),
                ("had had enough", "đã đã đủ"), ("Bora Bora", "Bora Bora"), ("and, and", "và, và"),
                ("slowly", "từ từ"), ("if a device is seized", "nếu thiết bị bị thu giữ"),
                ("in the next five years", "trong năm năm tới"),
                ("international imperialism", "chủ nghĩa đế quốc quốc tế"),
                ("openly", "một cách đường đường chính chính"),
            ])
        let french = RuleTable(rule: "repeated-word", to: "fr")
        #expect(try french.findings("the law", "la la loi").count == 1)
        #expect(
            try RuleTable(rule: "repeated-word", parameters: ["allow": .words(["của"])]).findings(
                "a", "của của"
            ).isEmpty)
    }
}
