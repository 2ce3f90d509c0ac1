import Foundation
import Testing

/// TMX on the command line.
@Suite struct MemoryExchangeTests {
    private static let file = """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t"
        adminlang="en" srclang="en" datatype="plaintext"/><body>
        <tu changedate="20171107T093000Z" changeid="An">
          <tuv xml:lang="en"><seg>Dear <bpt i="1">&lt;b&gt;</bpt>Leaders<ept i="1">&lt;/b&gt;</ept>,</seg></tuv>
          <tuv xml:lang="vi"><seg>Kính gửi <bpt i="1"/>Quý vị<ept i="1"/>,</seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg>alone</seg></tuv></tu>
        </body></tmx>
        """

    @Test func importAndExport() throws {
        try CommandLine.inNewFolder { lathu in
            try lathu.write(Self.file, to: "a.tmx")
            let first = try lathu.run("memory", "import", "a.tmx", "--memory", "m.sqlite", "--json")
            // The unit with one text is none.
            #expect(first.status == 0)
            #expect(first.json.first?["added"] as? Int == 1)
            #expect(first.json.first?["refused"] as? Int == 0)
            #expect(first.json.first?["untranslated"] as? Int == 1)

            let export = try lathu.run("memory", "export", "b.tmx", "--memory", "m.sqlite")
            #expect(export.status == 0)
            #expect(export.output == "wrote 1 units to b.tmx\n")
            let written = try lathu.read("b.tmx")
            #expect(written.contains("Kính gửi <bpt i=\"1\" x=\"1\">&lt;1&gt;</bpt>Quý vị"))
            #expect(written.contains("changedate=\"20171107T093000Z\""))
            #expect(written.contains("<prop type=\"x-lathu:origin\">a.tmx</prop>"))
            let output = try lathu.run("memory", "export", "-", "--format", "tmx", "--memory", "m.sqlite")
            #expect(output.output == written)
            let mode = try FileManager.default.attributesOfItem(
                atPath: lathu.folder.appending(path: "b.tmx").path)[.posixPermissions]
            #expect(mode as? Int == 0o600)

            let second = try lathu.run("memory", "import", "b.tmx", "--memory", "n.sqlite")
            #expect(second.status == 0)
            _ = try lathu.run("memory", "export", "c.tmx", "--memory", "n.sqlite")
            #expect(try lathu.read("c.tmx") == written)
            let search = try lathu.run(
                "search", "Dear <1>Leaders</1>,", "--from", "en", "--to", "vi", "--memory", "n.sqlite")
            #expect(search.output.contains("Kính gửi <1>Quý vị</1>,"))
        }
    }

    /// Codes as OmegaT has them in its own files, where it drops those of others.
    @Test func codesAsText() throws {
        try CommandLine.inNewFolder { lathu in
            try lathu.write(Self.file, to: "a.tmx")
            #expect(try lathu.run("memory", "import", "a.tmx", "--memory", "m.sqlite").status == 0)
            let pair = ["--from", "en", "--to", "vi"]
            for (form, options, open, close) in [
                ("text", [], "&lt;1&gt;", "&lt;/1&gt;"), ("omegat", pair, "&lt;g0&gt;", "&lt;/g0&gt;"),
            ] {
                let export = try lathu.run(
                    ["memory", "export", "b.tmx", "--memory", "m.sqlite", "--codes", form] + options)
                #expect(export.status == 0, "\(export.errors)")
                let text = try lathu.read("b.tmx")
                for segment in ["Dear \(open)Leaders\(close),", "Kính gửi \(open)Quý vị\(close),"] {
                    #expect(text.contains("<seg>\(segment)</seg>"), "\(text)")
                }
                #expect(try lathu.run("validate", "b.tmx").output == "")
                let converted = try lathu.run(["convert", "a.tmx", "c.tmx", "--codes", form] + pair)
                #expect(converted.status == 0)
                #expect(try lathu.read("c.tmx").contains("<seg>Dear \(open)Leaders\(close),</seg>"))
            }
            // OmegaT numbers codes by the source, so there must be one.
            let unknown = try lathu.run(
                "memory", "export", "d.tmx", "--memory", "m.sqlite", "--codes", "omegat")
            #expect(unknown.status == 64 && !lathu.exists("d.tmx"))
        }
    }

    @Test func malformedFilesLeaveTheMemoryAlone() throws {
        try CommandLine.inNewFolder { lathu in
            try lathu.write(String(Self.file.dropLast(20)), to: "a.tmx")
            let result = try lathu.run("memory", "import", "a.tmx", "--memory", "m.sqlite")
            #expect(result.status == 65)
            #expect(result.errors.contains("a.tmx:"))
            #expect(!lathu.exists("m.sqlite"))
            // What stands before the place where it breaks off can be had.
            let lenient = try lathu.run(
                "memory", "import", "a.tmx", "--memory", "m.sqlite", "--skip-bad", "--json")
            #expect(lenient.status == 1)
            #expect(lenient.errors.contains("a.tmx:7:40: warning: the file ends inside the element"))
            #expect(lenient.json.first?["added"] as? Int == 1)
            #expect(lenient.json.first?["refused"] as? Int == 1)
        }
    }

    /// A unit whose language nobody knows keeps the others out, unless it is to be left out.
    @Test func unknownLanguages() throws {
        try CommandLine.inNewFolder { lathu in
            try lathu.write(
                Self.file.replacing("xml:lang=\"en\"><seg>alone", with: "xml:lang=\"qq\"><seg>alone"),
                to: "a.tmx")
            let arguments = ["memory", "import", "a.tmx", "--memory", "m.sqlite"]
            let refused = try lathu.run(arguments)
            #expect(refused.status == 65)
            #expect(
                refused.errors.contains(
                    "a.tmx:7:1: error: the unit has fewer than two texts in known languages"))
            #expect(!lathu.exists("m.sqlite"))
            let lenient = try lathu.run(arguments + ["--skip-bad"])
            #expect(lenient.status == 1)
            #expect(lenient.output == "a.tmx: 1 added, 1 malformed left out\n")
            #expect(lenient.errors.contains("a.tmx:7:1: warning: the unit has fewer than two texts"))
        }
    }
}
