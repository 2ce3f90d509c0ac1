import Foundation
import TestSupport
import Testing

/// `lathu convert`, and the memory in every format of pairs.
@Suite struct ConvertTests {
    private static let exchange = """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t"
        adminlang="en" srclang="en" datatype="plaintext"/><body>
        <tu tuid="a" changedate="20171107T093000Z" changeid="An"><prop type="x-domain">law</prop><note>Xem kỹ</note>
          <tuv xml:lang="en"><seg>Dear <bpt i="1" type="bold">&lt;b&gt;</bpt>Leaders<ept i="1">&lt;/b&gt;</ept>,</seg></tuv>
          <tuv xml:lang="vi"><seg>Kính gửi <bpt i="1" type="bold"/>Quý vị<ept i="1"/>,</seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg>=1+1</seg></tuv><tuv xml:lang="vi"><seg>-hai</seg></tuv></tu>
        </body></tmx>
        """

    /// Through every format and back: the texts and their codes stay.
    @Test func throughEveryFormat() throws {
        try CommandLine.inNewFolder { lathu in
            try lathu.write(Self.exchange, to: "a.tmx")
            for (name, options) in [
                ("b.xlf", []), ("b.xlf", ["--to-format", "xliff12"]), ("b.xlf", ["--xliff-version", "2.2"]),
                ("b.po", []), ("b.csv", ["--bom"]), ("b.tsv", []),
            ] {
                let there = try lathu.run(["convert", "a.tmx", name] + options)
                #expect(there.status == 0, "\(there.errors)")
                #expect(there.output == "wrote 2 units to \(name)\n")
                #expect(there.errors.contains("1 properties"), "\(there.errors)")
                if !name.hasSuffix("csv") {
                    let check = try lathu.run("validate", name)
                    #expect(check.output == "" && check.status == 0, "\(name): \(check.output)")
                }
                var back = ["convert", name, "c.tmx"]
                if name == "b.po" { back += ["--from", "en"] }
                if name == "b.tsv" { back += ["--escaped"] }
                let again = try lathu.run(back)
                #expect(again.status == 0, "\(again.errors)")
                let text = try lathu.read("c.tmx")
                #expect(text.contains("Quý vị<ept i=\"1\">"), "\(name): \(text)")
                #expect(text.contains("<seg>=1+1</seg>") && text.contains("<seg>-hai</seg>"), "\(name)")
                #expect(text.contains("Xem kỹ"), "\(name)")
                if name != "b.tsv" { #expect(text.contains("type=\"bold\""), "\(name)") }
                #expect(try lathu.run("validate", "c.tmx").output == "")
            }
            #expect(try lathu.read("b.csv").contains("'=1+1,'-hai"))
            let piped = try lathu.run("convert", "a.tmx", "-", "--to-format", "po")
            #expect(piped.status == 0)
            #expect(piped.output.contains("#. <1>: bold\nmsgid \"Dear <1>Leaders</1>,\""), "\(piped.output)")
            #expect(piped.errors.contains("1 dates") && piped.errors.contains("1 authors"))
        }
    }

    /// Terms through every format of glossaries and back.
    @Test func glossaries() throws {
        try CommandLine.inNewFolder { lathu in
            let table =
                "concept,locale,term,kind,status,note,source\n"
                + "torture,en,torture,,preferred,,UN\ntorture,vi,tra tấn,full,preferred,xem Công ước,LHQ\n"
                + "torture,vi,nhục hình,,forbidden,,\n"
            try lathu.write(table, to: "a.csv")
            for (name, options) in [("b.tbx", []), ("b.tbx", ["--to-format", "tbx2"])] {
                let there = try lathu.run(["convert", "a.csv", name] + options)
                #expect(there.status == 0 && there.errors == "", "\(there.errors)")
                #expect(there.output == "wrote 1 concepts to \(name)\n")
                #expect(try lathu.run("validate", name).status == 0)
                #expect(try lathu.run("convert", name, "c.csv").status == 0)
                #expect(try lathu.read("c.csv") == table)
            }
            let list = try lathu.run(
                "convert", "b.tbx", "-", "--to-format", "omegat", "--from", "en", "--to", "vi")
            #expect(list.status == 0)
            #expect(
                list.output.contains("torture\ttra tấn\tfull; preferred; xem Công ước\n"), "\(list.output)")
            #expect(list.errors.contains("left out 1 things that omegat has no place for"), "\(list.errors)")
            try lathu.write("amnesty\tân xá\nno tab\n", to: "d.txt")
            let lenient = try lathu.run("convert", "d.txt", "e.tbx", "--from", "en", "--to", "vi", "--json")
            #expect(lenient.status == 1)
            #expect(
                lenient.json.first?["concepts"] as? Int == 1 && lenient.json.first?["refused"] as? Int == 1)
            #expect(lenient.errors.contains("d.txt:2:1: warning: the line has no target term"))
            #expect(try lathu.read("e.tbx").contains("<term>ân xá</term>"))
            let wide = try lathu.run("convert", "a.csv", "f.csv", "--to-format", "wide")
            #expect(wide.status == 0)
            #expect(
                try lathu.read("f.csv").hasPrefix("concept,en,vi,definition,note\ntorture,torture,tra tấn,"))
            // A table is of translations where the other side is.
            let mixed = try lathu.run("convert", "b.tbx", "g.tmx")
            #expect(mixed.status == 64 && mixed.errors.contains("tbx holds terms and tmx translations"))
            #expect(!lathu.exists("g.tmx"))
        }
    }

    @Test func languagesAreChosenWhereThereAreMany() throws {
        try CommandLine.inNewFolder { lathu in
            let text = Self.exchange.replacing(
                "<tuv xml:lang=\"vi\"><seg>-hai",
                with: "<tuv xml:lang=\"fr\"><seg>deux</seg></tuv><tuv xml:lang=\"vi\"><seg>-hai")
            try lathu.write(text, to: "a.tmx")
            let result = try lathu.run("convert", "a.tmx", "b.tsv")
            #expect(result.status == 64)
            #expect(result.errors.contains("a.tmx: error: holds 3 languages: en, vi, fr"), "\(result.errors)")
            #expect(!lathu.exists("b.tsv"))
            let french = try lathu.run("convert", "a.tmx", "b.tsv", "--from", "en", "--to", "fr")
            #expect(french.status == 0, "\(french.errors)")
            #expect(try lathu.read("b.tsv").contains("\t=1+1\tdeux\t"))
            #expect(french.errors.contains("1 segments without a translation, 2 texts in other languages"))
            try lathu.write("en\tvi\tfr\nOne\tMột\tUn\n", to: "c.tsv")
            #expect(try lathu.run("convert", "c.tsv", "d.csv").status == 64)
            #expect(try lathu.run("convert", "c.tsv", "d.csv", "--from", "vi", "--to", "fr").status == 0)
            #expect(
                try lathu.read("d.csv") == "id,context,vi,fr,state,origin,author,note\r\n,,Một,Un,,,,\r\n")
        }
    }

    @Test func badInput() throws {
        try CommandLine.inNewFolder { lathu in
            try lathu.write(String(Self.exchange.dropLast(20)), to: "cut.tmx")
            try lathu.write("en,vi\nOne,Một\n,Hai\nThree,\"Ba\n", to: "quote.csv")
            try lathu.write("en,vi\nOne,Một\n,Hai\n", to: "row.csv")
            try lathu.write("Eins\tMột\n", to: "pairs.tsv")
            let cases: [([String], Int32, String)] = [
                (["cut.tmx", "o.po"], 65, "cut.tmx:"), (["none.tmx", "o.po"], 66, "none.tmx"),
                (["cut.tmx", "o.doc"], 64, "o.doc: error: the name does not say which format"),
                (["cut.doc", "o.po"], 64, "cut.doc: error: the name does not say which format"),
                (["quote.csv", "o.po"], 65, "quote.csv:4:7: error: a quotation mark is not closed"),
                (["pairs.tsv", "o.tmx"], 64, "TMX names its languages"),
                (["pairs.tsv", "o.tmx", "--from", "vi", "--to", "vi"], 64, "source and target are both vi"),
                (["-", "o.po", "--from-format", "tmx"], 64, "from standard input"),
            ]
            let before = try lathu.snapshot()
            for (arguments, status, message) in cases {
                let result = try lathu.run(["convert"] + arguments)
                #expect(result.status == status, "\(arguments) \(result.status): \(result.errors)")
                #expect(result.errors.contains(message), "\(arguments): \(result.errors)")
            }
            #expect(try lathu.snapshot() == before)
            let row = try lathu.run("convert", "row.csv", "o.po")
            #expect(row.status == 1)
            #expect(row.errors.contains("row.csv:3: warning: the row has no source text"), "\(row.errors)")
            #expect(try lathu.read("o.po").contains("msgid \"One\"\nmsgstr \"Một\""))
        }
    }

    /// What the memory writes in any format gives the same memory back.
    @Test func memoryInEveryFormat() throws {
        try CommandLine.inNewFolder { lathu in
            try lathu.write(Self.exchange, to: "a.tmx")
            let pair = ["--from", "en", "--to", "vi"]
            #expect(try lathu.run(["memory", "import", "a.tmx", "--memory", "m.sqlite"]).status == 0)
            for (name, options) in [
                ("b.csv", []), ("b.csv", ["--bom"]), ("b.xlf", []), ("b.xlf", ["--format", "xliff12"]),
            ] {
                let export = try lathu.run(
                    ["memory", "export", name, "--memory", "m.sqlite"] + pair + options)
                #expect(export.status == 0, "\(export.errors)")
                #expect(export.output == "wrote 2 units to \(name)\n")
                let into = "\(UUID().uuidString).sqlite"
                let result = try lathu.run(["memory", "import", name, "--memory", into, "--json"])
                #expect(result.status == 0, "\(result.errors)")
                #expect(result.json.first?["added"] as? Int == 2)
                let again = try lathu.run(["memory", "import", name, "--memory", into, "--json"])
                #expect(again.json.first?["added"] as? Int == 0)
                let search = try lathu.run(["search", "Dear <1>Leaders</1>,", "--memory", into] + pair)
                #expect(search.output.contains("Kính gửi <1>Quý vị</1>,"), "\(name) \(search.output)")
            }
            try lathu.write("source,target\nPeace,Hòa bình\n", to: "plain.csv")
            let unnamed = try lathu.run("memory", "import", "plain.csv", "--memory", "n.sqlite")
            #expect(unnamed.status == 64, "\(unnamed.errors)")
            #expect(!lathu.exists("n.sqlite"))
            let named = try lathu.run(["memory", "import", "plain.csv", "--memory", "n.sqlite"] + pair)
            #expect(named.status == 0, "\(named.errors)")
        }
    }
}
