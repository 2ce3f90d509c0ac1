import Checks
import Testing

@Suite struct NameRuleTests {
    private let table = RuleTable(rule: "name", termbase: TestTermbase.standard)

    @Test func cases() throws {
        try table.check(
            finds: [
                ("The case of Nguyen Van Dai", "Trường hợp của ông Nguyen Van Dai"),
                ("Nguyen Van Dai was arrested.", "Ông Nguyễn Văn Dài bị bắt."),
                ("Nguyen Van Dai was arrested.", "Ông bị bắt."),
                ("Tran Thi Nga", "bà Trần Thi Nga"), ("Mother Mushroom", "Nấm Mẹ"),
                ("Nguyen Ngoc Nhu Quynh", "Nguyễn Ngọc Như Quynh"), ("in Da Nang", "tại Da Nang"),
                ("in Hue", "tại Hue"), ("He was held.", "Ông Nguyễn Van Dai bị giam."),
                ("the Brotherhood for Democracy", "tổ chức Tình anh em vì dân chủ"),
                ("in Hanoi", "ở thủ đô"), ("in Vietnam", "tại Việt nam"),
                // A shorter name within a misspelt one; once right, once wrong.
                ("in the United Kingdom", "tại Vương Quoc Anh"),
                ("Nguyen Van Dai, Nguyen Van Dai", "Nguyễn Văn Đài, Nguyen Van Dai"),
                // Names that the termbase does not know.
                ("Pham Doan Trang writes.", "Pham Doan Trang viết."),
                ("Mr. Tran Huynh Duy Thuc", "Ông Tran Huynh Duy Thuc"),
            ],
            passes: [
                ("The case of Nguyen Van Dai", "Trường hợp của ông Nguyễn Văn Đài"),
                ("NGUYEN VAN DAI", "NGUYỄN VĂN ĐÀI"), ("Mother Mushroom", "Mẹ Nấm"),
                ("Mother Mushroom", "bà Nguyễn Ngọc Như Quỳnh"), ("in Da Nang", "tại Đà Nẵng"),
                ("in Viet Nam", "ở Việt Nam"), ("in the United Kingdom", "tại Anh"),
                ("in Hong Kong", "tại Hong Kong"), ("in Hong Kong", "tại Hồng Kông"),
                ("Vietnam, Vietnam", "Việt Nam, Việt nam"), ("in Hue", "tại Huế"),
                ("the hue of it", "màu sắc"),
                ("the Brotherhood for Democracy", "Hội Anh Em Dân Chủ"),
                ("Nguyen Van Dai", "Nguyễn Văn Đại"),
                ("Pham Doan Trang writes.", "Phạm Đoan Trang viết."),
                ("Le Monde says", "Báo Le Monde cho biết"), ("Ho Chi", "Ho Chi"),
                ("He was held.", "Ông bị giam."), ("Hanoi Rocks play", "Ban nhạc Hanoi Rocks biểu diễn"),
                ("see https://danang.gov.vn/Da-Nang", "xem trang"),
            ])
    }

    @Test func severities() throws {
        let cases: [(String, String, Severity, String?)] = [
            ("Nguyen Van Dai", "Nguyen Van Dai", .error, "Nguyễn Văn Đài"),
            ("Nguyen Van Dai", "ông ấy", .warning, "Nguyễn Văn Đài"),
            ("He came.", "Nguyen Van Dai đến.", .error, "Nguyễn Văn Đài"),
            ("He came.", "Trần Thí Nga đến.", .warning, "Trần Thị Nga"),
            ("Vietnam", "nước này", .info, "Việt Nam"), ("Vietnam", "Việt nam", .warning, "Việt Nam"),
            ("Pham Doan Trang", "Pham Doan Trang", .warning, "Phạm …: ask how the name is written"),
        ]
        for (source, target, severity, suggestion) in cases {
            let found = try table.findings(source, target)
            #expect(found.map(\.severity) == [severity], "\(target): \(found)")
            #expect(found.first?.suggestion == suggestion, "\(target)")
        }
        #expect(
            try RuleTable(rule: "name", to: "fr", termbase: TestTermbase.standard)
                .findings("Nguyen Van Dai", "Nguyen Van Dai").isEmpty)
    }
}
