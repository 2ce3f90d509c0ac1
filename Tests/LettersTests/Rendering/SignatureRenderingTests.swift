import Archives
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Letters

/// Those who sign, in every format: columns, links, countries, counts; and the numbers of lists.
@Suite struct SignatureRenderingTests {
    private static let source = """
        ---
        title: Appeal
        signatories:
          list:
            - {name: English PEN, link: "https://www.englishpen.org/?a=1&b=2", country: GB}
            - {name: "[Viet Tan]", link: "mailto:info@example.org"}
            - Project 88
            - Access Now
          count: true
          countries: true
          limit: 3
          columns: 3
          until: 2017-11-05
        ---
        1. One
        2. Two

        """

    private func render(_ format: LetterFormat, _ number: String? = nil) throws -> [UInt8] {
        var letter = try localize(Self.source)
        if let number {
            let project = try withTemporaryFolder { folder -> Conventions in
                try FileWriting.write("source: en\ntargets: [vi]\n", to: folder + "/lathu.yaml")
                try FileWriting.write(
                    "list: {number: \"\(number)\"}\n", to: folder + "/locales/en/conventions.yaml")
                return try Conventions(locale: .english, project: Project(root: folder))
            }
            letter = try LetterAssembly(
                letter: readLetter(Self.source).letter, catalog: nil, conventions: project
            ).localized()
        }
        return try LetterRenderer(templates: LetterTemplates()).render(RenderingJob(letter), as: format)
    }

    private func text(_ format: LetterFormat, _ number: String? = nil) throws -> String {
        String(decoding: try render(format, number), as: UTF8.self)
    }

    @Test func pages() throws {
        let page = try text(.html)
        for part in [
            "<ol class=\"columns-3\">\n",
            "<li><a href=\"https://www.englishpen.org/?a=1&amp;b=2\"><bdi>English PEN</bdi></a> (United Kingdom)</li>",
            "<li><a href=\"mailto:info@example.org\"><bdi>[Viet Tan]</bdi></a></li>\n<li><bdi>Project 88</bdi></li>\n</ol>",
            "<p>4 signatories</p>", "<p>and 1 other</p>", "<p>Signatures received by 5 November 2017</p>",
        ] {
            #expect(page.contains(part), "\(part)\n\(page)")
        }
        #expect(!page.contains("Access Now") && !page.contains("@counter-style"))
        for columns in 1...6 { #expect(page.contains(".columns-\(columns) { columns: \(columns)")) }
    }

    @Test func textAndMarkdown() throws {
        #expect(
            try text(.text).hasSuffix(
                """
                1. One
                2. Two

                Signed by:

                4 signatories

                1. English PEN (United Kingdom) <https://www.englishpen.org/?a=1&b=2>
                2. [Viet Tan] <info@example.org>
                3. Project 88

                and 1 other

                Signatures received by 5 November 2017

                """))
        #expect(
            try text(.markdown).hasSuffix(
                """
                4 signatories

                1. [English PEN](https://www.englishpen.org/?a=1&b=2) (United Kingdom)
                2. [\\[Viet Tan\\]](mailto:info@example.org)
                3. Project 88

                and 1 other

                Signatures received by 5 November 2017

                """))
    }

    @Test(arguments: [
        ("({number})", "(1) One\n(2) Two", "system: extends decimal; prefix: \"\\28 \"; suffix: \"\\29  \""),
        ("{number}、", "1、 One\n2、 Two", "system: extends decimal; prefix: \"\"; suffix: \"、 \""),
        (
            "{number, number, ::percent}", "1% One\n2% Two",
            "system: extends decimal; prefix: \"\"; suffix: \"\\25  \""
        ),
        (
            "{number, select, other {*}}", "* One\n* Two",
            "system: fixed; symbols: \"\\2a \" \"\\2a \" \"\\2a \"; suffix: \"\u{A0}\""
        ),
    ])
    func numbersOfLists(pattern: String, lines: String, style: String) throws {
        #expect(try text(.text, pattern).contains(lines))
        let page = try text(.html, pattern)
        #expect(
            page.contains("@counter-style numbers { \(style); }\nol { list-style-type: numbers; }\n"),
            "\(page)")
    }

    /// What was written is read back, links included; the names stand in a section of columns.
    @Test(.enabled(if: Programs.has("pandoc", "xmllint")), arguments: [LetterFormat.docx, .odt])
    func documents(format: LetterFormat) throws {
        let bytes = try render(format, "({number})")
        let archive = try ZipArchive(packed: bytes)
        let part = format == .docx ? "word/document.xml" : "content.xml"
        let content = String(decoding: try #require(archive[part]), as: UTF8.self)
        if format == .docx {
            #expect(content.ranges(of: "<w:sectPr").count == 3)
            #expect(content.ranges(of: "<w:cols w:num=\"3\"").count == 1)
            #expect(content.ranges(of: "<w:headerReference").count == 1)
            let numbering = String(decoding: try #require(archive["word/numbering.xml"]), as: UTF8.self)
            #expect(numbering.contains("<w:lvlText w:val=\"(%1)\"") && !numbering.contains("\"%1.\""))
        } else {
            #expect(content.ranges(of: "<text:section ").count == 1)
            #expect(content.contains("<style:columns fo:column-count=\"3\""))
            let section = try #require(content.firstRange(of: "<text:section "))
            #expect(content[section.upperBound...].contains("English PEN"))
            #expect(!content[..<section.lowerBound].contains("English PEN"))
            #expect(content.contains("<text:p text:style-name=\"Signature_20_Line\">4 signatories"))
            #expect(content.contains("style:num-prefix=\"(\" style:num-suffix=\")\""))
        }
        try withTemporaryFolder { folder in
            try FileWriting.write(bytes, to: "\(folder)/a.\(format.rawValue)")
            try FileWriting.write(content, to: "\(folder)/part.xml")
            let check = try Programs.run("xmllint", ["--noout", "part.xml"], in: folder)
            #expect(check.status == 0, "\(check.output)")
            let text = try LetterDocument("\(folder)/a.\(format.rawValue)").source.text
            for part in [
                "4 signatories", "[English PEN](https://www.englishpen.org/?a=1&b=2) (United Kingdom)",
                "(mailto:info@example.org)", "Project 88", "and 1 other", "Signatures received by",
            ] {
                #expect(text.contains(part), "\(part)\n\(text)")
            }
        }
    }

    /// LibreOffice sets the names beside each other.
    @Test(.enabled(if: Programs.has("pandoc", "soffice", "pdftotext")), arguments: [LetterFormat.docx, .odt])
    func columnsAsTheyAreShown(format: LetterFormat) throws {
        let bytes = try render(format)
        try withTemporaryFolder { folder in
            try FileWriting.write(bytes, to: "\(folder)/a.\(format.rawValue)")
            let (text, messages) = try OfficeSuite.pages(of: "a.\(format.rawValue)", in: folder)
            let lines = text.split(separator: "\n").map(String.init)
            #expect(
                lines.contains { $0.contains("English PEN") && $0.contains("Project 88") },
                "\(messages)\n\(text)")
        }
    }

    /// Numbers of lists in the digits of the language.
    @Test(.enabled(if: Programs.has("pandoc"))) func digits() throws {
        let arabic = try localize("1. A\n2. B\n", ["A": "أ", "B": "ب"], to: LocaleID("ar"))
        #expect(try LetterFormat.text.render(arabic) == "١. أ\n٢. ب\n")
        #expect(
            try LetterFormat.html.render(arabic).contains(
                "system: numeric; symbols: \"٠\" \"١\" \"٢\" \"٣\" \"٤\" \"٥\" \"٦\" \"٧\" \"٨\" \"٩\"; prefix: \"\"; suffix: \". \""
            ))
        let renderer = LetterRenderer(templates: try LetterTemplates())
        let open = try ZipArchive(packed: renderer.render(RenderingJob(arabic), as: .odt))
        let content = String(decoding: try #require(open["content.xml"]), as: UTF8.self)
        #expect(content.contains("style:num-format=\"١, ٢, ٣, ...\""))
        let styles = String(decoding: try #require(open["styles.xml"]), as: UTF8.self)
        #expect(styles.contains("<text:notes-configuration style:num-format=\"١, ٢, ٣, ...\""))
        // In OOXML there is no such format: word processors choose the digits by the direction of the text.
        let word = try ZipArchive(packed: renderer.render(RenderingJob(arabic), as: .docx))
        let numbering = String(decoding: try #require(word["word/numbering.xml"]), as: UTF8.self)
        #expect(numbering.contains("<w:numFmt w:val=\"decimal\""))
        let marathi = try localize("1. A\n2. B\n", ["A": "अ", "B": "ब"], to: LocaleID("mr"))
        #expect(try LetterFormat.text.render(marathi) == "१. अ\n२. ब\n")
        let other = try ZipArchive(packed: renderer.render(RenderingJob(marathi), as: .docx))
        #expect(
            String(decoding: try #require(other["word/numbering.xml"]), as: UTF8.self).contains(
                "<w:numFmt w:val=\"hindiNumbers\""))
    }

    /// Where nothing follows the names, a section without anything does, so that the columns are equally long.
    @Test(.enabled(if: Programs.has("pandoc"))) func columnsAtTheEnd() throws {
        let letter = try localize("---\ntitle: A\nsignatories: [B, C]\n---\nText.\n")
        let bytes = try LetterRenderer(templates: LetterTemplates()).render(RenderingJob(letter), as: .docx)
        let document = String(
            decoding: try #require(try ZipArchive(packed: bytes)["word/document.xml"]), as: UTF8.self)
        let sections = document.ranges(of: "<w:sectPr")
        #expect(sections.count == 3)
        #expect(document[sections[1].lowerBound..<sections[2].lowerBound].contains("<w:cols w:num=\"2\""))
        #expect(document[sections[2].lowerBound...].contains("<w:cols w:num=\"1\""))
        #expect(document.hasSuffix("</w:sectPr></w:body></w:document>"))
    }
}
