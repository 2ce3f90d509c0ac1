import Foundation
import Testing

/// Letters against the termbase, through the program.
@Suite struct TermChecksTests {
    private static let glossary = """
        concept,locale,term,kind,status,translate
        un,en,United Nations,full,preferred,
        un,en,UN,acronym,preferred,
        un,vi,Liên Hợp Quốc,full,preferred,
        un,vi,Liên Hiệp Quốc,full,admitted,
        un,vi,LHQ,acronym,admitted,
        iccpr,en,International Covenant on Civil and Political Rights,full,preferred,
        iccpr,vi,Công ước Quốc tế về các Quyền Dân sự và Chính trị,full,preferred,
        dai,en,Nguyen Van Dai,name,preferred,
        dai,vi,Nguyễn Văn Đài,name,preferred,
        trial,en,fair trial,full,preferred,
        trial,vi,xét xử công bằng,full,preferred,
        law,vi,pháp trị,full,forbidden,
        law,vi,pháp quyền,full,preferred,
        law,en,rule of law,full,preferred,
        now,en,Access Now,name,preferred,no

        """

    private static let pairs = [
        ("Nguyen Van Dai had no fair trial.", "Ông Nguyen Van Dai không được xét xử."),
        (
            "The International Covenant on Civil and Political Rights binds Vietnam.",
            "Công ước Quoc tế về các Quyền Dân sự và Chính trị ràng buộc Việt Nam."
        ),
        ("Access Now wrote to the United Nations.", "Truy cập Ngay đã viết thư cho Liên Hợp Quốc."),
        ("The United Nations answered.", "Liên Hiệp Quốc đã trả lời."),
        ("The United Nations asked for the rule of law.", "Liên Hợp Quốc đòi pháp trị."),
        ("A UN body came.", "Một cơ quan UN đã đến."),
    ]

    private static let expected = [
        "name:error", "term:warning", "term:error", "do-not-translate:error", "term-consistency:warning",
        "term-status:error", "acronym:warning",
    ]

    private func findings(_ lathu: CommandLine, _ file: String, _ options: String...) throws -> [String] {
        let result = try lathu.run(["check", file, "--json", "--glossary", "g.csv"] + options)
        let rules = ["name", "term", "term-status", "do-not-translate", "term-consistency", "acronym"]
        return result.json.compactMap { finding in
            guard let rule = finding["rule"] as? String, rules.contains(rule) else { return nil }
            return "\(rule):\(finding["severity"] as? String ?? "")"
        }
    }

    /// The same is found whatever the file.
    @Test func everyFormatIsHeldAgainstTheTermbase() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(Self.glossary, to: "g.csv")
            try lathu.write(
                "en\tvi\n" + Self.pairs.map { "\($0.0)\t\($0.1)\n" }.joined(), to: "a.tsv")
            #expect(try findings(lathu, "a.tsv").sorted() == Self.expected.sorted())
            for name in ["a.po", "a.xlf", "a.tmx"] {
                #expect(try lathu.run("convert", "a.tsv", name).status == 0)
                #expect(try findings(lathu, name).sorted() == Self.expected.sorted(), "\(name)")
            }
            // A glossary in TBX is as good.
            #expect(try lathu.run("terms", "export", "g.tbx", "--glossary", "g.csv").status == 0)
            let tbx = try lathu.run("check", "a.tsv", "--json", "--glossary", "g.tbx")
            #expect(tbx.output == (try lathu.run("check", "a.tsv", "--json", "--glossary", "g.csv").output))
            // Without one, there is nothing to hold against.
            let without = try lathu.run("check", "a.tsv", "--json", "--rule", "term")
            #expect(without.status == 0 && without.output.isEmpty)
        }
    }

    @Test func aProjectsGlossaryIsUsedAndRulesAreSet() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(Self.glossary, to: "g.csv")
            try lathu.write("en\tvi\na fair trial\tmột phiên tòa\n", to: "a.tsv")
            let yaml = "source: en\ntargets: [vi]\nglossaries: [g.csv]\n"
            try lathu.write(yaml, to: "lathu.yaml")
            let result = try lathu.run("check", "a.tsv", "--rule", "term", "--fail-on", "warning")
            #expect(result.status == 1)
            #expect(
                result.output == """
                    a.tsv (vi)

                    a.tsv:2:1
                      a fair trial
                      một phiên tòa
                      a fair trial
                        ^^^^^^^^^^
                      warning: the termbase has “xét xử công bằng” for “fair trial”, and the
                        translation has none of its terms [term]
                        → xét xử công bằng

                    0 errors, 1 warning, 0 remarks in 1 segment of 1 letter.

                    """ || result.output.contains("^^^^^^^^^^"), "\(result.output)")
            try lathu.write(yaml + "checks: {rules: {term: {words: 3}}}\n", to: "lathu.yaml")
            #expect(
                try lathu.run("check", "a.tsv", "--rule", "term", "--json").json.first?["severity"] as? String
                    == "info")
        }
    }

    @Test func howTermsWereTranslatedIsReported() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(Self.glossary, to: "g.csv")
            try lathu.write(
                "en\tvi\n" + Self.pairs.map { "\($0.0)\t\($0.1)\n" }.joined(), to: "a.tsv")
            let result = try lathu.run("terms", "consistency", "a.tsv", "--glossary", "g.csv")
            #expect(result.status == 1)
            #expect(
                result.output == """
                    United Nations  3 segments
                      2×  Liên Hợp Quốc
                      1×  Liên Hiệp Quốc  admitted
                            a.tsv:5:1

                    6 terms in 1 letter: 1 in several ways.

                    """, "\(result.output)")
            let json = try lathu.run(
                "terms", "consistency", "a.tsv", "--glossary", "g.csv", "--json", "--all"
            ).json
            #expect(json.count == 6)
            let first = json.first
            #expect(first?["term"] as? String == "United Nations" && first?["count"] as? Int == 3)
            let variants = first?["variants"] as? [[String: Any]]
            #expect(variants?.map { $0["count"] as? Int } == [2, 1])
            let place = (variants?[1]["places"] as? [[String: Any]])?.first
            #expect(place?["line"] as? Int == 5 && place?["file"] as? String == "a.tsv")
            let covenant = json.first { $0["concept"] as? String == "iccpr" }
            let standing = (covenant?["variants"] as? [[String: Any]])?.first?["standing"] as? String
            #expect(standing == "misspelt")
            #expect(
                try lathu.run(
                    "terms", "consistency", "a.tsv", "--glossary", "g.csv", "--html", "out/terms.html"
                ).status == 1)
            let page = try lathu.read("out/terms.html")
            #expect(page.contains("<mark>Liên Hiệp Quốc</mark>") && page.contains("a.tsv:5:1"))
            for sign in ["src=", "href=", "url(", "<script", "@import"] { #expect(!page.contains(sign)) }
            try lathu.write("en\tvi\nthe United Nations\tLiên Hợp Quốc\n", to: "b.tsv")
            let clean = try lathu.run("terms", "consistency", "b.tsv", "--glossary", "g.csv")
            #expect(
                clean.status == 0 && clean.output == "1 term in 1 letter: each is translated in one way.\n")
            #expect(try lathu.run("terms", "consistency", "a.tsv").status == 64)
        }
    }

    @Test func theSampleProjectIsInOrder() throws {
        try CommandLine.inSampleProject { lathu throws in
            let terms = try lathu.run("terms", "check")
            #expect(terms.status == 0 && terms.output.hasPrefix("Nothing to report in "), "\(terms.output)")
            let check = try lathu.run("check")
            #expect(check.status == 0 && check.errors.isEmpty)
            #expect(check.output.hasPrefix("Nothing to report in "), "\(check.output)")
            let consistency = try lathu.run("terms", "consistency")
            #expect(consistency.status == 0, "\(consistency.output)")
        }
    }
}
