import Segmentation
import Testing
import TextFiles
import UnicodeText

@testable import Letters

/// A table of a letter, from English to Vietnamese, in every format.
@Suite struct TableRenderingTests {
    private static let english = """
        | Name | Held since | Grounds given |
        | :--- | ---: | :---: |
        | Nguyễn Văn Đài | 16 December 2015 | “Propaganda against the *State*”. He was not tried. |
        | Trần Thị Nga | 21 January 2017 | Article 88 |
        | Nguyễn Bắc Truyển<br>(lawyer) | 30 July 2017 | |
        """

    private static let vietnamese = [
        "Name": "Họ tên", "Held since": "Bị giam giữ từ", "Grounds given": "Lý do được đưa ra",
        "Nguyễn Văn Đài": "Nguyễn Văn Đài", "16 December 2015": "16/12/2015",
        "“Propaganda against the <1>State</1>”.": "“Tuyên truyền chống <1>Nhà nước</1>”.",
        "He was not tried.": "Ông không được xét xử.",
        "30 July 2017": "30/07/2017", "Trần Thị Nga": "Trần Thị Nga", "21 January 2017": "21/01/2017",
        "Article 88": "Điều 88",
        "Nguyễn Bắc Truyển": "Nguyễn Bắc Truyển", "(lawyer)": "(chuyên gia pháp lý)",
    ]

    private func render(_ format: LetterFormat, without missing: String? = nil) throws -> String {
        try format.render(localize(Self.english, Self.vietnamese.filter { $0.key != missing }))
    }

    @Test func html() throws {
        let page = try render(.html, without: "Article 88")
        #expect(
            page.contains(
                """
                <div class="table">
                <table>
                <thead>
                <tr><th scope="col" style="text-align: start">Họ tên</th>\
                <th scope="col" style="text-align: end">Bị giam giữ từ</th>\
                <th scope="col" style="text-align: center">Lý do được đưa ra</th></tr>
                </thead>
                <tbody>
                <tr><td style="text-align: start">Nguyễn Văn Đài</td>\
                <td style="text-align: end">16/12/2015</td>\
                <td style="text-align: center">“Tuyên truyền chống <em>Nhà nước</em>”. Ông không được xét xử.</td></tr>
                <tr><td style="text-align: start">Trần Thị Nga</td>\
                <td style="text-align: end">21/01/2017</td>\
                <td style="text-align: center"><span class="untranslated" lang="en">Article 88 \
                <span class="mark" lang="vi">[chưa dịch]</span></span></td></tr>
                <tr><td style="text-align: start">Nguyễn Bắc Truyển<br>
                (chuyên gia pháp lý)</td><td style="text-align: end">30/07/2017</td>\
                <td style="text-align: center"></td></tr>
                </tbody>
                </table>
                </div>
                """), "\(page)")
    }

    @Test(arguments: [
        // A head without words is none; an empty one among others is not announced.
        ("| | |\n|-|-|\n|a|b|", "<table>\n<tbody>\n<tr><td>a</td><td>b</td></tr>\n</tbody>\n</table>"),
        (
            "| |x|\n|-|-|",
            "<table>\n<thead>\n<tr><td></td><th scope=\"col\">x</th></tr>\n</thead>\n</table>"
        ),
        ("|a|\n|-|\n|[b](javascript:x) <i>&lt;|", "<tbody>\n<tr><td>b &lt;</td></tr>\n</tbody>"),
    ])
    func heads(markdown: String, html: String) throws {
        #expect(try LetterFormat.html.build(markdown).contains(html))
    }

    @Test func markdown() throws {
        #expect(
            try render(.markdown, without: "(lawyer)") == """
                | Họ tên | Bị giam giữ từ | Lý do được đưa ra |
                | :--- | ---: | :---: |
                | Nguyễn Văn Đài | 16/12/2015 | “Tuyên truyền chống *Nhà nước*”. Ông không được xét xử. |
                | Trần Thị Nga | 21/01/2017 | Điều 88 |
                | Nguyễn Bắc Truyển<br>(lawyer) *\\[chưa dịch\\]* | 30/07/2017 |  |

                """)
    }

    @Test func text() throws {
        #expect(
            try render(.text) == """
                Họ tên                Bị giam giữ từ          Lý do được đưa ra
                --------------------  --------------  ----------------------------------
                Nguyễn Văn Đài            16/12/2015  “Tuyên truyền chống Nhà nước”. Ông
                                                              không được xét xử.

                Trần Thị Nga              21/01/2017               Điều 88

                Nguyễn Bắc Truyển         30/07/2017
                (chuyên gia pháp lý)

                """)
    }

    /// Columns stand under their heads by display width, whatever the script; lines fit and leave nothing behind.
    @Test(arguments: [
        (
            "|Tên|数|b|\n|-|-:|:-:|\n|Bà Lan|12|x|\n|中文|3|yyy|",
            "Tên     数   b\n------  --  ---\nBà Lan  12   x\n中文     3  yyy"
        ),
        ("| | |\n|-|-|\n|a|b|\n|cc||", "a   b\ncc"),
        ("|a|b|\n|-|-|", "a  b\n-  -"),
        ("|a||\n|-|-|\n||c|", "a\n-  -\n   c"),
        ("|a<br>b|c|\n|-|-|\n|d|e<br>f|\n|g|h|", "a  c\nb\n-  -\nd  e\n   f\n\ng  h"),
        ("- |a|b|\n  |-|-|\n  |c|d|\n- e", "- a  b\n  -  -\n  c  d\n- e"),
        ("> |a|b|\n> |-|-|\n> |c|d|", "> a  b\n> -  -\n> c  d"),
    ])
    func columns(markdown: String, text: String) throws {
        #expect(try LetterFormat.text.build(markdown) == text + "\n")
    }

    /// What does not fit side by side stands one below the other, each cell after its head.
    @Test func rowsAsLists() throws {
        let address = "https://www.example.org/reports/2017/arbitrary-detention-in-viet-nam"
        let built = try LetterFormat.text.build(
            "|Name|Source:||\n|-|-|-|\n|Bà Lan, who<br>was free|<\(address)>|a|\n|Ông An|||\n||||")
        #expect(
            built == "Name: Bà Lan, who / was free\nSource:\n  \(address)\na\n\nName: Ông An\n")
    }

    @Test(arguments: 1...6) func linesFit(columns: Int) throws {
        let words = [
            "Chúng tôi trân trọng đề nghị Quý vị kêu gọi chính quyền", "2017", "我們懇請各位領袖敦促當局立即釋放",
            "เราขอเรียกร้องให้ท่านผู้นำ", "arbitrarily held", "Nguyễn Văn Đài",
        ]
        for mark in ["", "> ", "> - "] {
            for shift in words.indices {
                let row = (0..<columns).map { words[($0 + shift) % words.count] }
                let line = "|\(row.joined(separator: "|"))|\n"
                let rule = String(repeating: "|-:", count: columns) + "|\n"
                let rest = mark.map { $0 == "-" ? " " : $0 }
                let table = mark + line + String(rest) + rule + String(rest) + line
                let built = try LetterFormat.text.build(table)
                for line in TextSource(built).lines {
                    #expect(line.displayWidth <= 72, "\(line)")
                    #expect(!line.hasSuffix(" "))
                }
                #expect(built.filter(\.isLetter).count == 2 * row.joined().filter(\.isLetter).count)
            }
        }
    }
}
