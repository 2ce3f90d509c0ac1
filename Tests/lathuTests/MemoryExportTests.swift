import Foundation
import Testing

@Suite struct MemoryExportTests {
    private static let table = """
        en\tvi\tfr\torigin\tauthor\tstate\tnote
        Hello.\tXin chào.\tBonjour.\tletters\t\treviewed\tformal
        Line one.\\nLine two.\tDòng một.\\nDòng hai.\t\tletters\tLan\ttranslated\t
        Thank you.\tCảm ơn.\t\tletters\t\tdraft\t
        Thank you.\tXin cảm ơn.\t\tletters\t\treviewed\t

        """

    private func withMemory(_ body: (CommandLine) throws -> Void) throws {
        try CommandLine.inNewFolder { lathu throws in
            #expect(try lathu.run("init").status == 0)
            try lathu.write(Self.table, to: "letters.tsv")
            #expect(try lathu.run("memory", "import", "letters.tsv", "--escaped").status == 0)
            try body(lathu)
        }
    }

    @Test func aTableComesBackAsItWas() throws {
        try withMemory { lathu throws in
            let result = try lathu.run("memory", "export", "out.tsv")
            #expect(result.status == 0)
            #expect(result.output == "wrote 4 units to out.tsv\n")
            let standard = try lathu.run("memory", "export", "-")
            #expect(try standard.output == lathu.read("out.tsv"))
            let again = ["memory", "import", "out.tsv", "--escaped", "--memory", "copy.sqlite", "--json"]
            #expect(try lathu.run(again).json.first?["added"] as? Int == 4)
            #expect(
                try lathu.run("memory", "export", "-", "--memory", "copy.sqlite").output == standard.output)
            let mode = try FileManager.default.attributesOfItem(atPath: lathu.path("out.tsv"))
            #expect(mode[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func onePairOnly() throws {
        try withMemory { lathu throws in
            let result = try lathu.run("memory", "export", "-", "--from", "fr", "--to", "vi")
            #expect(
                result.output
                    == "fr\tvi\torigin\tauthor\tstate\tnote\nBonjour.\tXin chào.\tletters\t\treviewed\tformal\n"
            )
        }
    }

    @Test func aCatalogNamesTheOtherTranslations() throws {
        try withMemory { lathu throws in
            let result = try lathu.run("memory", "export", "out.po", "--json")
            #expect(result.json.first?["units"] as? Int == 3)
            let catalog = try lathu.read("out.po")
            #expect(catalog.contains("#. also: Cảm ơn. (letters, draft)\n"))
            #expect(catalog.contains("msgid \"Thank you.\"\nmsgstr \"Xin cảm ơn.\"\n"))
            #expect(try lathu.msgfmt("out.po") == "")
        }
    }

    @Test func infoCounts() throws {
        try withMemory { lathu throws in
            let record = try #require(try lathu.run("memory", "info", "--json").json.first)
            #expect(record["units"] as? Int == 4)
            #expect(record["segments"] as? [String: Int] == ["en": 4, "vi": 4, "fr": 1])
            #expect(record["states"] as? [String: Int] == ["draft": 1, "translated": 1, "reviewed": 2])
            #expect(record["origins"] as? [String: Int] == ["letters": 4])
            #expect(record["format"] as? Int == 2)
            let text = try lathu.run("memory", "info", "--check").output
            #expect(text.hasPrefix("memory.sqlite: 4 units"))
            #expect(text.contains("segments:\n  en  4\n  fr  1\n  vi  4\n"))
            #expect(text.hasSuffix("no damage was found\n"))
        }
    }

    @Test func anEmptyMemory() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("", to: "none.tsv")
            let pair = ["--from", "en", "--to", "vi", "--memory", "m.sqlite"]
            #expect(try lathu.run(["memory", "import", "none.tsv"] + pair).output.contains("nothing in it"))
            let table = try lathu.run("memory", "export", "-", "--memory", "m.sqlite")
            #expect(table.status == 0)
            #expect(try lathu.run("memory", "info", "--memory", "m.sqlite").output.contains("0 units"))
            let found = try lathu.run(["search", "x", "--json"] + pair)
            #expect(found.output == "{\"matches\":[],\"query\":\"x\"}\n")
        }
    }

    @Test func mistakes() throws {
        try withMemory { lathu throws in
            let before = try lathu.snapshot().filter { !$0.key.hasPrefix("memory.sqlite") }
            let format = try lathu.run("memory", "export", "out.docx")
            #expect(format.status == 64)
            let missing = try lathu.run("memory", "export", "out.tsv", "--memory", "no.sqlite")
            #expect(missing.status == 66)
            #expect(missing.errors.hasPrefix("no.sqlite: error: there is no translation memory here\n"))
            let folder = try lathu.run("memory", "export", "locales", "--format", "tsv")
            #expect(folder.status == 73)
            #expect(folder.errors.contains("locales: error: is a folder, not a file"))
            #expect(try lathu.snapshot().filter { !$0.key.hasPrefix("memory.sqlite") } == before)
        }
    }
}
