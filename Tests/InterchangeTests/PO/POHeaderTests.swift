import Interchange
import TestSupport
import Testing
import TextFiles
import UnicodeText

@Suite struct POHeaderTests {
    @Test func fieldsKeepTheirOrder() {
        var header = POHeader("Project-Id-Version: apec\nlạ\nLanguage:vi \nX-A: 1: 2\n")
        #expect(header.fields.map(\.name) == ["Project-Id-Version", "Language", "X-A"])
        #expect(header["language"] == "vi")
        #expect(header["X-A"] == "1: 2")
        header["Language"] = "vi"
        #expect(header.text == "Project-Id-Version: apec\nlạ\nLanguage:vi \nX-A: 1: 2\n")
        header["LANGUAGE"] = "en_GB"
        header["X-A"] = nil
        header["X-B"] = "hai\ndòng"
        #expect(header.text == "Project-Id-Version: apec\nlạ\nLANGUAGE: en_GB\nX-B: hai dòng\n")
    }

    @Test(arguments: [
        ("vi", "vi"), ("pt_BR", "pt-BR"), ("sr@latin", "sr-Latn"), ("sr_RS@latin", "sr-Latn-RS"),
        ("zh_Hant", "zh-Hant"),
    ])
    func language(gettext: String, bcp47: String) throws {
        var header = POHeader("Language: \(gettext)\n")
        #expect(header.language?.identifier == bcp47)
        header["Language"] = nil
        header.language = try LocaleID(bcp47)
        #expect(header["Language"] == gettext)
    }

    @Test func notALanguage() {
        #expect(POHeader("Language: \n").language == nil)
        #expect(POHeader("Language: @latin\n").language == nil)
        #expect(POHeader("").language == nil)
    }

    @Test func charsetAndPlurals() {
        var header = POHeader("Content-Type: text/plain; charset=windows-1258\n")
        #expect(header.charsetName == "windows-1258")
        header.charsetName = "UTF-8"
        header["Plural-Forms"] = " nplurals = 3; plural=n;"
        #expect(header.text.hasPrefix("Content-Type: text/plain; charset=UTF-8\n"))
        #expect(header.pluralCount == 3)
        #expect(POHeader("Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\n").pluralCount == nil)
    }

    @Test func ofACatalog() throws {
        var catalog = try POCatalog(
            source: TextSource("msgid \"a\"\nmsgstr \"\"\n\nmsgid \"\"\nmsgstr \"Language: vi\\n\"\n"))
        #expect(catalog.header?.language == .vietnamese)
        catalog.header?["X-Generator"] = "Lathu"
        #expect(catalog.entries.map(\.isModified) == [false, true])
        catalog.header = nil
        #expect(catalog.entries.count == 1 && catalog.header == nil)
        catalog.header = POHeader("Language: en\n")
        #expect(catalog.entries.first?.isHeader == true)
    }

    @Test func newHeader() throws {
        let entry = POCatalog.newHeader(language: .vietnamese, project: "apec-2017")
        #expect(
            entry.translations == [
                """
                Project-Id-Version: apec-2017
                PO-Revision-Date: \n\
                Last-Translator: \n\
                Language-Team: \n\
                Language: vi
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit
                Plural-Forms: nplurals=1; plural=0;
                X-Generator: Lathu

                """
            ])
    }
}

@Suite struct POCharsetTests {
    /// “Việt” in windows-1258: the vowel, then its tone.
    static let file =
        Array(
            "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=windows-1258\\n\"\n\nmsgid \"a\"\n"
                .utf8)
        + Array("msgstr \"Vi".utf8) + [0xEA, 0xF2] + Array("t \\352\"\n".utf8)

    @Test func isHonoured() throws {
        var catalog = try POCatalog.decode(Self.file, file: "a.po")
        #expect(catalog.entries[1].translations[0].nfc == "Việt ê")
        #expect(catalog.bytes() == Self.file)
        #expect(catalog.serialized().contains("charset=UTF-8"))
        catalog.entries[1].translations[0] = "Việt"
        let again = try POCatalog.decode(catalog.bytes(), file: nil)
        #expect(again.header?.charsetName == "UTF-8")
        #expect(again.entries[1].translations == ["Việt"])
    }

    @Test func unknown() throws {
        let text = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=foo\\n\"\n\nmsgid \"a\"\nmsgstr \""
        let error = #expect(throws: LathuError.self) {
            try POCatalog.decode(Array(text.utf8) + [0xE9, 0x22], file: "a.po")
        }
        #expect(
            error?.diagnostics.map { "\($0.location?.description ?? ""): \($0.message)" } == [
                "a.po:2:43: the header names an unknown charset, “foo”"
            ])
    }

    @Test func templatesAndMarks() throws {
        let template = Array("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=CHARSET\\n\"\n".utf8)
        #expect(try POCatalog.decode(template, file: nil).bytes() == template)
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("msgid \"a\"\nmsgstr \"\"\n".utf8)
        var catalog = try POCatalog.decode(marked, file: nil)
        #expect(catalog.bytes() == marked)
        catalog.entries[0].translations = ["ă"]
        #expect(catalog.bytes() == Array("msgid \"a\"\nmsgstr \"ă\"\n".utf8))
    }

    @Test func filesAndStandardNames() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/vi.po"
            let error = #expect(throws: LathuError.self) { try POCatalog.read(path) }
            #expect(error?.code == .noInput)
            let catalog = POCatalog(entries: [POCatalog.newHeader(language: .vietnamese, project: "x")])
            try catalog.write(to: path)
            #expect(try POCatalog.read(path).entries == catalog.entries)
        }
    }
}
