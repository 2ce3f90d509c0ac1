import Archives
import Segmentation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Letters

/// Footnotes, from the letter to every format.
@Suite struct NoteTests {
    private static let source = """
        ---
        title: On the trial
        signatories: [Viet Tan]
        ---

        He was tried in secret.[^trial] *Nobody*[^2] was let in (see below).[^trial]

        | Name[^2] |
        |----------|
        | Nga      |

        [^trial]: The trial took **one day**.

            Its record is not public.
        [^2]: Not even [his lawyer](https://example.org/dai).

        """

    private static let vietnamese = [
        "On the trial": "Về phiên tòa",
        "He was tried in secret.<1/>": "Ông bị xử kín.<1/>",
        // The second note comes first.
        "<1>Nobody</1><2/> was let in (see below).<3/>": "(Xem dưới đây)<3/> <1>không ai</1><2/> được vào.",
        "The trial took <1>one day</1>.": "Phiên tòa kéo dài <1>một ngày</1>.",
        "Its record is not public.": "Biên bản không được công bố.",
        "Not even <1>his lawyer</1>.": "Kể cả <1>luật sư của ông</1>.",
    ]

    @Test func segments() throws {
        let letter = try readLetter(Self.source).letter
        #expect(letter.notes.count == 2)
        #expect(
            letter.segments.map(\.source.coded) == [
                "On the trial", "He was tried in secret.<1/>",
                "<1>Nobody</1><2/> was let in (see below).<3/>", "Name<1/>", "Nga",
                "The trial took <1>one day</1>.", "Its record is not public.", "Not even <1>his lawyer</1>.",
            ])
        #expect(letter.segments.suffix(3).map(\.place.rawValue) == ["note", "note", "note"])
        #expect(letter.segments.last?.line == 15)
        #expect(letter.segments[1].markups[1]?.explanation == "note 1")
    }

    @Test func mistakesHaveTheirPlace() throws {
        let table: [(body: String, problem: String)] = [
            ("Text.\n\n[^a]: Note.\n", "appeal.md:3:1: error: nothing in the letter refers to the note “a”"),
            ("Text.[^a]\n\n- On *that[^b]*\n\n[^a]: N.\n", "appeal.md:3:11: error: there is no note “b”"),
            (
                "Text.[^a]\n\n[^a]: One.\n\n[^A]: Two.\n",
                "appeal.md:5:1: error: the note “a” is that of line 3 again"
            ),
            (
                "A.[^a] B.[^b]\n\n[^a]: One.[^b]\n\n[^b]: Two.\n",
                "appeal.md:3:1: error: a note refers to a note"
            ),
        ]
        for (body, problem) in table {
            let error = try #require(try readingError(body), "\(body)")
            #expect(error.description.contains(problem), "\(body)\n\(error)")
        }
        for text in ["Text \\[^a].\n", "`[^a]`\n", "```\n[^a]: x\n[^a]\n```\n", "\\[^1\\]: a\n"] {
            #expect(try readingError(text) == nil, "\(text)")
        }
    }

    /// Numbered in the order of the translation; the second mark of a note leads to the same one.
    @Test func pages() throws {
        let page = try LetterFormat.html.render(localize(Self.source, Self.vietnamese))
        for part in [
            "Ông bị xử kín.<sup><a href=\"#note-1\" id=\"note-1-mark\" role=\"doc-noteref\">1</a></sup> (Xem",
            "(Xem dưới đây)<sup><a href=\"#note-1\" id=\"note-1-mark-2\" role=\"doc-noteref\">1</a></sup>",
            "<em>không ai</em><sup><a href=\"#note-2\" id=\"note-2-mark\" role=\"doc-noteref\">2</a></sup>",
            "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">Chú thích</h2>",
            "<li id=\"note-1\"><p>Phiên tòa kéo dài <strong>một ngày</strong>.</p>\n<p>Biên bản không được công bố. <a href=\"#note-1-mark\" role=\"doc-backlink\" aria-label=\"Trở lại nội dung thư\"",
            "<li id=\"note-2\"><p>Kể cả <a href=\"https://example.org/dai\">luật sư của ông</a>. <a",
        ] {
            #expect(page.contains(part), "\(part)\n\(page)")
        }
        #expect(try !LetterFormat.html.build("Text.\n").contains("doc-endnotes"))
    }

    @Test func textAndMarkdown() throws {
        let letter = try localize(Self.source, Self.vietnamese)
        let text = try LetterFormat.text.render(letter)
        #expect(text.contains("Ông bị xử kín.[1] (Xem dưới đây)[1] không ai[2] được vào."))
        #expect(
            text.hasSuffix(
                """
                Chú thích:

                [1] Phiên tòa kéo dài một ngày.

                    Biên bản không được công bố.

                [2] Kể cả luật sư của ông <https://example.org/dai>.

                """), "\(text)")
        let markdown = try LetterFormat.markdown.render(letter)
        #expect(markdown.contains("Ông bị xử kín.[^1] (Xem dưới đây)[^1] *không ai*[^2] được vào."))
        #expect(
            markdown.hasSuffix(
                """
                [^1]: Phiên tòa kéo dài **một ngày**.

                    Biên bản không được công bố.

                [^2]: Kể cả [luật sư của ông](https://example.org/dai).

                """), "\(markdown)")
        // What is written reads back as what it was.
        let again = try readLetter(markdown).letter
        #expect(again.notes.count == 2)
    }

    @Test func whatStandsBesideAMarkDoesNotChangeIt() throws {
        for (text, expected) in [
            ("a[^1]\\(b)\n\n[^1]: N.\n", "a[^1]\\(b)\n\n[^1]: N.\n"),
            ("[^1]\\: b\n\n[^1]: N.\n", "&#32;[^1]: b\n\n[^1]: N.\n"),
            ("[a[^1] b](u)\n\n[^1]: N.\n", "[a[^1] b](u)\n\n[^1]: N.\n"),
        ] {
            let markdown = try LetterFormat.markdown.build(text)
            #expect(markdown == expected)
            #expect(try LetterFormat.markdown.build(markdown) == expected)
        }
        let page = try LetterFormat.html.build("[a[^1] b](u)\n\n[^1]: N.\n")
        #expect(page.contains("<a href=\"u\">a b</a><sup><a href=\"#note-1\""))
    }

    /// A recipient gets the notes of the blocks that are for it, numbered from 1.
    @Test func notesOfBlocks() throws {
        let letter = try readLetter(
            """
            ---
            recipients: [{name: An, id: an}, {name: Bình, id: binh}]
            ---
            ::: {only=an}
            To An.[^an]
            :::

            To all.[^all]

            [^an]: For An.
            [^all]: For all.

            """
        ).letter
        let assembly = LetterAssembly(
            letter: letter, catalog: nil, conventions: try Conventions(locale: .english))
        func text(_ id: String) throws -> String {
            let recipient = letter.recipients.first { $0.id == id }
            return try LetterFormat.text.render(assembly.localized(for: recipient))
        }
        let an = try text("an")
        #expect(an.contains("To An.[1]\n\nTo all.[2]\n\n"))
        #expect(an.hasSuffix("Notes:\n\n[1] For An.\n\n[2] For all.\n"))
        let binh = try text("binh")
        #expect(binh.contains("\nTo all.[1]\n\n") && !binh.contains("To An"))
        #expect(binh.hasSuffix("Notes:\n\n[1] For all.\n"))
        #expect(
            letter.segments(for: letter.recipients[1]).map(\.source.plainText) == ["To all.", "For all."])
    }

    /// Word processors get footnotes at the foot of the page; the second mark of a note refers to the first, and is the
    /// note again where the document is imported.
    @Test(.enabled(if: Programs.has("pandoc", "xmllint")), arguments: [LetterFormat.docx, .odt])
    func documents(format: LetterFormat) throws {
        let bytes = try LetterRenderer(templates: LetterTemplates()).render(
            RenderingJob(localize(Self.source, Self.vietnamese)), as: format)
        let archive = try ZipArchive(packed: bytes)
        let part = format == .docx ? "word/document.xml" : "content.xml"
        let content = String(decoding: try #require(archive[part]), as: UTF8.self)
        let notes = format == .docx ? "<w:footnoteReference " : "<text:note "
        #expect(content.ranges(of: notes).count == 2)
        // The first note is referred to twice, and the second one too.
        for number in [1, 2] {
            let reference =
                format == .docx ? "NOTEREF _Ref10000\(number) \\h" : "text:ref-name=\"ftn\(number - 1)\""
            #expect(content.ranges(of: reference).count == 1, "\(content)")
        }
        try withTemporaryFolder { folder in
            let file = "\(folder)/a.\(format.rawValue)"
            try FileWriting.write(bytes, to: file)
            try FileWriting.write(content, to: "\(folder)/part.xml")
            let check = try Programs.run("xmllint", ["--noout", "part.xml"], in: folder)
            #expect(check.status == 0, "\(check.output)")
            let document = try LetterDocument(file)
            let text = document.source.text
            for part in [
                "Ông bị xử kín.[^1] (Xem dưới đây)[^2] *không ai*[^3]", "Name[^4]",
            ] {
                #expect(text.contains(part), "\(part)\n\(text)")
            }
            #expect(document.notes.count == 4)
            #expect(document.notes[0].dropFirst(4) == document.notes[1].dropFirst(4))
            #expect(document.notes[2].hasSuffix("Kể cả [luật sư của ông](https://example.org/dai)."))
        }
    }

    /// LibreOffice shows one note with two marks.
    @Test(.enabled(if: Programs.has("pandoc", "soffice", "pdftotext")), arguments: [LetterFormat.docx, .odt])
    func marksAsTheyAreShown(format: LetterFormat) throws {
        let bytes = try LetterRenderer(templates: LetterTemplates()).render(
            RenderingJob(localize(Self.source, Self.vietnamese)), as: format)
        try withTemporaryFolder { folder in
            try FileWriting.write(bytes, to: "\(folder)/a.\(format.rawValue)")
            let (text, messages) = try OfficeSuite.pages(of: "a.\(format.rawValue)", in: folder)
            let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(
                words.contains("Ông bị xử kín.1 (Xem dưới đây)1 không ai2 được vào."),
                "\(messages)\n\(text)")
            #expect(words.ranges(of: "Phiên tòa kéo dài").count == 1)
        }
    }

    /// Marks have the digits of the language, in the text and before the notes.
    @Test func digits() throws {
        let source = "Free him.[^1] Free her.[^2]\n\n[^1]: Now.\n[^2]: Soon.\n"
        let arabic = try localize(
            source,
            [
                "Free him.<1/>": "أفرجوا عنه.<1/>", "Free her.<1/>": "أفرجوا عنها.<1/>", "Now.": "الآن.",
                "Soon.": "قريبًا.",
            ],
            to: LocaleID("ar"))
        #expect(
            try LetterFormat.text.render(arabic)
                == "أفرجوا عنه.[١] أفرجوا عنها.[٢]\n\nالهوامش:\n\n[١] الآن.\n\n[٢] قريبًا.\n")
        let page = try LetterFormat.html.render(arabic)
        #expect(page.contains("role=\"doc-noteref\">٢</a>"))
        #expect(page.contains(".notes > ol { list-style-type: notes; }"))
        #expect(
            page.contains(
                """
                @counter-style notes { system: numeric; symbols: "٠" "١" "٢" "٣" "٤" "٥" "٦" "٧" "٨" "٩"; suffix: ". "; }
                """))
        // What reads Markdown numbers for itself.
        #expect(
            try LetterFormat.markdown.render(arabic)
                == "أفرجوا عنه.[^1] أفرجوا عنها.[^2]\n\n[^1]: الآن.\n\n[^2]: قريبًا.\n")
        let english = try LetterFormat.html.build(source)
        #expect(!english.contains("@counter-style"))
    }

    @Test func quotationsGetTheMarksOfTheLanguage() throws {
        let source = "They called it <q>a trial, not <q>a farce</q></q>. *He <q>fled* it</q>.\n"
        #expect(
            try LetterFormat.text.build(source)
                == "They called it “a trial, not ‘a farce’”. He fled it.\n")
        let letter = try readLetter(source).letter
        let coded = letter.segments[0].source.coded
        #expect(coded == "They called it <1>a trial, not <2>a farce</2></1>.")
        #expect(letter.segments[0].markups[1]?.explanation == "quotation marks")
        let translation = ["\(coded)": "Ils parlaient d’<1>un procès, pas <2>une farce</2></1>."]
        let french = try localize(source, translation, to: LocaleID("fr"))
        #expect(
            try LetterFormat.html.render(french).contains(
                "Ils parlaient d’«\u{A0}un procès, pas “une farce”\u{A0}»."))
    }
}
