import Letters
import Segmentation
import Testing
import TextFiles
import UnicodeText

@Suite struct FrontMatterTests {
    @Test func readsEveryKey() throws {
        let result = try readLetter(
            """
            ---
            id: an-appeal
            title: An appeal
            date: 2017-11-07
            place: Hà Nội
            recipient: [Minister, Ministry]
            salutation: Dear Minister,
            closing: Yours,
            signatories: [One, Two]
            ---
            Free her.
            """)
        let letter = result.letter
        #expect(result.warnings == [])
        #expect(letter.id == "an-appeal")
        #expect(letter.date == CalendarDate(iso: "2017-11-07"))
        #expect(
            letter.segments.map(\.key) == [
                SegmentKey(context: "title", source: "An appeal"),
                SegmentKey(context: "place", source: "Hà Nội"),
                SegmentKey(context: "recipient", source: "Minister, Ministry"),
                SegmentKey(context: "salutation", source: "Dear Minister,"),
                SegmentKey(context: nil, source: "Free her."),
                SegmentKey(context: "closing", source: "Yours,"),
            ])
        #expect(letter.segments.map(\.line) == [3, 5, 6, 7, 11, 8])
        #expect(letter.segments.map(\.index) == Array(0..<6))
        #expect(letter.signatories.map(\.name.text) == ["One", "Two"])
    }

    @Test(arguments: ["", "title:\n", "title: ~\n", "title: \"\"\n", "title: ' '\nrecipient: [~, '']\n"])
    func missingAndEmptyValues(yaml: String) throws {
        let letter = try readLetter("---\n\(yaml)---\nText.\n").letter
        #expect(letter.title == nil)
        #expect(letter.recipient == nil)
        #expect(letter.signatories == [])
        #expect(letter.id == "appeal")
        #expect(letter.segments.count == 1)
    }

    @Test(arguments: [
        ("titel: x", "unknown key “titel”", "did you mean “title”?"),
        ("Title: x", "unknown key “Title”", "did you mean “title”?"),
        ("author: x", "unknown key “author”", "known keys: \(LetterReader.keys.joined(separator: ", "))"),
    ])
    func unknownKeys(yaml: String, message: String, hint: String) throws {
        let warnings = try readLetter("---\n\(yaml)\n---\n").warnings
        #expect(warnings.map(\.message) == [message])
        #expect(warnings.first?.hint == hint)
        #expect(warnings.first?.severity == .warning)
        #expect(warnings.first?.location?.line == 2)
    }

    @Test(arguments: [
        ("title: [a, b]", 2, 8, "“title” must be text"),
        ("place:\n  a: b", 3, 3, "“place” must be text"),
        ("recipient: [a, [b]]", 2, 16, "every entry of “recipient” must be text"),
        ("date: 2017-02-29", 2, 7, "“2017-02-29” is not a date"),
        ("date: 7 November 2017", 2, 7, "“7 November 2017” is not a date"),
        ("- a\n- b", 2, 1, "expected “key: value” lines"),
        ("just text", 2, 1, "expected “key: value” lines"),
        ("title: a\ntitle: b", 3, 1, "the key “title” stands twice"),
        ("title: “ổn”: x", 2, 12, "mapping values are not allowed"),
        ("title: \"open", 2, 13, "unexpected end of stream"),
        ("title: {a", 3, 1, "did not find expected"),
        ("title: a\n\tb: c", 3, 1, "violates indentation"),
        ("title: a\u{0}b", 2, 9, "U+0000"),
        ("title: a\nplace: \u{1B}[2J", 3, 8, "U+001B"),
        ("[a]: b", 2, 1, "a key must be plain text"),
        ("signatories: {a: b}", 2, 14, "must be a list or the name of a CSV file"),
        ("signatories: [a, '']", 2, 18, "a signatory has no name"),
        ("signatories: [a, ~]", 2, 18, "a signatory has no name"),
        ("signatories: [{vi: a}]", 2, 15, "a signatory has no name"),
        ("signatories: [{name: a, vi: [b]}]", 2, 29, "the names of a signatory must be text"),
        ("signatories: [{name: a, nickname: b}]", 2, 35, "is neither “name” nor a language"),
    ])
    func mistakes(yaml: String, line: Int, column: Int, message: String) throws {
        let error = try readingError("---\n\(yaml)\n---\nText.\n")
        #expect(error?.code == .invalidData)
        let found = error?.diagnostics.first
        #expect(found?.message.contains(message) == true, "\(found?.message ?? "no error")")
        #expect(found?.location == SourceLocation(file: "letters/appeal.md", line: line, column: column))
    }

    @Test func everythingWrongIsReported() throws {
        let error = try readingError("---\nid: a/b\ntitle: [x]\ndate: soon\n---\n")
        #expect(error?.diagnostics.map(\.location?.line) == [2, 3, 4])
    }

    @Test(arguments: ["../x", "a/b", ".", "..", ".x", "-x", "lá-thư", String(repeating: "a", count: 101)])
    func idsThatCannotNameFiles(id: String) throws {
        let error = try readingError("---\nid: '\(id)'\n---\n")
        #expect(error?.diagnostics.first?.message.contains("cannot be a file name") == true)
        #expect(!Letter.isValid(id: id))
    }

    /// Built files stand in a folder named by the id: `..` would be the one above.
    @Test(arguments: ["letters/...md", "letters/..md"])
    func fileNamesThatCannotBeIDs(path: String) throws {
        #expect(try readingError("Text.", file: path)?.diagnostics.first?.location?.line == 1)
        #expect(try readLetter("---\nid: fine\n---\n", file: path).letter.id == "fine")
    }

    @Test func idWithoutFile() throws {
        #expect(try readLetter("Text.", file: nil).letter.id == "letter")
        #expect(try readLetter("Text.", file: "letters/Thư ngỏ.md").letter.id == "Thư ngỏ")
    }

    @Test func unclosed() throws {
        let error = try readingError("---\ntitle: x\n\nText.\n")
        #expect(error?.diagnostics.first?.message == "the front matter is not closed")
        #expect(error?.diagnostics.first?.location?.line == 1)
    }

    @Test func noFrontMatter() throws {
        let letter = try readLetter("Text.\n\n---\n\nMore.\n").letter
        #expect(letter.segments.map(\.key.source) == ["Text.", "More."])
        #expect(letter.segments.map(\.line) == [1, 5])
    }

    @Test func lineEndsAndByteOrderMark() throws {
        let text = "---\ntitle: A\n---\n\nOne\ntwo.  \nThree.\n"
        let expected = try readLetter(text).letter.segments
        for variant in [text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r")] {
            #expect(try readLetter(variant).letter.segments == expected)
        }
        let source = try FileReading.decode([0xEF, 0xBB, 0xBF] + Array(text.utf8), file: "appeal.md")
        #expect(try readLetter(source.text).letter.segments == expected)
    }

    /// A title on two lines would be two blocks in some formats.
    @Test func valuesAreOneLine() throws {
        let letter = try readLetter(
            "---\ntitle: |\n  One\n  two\nrecipient: |\n  Minister\n  Ministry,\n  Town\n---\n"
        ).letter
        #expect(letter.title?.source.plainText == "One two")
        #expect(letter.recipient?.source.plainText == "Minister, Ministry, Town")
    }

    @Test func nestingBeyondReasonIsRefused() throws {
        let yaml = "title: " + String(repeating: "[", count: 100_000)
        #expect(try readingError("---\n\(yaml)\n---\n")?.code == .invalidData)
    }
}
