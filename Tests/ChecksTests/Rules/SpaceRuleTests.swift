import Testing

@Suite struct SpaceRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "space").check(
            finds: [
                ("He is held.", "Ông  bị giam giữ."), ("He is held.", "Ông bị giam giữ ."),
                ("He is held.", " Ông bị giam giữ."), ("He is held.", "Ông bị giam giữ. "),
                ("a, b", "a , b"), ("Is he held?", "Ông bị giam giữ ?"), ("three:", "ba :"),
                ("(APEC)", "(APEC )"), ("human rights", "nhân\u{A0}quyền"),
                (" – and", "– và"), ("Name: ", "Tên:"), ("a   b", "a b ,  c"),
                ("He is held.", "Ông bị <1>giam</1>  giữ."),
            ],
            passes: [
                ("He is held.", "Ông bị giam giữ."), ("two  spaces", "hai  khoảng"), (" – and", " – và"),
                ("25 people", "25\u{A0}người"), ("a, b", "a, b"),
                ("a , b", "a , b"), ("the file .txt", "tập tin .txt"), ("wait ...", "chờ ..."),
                ("Mr. A", "ông\u{A0}A"), ("end ", "hết "), ("(APEC)", "(APEC)"),
                ("Is he held? ", "Ông có bị giam không?"), ("How many layers ", "Có bao nhiêu lớp"),
            ])
        try RuleTable(rule: "space", to: "fr").check(
            finds: Array(repeating: ("Held!", "Détenu , oui"), count: 10),
            passes: Array(repeating: ("Is he held?", "Est-il détenu\u{202F}?"), count: 10))
    }
}
