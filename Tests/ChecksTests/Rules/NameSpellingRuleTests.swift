import Checks
import Testing

@Suite struct NameSpellingRuleTests {
    private let table = RuleTable(rule: "name-spelling")

    private let names = [
        ("Nguyen Van Dai", "Nguyễn Văn Đài", "Nguyễn Văn Đại"),
        ("Tran Thi Nga", "Trần Thị Nga", "Trần Thị Ngà"),
        ("Pham Doan Trang", "Phạm Đoan Trang", "Phạm Đoàn Trang"),
        ("Tran Huynh Duy Thuc", "Trần Huỳnh Duy Thức", "Tran Huynh Duy Thuc"),
        ("Le Thu Ha", "Lê Thu Hà", "Lê Thu Hạ"), ("Hoang Duc Binh", "Hoàng Đức Bình", "Hoàng Đức Bính"),
        ("Nguyen Ngoc Nhu Quynh", "Nguyễn Ngọc Như Quỳnh", "Nguyễn Ngọc Nhu Quỳnh"),
        ("Can Thi Theu", "", ""), ("Bui Thi Minh Hang", "Bùi Thị Minh Hằng", "Bùi Thị Minh Hạng"),
        ("Dang Xuan Dieu", "Đặng Xuân Diệu", "Đặng Xuân Điều"), ("Ngo Hao Van", "Ngô Hào Vân", "Ngô Hảo Vân"),
        ("Vo An Don", "Võ An Đôn", "Võ An Đồn"),
    ].filter { !$0.1.isEmpty }

    @Test func everyOtherSpellingIsFound() throws {
        #expect(names.count >= 10)
        for (source, right, other) in names {
            let found = try table.findings([
                ("\(source) was arrested.", "Ông \(right) bị bắt."),
                ("We met \(source).", "Chúng tôi gặp \(right)."),
                ("The case of \(source)", "Vụ án \(other)"),
            ])
            #expect(found.map(\.segment) == [2] && found.first?.suggestion == right, "\(source): \(found)")
            #expect(
                found.first?.message == "the name “\(other)” is written “\(right)” in 2 of 3 places",
                "\(source)")
        }
    }

    @Test func oneSpellingIsLetPass() throws {
        for (source, right, other) in names {
            #expect(
                try table.findings([(source, right), ("\(source) again", "\(right) lần nữa")]).isEmpty)
            // Two persons, by their names in the source.
            #expect(try table.findings([(source, right), ("Ly Tong Cao", other)]).isEmpty)
        }
        // The place of the tone, capitals.
        #expect(try table.findings([("Le Hoa Khue", "Lê Hòa Khuê"), ("Le Hoa Khue", "LÊ HOÀ KHUÊ")]).isEmpty)
        #expect(
            try RuleTable(rule: "name-spelling", state: .fuzzy).findings([
                ("Le Thu Ha", "Lê Thu Hà"), ("Le Thu Ha", "Lê Thu Hạ"),
            ]).isEmpty)
    }
}
