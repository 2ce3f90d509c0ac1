import Testing

@Suite struct PlaceholderRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "placeholder").check(
            finds: [
                ("Saved %s", "Đã lưu"), ("%d of %d", "%d"), ("Hello {name}", "Xin chào {ten}"),
                ("%1$s by %2$s", "%1$s của"),
                ("Delete '{0}'?", "Xóa '{1}'?"), ("<b>bold</b> text", "chữ đậm</b>"),
                ("${count} files", "tập tin"),
                ("%(user)s left", "%(nguoi)s đã rời"), ("$[officename] Help", "Trợ giúp"),
                ("Saved", "Đã lưu %s"),
                ("copy %s to %d", "chép %d vào %s"), ("Press %PRODUCTNAME", "Bấm"),
                ("{{count}} replies", "{{dem}} trả lời"),
                ("Signed by {n, plural, one {# group} other {# groups}}", "Các tổ chức ký tên"),
                ("Open on {day, date, long}", "Khai mạc ngày {ngay, date, long}"),
                ("<div className=\"x\">a</div>", "<div class=\"x\">a</div>"),
                ("<a href='b'>c</a>", "<a>c</a>"),
                ("<emph>File</emph> menu", "trình đơn <emph>Tập tin"),
            ],
            passes: [
                ("Saved %s", "Đã lưu %s"), ("%d of %d", "%d trên %d"), ("Hello {name}", "Xin chào {name}"),
                ("%1$s by %2$s", "%2$s viết %1$s"), ("100% sure", "chắc 100% rồi"),
                ("5% of people", "5% dân số"),
                ("<b>bold</b> text", "chữ <b>đậm</b>"), ("a < b and c > d", "a < b và c > d"),
                ("Tom & Jerry;", "Tom & Jerry;"),
                ("Black &amp; white", "Đen & trắng"), ("It cost $5 and $6", "Giá 5 đô la và 6 đô la"),
                ("<img alt=\"a = b\" src={f('x')}/>", "<img src={f(\"x\")}  alt='cây = b' />"),
                ("<a  href=x>c</a> <a id='1'>d</a>", "<a href=x>c</a> <a id=\"1\">d</a>"),
                ("<a title=\"Help\">x</a>", "<a title=\"Trợ giúp\">x</a>"), ("{ a set }", "{ một tập }"),
                ("%PRODUCTNAME menu", "trình đơn %PRODUCTNAME"),
                (
                    "Signed by {n, plural, one {# group} other {# groups}}",
                    "{n, plural, other {# tổ chức}} ký tên"
                ),
                ("We ask you to act.", "Kính mong {gender, select, female {Bà} other {Ngài}} hành động."),
                ("Open on {day, date, long}", "Khai mạc {day, date, ::yMMMMd}"),
            ])
    }
}
