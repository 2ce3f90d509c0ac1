import Interchange
import TestSupport
import Testing
import TextFiles

private func read(_ text: String) throws -> POCatalog {
    try POCatalog(source: TextSource(text, file: "a.po"))
}

@Suite struct POWritingTests {
    /// Odd in every way that is allowed.
    static let odd = """


        # lời đầu

        msgid ""
        msgstr "Language: vi\\n"
          "Plural-Forms: nplurals=2; plural=(n != 1);\\n"
        #, fuzzy ,c-format
        #: b a
        #không có dấu cách
        msgid   "Dear"
          "\\x20leaders"

        msgstr "Kính gửi" " quý vị"


        #~ # cũ
        #~msgid "x"
        #~msgstr ""
        # lời cuối
        """

    @Test func unmodifiedIsIdentical() throws {
        for text in [Self.odd, Self.odd + "\n", Self.odd.replacing("\n", with: "\r\n")] {
            let catalog = try read(text)
            #expect(catalog.entries.count == 3)
            #expect(Array(catalog.serialized().utf8) == Array(text.utf8))
            #expect(!catalog.isModified)
        }
    }

    @Test func onlyWhatIsModifiedIsWrittenAnew() throws {
        var catalog = try read(Self.odd)
        catalog.entries[1].translations[0] += "!"
        #expect(catalog.isModified && catalog.entries.map(\.isModified) == [false, true, false])
        let start = try #require(Self.odd.firstRange(of: "#, fuzzy ,"))
        let end = try #require(Self.odd.firstRange(of: "\n\n#~ # cũ"))
        let anew = """
            # không có dấu cách
            #: b a
            #, fuzzy, c-format
            msgid "Dear leaders"
            msgstr "Kính gửi quý vị!"

            """
        #expect(
            catalog.serialized()
                == String(Self.odd[..<start.lowerBound]) + anew + String(Self.odd[end.lowerBound...]))
        catalog.entries[1].translations[0].removeLast()
        #expect(!catalog.isModified && catalog.serialized() == Self.odd)
    }

    @Test func aChangeOfNormalizationIsAChange() throws {
        var catalog = try read("msgid \"a\"\nmsgstr \"Viê\u{323}t\"\n")
        catalog.entries[0].translations = ["Vi\u{1EC7}t"]
        #expect(Array(catalog.serialized().utf8) == Array("msgid \"a\"\nmsgstr \"Vi\u{1EC7}t\"\n".utf8))
    }

    @Test func insertedRemovedAndMoved() throws {
        let text = "msgid \"a\"\nmsgstr \"\"\n\n\nmsgid \"b\"\nmsgstr \"\"\n\nmsgid \"c\"\nmsgstr \"\""
        var catalog = try read(text)
        let removed = catalog.entries.remove(at: 1)
        #expect(catalog.serialized() == "msgid \"a\"\nmsgstr \"\"\n\nmsgid \"c\"\nmsgstr \"\"")
        catalog.entries.append(removed)
        #expect(
            catalog.serialized()
                == "msgid \"a\"\nmsgstr \"\"\n\nmsgid \"c\"\nmsgstr \"\"\n\nmsgid \"b\"\nmsgstr \"\"\n")
        catalog.entries = [POEntry(source: "mới")]
        #expect(catalog.serialized() == "msgid \"mới\"\nmsgstr \"\"\n")
    }

    @Test func newTextTakesTheLineEndsOfTheFile() throws {
        var catalog = try read("msgid \"a\"\r\nmsgstr \"\"\r\n")
        catalog.entries.append(POEntry(source: "b\nc", translatorComments: ["một\r\nhai"]))
        #expect(
            catalog.serialized().utf8.elementsEqual(
                "msgid \"a\"\r\nmsgstr \"\"\r\n\r\n# một\r\n# hai\r\nmsgid \"\"\r\n\"b\\n\"\r\n\"c\"\r\nmsgstr \"\"\r\n"
                    .utf8))
        var other = try read("msgid \"x\"\nmsgstr \"\"\n")
        other.entries.append(catalog.entries[0])
        #expect(other.serialized() == "msgid \"x\"\nmsgstr \"\"\n\nmsgid \"a\"\nmsgstr \"\"\n")
    }

    @Test func layoutOfGettext() {
        let entry = POEntry(
            source: "Dear leaders,\nWe write to you.", context: "open", plural: "%d\n",
            translations: [
                "Nhân dịp Hội nghị Cấp cao APEC tại Đà Nẵng, chúng tôi kêu gọi quý vị quan tâm đến nhân quyền.",
                "\tngắn \"thôi\"\n", "",
            ],
            translatorComments: ["xem lại", ""], extractedComments: ["mở đầu"],
            references: (1...6).map { "letters/apec-2017.md:\($0)" } + ["thư chung.md:7"],
            flags: ["fuzzy", "no-wrap"], previousContext: "old", previousSource: "Dear\nall",
            previousPlural: "p")
        var obsolete = entry
        obsolete.isObsolete = true
        obsolete.translatorComments = []
        obsolete.references = []
        let body = """
            MARKmsgctxt "open"
            MARKmsgid ""
            MARK"Dear leaders,\\n"
            MARK"We write to you."
            MARKmsgid_plural "%d\\n"
            MARKmsgstr[0] ""
            MARK"Nhân dịp Hội nghị Cấp cao APEC tại Đà Nẵng, chúng tôi kêu gọi quý vị quan BREAK
            MARKmsgstr[1] "\\tngắn \\"thôi\\"\\n"
            MARKmsgstr[2] ""

            """
        let before = """
            PREVmsgctxt "old"
            PREVmsgid ""
            PREV"Dear\\n"
            PREV"all"
            PREVmsgid_plural "p"

            """
        #expect(
            POCatalog(entries: [entry, obsolete]).serialized() == """
                # xem lại
                #
                #. mở đầu
                #: letters/apec-2017.md:1 letters/apec-2017.md:2 letters/apec-2017.md:3
                #: letters/apec-2017.md:4 letters/apec-2017.md:5 letters/apec-2017.md:6
                #: \u{2068}thư chung.md\u{2069}:7
                #, fuzzy, no-wrap

                """ + before.replacing("PREV", with: "#| ")
                + body.replacing("MARK", with: "").replacing(
                    "BREAK", with: "\"\n\"tâm đến nhân quyền.\"")
                + "\n#. mở đầu\n#, fuzzy, no-wrap\n" + before.replacing("PREV", with: "#~| ")
                + body.replacing("MARK", with: "#~ ").replacing(
                    "BREAK", with: "\"\n#~ \"tâm đến nhân quyền.\""))
    }

    @Test func escapesAreWritten() {
        let text = "\n\t\r\"\\\u{7}\u{8}\u{C}\u{B}\u{1}\u{7F}é"
        #expect(
            POCatalog(entries: [POEntry(source: "a", translations: [text])]).serialized()
                == #"msgid "a"\#nmsgstr ""\#n"\n"\#n"\t\r\"\\\a\b\f\v\001\177é"\#n"#)
    }

    @Test func aBackslashAtTheEndOfACommentTakesNoLineAlong() {
        let entry = POEntry(source: "a", translatorComments: ["C:\\"], references: ["C:\\"], flags: ["x"])
        #expect(
            POCatalog(entries: [entry]).serialized()
                == "# C:\\ \n#: C:\\ \n#, x\nmsgid \"a\"\nmsgstr \"\"\n")
    }

    @Test func fuzzy() {
        var entry = POEntry(source: "a", flags: ["c-format"])
        entry.isFuzzy = true
        entry.isFuzzy = true
        #expect(entry.flags == ["fuzzy", "c-format"])
        entry.isFuzzy = false
        #expect(entry.flags == ["c-format"])
    }

    @Test func pluralFormsAreFilledUp() {
        var catalog = POCatalog(entries: [POEntry(source: "a", plural: "b")])
        catalog.header = POHeader("Plural-Forms: nplurals=2; plural=(n != 1);\n")
        #expect(catalog.serialized().hasSuffix("msgstr[0] \"\"\nmsgstr[1] \"\"\n"))
    }

    @Test func randomEntriesComeBack() throws {
        var generator = SeededGenerator(state: 2017)
        for _ in 0..<300 {
            let entries = (0..<Int.random(in: 1...6, using: &generator)).map {
                RandomEntry.make(number: $0, &generator)
            }
            let text = POCatalog(entries: entries).serialized()
            let back = try read(text)
            #expect(back.entries == entries)
            #expect(back.serialized() == text)
            var touched = back
            let index = Int.random(in: entries.indices, using: &generator)
            touched.entries[index].translations = ["đã sửa"]
            touched.entries[index].plural = nil
            let again = try read(touched.serialized())
            #expect(again.entries == touched.entries)
        }
    }
}

/// Entries of any shape.
enum RandomEntry {
    private static let pieces = [
        "Kính gửi", "nhà lãnh đạo", "quyền", "APEC", " ", " ", " ", "  ", "\n", "\t", "\"", "\\", "\\n", "\r",
        "\u{1B}",
        "é", "e\u{301}", "人权", "🙂", "\u{A0}", "#", "msgid", "%d", "\u{7F}",
        "https://example.org/một/đường/dẫn/dài",
    ]

    static func text(_ generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...30, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
        }
        .joined()
    }

    static func make(number: Int, _ generator: inout SeededGenerator) -> POEntry {
        func maybe(_ generator: inout SeededGenerator) -> String? {
            Bool.random(using: &generator) ? text(&generator) : nil
        }
        func line(_ generator: inout SeededGenerator) -> String {
            // No backslash at the end: it would get a space.
            text(&generator).filter { !$0.isNewline } + "."
        }
        var entry = POEntry(source: "\(number)" + text(&generator), context: maybe(&generator))
        entry.plural = maybe(&generator)
        let forms = entry.plural == nil ? 1 : Int.random(in: 1...4, using: &generator)
        entry.translations = (0..<forms).map { _ in text(&generator) }
        entry.translatorComments = (0..<Int.random(in: 0...2, using: &generator)).map { _ in line(&generator)
        }
        entry.extractedComments = (0..<Int.random(in: 0...2, using: &generator)).map { _ in line(&generator) }
        entry.references = (0..<Int.random(in: 0...3, using: &generator)).map { "thư \($0).md:\($0)" }
        entry.flags = Bool.random(using: &generator) ? ["fuzzy", "no-wrap"] : []
        entry.previousSource = maybe(&generator)
        if entry.previousSource != nil {
            entry.previousContext = maybe(&generator)
            entry.previousPlural = maybe(&generator)
        }
        entry.isObsolete = Int.random(in: 0..<4, using: &generator) == 0
        return entry
    }
}
