import Interchange
import Testing
import TextFiles

@Suite struct POErrorTests {
    /// A file and what is told about it: place and the start of the message.
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let told: [String]
        var testDescription: String { text }

        init(_ text: String, _ told: String...) {
            self.text = text
            self.told = told
        }
    }

    static let cases: [Case] = [
        Case("msgid \"a\nmsgstr \"b\"\n", "1:7: the string that starts here has no closing quote"),
        Case("msgid \"a\"\nmsgstr \"b", "2:8: the string that starts here has no closing quote"),
        Case("msgid \"a\"\nmsgstr \"b\\", "2:8: the string that starts here has no closing quote"),
        Case(
            "msgid \"é\\q\"\nmsgstr \"\\x\\'\"\n", "1:9: unknown escape \\q", "2:9: unknown escape \\x",
            "2:11: unknown escape \\'"),
        Case("msgid \"a\"\nmsgstr \"\\377\"\n", "2:9: the escaped bytes from here are no text in UTF-8"),
        Case("msgid \"a\"\nmsgctxt \"b\"\nmsgstr \"c\"\n", "2:1: msgctxt is out of order"),
        Case("msgid_plural \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n", "1:1: msgid_plural without msgid"),
        Case(
            "msgid \"a\"\nmsgstr \"b\"\nmsgid_plural \"c\"\n", "3:1: msgid_plural is out of order"),
        Case("msgid \"a\"\nmsgid_plural \"b\"\nmsgid_plural \"c\"\n", "3:1: a second msgid_plural"),
        Case("msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"c\"\n", "1:1: msgid without msgstr"),
        Case("msgid \"a\"\nmsgid_plural \"b\"\n", "1:1: msgid without msgstr"),
        Case("# c\nmsgctxt \"a\"\n", "2:1: msgctxt without msgid"),
        Case("msgstr \"a\"\n", "1:1: msgstr without msgid"),
        Case("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n", "3:1: a second msgstr"),
        Case(
            "msgid \"a\"\nmsgstr abc def\n\nmsgid \"b\"\nmsgstr \"x\" y \"z\"\n",
            "2:8: “abc” is neither", "5:12: “y” is neither"),
        Case("Kính gửi\n", "1:1: “Kính” is neither"),
        Case("msgid \"a\"\nMSGSTR \"b\"\n", "2:1: “MSGSTR” is neither"),
        Case("\"a\"\n", "1:1: this string belongs to no keyword"),
        Case("msgid\nmsgstr \"b\"\n", "1:1: a string is expected after this keyword"),
        Case("msgid \"a\"\nmsgstr\n", "2:1: a string is expected after this keyword"),
        Case(
            "msgid \"a\"\nmsgstr \"1\"\n\nmsgid \"a\"\nmsgstr \"2\"\n\nmsgid \"\" \"a\"\nmsgstr \"3\"\n",
            "4:1: the same msgid stands in line 1 already", "7:1: the same msgid stands in line 1 already"),
        Case(
            "msgctxt \"c\"\nmsgid \"a\"\nmsgstr \"1\"\n\n#~ msgctxt \"c\"\n#~ msgid \"a\"\n#~ msgstr \"2\"\n",
            "6:4: the same msgid with the same msgctxt stands in line 2 already"),
        Case(
            "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"c\"\nmsgstr[0] \"d\"\n",
            "3:1: msgstr[1] is out of order"),
        Case(
            "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[2] \"d\"\n",
            "4:1: msgstr[2] is out of order"),
        Case("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"c\"\n", "3:1: msgstr is out of order"),
        Case("msgid \"a\"\nmsgstr[0] \"c\"\n", "2:1: msgstr[0] without msgid_plural"),
        Case("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[x] \"c\"\n", "3:7: the number of a plural form"),
        Case(
            "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=LATHU-8\\n\"\n",
            "3:36: the header names an unknown charset, “LATHU-8”"),
        Case("msgid \"a\"\n# giữa chừng\nmsgstr \"b\"\n", "2:1: a comment stands inside an entry"),
        Case("msgid \"a\"\nmsgstr \"b\"\n# giữa\n\"c\"\n", "3:1: a comment stands inside an entry"),
        Case("msgid \"a\"\n# sau\nmsgid \"b\"\nmsgstr \"b\"\n", "1:1: msgid without msgstr"),
        Case("#~ msgid \"a\"\nmsgstr \"b\"\n", "2:1: lines with and without #~ are mixed"),
        Case("#~ msgid \"a\"\n#~ msgstr \"b\"\n\"c\"\n", "3:1: lines with and without #~ are mixed"),
        Case("#| msgid \"a\"\n", "1:1: a #| comment without an entry"),
        Case(
            "#| msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\"\n", "1:1: a previous msgctxt without previous msgid"),
        Case(
            "#| msgid \"a\"\n\"b\"\nmsgid \"b\"\nmsgstr \"\"\n",
            "2:1: this string belongs to a keyword in a #|"),
        Case("#| msgstr \"a\"\nmsgid \"b\"\nmsgstr \"\"\n", "1:4: this keyword is out of order in a #|"),
        Case(
            "msgid \"a\r\nmsgstr \"b\"\r\n\r\nmsgid \"c\"\r\n", "1:7: the string that starts here",
            "4:1: msgid without msgstr"),
    ]

    @Test(arguments: cases) func isTold(_ example: Case) throws {
        let error = #expect(throws: LathuError.self) {
            try POCatalog(source: TextSource(example.text, file: "a.po"))
        }
        let diagnostics = try #require(error?.diagnostics)
        #expect(error?.code == .invalidData)
        #expect(diagnostics.count == example.told.count, "\(diagnostics)")
        for (diagnostic, told) in zip(diagnostics, example.told) {
            let line =
                "\(diagnostic.location?.line ?? 0):\(diagnostic.location?.column ?? 0): \(diagnostic.message)"
            #expect(line.hasPrefix(told))
            #expect(diagnostic.location?.file == "a.po")
        }
    }

    @Test func atMostAHundred() throws {
        let text =
            String(repeating: "msgid \"a\\q\"\n\n", count: 80) + String(repeating: "hỏng\n\n", count: 80)
        let error = #expect(throws: LathuError.self) { try POCatalog(source: TextSource(text)) }
        let diagnostics = try #require(error?.diagnostics)
        #expect(diagnostics.count == 101)
        #expect(diagnostics.count { $0.severity == .error } == 100)
        #expect(diagnostics.last?.severity == .note)
        let lines = diagnostics.compactMap(\.location?.line)
        #expect(lines == lines.sorted())
    }
}
