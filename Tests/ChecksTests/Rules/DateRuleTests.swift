import Checks
import Testing

@Suite struct DateRuleTests {
    @Test func table() throws {
        try RuleTable(rule: "date").check(
            finds: [
                ("on 16 December 2015", "ngày 16 tháng 11 năm 2015"),
                ("on December 16, 2015", "ngày 17 tháng 12 năm 2015"),
                ("November 11–12", "ngày 11–13 tháng 11"), ("on 5 April 2018", "ngày 4 tháng 5 năm 2018"),
                ("in June 2018", "vào tháng 7 năm 2018"), ("on 16/12/2015", "ngày 15/12/2015"),
                ("on 2015-12-16", "ngày 16/11/2015"),
                ("in September", "vào mùa thu"), ("in January", "mỗi tháng một lần"),
                ("on 1 January 2019", "ngày 1 tháng 1 năm 2018"),
                ("on May 3", "ngày 5 tháng 3"),
                ("March 8, 2020", "ngày 8 tháng 5 năm 2020"),
            ],
            passes: [
                ("on 16 December 2015", "ngày 16 tháng 12 năm 2015"),
                ("on December 16, 2015", "ngày 16/12/2015"),
                ("November 11–12", "ngày 11–12 tháng 11"),
                ("On 11 and 12 November 2017", "Trong hai ngày 11 và 12 tháng 11 năm 2017"),
                ("in June", "vào tháng 6"), ("in June", "vào tháng Sáu"),
                ("in November", "vào tháng mười một"), ("in January", "tháng Giêng"),
                ("in January 2005", "vào tháng Một năm 2005"), ("in January", "vào tháng Một"),
                ("on 2015-12-16", "ngày 16 tháng 12 năm 2015"), ("You may go.", "Quý vị có thể đi."),
                ("They march on.", "Họ tiếp tục diễu hành."),
                ("in 3 months", "trong 3 tháng"), ("on 12/16/2015", "ngày 16/12/2015"),
                ("December 25th", "ngày 25 tháng 12"),
                ("in December 2015", "vào tháng 12/2015"),
                ("on July 13 and 15, 2006", "vào ngày 13 và ngày 15 tháng 7 năm 2006"),
            ])
        #expect(
            try RuleTable(rule: "date").findings("on 16 December 2015", "ngày 16 tháng 11 năm 2015").first?
                .suggestion
                == "ngày 16 tháng 12 năm 2015")
    }
}
