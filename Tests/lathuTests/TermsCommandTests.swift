import Foundation
import TestSupport
import Testing

@Suite struct TermsCommandTests {
    private static let glossary = """
        concept,locale,term,kind,status,note,source
        udhr,en,Universal Declaration of Human Rights,full,preferred,,UN
        udhr,vi,Tuyên ngôn Toàn thế giới về Nhân quyền,full,preferred,,
        ngo,en,NGO,acronym,preferred,,
        ngo,vi,tổ chức phi chính phủ,full,preferred,"một, hai",

        """

    private func project(_ body: (CommandLine) throws -> Void) throws {
        try CommandLine.inNewFolder { lathu throws in
            try write("source: en\ntargets: [vi]\nglossaries: [glossary/a.csv]\n", "lathu.yaml", lathu)
            try FileManager.default.createDirectory(
                at: lathu.folder.appending(path: "glossary"), withIntermediateDirectories: true)
            try write(Self.glossary, "glossary/a.csv", lathu)
            try body(lathu)
        }
    }

    private func write(_ text: String, _ name: String, _ lathu: CommandLine) throws {
        try Data(text.utf8).write(to: lathu.folder.appending(path: name))
    }

    private func text(_ name: String, _ lathu: CommandLine) throws -> String {
        try String(contentsOf: lathu.folder.appending(path: name), encoding: .utf8)
    }

    @Test func searches() throws {
        try project { lathu throws in
            let result = try lathu.run("terms", "search", "tuyen ngon")
            #expect(
                result.output == """
                    • Tuyên ngôn Toàn thế giới về Nhân quyền  udhr, ./glossary/a.csv:2
                      en    Universal Declaration of Human Rights
                      vi    Tuyên ngôn Toàn thế giới về Nhân quyền

                    """ || result.output.contains("udhr, glossary/a.csv:2"), "\(result.output)")
            let json = try lathu.run("terms", "search", "--json", "ngo").json
            #expect(json.first?["term"] as? String == "NGO" && json.first?["fit"] as? String == "whole")
            #expect(try lathu.run("terms", "search", "xyz").output == "no term is like “xyz”\n")
            #expect(try lathu.run("terms", "search", "--limit", "0", "x").status == 64)
        }
    }

    /// Every format, out and in again, gives the same glossary where it has a place for everything.
    @Test func whatIsExportedCanBeImported() throws {
        try project { lathu throws in
            for name in ["a.tbx", "a.csv", "a.tsv"] {
                #expect(try lathu.run("terms", "export", name).status == 0)
                #expect(try lathu.run("validate", name).output == "", "\(name)")
                let result = try lathu.run("terms", "import", name, "--json").json.first
                #expect(result?["terms"] as? Int == 0 && result?["known"] as? Int == 4, "\(name)")
                #expect(result?["written"] as? Bool == false)
                #expect(try lathu.run("terms", "import", name, "--into", "new-\(name)").status == 0)
                #expect(
                    try lathu.run("terms", "export", "-", "--glossary", "new-\(name)").output == Self.glossary
                )
            }
            #expect(try lathu.run("terms", "export", "old.tbx", "--format", "tbx2").status == 0)
            #expect(try text("old.tbx", lathu).contains("<martif"))
            #expect(try lathu.run("validate", "old.tbx").status == 0)
            #expect(try lathu.run("terms", "export", "a.utf8").status == 0)
            #expect(
                try text("a.utf8", lathu).contains("NGO\ttổ chức phi chính phủ\tfull; preferred; một, hai\n"))
            #expect(
                try lathu.run("terms", "import", "a.utf8", "--into", "c.csv").output
                    == "c.csv: 2 new concepts, 4 new terms, 0 completed, 0 known already\n")
            let wide = try lathu.run("terms", "export", "-", "--format", "wide")
            #expect(wide.output.hasPrefix("concept,en,vi,definition,note\nudhr,"))
            #expect(wide.errors.contains("left out"))
            #expect(try text("glossary/a.csv", lathu) == Self.glossary)
        }
    }

    /// From a memory to proposals to the glossary.
    @Test func proposalsOfTheMemoryAreImported() throws {
        try project { lathu throws in
            var rows = "en\tvi\n"
            for place in ["Hue", "Vinh", "Paris", "Geneva", "Manila"] {
                rows += "Freedom of assembly in \(place).\tQuyền tự do hội họp ở \(place).\n"
                rows += "They ask for freedom of assembly, \(place).\tHọ đòi quyền tự do hội họp, \(place).\n"
                rows +=
                    "The World Health Organization (WHO) of \(place).\tTổ chức Y tế Thế giới (WHO) ở \(place).\n"
            }
            try write(rows, "old.tsv", lathu)
            #expect(try lathu.run("memory", "import", "old.tsv").status == 0)
            let json = try lathu.run("terms", "extract", "--json").json
            let phrase = try #require(json.first { $0["source"] as? String == "freedom of assembly" })
            #expect(phrase["targets"] as? [String] == ["quyền tự do hội họp"])
            #expect(phrase["count"] as? Int == 10 && phrase["kind"] as? String == "phrase")
            let table = try lathu.run("terms", "extract", "--min-count", "5")
            #expect(table.output.hasPrefix("concept,locale,term,kind,status,count,share,"))
            let written = try lathu.run("terms", "extract", "--output", "proposals.csv")
            #expect(written.status == 0 && written.output.contains("Next: "))
            #expect(try text("proposals.csv", lathu) == lathu.run("terms", "extract").output)
            let result = try lathu.run("terms", "import", "proposals.csv")
            // What an acronym stands for is a proposal of its own as well, of another kind.
            #expect(result.status == 0 && !result.errors.contains("column"), "\(result.errors)")
            let found = try lathu.run("terms", "search", "--json", "tu do hoi hop").json
            #expect(found.first?["term"] as? String == "quyền tự do hội họp")
            // The other way round, limits, and what cannot be.
            let reverse = try lathu.run(
                "terms", "extract", "--from", "vi", "--to", "en", "--json", "--limit", "1"
            ).json
            #expect(reverse.count == 1)
            #expect(try lathu.run("terms", "extract", "--min-count", "1").status == 64)
            #expect(try lathu.run("terms", "extract", "--limit", "0").status == 64)
            #expect(try lathu.run("terms", "extract", "--memory", "none.db").status != 0)
            #expect(
                try lathu.run("terms", "extract", "--min-count", "99").output.split(separator: "\n").count
                    == 1)
        }
    }

    @Test func addingChangesNothingElse() throws {
        try project { lathu throws in
            #expect(try lathu.run("terms", "add", "en=torture", "vi=tra tấn", "--source", "LHQ").status == 0)
            #expect(
                try lathu.run(
                    "terms", "add", "--concept", "ngo", "--kind", "acronym", "vi=TCPCP", "--status",
                    "admitted"
                )
                .output.contains("1 new term for the concept “ngo”"))
            #expect(
                try text("glossary/a.csv", lathu) == Self.glossary
                    + "ngo,vi,TCPCP,acronym,admitted,,\ntorture,en,torture,,preferred,,LHQ\n"
                    + "torture,vi,tra tấn,,preferred,,LHQ\n")
            #expect(try lathu.run("terms", "add", "en=torture").errors.contains("stands in"))
            #expect(try lathu.run("terms", "add", "torture").status == 64)
            #expect(try lathu.run("terms", "add", "vn=tra tấn").status == 64)
            #expect(try lathu.run("terms", "add", "--kind", "x", "vi=tra tấn").status == 64)
        }
    }

    @Test func disagreementsAreListed() throws {
        try project { lathu throws in
            try write(
                "concept,locale,term,kind,status\nngo,en,NGO,acronym,forbidden\n"
                    + "ngo,vi,hội đoàn,full,preferred\n", "b.csv", lathu)
            let result = try lathu.run("terms", "import", "b.csv")
            #expect(result.status == 0)
            #expect(result.errors.contains("b.csv:2:8: warning: the status of “NGO” is forbidden here"))
            #expect(result.errors.contains("b.csv:3:8: warning: “hội đoàn” is preferred here"))
            #expect(try text("glossary/a.csv", lathu) == Self.glossary + "ngo,vi,hội đoàn,full,admitted,,\n")
            #expect(try lathu.run("terms", "import", "b.csv", "--theirs").status == 0)
            #expect(try text("glossary/a.csv", lathu).contains("ngo,en,NGO,acronym,forbidden"))
            // One term is preferred still, so the glossary is in order.
            #expect(try text("glossary/a.csv", lathu).contains("ngo,vi,hội đoàn,full,preferred"))
            #expect(try lathu.run("validate", "glossary/a.csv").output == "")
        }
    }

    @Test func whatIsWrongIsRefusedWhole() throws {
        try project { lathu throws in
            let cases: [(String, String, String)] = [
                (
                    "b.csv", "concept,locale,term\na,vi,b\na,,c\n",
                    "b.csv:3:3: error: the term “c” has no language"
                ),
                (
                    "b.csv", "concept,locale,term\na,vi,\"b\n",
                    "b.csv:2:6: error: a quotation mark is not closed"
                ),
                ("b.tbx", "<tbx><text>", "b.tbx:1:"),
                ("b.txt", "a\tb\nc\n", "b.txt:2:1: error: the line has no target term"),
            ]
            for (name, content, message) in cases {
                try write(content, name, lathu)
                let result = try lathu.run("terms", "import", name)
                #expect(result.status == 65 && result.errors.contains(message), "\(result.errors)")
                #expect(try text("glossary/a.csv", lathu) == Self.glossary)
            }
            try write(cases[0].1, "b.csv", lathu)
            #expect(try lathu.run("terms", "import", "--skip-bad", "b.csv").status == 0)
            #expect(try text("glossary/a.csv", lathu) == Self.glossary + "a,vi,b,,,,\n")
            #expect(try lathu.run("terms", "import", "none.csv").status == 66)
            try write("x", "b.doc", lathu)
            #expect(try lathu.run("terms", "import", "b.doc").status == 64)
        }
    }

    /// What can be read once only is read once.
    @Test func pipes() throws {
        try CommandLine.inNewFolder { lathu throws in
            let cases: [(String, String, [String])] = [
                ("csv", "concept,locale,term\na,vi,ân xá\na,en,amnesty\n", []),
                ("csv", "en,vi\namnesty,ân xá\n", []),
                ("csv", "amnesty,ân xá\n", []), ("tsv", "en\tvi\namnesty\tân xá\n", []),
                ("tsv", "amnesty\tân xá\n", []), ("omegat", "amnesty\tân xá\n", []),
                (
                    "tbx",
                    "<tbx type=\"TBX-Basic\" style=\"dct\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\">"
                        + "<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>"
                        + "<conceptEntry id=\"a\"><langSec xml:lang=\"en\"><termSec><term>amnesty</term></termSec>"
                        + "</langSec><langSec xml:lang=\"vi\"><termSec><term>ân xá</term></termSec></langSec>"
                        + "</conceptEntry></body></text></tbx>", []
                ),
            ]
            for (format, text, options) in cases {
                let arguments =
                    ["terms", "import", "--format", format, "--from", "en", "--to", "vi"] + options
                try lathu.write(text, to: "text")
                for (name, script) in [
                    ("-", "cat text | \"$@\""), ("pipe", "mkfifo pipe; cat text >pipe & \"$@\""),
                ] {
                    let process = Process()
                    process.executableURL = URL(filePath: "/bin/sh")
                    process.currentDirectoryURL = lathu.folder
                    process.arguments =
                        ["-c", "ulimit -t 60; " + script, "sh", "timeout", "60", CommandLine.program.path]
                        + arguments
                        + [name, "--into", "g.csv"]
                    let result = try CommandLine.finish(process)
                    #expect(result.status == 0, "\(format), \(name): \(result.errors)")
                    #expect(try lathu.read("g.csv").contains("ân xá"), "\(format), \(name)")
                    for made in ["g.csv", "pipe"] where lathu.exists(made) {
                        try FileManager.default.removeItem(atPath: lathu.path(made))
                    }
                }
                if format != "omegat" {
                    let process = Process()
                    process.executableURL = URL(filePath: "/bin/sh")
                    process.currentDirectoryURL = lathu.folder
                    process.arguments = [
                        "-c",
                        "mkfifo a.\(format); cat text >a.\(format) & timeout 60 \"$0\" validate a.\(format)",
                        CommandLine.program.path,
                    ]
                    #expect(try CommandLine.finish(process).status == 0, "\(format)")
                    try FileManager.default.removeItem(atPath: lathu.path("a.\(format)"))
                }
            }
        }
    }

    @Test func glossariesAreValidated() throws {
        try CommandLine.inNewFolder { lathu throws in
            try write(
                "concept,locale,term,kind,status,see\na,vi,một,,preferred,b\na,vi,hai,,preferred,\nb,vi,ba,,,a\n",
                "g.csv", lathu)
            let result = try lathu.run("validate", "g.csv")
            #expect(result.status == 65)
            #expect(
                result.output.contains("g.csv:3:6: error: “một”, line 2 and “hai” are both preferred")
                    && result.output.contains(
                        "g.csv:4:1: error: “see also” leads round in a circle: a → b → a")
            )
            try write("name,vi\nA,B\n", "signatories.csv", lathu)
            #expect(try lathu.run("validate", "signatories.csv").status == 0)
            try write("<tbx type=\"TBX-Basic\"><text/></tbx>", "g.tbx", lathu)
            let tbx = try lathu.run("validate", "g.tbx")
            #expect(tbx.status == 65)
            #expect(
                tbx.output.contains(
                    "g.tbx:1:1: error: <tbx> lacks the attribute “style” (ISO 30042:2019, <tbx>)"))
        }
    }
}
