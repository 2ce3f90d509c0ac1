import Foundation
import Letters
import TestSupport
import Testing
import TextFiles
import UnicodeText

@Suite struct LetterDocumentTests {
    private static let hasPandoc = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .contains { FileManager.default.isExecutableFile(atPath: "\($0)/pandoc") }

    @Test func idsComeFromNames() {
        let cases = [
            ("apec-2017", "apec-2017"), ("Thư ngỏ gửi Đà Nẵng", "thu-ngo-gui-da-nang"), ("信", "letter"),
            ("a__b..c", "a-b-c"), ("", "letter"),
        ]
        for (name, id) in cases { #expect(LetterDocument.id(from: name) == id) }
    }

    @Test func textIsReadAsItIs() throws {
        try withTemporaryFolder { folder in
            try FileWriting.write("Kính gửi *Quý vị*\n", to: folder + "/thu.txt")
            #expect(try LetterDocument.read(folder + "/thu.txt").text == "Kính gửi *Quý vị*\n")
        }
    }

    /// The containers of a page's layout go; what the letter says stays, with its emphasis.
    @Test(.enabled(if: hasPandoc, "pandoc is not installed")) func pagesBecomeMarkdown() throws {
        let page = """
            <html><body><div class="page"><h1>Thư ngỏ</h1><p>Hà Nội, ngày 7 tháng 11 năm 2017</p>
            <p><span>Kính gửi Quý vị,</span></p><div><p>Xin hãy lên tiếng <em>ngay hôm nay</em>.</p></div>
            <p>Trân trọng,</p><ol><li>Hội Anh Em Dân Chủ</li><li>Việt Tân</li></ol></div></body></html>
            """
        try withTemporaryFolder { folder in
            try FileWriting.write(page, to: folder + "/thu.html")
            let letter = LetterAdoption(locale: .vietnamese).adopt(
                try LetterDocument.read(folder + "/thu.html"))
            #expect(letter.title == "Thư ngỏ")
            #expect(letter.date == CalendarDate(iso: "2017-11-07"))
            #expect(letter.place == "Hà Nội")
            #expect(letter.salutation == "Kính gửi Quý vị,")
            #expect(letter.body.map(\.text) == ["Xin hãy lên tiếng *ngay hôm nay*."])
            #expect(letter.signatories == ["Hội Anh Em Dân Chủ", "Việt Tân"])
        }
    }

    @Test(.enabled(if: hasPandoc, "pandoc is not installed")) func tablesOfPagesStayTables() throws {
        let page = """
            <p>Dear leaders,</p><p>We ask you to raise this case:</p><table><tr><th>Name</th><th>Held since</th></tr>
            <tr><td>Trần Thị Nga</td><td>21 January 2017</td></tr></table><p>Yours,</p>
            """
        try withTemporaryFolder { folder in
            try FileWriting.write(page, to: folder + "/letter.html")
            let letter = LetterAdoption(locale: .english).adopt(
                try LetterDocument.read(folder + "/letter.html"))
            let table = try #require(letter.body.last?.text)
            let rows = table.split(separator: "\n").map { row in
                row.split(separator: "|").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
            }
            #expect(rows.count == 3 && rows[0] == ["Name", "Heldsince"])
            #expect(rows.last == ["TrầnThịNga", "21January2017"])
        }
    }

    @Test func whatIsNotThereIsNoInput() {
        for name in ["/nowhere/thu.html", "/nowhere/thu.txt"] {
            let error = #expect(throws: LathuError.self) { try LetterDocument.read(name) }
            #expect(error?.code == .noInput)
        }
    }
}
