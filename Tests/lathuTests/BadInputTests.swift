import Foundation
import Testing

/// Whatever is wrong with the input: the exit code, a sentence that says where, and no file touched.
@Suite struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        /// Files to make in the sample project before; nil removes one.
        let files: [(String, String?)]
        let command: [String]
        let status: Int32
        /// What standard error holds.
        let messages: [String]

        var testDescription: String { name }

        init(
            _ name: String, _ files: [(String, String?)] = [], _ command: [String], _ status: Int32,
            _ messages: String...
        ) {
            self.name = name
            self.files = files
            self.command = command
            self.status = status
            self.messages = messages
        }
    }

    private static let letter = "locales/en/letters/x.md"
    private static let catalog = "locales/vi/letters/x.po"

    static let cases = [
        // Projects
        Case(
            "lathu.yaml broken", [("lathu.yaml", "source: [en\n")], ["status"], 65, "lathu.yaml:",
            "broken YAML"),
        Case(
            "lathu.yaml no mapping", [("lathu.yaml", "- en\n")], ["build"], 65, "lathu.yaml:1:1", "key: value"
        ),
        Case(
            "lathu.yaml without source", [("lathu.yaml", "targets: [vi]\n")], ["fill"], 65,
            "lathu.yaml:1: error: “source” is missing"),
        Case(
            "lathu.yaml with unknown locales", [("lathu.yaml", "source: en\ntargets: [vn]\n")], ["status"],
            65,
            "lathu.yaml:2:", "did you mean “vi”?"),
        Case(
            "lathu.yaml with a key twice", [("lathu.yaml", "source: en\nsource: fr\n")], ["status"], 65,
            "lathu.yaml:", "“source” stands twice"),
        Case(
            "no such project", [], ["status", "--project", "elsewhere"], 66,
            "elsewhere: error: there is no lathu.yaml here", "lathu init elsewhere"),
        // Letters
        Case(
            "missing letter", [], ["build", "nobody"], 66, "there is no letter “nobody”",
            "apec-2017, apec-leaders, upr-2019"),
        Case(
            "front matter open", [(letter, "---\ntitle: a\n")], ["fill"], 65,
            "\(letter):1:1: error: the front matter is not closed"),
        Case(
            "front matter broken", [(letter, "---\nid: x\ntitle: \"a\ndate: b\n---\n")], ["build"], 65,
            "\(letter):", "broken YAML"),
        Case(
            "front matter with a colon", [(letter, "---\ntitle: Letter: to you\n---\nA.\n")], ["fill"], 65,
            "\(letter):2:", "quotation marks"),
        Case(
            "no date", [(letter, "---\ndate: 7 November 2017\n---\nA.\n")], ["build"], 65,
            "\(letter):2:7: error: “7 November 2017” is not a date", "2017-11-07"),
        Case(
            "an id that leads out", [(letter, "---\nid: ../x\n---\nA.\n")], ["build"], 65,
            "\(letter):2:5: error: the id “../x” cannot be a file name"),
        Case(
            "missing signatories", [(letter, "---\nsignatories: gone.csv\n---\nA.\n")], ["build"], 66,
            "\(letter):2:14: error: there is no signatories file “gone.csv”"),
        Case(
            "signatories without names",
            [("s.csv", "organisation\nViet Tan\n"), (letter, "---\nsignatories: s.csv\n---\nA.\n")],
            ["build"], 65, "s.csv:1: error: has no column “name”"),
        // Catalogs
        Case(
            "string open", [(letter, "A.\n"), (catalog, "msgid \"A.\"\nmsgstr \"B\n")], ["build"], 65,
            "\(catalog):2:8: error:"),
        Case(
            "no msgstr", [(letter, "A.\n"), (catalog, "msgid \"A.\"\n\nmsgid \"B.\"\nmsgstr \"\"\n")],
            ["fill"], 65, "\(catalog):1:1: error: msgid without msgstr", "write msgstr"),
        Case(
            "two msgid",
            [(letter, "A.\n"), (catalog, "msgid \"A\"\nmsgstr \"B\"\n\nmsgid \"A\"\nmsgstr \"C\"\n")],
            ["fill"], 65, "\(catalog):4:"),
        Case(
            "stray text", [(letter, "A.\n"), (catalog, "Xin chào\n")], ["status"], 65,
            "\(catalog):1:1: error:"),
        // Locales
        Case("unknown locale to build", [], ["build", "--to", "vn"], 64, "did you mean “vi”?"),
        Case(
            "unknown locale to segment", [], ["segment", "lathu.yaml", "--locale", "vietnamese-xx-1"], 64,
            "unknown locale “vietnamese-xx-1”"),
        Case(
            "rules broken", [("locales/en/segmentation.srx", "<srx>\n<oops\n")], ["fill"], 65,
            "locales/en/segmentation.srx:"),
        Case(
            "conventions broken", [("locales/vi/conventions.yaml", "direction: up\n")], ["build"], 65,
            "locales/vi/conventions.yaml:1:12: error: “direction” must be ltr or rtl"),
        // Files
        Case(
            "missing file to segment", [], ["segment", "gone.txt"], 66,
            "gone.txt: error: there is no such file"),
        Case(
            "missing file to import", [], ["letter", "import", "gone.txt"], 66,
            "gone.txt: error: there is no such file"),
        Case(
            "missing file to normalize", [], ["normalize", "gone.txt"], 66,
            "gone.txt: error: there is no such file"),
        Case("folder to segment", [], ["segment", "locales"], 66, "locales: error: is a folder, not a file"),
        Case(
            "folder to import", [], ["memory", "import", "locales", "--format", "tsv"], 66,
            "locales: error: is a folder, not a file"),
        Case(
            "missing queries", [("m.sqlite", "")], ["search", "--input", "gone.txt", "--memory", "m.sqlite"],
            66, "gone.txt: error: there is no such file"),
        Case(
            "unknown encoding", [], ["segment", "lathu.yaml", "--encoding", "viscii-9"], 64,
            "unknown encoding “viscii-9”", "windows-1258"),
        // Memories
        Case(
            "missing memory", [], ["search", "a", "--memory", "gone.sqlite"], 66,
            "gone.sqlite: error: there is no translation memory here"),
        Case(
            "missing memory of the project", [], ["memory", "info"], 66,
            "memory.sqlite: error: there is no translation memory here"),
        Case(
            "text as memory", [("m.sqlite", String(repeating: "Thư ngỏ. ", count: 500))],
            ["memory", "info", "--memory", "m.sqlite"], 65, "m.sqlite: error: is not a translation memory"),
        Case(
            "text as memory to write", [("m.sqlite", String(repeating: "Thư ngỏ. ", count: 500))],
            ["fill", "--memory", "m.sqlite"], 65, "m.sqlite: error: is not a translation memory"),
        Case(
            "folder as memory", [], ["search", "a", "--memory", "locales"], 66,
            "locales: error: is a folder, not a translation memory"),
        Case(
            "folder as memory to write", [], ["fill", "--memory", "locales"], 66,
            "locales: error: is a folder, not a translation memory"),
        // Arguments
        Case("unknown option", [], ["build", "--pdf"], 64, "--pdf", "Usage: lathu build"),
        Case("unknown command", [], ["translate"], 64, "translate"),
        Case("unknown format", [], ["build", "--formats", "doc"], 64, "doc", "html"),
        Case("no file", [], ["segment"], 64, "<file>"),
        Case("standard input in place", [], ["normalize", "-", "--in-place"], 64, "--in-place"),
    ]

    @Test(arguments: cases) func isToldAndLeavesEverythingAsItWas(_ bad: Case) throws {
        try CommandLine.inSampleProject { lathu throws in
            for (name, text) in bad.files { try lathu.write(text ?? "", to: name) }
            let before = try lathu.snapshot()
            let result = try lathu.run(bad.command)
            #expect(result.status == bad.status)
            #expect(result.output.isEmpty)
            for message in bad.messages { #expect(result.errors.contains(message)) }
            let after = try lathu.snapshot()
            #expect(after == before)
        }
    }

    /// “Kính gửi” in windows-1258, which is no UTF-8.
    private static let legacy = Data([0x4B, 0xED, 0x6E, 0x68, 0x20, 0x67, 0xFD, 0x69])

    @Test(arguments: [
        (["segment", "cu.txt"], "cu.txt", "1:2"),
        (["segment", "cu.txt", "--lines"], "cu.txt", "1:2"),
        (["letter", "import", "cu.txt"], "cu.txt", "1:2"),
        (["memory", "import", "cu.tsv"], "cu.tsv", "1:4"),
        (["memory", "import", "cu.po", "--from", "en", "--to", "vi"], "cu.po", "1:9"),
        (["search", "--input", "cu.txt", "--memory", "m.sqlite"], "cu.txt", "1:2"),
        (["normalize", "cu.txt"], "cu.txt", "1:2"),
        (["normalize", "cu.txt", "--in-place"], "cu.txt", "1:2"),
        (["build"], "locales/en/letters/cu.md", "1:2"),
        (["fill"], "locales/en/letters/cu.md", "1:2"),
        (["status", "upr-2019"], "locales/vi/letters/upr-2019.po", "1:9"),
    ])
    func notUTF8(command: [String], file: String, place: String) throws {
        try CommandLine.inSampleProject { lathu throws in
            try lathu.write(Self.legacy, to: "cu.txt")
            try lathu.write(Data("a\tb".utf8) + Self.legacy.dropFirst() + Data("\n".utf8), to: "cu.tsv")
            let entry = Data("msgid \"K".utf8) + Self.legacy.dropFirst() + Data("\"\nmsgstr \"\"\n".utf8)
            try lathu.write(entry, to: "cu.po")
            try lathu.write("", to: "m.sqlite")
            if command.contains("upr-2019") {
                try lathu.write(entry, to: "locales/vi/letters/upr-2019.po")
            } else {
                try lathu.write(Self.legacy, to: "locales/en/letters/cu.md")
            }
            let before = try lathu.snapshot()
            let result = try lathu.run(command)
            #expect(result.status == 65)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains("\(file):\(place): error: is not UTF-8"))
            #expect(result.errors.contains("offset"))
            #expect(result.errors.contains("--encoding"))
            #expect(result.errors.contains("normalize"))
            let after = try lathu.snapshot()
            #expect(after == before)
        }
    }

    @Test func everyBrokenFileIsTold() throws {
        try CommandLine.inSampleProject { lathu throws in
            try lathu.write("---\ntitle: a\n", to: "locales/en/letters/a.md")
            try lathu.write("---\ndate: tomorrow\n---\n", to: "locales/en/letters/b.md")
            let result = try lathu.run("build")
            #expect(result.status == 65)
            #expect(result.errors.contains("letters/a.md:1:1"))
            #expect(result.errors.contains("letters/b.md:2:7"))
        }
    }

    /// Databases that are none of ours: refused for reading and for writing, and not changed.
    @Test(arguments: [
        (
            "PRAGMA application_id = 1; CREATE TABLE a (b);",
            "is an SQLite database, but not a translation memory"
        ),
        (
            "CREATE TABLE unit (id INTEGER PRIMARY KEY);",
            "is an SQLite database, but not a translation memory"
        ),
        (
            "PRAGMA application_id = 1281455208; PRAGMA user_version = 99;",
            "was written by a newer version of Lathu"
        ),
    ])
    func foreignDatabases(statements: String, message: String) throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3") else { return }
        try CommandLine.inSampleProject { lathu throws in
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/sqlite3")
            process.arguments = [lathu.path("m.sqlite"), statements]
            #expect(try CommandLine.finish(process).status == 0)
            let before = try lathu.snapshot()
            for command in [["memory", "info"], ["search", "a"], ["fill"], ["memory", "export", "-"]] {
                let result = try lathu.run(command + ["--memory", "m.sqlite"])
                #expect(result.status == 65, "\(command)")
                #expect(result.output.isEmpty, "\(command)")
                #expect(result.errors.hasPrefix("m.sqlite: error: \(message)"), "\(command)")
                let after = try lathu.snapshot()
                #expect(after == before, "\(command)")
            }
        }
    }

    @Test(.disabled(if: getuid() == 0, "root may write anywhere")) func foldersThatCannotBeWritten() throws {
        try CommandLine.inSampleProject { lathu throws in
            let shut = try lathu.at("shut").folder.path
            try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: shut)
            let result = try lathu.run("build", "apec-2017", "--output", "shut")
            #expect(result.status == 73)
            #expect(result.output.isEmpty)
            try lathu.write("a", to: "m.sqlite")
            let memory = lathu.path("m.sqlite")
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: memory)
            #expect(try lathu.run("memory", "info", "--memory", "m.sqlite").status == 74)
        }
    }

    @Test func aFileInTheWayOfTheOutput() throws {
        try CommandLine.inSampleProject { lathu throws in
            try lathu.write("text", to: "build")
            let before = try lathu.snapshot()
            let result = try lathu.run("build", "apec-2017")
            #expect(result.status == 73)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains("the folder cannot be made"))
            let after = try lathu.snapshot()
            #expect(after == before)
        }
    }
}
