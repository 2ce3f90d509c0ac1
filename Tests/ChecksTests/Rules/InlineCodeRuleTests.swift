import Testing

@Suite struct InlineCodeRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "inline-code").check(
            finds: [
                ("<1>still</1> the answer", "vẫn là câu trả lời"), ("<1>still</1>", "<1>vẫn"),
                ("<1>still</1>", "vẫn</1>"),
                ("still", "<1>vẫn</1>"), ("a<1/>b", "ab"), ("a<1/>b", "a<1/><1/>b"),
                ("<1>a</1> <2>b</2>", "<1>a <2>b</1></2>"),
                ("<1>a</1>", "</1>a<1>"), ("<1>a</1>", "<2>a</2>"), ("<1>a</1><2/>", "<1>a</1>"),
                ("<1>a</1>", "<1/>a"),
            ],
            passes: [
                ("<1>still</1> the answer", "<1>vẫn</1> là câu trả lời"), ("a<1/>b", "b<1/>a"), ("a", "b"),
                ("<1>a</1> <2>b</2>", "<2>b</2> <1>a</1>"), ("<1><2>a</2></1>", "<1><2>a</2></1>"),
                ("<1>a", "<1>a"), ("a</1>", "a</1>"), ("<1>a</1>", "trước <1>a</1> sau"), ("x < y", "x < y"),
                ("\\<1> is a code", "\\<1> là một mã"), ("<1></1>", "<1></1>"),
            ])
    }
}
