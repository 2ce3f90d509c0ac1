import Foundation
import Interchange
import TestSupport
import Testing

/// A letter with a table, from its source to a Vietnamese letter.
@Suite struct LetterTableTests {
    private static let letter = """
        ---
        id: held-2017
        title: Those who are held
        date: 2017-11-07
        salutation: Dear APEC Leaders,
        closing: Respectfully yours,
        signatories: [Access Now, {name: Project 88, vi: Dự án 88}]
        ---
        We ask you to raise these cases with your hosts.

        | Name | Held since | Grounds given |
        | --- | ---: | --- |
        | Nguyễn Văn Đài | 16 December 2015 | “Propaganda against the *State*”. He was not tried. |
        | Trần Thị Nga | 21 January 2017 | Article 88 |
        | Nguyễn Bắc Truyển | 30 July 2017 | |

        """
    private static let vietnamese = [
        "Those who are held": "Những người đang bị giam giữ",
        "Dear APEC Leaders,": "Kính gửi các nhà lãnh đạo APEC,",
        "We ask you to raise these cases with your hosts.":
            "Chúng tôi đề nghị Quý vị nêu các trường hợp này với nước chủ nhà.",
        "Name": "Họ tên", "Held since": "Bị giam giữ từ", "Grounds given": "Lý do được đưa ra",
        "Nguyễn Văn Đài": "Nguyễn Văn Đài", "16 December 2015": "16/12/2015",
        "“Propaganda against the <1>State</1>”.": "“Tuyên truyền chống <1>Nhà nước</1>”.",
        "He was not tried.": "Ông không được xét xử.", "Trần Thị Nga": "Trần Thị Nga",
        "21 January 2017": "21/01/2017", "Article 88": "Điều 88", "Nguyễn Bắc Truyển": "Nguyễn Bắc Truyển",
        "30 July 2017": "30/07/2017", "Respectfully yours,": "Trân trọng,",
    ]
    private static let catalog = "locales/vi/letters/held-2017.po"

    @Test func aTableIsTranslatedCellByCell() throws {
        try CommandLine.inNewFolder { lathu throws in
            #expect(try lathu.run("init").status == 0)
            try lathu.write(Self.letter, to: "locales/en/letters/held-2017.md")
            #expect(try lathu.run("fill", "--to", "vi").output.contains("16 segments: 16 missing"))
            let entries = try lathu.entries(of: Self.catalog)
            #expect(entries.contains("#. table cell\nmsgid \"Held since\"\nmsgstr \"\""))
            var unknown: [String] = []
            try lathu.translate(Self.catalog) { entry in
                if Self.vietnamese[entry.source] == nil { unknown.append(entry.source) }
                return Self.vietnamese[entry.source]
            }
            #expect(unknown.isEmpty)
            #expect(try lathu.run("status").status == 0)
            let built = try lathu.run("build")
            #expect(built.status == 0 && built.errors.isEmpty)
            let folder = "build/letters/held-2017/all/vi"
            #expect(
                try lathu.read(folder + ".txt").contains(
                    """
                    Họ tên             Bị giam giữ từ  Lý do được đưa ra
                    -----------------  --------------  -------------------------------------
                    Nguyễn Văn Đài         16/12/2015  “Tuyên truyền chống Nhà nước”. Ông
                                                       không được xét xử.

                    Trần Thị Nga           21/01/2017  Điều 88

                    Nguyễn Bắc Truyển      30/07/2017
                    """))
            let html = try lathu.read(folder + ".html")
            #expect(html.contains("<html lang=\"vi\""))
            #expect(html.contains("<th scope=\"col\">Họ tên</th>"))
            #expect(html.contains("<td>“Tuyên truyền chống <em>Nhà nước</em>”. Ông không được xét xử.</td>"))
            // What is built in the source's language is the source, but for spaces in the last cell.
            let table = Self.letter.trimmingCharacters(in: .newlines).split(separator: "\n\n").last ?? ""
            #expect(
                try lathu.read("build/letters/held-2017/all/en.md").contains(
                    table.replacing("2017 | |", with: "2017 |  |")))
        }
    }

    @Test func cellsBeyondTheLastColumnAreNotLostUnnoticed() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("| Name |\n| --- |\n| Trần Thị Nga | 2017 |\n", to: "a.md")
            let result = try lathu.run("segment", "a.md")
            #expect(result.status == 0 && result.output == "Name\nTrần Thị Nga\n")
            #expect(result.errors.contains("a.md:3: warning: the row has 2 cells, and its table 1 columns"))
        }
    }
}
