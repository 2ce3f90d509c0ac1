import Testing

@Suite struct EndPunctuationRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "end-punctuation").check(
            finds: [
                ("He is held.", "Ông bị giam giữ"), ("Is he held?", "Ông bị giam giữ."),
                ("A year of arrests", "Một năm bắt bớ."),
                ("Free him!", "Hãy trả tự do cho ông."), ("three steps:", "ba việc sau đây"),
                ("three steps:", "ba việc sau đây."),
                ("And then…", "Và rồi."), ("He said “no.”", "Ông nói “không”"),
                ("Is he held?", "Ông bị giam giữ"), ("<1>Free him!</1>", "<1>Trả tự do.</1>"),
                ("Dear leaders,", "Kính thưa quý vị"),
            ],
            passes: [
                ("He is held.", "Ông bị giam giữ."), ("Is he held?", "Ông có bị giam giữ không?"),
                ("A year of arrests", "Một năm bắt bớ"),
                ("And then...", "Và rồi…"), ("He said “no.”", "Ông nói “không”."),
                ("(He is held.)", "(Ông bị giam giữ.)"),
                ("three steps:", "ba việc sau đây:"), ("Dear leaders,", "Kính thưa quý vị,"),
                ("What?!", "Gì?"), ("<1>Free him!</1>", "<1>Hãy thả ông!</1>"),
                ("It is <1>worse</1>.", "Tình hình <1>tệ hơn</1>."), ("", ""),
            ])
        try RuleTable(rule: "end-punctuation", to: "zh").check(
            finds: Array(repeating: ("He is held.", "他被关押"), count: 10),
            passes: [
                ("He is held.", "他被关押。"), ("Is he held?", "他被关押吗？"), ("Free him!", "释放他！"),
                ("three steps:", "三个步骤："), ("He said “no.”", "他说“不。”"),
                ("Dear leaders,", "尊敬的领导人，"), ("And then…", "然后…"), ("(He is held.)", "（他被关押。）"),
                ("arrests", "逮捕"), ("one;", "一；"),
            ])
    }
}
