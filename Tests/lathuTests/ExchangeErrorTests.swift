import TestSupport
import Testing

/// What “lathu export” and “lathu import” refuse, and where they say that it is.
@Suite struct ExchangeErrorTests {
    @Test func badInput() throws {
        try CommandLine.inSampleProject { lathu in
            try ExchangeTests.export(lathu, "apec-2017", "thu.xlf")
            let text = try lathu.read("thu.xlf")
            try lathu.write(String(text.prefix(2000)), to: "cut.xlf")
            try lathu.write(
                text.replacing("trgLang=\"vi\"", with: "trgLang=\"xx-nothing\""), to: "language.xlf")
            try lathu.write(text.replacing("srcLang=\"en\"", with: "srcLang=\"fr\""), to: "source.xlf")
            try lathu.write(text.replacing("apec-2017.md", with: "other.md"), to: "other.xlf")
            try lathu.write("id,source,target,state\n1,Da Nang,Đà Nẵng,sideways\n", to: "apec-2017.vi.csv")
            try lathu.write("id,source\n1,Da Nang\n", to: "apec-2017.csv")
            try lathu.write("msgid \"a\"\nmsgstr \"b\n", to: "apec-2017.po")
            try lathu.write("x", to: "thu.doc")
            let before = try lathu.snapshot()
            let cases: [([String], Int32, String)] = [
                (["import", "none.xlf"], 66, "none.xlf: error: there is no such file"),
                (["import", "cut.xlf"], 65, "cut.xlf:"),
                (["import", "language.xlf"], 65, "language.xlf: error: the target language: unknown locale"),
                (["import", "source.xlf"], 65, "source.xlf: error: its languages are fr and vi"),
                (["import", "other.xlf"], 64, "other.xlf: error: does not say which letter it belongs to"),
                (["import", "thu.xlf", "--to", "de"], 65, "thu.xlf: error: its languages are en and vi"),
                (["import", "thu.xlf", "--letter", "nothing"], 66, "there is no letter “nothing”"),
                (
                    ["import", "apec-2017.csv"], 65,
                    "apec-2017.csv:1:1: error: the first row names no two texts"
                ),
                (["import", "apec-2017.po"], 65, "apec-2017.po:2:8: error:"),
                (["import", "thu.doc"], 64, "thu.doc: error: the name does not say which format it is"),
                (["export", "nothing"], 66, "there is no letter “nothing”"),
                (["export", "apec-2017", "--to", "en"], 64, "there is nothing to translate"),
                (["export", "apec-2017", "--to", "zz-bad-locale-x"], 64, "unknown locale"),
                (["export", "apec-2017", "--xliff-version", "1.2"], 64, "no version “1.2” of XLIFF 2"),
                (
                    ["export", "apec-2017", "--output", "thu.doc"], 64,
                    "thu.doc: error: the name does not say"
                ),
                (["export", "apec-2017", "--output", "thu.tsv"], 64, "a catalog is not written as TSV"),
                (
                    ["export", "apec-2017", "--output", "locales/x.po/y.po", "--memory", "none.sqlite"], 66,
                    "none.sqlite"
                ),
                (["export", "apec-2017", "--format", "doc"], 64, "--format"),
                (["export", "apec-2017", "--json"], 64, "--json needs --output"),
                (["export", "apec-2017", "--output", "locales"], 64, "does not say"),
                (["export", "apec-2017", "--output", "lathu.yaml/a.po"], 73, "lathu.yaml"),
            ]
            for (arguments, status, message) in cases {
                let result = try lathu.run(arguments)
                #expect(result.status == status, "\(arguments): \(result.status) \(result.errors)")
                #expect(result.errors.contains(message), "\(arguments): \(result.errors)")
                #expect(result.output.isEmpty, "\(arguments)")
            }
            // What is wrong with a row alone leaves the rest.
            let row = try lathu.run("import", "apec-2017.vi.csv")
            #expect(row.status == 1)
            #expect(
                row.output.contains("apec-2017.vi.csv:2: malformed: unknown state “sideways”"),
                "\(row.output)")
            // One bad file of several stops all.
            try lathu.write(text.replacing(">Đà Nẵng<", with: ">TP. Đà Nẵng<"), to: "thu.xlf")
            #expect(try lathu.run("import", "thu.xlf", "cut.xlf").status == 65)
            try lathu.write(text, to: "thu.xlf")
            #expect(try lathu.snapshot() == before)
        }
    }
}
