import Foundation
import Testing

@Suite struct MemoryImportTests {
    private let pair = ["--from", "en", "--to", "vi", "--memory", "m.sqlite"]

    /// The units of a memory as `source=target|…`, sorted.
    private func units(_ lathu: CommandLine) throws -> [String] {
        let table = try lathu.run("memory", "export", "-", "--memory", "m.sqlite").output
        return table.split(separator: "\n").dropFirst().map {
            let cells = $0.split(separator: "\t", omittingEmptySubsequences: false)
            return "\(cells[0])=\(cells[1])"
        }.sorted()
    }

    @Test(
        arguments: [
            ("a.tsv", "Hello.\tXin chào.\n", [], ["Hello.=Xin chào."]),
            (
                "a.tsv", "\u{FEFF}Hello.\tXin chào.\r\n\r\nYes.\tVâng.\r\n", [],
                ["Hello.=Xin chào.", "Yes.=Vâng."]
            ),
            ("a.tsv", "vi\ten\nXin chào.\tHello.\n", [], ["Hello.=Xin chào."]),
            (
                "a.tsv", "en\tvi\torigin\tstate\nHello.\tXin chào.\tletter\treviewed\n", [],
                ["Hello.=Xin chào."]
            ),
            ("a.tsv", "C:\\temp\tC:\\temp\n", [], ["C:\\\\temp=C:\\\\temp"]),
            ("a.tsv", "One\\nTwo\tMột\\nHai\n", ["--escaped"], ["One\\nTwo=Một\\nHai"]),
            ("a.tsv", "1\tx\tHello.\tXin chào.\n", ["--columns", "3,4"], ["Hello.=Xin chào."]),
            ("a.tsv", "1\tXin chào.\tHello.\n", ["--columns", "3, 2"], ["Hello.=Xin chào."]),
            ("a.dat", "Hello.\tXin chào.\n", ["--format", "tsv"], ["Hello.=Xin chào."]),
            ("a.po", "msgid \"Hello.\"\nmsgstr \"Xin chào.\"\n", [], ["Hello.=Xin chào."]),
            ("a.po", "#, fuzzy\nmsgid \"Hello.\"\nmsgstr \"Xin.\"\n\nmsgid \"Yes.\"\nmsgstr \"\"\n", [], []),
            ("a.tsv", "", [], []),
            ("a.tsv", "Nguye\u{302}\u{303}n\tNguye\u{302}\u{303}n\n", [], ["Nguyễn=Nguyễn"]),
        ] as [(String, String, [String], [String])])
    func whatIsTaken(name: String, text: String, arguments: [String], expected: [String]) throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(text, to: name)
            let result = try lathu.run(["memory", "import", name] + pair + arguments)
            #expect(result.status == 0)
            #expect(result.errors.isEmpty)
            let found = try units(lathu)
            #expect(found.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
            // Once more changes nothing.
            let again = try lathu.run(["memory", "import", name, "--json"] + pair + arguments)
            #expect(again.json.first?["added"] as? Int == 0)
            #expect(again.json.first?["updated"] as? Int == 0)
            #expect(again.json.first?["unchanged"] as? Int == expected.count)
            #expect(try units(lathu) == found)
        }
    }

    @Test func standardInput() throws {
        try CommandLine.inNewFolder { lathu throws in
            let result = try lathu.run(
                ["memory", "import", "-", "--json"] + pair, input: Data("Hello.\tXin chào.\n".utf8))
            #expect(result.status == 0)
            #expect(result.json.first?["added"] as? Int == 1)
            #expect(try units(lathu) == ["Hello.=Xin chào."])
        }
    }

    @Test func theMemoryIsItsOwnersAlone() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("Hello.\tXin chào.\n", to: "a.tsv")
            #expect(try lathu.run(["memory", "import", "a.tsv"] + pair).status == 0)
            for name in try lathu.snapshot().keys where name.hasPrefix("m.sqlite") {
                let mode = try FileManager.default.attributesOfItem(atPath: lathu.path(name))[
                    .posixPermissions]
                #expect(mode as? Int == 0o600, "\(name)")
            }
        }
    }

    @Test(arguments: [false, true]) func oneBadRowRefusesTheFile(isInput: Bool) throws {
        try CommandLine.inNewFolder { lathu throws in
            let text = "Hello.\tXin chào.\nno tab\nYes.\t\n\nNo.\tKhông.\n"
            if !isInput { try lathu.write(text, to: "a.tsv") }
            let arguments = ["memory", "import", isInput ? "-" : "a.tsv"] + pair
            let input = Data(isInput ? text.utf8 : "".utf8)
            let name = isInput ? "<input>" : "a.tsv"
            let refused = try lathu.run(arguments, input: input)
            #expect(refused.status == 65)
            #expect(refused.output.isEmpty)
            for line in ["2: error: the row has 1 column", "3: error: the target text is empty"] {
                #expect(refused.errors.contains("\(name):\(line)"))
            }
            #expect(refused.errors.contains("nothing of it was imported: 2 rows or units are malformed\n"))
            #expect(refused.errors.contains("--skip-bad"))
            #expect(!lathu.exists("m.sqlite"))

            let lenient = try lathu.run(arguments + ["--skip-bad"], input: input)
            #expect(lenient.status == 1)
            #expect(lenient.output == "\(isInput ? "-" : "a.tsv"): 2 added, 2 malformed left out\n")
            let lines = lenient.errors.split(separator: "\n").filter { $0.hasPrefix(name) }
            #expect(lines.count == 2)
            #expect(lines[0].hasPrefix("\(name):2: warning"))
            #expect(lines[1].hasPrefix("\(name):3: warning"))
            #expect(try units(lathu) == ["Hello.=Xin chào.", "No.=Không."])
        }
    }

    /// Some rows of a file in another encoding are ASCII, and look good. The file before it is another matter.
    @Test func aFileInAnotherEncodingIsRefusedWhole() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("Hello.\tXin chào.\n", to: "first.tsv")
            let legacy = Array("Hello.\tHello.\nDear all,\tK".utf8) + [0xED] + Array("nh thua\n".utf8)
            try lathu.write(Data(legacy), to: "a.tsv")
            try lathu.write("No.\tKhông.\n", to: "last.tsv")
            let result = try lathu.run(["memory", "import", "first.tsv", "a.tsv", "last.tsv"] + pair)
            #expect(result.status == 65)
            #expect(
                result.errors.contains(
                    "a.tsv:2:12: error: is not UTF-8: the byte at offset 25 does not belong"))
            #expect(result.errors.contains("normalize"))
            #expect(result.output == "first.tsv: 1 added\nlast.tsv: 1 added\n")
            #expect(try units(lathu) == ["Hello.=Xin chào.", "No.=Không."])
        }
    }

    /// A row in another encoding does not keep quiet what else is wrong; more of them would say the same.
    @Test func everyKindOfBadRow() throws {
        try CommandLine.inNewFolder { lathu throws in
            func misread(_ text: String) -> [UInt8] {
                Array("Dear \(text),\tK".utf8) + [0xED] + Array("nh\n".utf8)
            }
            let rows = [
                Array("Hello.\tXin chào.\n".utf8), misread("all"), Array("no tab\n".utf8), misread("Sir"),
                Array("Yes.\t\n".utf8),
            ]
            try lathu.write(Data(rows.joined()), to: "bad.tsv")
            let refused = try lathu.run(["memory", "import", "bad.tsv"] + pair)
            #expect(refused.status == 65)
            for line in [
                "2:12: error: is not UTF-8", "3: error: the row has 1 column", "5: error: the target text",
            ] {
                #expect(refused.errors.contains("bad.tsv:\(line)"), "\(refused.errors)")
            }
            #expect(!refused.errors.contains("bad.tsv:4:"))
            #expect(refused.errors.contains("4 rows or units are malformed, 1 of them not shown"))
            let lenient = try lathu.run(["memory", "import", "bad.tsv", "--skip-bad"] + pair)
            #expect(lenient.status == 1)
            for line in 2...5 { #expect(lenient.errors.contains("bad.tsv:\(line):"), "\(lenient.errors)") }
            let found = try lathu.run("validate", "bad.tsv").output.split(separator: "\n")
            #expect(found.count == 4, "\(found)")
        }
    }

    /// What is good in a catalog, or in a document before the place where it breaks off.
    @Test func goodPartsOfCatalogsAndDocuments() throws {
        let catalog = """
            msgid ""
            msgstr "Language: vi\\nContent-Type: text/plain; charset=UTF-8\\n"

            msgid "Hello."
            msgstr "Xin chào."

            msgid "Yes."
            msgstr Vâng.

            msgid "No."
            msgstr "Không."
            """
        let start =
            "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"en\" trgLang=\"vi\">"
        func unit(_ id: Int, _ source: String, _ target: String) -> String {
            "<unit id=\"\(id)\"><segment><source>\(source)</source><target>\(target)</target></segment></unit>\n"
        }
        let document =
            start + "<file id=\"f\"><group id=\"g\">\n" + unit(1, "Hello.", "Xin chào.")
            + unit(2, "No.", "Không.") + unit(3, "Yes &", "Vâng") + "</group></file></xliff>"
        let cases = [
            ("a.po", catalog, "8:8: error", ["Hello.=Xin chào.", "No.=Không."]),
            ("a.xlf", document, "4:", ["Hello.=Xin chào.", "No.=Không."]),
        ]
        for (name, text, place, expected) in cases {
            try CommandLine.inNewFolder { lathu throws in
                try lathu.write(text, to: name)
                let arguments = ["memory", "import", name, "--json"] + pair
                let refused = try lathu.run(arguments)
                #expect(refused.status == 65)
                #expect(refused.errors.contains("\(name):\(place)"), "\(refused.errors)")
                #expect(!lathu.exists("m.sqlite"))
                let lenient = try lathu.run(arguments + ["--skip-bad"])
                #expect(lenient.status == 1, "\(lenient.errors)")
                #expect(lenient.errors.contains("\(name):\(place.prefix(2))"), "\(lenient.errors)")
                #expect(lenient.errors.contains("warning"), "\(lenient.errors)")
                #expect(lenient.json.first?["refused"] as? Int == 1)
                #expect(try units(lathu) == expected)
            }
        }
    }

    /// Few are told where nothing is imported, all where they are what is missing.
    @Test func manyBadRows() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("Hello.\tXin chào.\n" + String(repeating: "x\n", count: 500), to: "a.tsv")
            let refused = try lathu.run(["memory", "import", "a.tsv", "--json"] + pair)
            #expect(refused.status == 65)
            #expect(refused.errors.contains("500 rows or units are malformed, 480 of them not shown"))
            #expect(refused.errors.contains("a.tsv:21:") && !refused.errors.contains("a.tsv:22:"))
            let lenient = try lathu.run(["memory", "import", "a.tsv", "--json", "--skip-bad"] + pair)
            #expect(lenient.status == 1)
            #expect(lenient.json.first?["refused"] as? Int == 500)
            for line in 2...501 { #expect(lenient.errors.contains("a.tsv:\(line): warning")) }
        }
    }

    @Test func duplicatesAreCounted() throws {
        try CommandLine.inNewFolder { lathu throws in
            let rows = ["draft", "reviewed", "translated"].map { "Hello.\tXin chào.\t\($0)\n" }
            try lathu.write("en\tvi\tstate\n" + rows.joined(), to: "a.tsv")
            let first = try lathu.run(["memory", "import", "a.tsv", "--memory", "m.sqlite"])
            #expect(first.output == "a.tsv: 1 added, 2 duplicates merged\n")
            let again = try lathu.run(["memory", "import", "a.tsv", "--memory", "m.sqlite", "--json"])
            #expect(again.json.first?["unchanged"] as? Int == 1)
            #expect(again.json.first?["duplicates"] as? Int == 2)
            let table = try lathu.run("memory", "export", "-", "--memory", "m.sqlite").output
            #expect(table.contains("Hello.\tXin chào.\ta.tsv\t\treviewed"))
        }
    }

    @Test(
        arguments: [
            ("a.tsv", "no tab at all\n", [], 65, "a.tsv:1"),
            ("a.tsv", "en\tvi\n", ["--columns", "1"], 64, "--columns takes two numbers"),
            ("a.tsv", "a\tb\n", ["--columns", "2,2"], 64, "two different numbers"),
            ("a.tsv", "a\tb\n", ["--state", "final"], 64, "--state must be draft, translated or reviewed"),
            ("a.xlsx", "a\tb\n", [], 64, "add --format: tsv, csv, po, tmx, xliff"),
            ("a.po", "msgid \"a\"\nmsgstr \"b\n", [], 65, "a.po:2:"),
            ("a.po", "msgid \"a\"\nmsgid \"b\"\n", [], 65, "a.po:1:1: error: msgid without msgstr"),
            ("a.tsv", "a\tb\n", ["--to", "en"], 64, "source and target are both en"),
            ("a.po", "msgid \"a\"\nmsgstr \"b\"\n", ["--to", "en"], 64, "source and target are both en"),
        ] as [(String, String, [String], Int32, String)])
    func whatIsRefusedLeavesNoMemory(
        name: String, text: String, arguments: [String], status: Int32, message: String
    ) throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(text, to: name)
            let before = try lathu.snapshot()
            var all = ["memory", "import", name, "--from", "en", "--memory", "m.sqlite"] + arguments
            if !arguments.contains("--to") { all += ["--to", "vi"] }
            let result = try lathu.run(all)
            #expect(result.status == status)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains(message))
            #expect(try lathu.snapshot() == before)
        }
    }

    @Test(arguments: ["a.tsv", "a.po"]) func languagesMustBeKnown(name: String) throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("a\tb\n", to: "a.tsv")
            try lathu.write("msgid \"a\"\nmsgstr \"b\"\n", to: "a.po")
            let before = try lathu.snapshot()
            for arguments in [[], ["--from", "en"]] {
                let result = try lathu.run(["memory", "import", name, "--memory", "m.sqlite"] + arguments)
                #expect(result.status == 64)
                #expect(result.errors.contains(arguments.isEmpty ? "--from LOCALE" : "--to LOCALE"))
                #expect(try lathu.snapshot() == before)
            }
        }
    }

    /// One bad file keeps the good one before it out too.
    @Test func severalFilesAreCheckedFirst() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("Hello.\tXin chào.\n", to: "a.tsv")
            let before = try lathu.snapshot()
            let result = try lathu.run(["memory", "import", "a.tsv", "missing.po"] + pair)
            #expect(result.status == 66)
            #expect(result.errors == "missing.po: error: there is no such file\n")
            #expect(try lathu.snapshot() == before)
        }
    }
}
