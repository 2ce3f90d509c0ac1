import Archives
import Foundation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Letters

@Suite struct LetterDocumentTests {
    private static let hasPandoc = Programs.has("pandoc")

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
            #expect(try LetterDocument(folder + "/thu.txt").source.text == "Kính gửi *Quý vị*\n")
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
                try LetterDocument(folder + "/thu.html").source)
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
                try LetterDocument(folder + "/letter.html").source)
            let table = try #require(letter.body.last?.text)
            let rows = table.split(separator: "\n").map { row in
                row.split(separator: "|").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
            }
            #expect(rows.count == 3 && rows[0] == ["Name", "Heldsince"])
            #expect(rows.last == ["TrầnThịNga", "21January2017"])
        }
    }

    private static let letter = """
        ---
        title: Thư ngỏ
        ---

        Hà Nội, ngày 7 tháng 11 năm 2017

        Kính gửi Quý vị,

        Xin hãy lên tiếng *ngay hôm nay*^[Xem **Công ước**.] cho [ông](https://example.org).

        ## Yêu cầu

        - Trả tự do.
        - Xét xử công bằng[^2].

        [^2]: Điều 14.

            Khoản 1.

        +-------------+--------------+
        | Họ tên      | Bị giam từ   |
        +=============+==============+
        | Trần Thị    | 21 tháng 1   |
        | Nga         |              |
        |             | năm 2017     |
        | mẹ hai con  |              |
        +-------------+--------------+

        Trân trọng,

        1. Hội Anh Em Dân Chủ
        2. Việt Tân

        """

    /// Structure, emphasis, links, lists, notes and tables with several paragraphs in a cell are kept.
    @Test(.enabled(if: hasPandoc, "pandoc is not installed"), arguments: ["docx", "odt", "html"])
    func officeDocuments(format: String) throws {
        try withTemporaryFolder { folder in
            try FileWriting.write(Self.letter, to: folder + "/thu.md")
            let made = try Programs.run("pandoc", ["-s", "thu.md", "-o", "thu.\(format)"], in: folder)
            #expect(made.status == 0, "\(made.output)")
            let document = try LetterDocument("\(folder)/thu.\(format)")
            let letter = LetterAdoption(locale: .vietnamese).adopt(document.source, notes: document.notes)
            #expect(letter.title == "Thư ngỏ")
            #expect(letter.date == CalendarDate(iso: "2017-11-07"))
            #expect(letter.salutation == "Kính gửi Quý vị,")
            #expect(letter.signatories == ["Hội Anh Em Dân Chủ", "Việt Tân"])
            let texts = letter.body.map(\.text)
            #expect(texts.first == "Xin hãy lên tiếng *ngay hôm nay*[^1] cho [ông](https://example.org).")
            #expect(texts.suffix(2) == ["[^1]: Xem **Công ước**.", "[^2]: Điều 14. Khoản 1."])
            #expect(texts.contains("Xét xử công bằng[^2]."))
            #expect(letter.body.contains { $0.kind == .heading(level: 2) && $0.text == "Yêu cầu" })
            #expect(letter.body.contains { $0.kind == .listItem(number: nil) && $0.text == "Trả tự do." })
            let table = try #require(texts.first { $0.contains("|") })
            let row = table.split(separator: "\n").last.map(String.init)?.split(separator: "|").map {
                String($0).trimmed
            }
            #expect(row == ["Trần Thị Nga<br>mẹ hai con", "21 tháng 1<br>năm 2017"], "\(table)")
            #expect(!document.source.text.contains("[TABLE]"))
        }
    }

    /// Pages have no notes as such: those of LibreOffice are paragraphs, those of pandoc items of a list.
    @Test(.enabled(if: hasPandoc, "pandoc is not installed")) func notesOfPages() throws {
        let letter = "<p>Dear leaders,</p><p>Release him{mark} and <i>her</i>{other}.</p><p>Yours,</p>"
        let pages = [
            """
            <a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>
            <a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a>
            <div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Since \
            <b>2015</b>.</p></div><div id="sdfootnote2"><p><a name="sdfootnote2sym" href="#sdfootnote2anc">2</a> See \
            <a href="https://x.org/">here</a>.</p></div>
            """,
            """
            <a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>
            <a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a>
            <section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>Since <b>2015</b>.\
            <a href="#fnref1" role="doc-backlink">↩</a></p></li><li id="fn2"><p>See <a href="https://x.org/">here</a>.\
            <a href="#fnref2" role="doc-backlink">↩</a></p></li></ol></section>
            """,
        ]
        try withTemporaryFolder { folder in
            for page in pages {
                let parts = page.split(separator: "\n", maxSplits: 2).map(String.init)
                let html = letter.replacing("{mark}", with: parts[0]).replacing("{other}", with: parts[1])
                try FileWriting.write("<html><body>\(html)\(parts[2])</body></html>", to: folder + "/a.html")
                let document = try LetterDocument(folder + "/a.html")
                let adopted = LetterAdoption(locale: .english).adopt(document.source, notes: document.notes)
                #expect(
                    adopted.body.map(\.text) == [
                        "Release him[^1] and *her*[^2].", "[^1]: Since **2015**.",
                        "[^2]: See [here](https://x.org/).",
                    ], "\(document.source.text) \(document.notes)")
            }
        }
    }

    /// A title and a signature are text: their notes are paragraphs.
    @Test func notesOfWhatIsNotTheBody() {
        let source = TextSource(
            "# Appeal[^1]\n\nDear leaders,\n\nRelease him[^2].\n\nYours,\n\n1. Viet Tan\n", file: "a.md")
        let letter = LetterAdoption(locale: .english).adopt(source, notes: ["[^1]: Urgent.", "[^2]: Now."])
        #expect(letter.title == "Appeal[1]")
        #expect(letter.body.map(\.text) == ["Release him[^2].", "\\[1\\] Urgent.", "[^2]: Now."])
    }

    @Test(.enabled(if: hasPandoc, "pandoc is not installed")) func trackedChangesAreRefused() throws {
        let cases: [(String, String, String, String, Int)] = [
            (
                "docx", "word/document.xml", "<w:p>",
                "<w:p><w:ins w:id=\"1\"><w:r><w:t>không </w:t></w:r></w:ins>", 1
            ),
            ("docx", "word/document.xml", "<w:p>", "<w:p><w:del w:id=\"1\"/><w:moveFrom w:id=\"2\"/>", 2),
            (
                "odt", "content.xml", "<office:text>",
                "<office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>không</text:p></text:deletion></text:changed-region></text:tracked-changes>",
                1
            ),
        ]
        try withTemporaryFolder { folder in
            try FileWriting.write("Một.\n", to: folder + "/thu.md")
            for (format, part, before, after, count) in cases {
                let file = "\(folder)/thu.\(format)"
                #expect(try Programs.run("pandoc", ["thu.md", "-o", file], in: folder).status == 0)
                #expect(try LetterDocument(file).source.text.trimmed == "Một.")
                var archive = try ZipArchive(packed: FileReading.bytes(of: file))
                let xml = String(decoding: try #require(archive[part]), as: UTF8.self)
                archive[part] = Array(xml.replacing(before, with: after, maxReplacements: 1).utf8)
                try FileWriting.write(archive.packed(), to: file)
                let error = #expect(throws: LathuError.self) { try LetterDocument(file) }
                #expect(error?.code == .invalidData)
                #expect(
                    error?.description.contains(
                        count == 1 ? "holds a tracked change that nobody" : "holds 2 tracked changes") == true
                )
                #expect(error?.description.contains("không") == (count == 1))
                #expect(error?.description.contains("Accept All Changes") == true)
            }
        }
    }

    /// pandoc passes over what stands in a section.
    @Test(.enabled(if: hasPandoc, "pandoc is not installed")) func sections() throws {
        try withTemporaryFolder { folder in
            try FileWriting.write("Một.\n\nHai.\n\nBa.\n", to: folder + "/thu.md")
            let file = folder + "/thu.odt"
            #expect(try Programs.run("pandoc", ["thu.md", "-o", file], in: folder).status == 0)
            var archive = try ZipArchive(packed: FileReading.bytes(of: file))
            let xml = String(decoding: try #require(archive["content.xml"]), as: UTF8.self)
            let start = try #require(xml.ranges(of: "<text:p ").dropFirst().first?.lowerBound)
            let section = """
                <text:section text:style-name="S" text:name="a &gt; b > c"><text:section-source xlink:href="x"/>
                """
            archive["content.xml"] = Array(
                (xml[..<start] + section
                    + xml[start...].replacing("</office:text>", with: "</text:section></office:text>"))
                    .utf8)
            try FileWriting.write(archive.packed(), to: file)
            #expect(try LetterDocument(file).source.text == "Một.\n\nHai.\n\nBa.\n")
        }
    }

    /// pandoc's reader of ODT passes over heads of tables.
    @Test(.enabled(if: hasPandoc, "pandoc is not installed"), arguments: ["docx", "odt"])
    func headsOfTables(format: String) throws {
        try withTemporaryFolder { folder in
            try FileWriting.write(
                "| Tên | *Bị giam* từ |\n|---|---|\n| Nga | 2017 |\n\n|  | Năm |\n|---|---|\n| Đài | 2015 |\n",
                to: folder + "/thu.md")
            let file = "\(folder)/thu.\(format)"
            #expect(try Programs.run("pandoc", ["thu.md", "-o", file], in: folder).status == 0)
            let lines = try LetterDocument(file).source.text.split(separator: "\n").map { line in
                line.split(separator: "|").map { String($0).trimmed }.joined(separator: "|")
            }
            #expect(lines.contains("Tên|*Bị giam* từ") && lines.contains("Nga|2017"), "\(lines)")
            #expect(lines.contains("|Năm") && lines.contains("Đài|2015"), "\(lines)")
            #expect(lines.firstIndex(of: "Tên|*Bị giam* từ") == 0)
        }
    }

    /// As Word writes a second mark of a note: a field of several runs, which shows the number.
    @Test(.enabled(if: hasPandoc, "pandoc is not installed")) func notesReferredToTwice() throws {
        try withTemporaryFolder { folder in
            try FileWriting.write("Một[^1] hai.\n\n[^1]: Chú thích.\n", to: folder + "/thu.md")
            let file = folder + "/thu.docx"
            #expect(try Programs.run("pandoc", ["thu.md", "-o", file], in: folder).status == 0)
            var archive = try ZipArchive(packed: FileReading.bytes(of: file))
            let xml = String(decoding: try #require(archive["word/document.xml"]), as: UTF8.self)
            let field = """
                <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r w:rsidR="1"><w:instrText xml:space="preserve"> NOTEREF _Ref1 \\f \\h \
                </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>\
                <w:r><w:fldChar w:fldCharType="end"/></w:r>
                """
            let mark = try #require(xml.firstRange(of: "<w:footnoteReference "))
            let run = try #require(xml[..<mark.lowerBound].ranges(of: "<w:r>").last)
            let end = try #require(xml[mark.upperBound...].firstRange(of: "</w:p>"))
            let changed =
                xml[..<run.lowerBound] + "<w:bookmarkStart w:id=\"9\" w:name=\"_Ref1\"/>"
                + xml[run.lowerBound..<end.lowerBound] + field + xml[end.lowerBound...]
            archive["word/document.xml"] = Array(changed.utf8)
            try FileWriting.write(archive.packed(), to: file)
            let document = try LetterDocument(file)
            #expect(document.source.text.trimmed == "Một[^1] hai.[^2]")
            #expect(document.notes == ["[^1]: Chú thích.", "[^2]: Chú thích."])
        }
    }

    @Test func documentsThatAreNone() throws {
        try withTemporaryFolder { folder in
            for (name, bytes, words) in [
                ("a.docx", Array("Kính gửi".utf8), "is no document of its kind"),
                ("b.odt", [], "is no document of its kind"),
                ("c.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1], "is protected by a password"),
                (
                    "d.docx", ZipArchive([.init("word/document.xml", "<a><b></a>")]).packed(),
                    "/d.docx/word/document.xml:1:"
                ),
            ] as [(String, [UInt8], String)] {
                try FileWriting.write(bytes, to: "\(folder)/\(name)")
                let error = #expect(throws: LathuError.self) { try LetterDocument("\(folder)/\(name)") }
                #expect(error?.code == .invalidData)
                #expect(error?.description.contains(words) == true, "\(error.debugDescription)")
            }
        }
    }

    @Test func charsetsOfPages() {
        for (text, name) in [
            ("<meta charset=\"windows-1258\">", "windows-1258"),
            ("<META http-equiv=x content='text/html; charset=UTF-16'>", "UTF-16"),
            ("<meta charset=nonsense><meta charset=iso-8859-1 >", "ISO-8859-1"),
        ] {
            #expect(HTMLCharset.declared(in: Array(text.utf8)) == Charset(name), "\(text)")
        }
        #expect(HTMLCharset.declared(in: Array("<p>charset=UTF-8".utf8)) == nil)
    }

    /// Documents by others: each is read with all words of its paragraphs, or refused with a reason.
    @Test(.enabled(if: hasPandoc && SharedMaterial.has("conformance/docx"))) func documentsByOthers() throws {
        let files =
            SharedMaterial.files(in: "conformance/docx", extensions: ["docx"]).map {
                "conformance/docx/\($0)"
            }
            + SharedMaterial.files(in: "conformance/odt", extensions: ["odt"]).map { "conformance/odt/\($0)" }
            + SharedMaterial.files(in: "conformance/html", extensions: ["html", "htm"]).map {
                "conformance/html/\($0)"
            }
        #expect(files.count > 50)
        var read = 0
        for (index, name) in files.enumerated() where index % 8 == 0 || name.contains("odt/") {
            do {
                let document = try LetterDocument(SharedMaterial.path(name))
                #expect(!document.source.text.contains("[TABLE]"), "\(name)")
                read += 1
            } catch {
                let known = [
                    "tracked change", "no document of its kind", "protected by a password", "is not UTF-8",
                    "pandoc could not read", "XML",
                ]
                #expect(known.contains { "\(error)".contains($0) }, "\(name): \(error)")
            }
        }
        print("documents by others: \(read) read of \(files.count)")
        #expect(read >= 15)
    }

    @Test func whatIsNotThereIsNoInput() {
        for name in ["/nowhere/thu.html", "/nowhere/thu.txt"] {
            let error = #expect(throws: LathuError.self) { try LetterDocument(name) }
            #expect(error?.code == .noInput)
        }
    }
}
