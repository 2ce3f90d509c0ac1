import Testing

@Suite struct BracketRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "bracket").check(
            finds: [
                ("(APEC)", "(APEC"), ("(APEC)", "APEC)"),
                ("the UN (Geneva) said", "Liên Hiệp Quốc (Geneva nói"), ("a [b] c", "a [b c"),
                ("the UN (Geneva)", "Liên Hiệp Quốc Geneva"), ("file(s) (optional)", "tập tin"),
                ("APEC", "(APEC"), ("(a) and (b)", "(a và (b)"),
                ("(a [b])", "(a [b)]"), ("Law (2018)", "Luật )2018("),
            ],
            passes: [
                ("(APEC)", "(APEC)"), ("the UN (Geneva) said", "Liên Hiệp Quốc (Geneva) nói"),
                ("a [b] c", "a [b] c"), ("1) Release him", "1) Trả tự do cho ông"),
                ("a) first", "a) thứ nhất"), ("Thanks :)", "Cảm ơn :)"), ("(a (b) c)", "(a (b) c)"),
                ("APEC", "APEC"), ("(unclosed", "(không đóng"),
                ("(a) and (b)", "(a) và (b)"), ("f(x)", "f(x)"), ("{name} (x)", "{name} (x)"),
                ("the UN, Geneva", "Liên Hiệp Quốc (Geneva)"), ("the file(s)", "các tập tin"),
                ("the box(es)", "các hộp"), ("the edge", "(các) cạnh"),
                ("We ask you.", "Kính mong {gender, select, female {Bà} other {Ngài}}."),
            ])
    }
}
