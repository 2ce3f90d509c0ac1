import Interchange
import TestSupport
import Testing
import TextFiles

private func read(_ text: String) throws -> POCatalog {
    try POCatalog(source: TextSource(text, file: "a.po"))
}

@Suite struct POParsingTests {
    @Test func everyPartOfAnEntry() throws {
        let text = """
            # Bản dịch của nhóm
            #
            #  thụt vào
            #. Chào cuối thư
            #: letters/apec-2017.md:12 letters/\u{2068}thư chung.md\u{2069}:3
            #, fuzzy, c-format, range: 0..9
            #| msgctxt "thư cũ"
            #| msgid "Dear "
            #| "leader"
            #| msgid_plural "Dear leaders"
            msgctxt "salutation"
            msgid "Dear %d leader"
            msgid_plural "Dear %d leaders"
            msgstr[0] ""
            "Kính gửi "
            "%d nhà lãnh đạo"

            """
        let entry = try #require(try read(text).entries.first)
        #expect(entry.translatorComments == ["Bản dịch của nhóm", "", " thụt vào"])
        #expect(entry.extractedComments == ["Chào cuối thư"])
        #expect(entry.references == ["letters/apec-2017.md:12", "letters/thư chung.md:3"])
        #expect(entry.flags == ["fuzzy", "c-format", "range: 0..9"])
        #expect(entry.isFuzzy)
        #expect(entry.previousContext == "thư cũ")
        #expect(entry.previousSource == "Dear leader")
        #expect(entry.previousPlural == "Dear leaders")
        #expect(entry.context == "salutation")
        #expect(entry.source == "Dear %d leader")
        #expect(entry.plural == "Dear %d leaders")
        #expect(entry.translations == ["Kính gửi %d nhà lãnh đạo"])
        #expect(entry.location.description == "a.po:12:1")
        #expect(entry.key == POEntry.Key(context: "salutation", source: "Dear %d leader"))
        #expect(!entry.isObsolete && !entry.isModified)
    }

    @Test func obsolete() throws {
        let text = """
            # giữ lại
            #, fuzzy
            #~| msgid "Old"
            #~ msgctxt "x"
            #~ msgid "Human"
            #~ " rights"
            #~ msgstr "Nhân quyền"
            #~
            #~ msgid "a"
            #~ msgstr "b"
            """
        let entries = try read(text).entries
        #expect(entries.map(\.isObsolete) == [true, true])
        #expect(entries.map(\.source) == ["Human rights", "a"])
        #expect(entries[0].context == "x")
        #expect(entries[0].previousSource == "Old")
        #expect(entries[0].translatorComments == ["giữ lại"])
    }

    @Test(arguments: [
        (#"\n"#, "\n"), (#"\t"#, "\t"), (#"\r"#, "\r"), (#"\""#, "\""), (#"\\"#, "\\"), (#"\a"#, "\u{7}"),
        (#"\b"#, "\u{8}"), (#"\f"#, "\u{C}"), (#"\v"#, "\u{B}"), (#"\1"#, "\u{1}"), (#"\101B"#, "AB"),
        (#"\1018"#, "A8"), (#"\x41"#, "A"), (#"\x4az"#, "Jz"), (#"\303\251"#, "é"), (#"\xc3\xa9"#, "é"),
        (#"\\n"#, "\\n"), (#"\\\n"#, "\\\n"), ("\\303\"\n\"\\251", "é"), ("a\\\nb", "ab"), ("a\\\r\nb", "ab"),
        ("\t", "\t"),
    ])
    func escapes(written: String, meant: String) throws {
        let entry = try read("msgid \"a\"\nmsgstr \"<\(written)>\"\n").entries[0]
        #expect(Array(entry.translations[0].unicodeScalars) == Array("<\(meant)>".unicodeScalars))
    }

    @Test func layoutDoesNotMatter() throws {
        let text =
            "msgid\"a\"msgstr\"b\" msgid \"c\" \"d\" msgstr \"e\" # sau\n  msgid \"f\"\n\n\"g\"\nmsgid_plural \"h\"\n"
            + "msgstr [ 0 ] \"\""
        let catalog = try read(text)
        #expect(catalog.entries.map(\.source) == ["a", "cd", "fg"])
        #expect(catalog.entries[2].translatorComments == ["sau"])
        #expect(catalog.serialized() == text)
    }

    @Test func nothingAndCommentsAlone() throws {
        for text in ["", "\n\n", "# chỉ có chú thích\n", "# không có dòng cuối"] {
            let catalog = try read(text)
            #expect(catalog.entries.isEmpty && !catalog.isModified)
            #expect(catalog.serialized() == text)
        }
    }

    @Test func contextTellsApart() throws {
        let text = """
            msgid "may"
            msgstr "có thể"

            msgctxt ""
            msgid "may"
            msgstr "được phép"

            msgctxt "month"
            msgid "may"
            msgstr "tháng Năm"
            """
        let catalog = try read(text)
        #expect(catalog.entries.map(\.context) == [nil, "", "month"])
        #expect(catalog.positions()[POEntry.Key(context: "month", source: "may")] == 2)
        #expect(catalog.positions()[POEntry.Key(source: "may")] == 0)
    }

    @Test func normalizationFormsAreDifferentKeys() throws {
        let catalog = try read("msgid \"\u{E9}\"\nmsgstr \"1\"\n\nmsgid \"e\u{301}\"\nmsgstr \"2\"\n")
        #expect(catalog.entries.count == 2)
        #expect(catalog.positions().count == 2)
        #expect(POEntry(source: "\u{E9}") != POEntry(source: "e\u{301}"))
    }

    @Test func domainsHaveTheirOwnKeys() throws {
        let text = "msgid \"a\"\nmsgstr \"1\"\n\ndomain \"khác\"\n\nmsgid \"a\"\nmsgstr \"2\"\n"
        let catalog = try read(text)
        #expect(catalog.entries.map(\.domain) == [nil, "khác"])
        #expect(catalog.serialized() == text)
        var shorter = catalog
        shorter.entries[1].translations = ["ba"]
        #expect(shorter.serialized() == text.replacing("\"2\"", with: "\"ba\""))
    }

    /// A damaged file is either refused with places inside it or comes back as it is.
    @Test func damageNeverCrashes() throws {
        var generator = SeededGenerator(state: 1789)
        let pieces = [
            "\"", "\\", "\n", "\r\n", "#", "#~", "#|", "msgid", "msgctxt ", "msgstr[", "domain", " ", "\u{0}",
            "é",
        ]
        var accepted = 0
        for _ in 0..<3000 {
            var scalars = Array(POWritingTests.odd.unicodeScalars)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let start = Int.random(in: 0..<scalars.count, using: &generator)
                let end = min(scalars.count, start + Int.random(in: 0...6, using: &generator))
                let piece = pieces.randomElement(using: &generator) ?? ""
                scalars.replaceSubrange(start..<end, with: Array(piece.unicodeScalars))
            }
            let text = String(String.UnicodeScalarView(scalars))
            do {
                let catalog = try read(text)
                #expect(catalog.serialized().utf8.elementsEqual(text.utf8))
                accepted += 1
            } catch let error as LathuError {
                #expect(
                    !error.diagnostics.isEmpty && error.diagnostics.allSatisfy { $0.location?.line != nil })
            }
        }
        #expect(accepted > 100)
    }
}
