import Foundation
import TestSupport
import Testing

@Suite struct LetterImportTests {
    private static let real = "letters/apec-2017.en.txt"

    static let signatories = [
        "Access Now", "Bau Bi Tuong Than Association", "Brotherhood for Democracy", "Chan Hung Nuoc Viet",
        "Defend the Defenders", "Empowering Singaporeans", "English PEN", "Frontline Defenders",
        "Independent Journalists Association of Vietnam", "Lawyers for Lawyers",
        "Lawyers’ Rights Watch Canada", "Project 88", "Reporters Without Borders", "#ReturnOurCPF",
        "Thai Netizen Network", "Viet Labor Movement", "Viet Tan",
    ]

    static let page = """
        Open letter on the trial of Tran Thi Nga

        Share on facebook
        Share on email

        July 24, 2017

        Dear Ambassadors,

        The trial begins tomorrow. We ask you to observe it.

        Her children may not visit her.

        Sincerely,

          1. English PEN
          2. Viet Tan

        PDF - 12.5 kb
        """

    private func inProject(_ body: (CommandLine) throws -> Void) throws {
        try CommandLine.inNewFolder { lathu throws in
            #expect(try lathu.run("init").status == 0)
            try lathu.write(Self.page, to: "page.txt")
            try body(lathu)
        }
    }

    @Test(.enabled(if: SharedMaterial.has(real)))
    func theRealLetter() throws {
        try inProject { lathu throws in
            let file = SharedMaterial.path(Self.real)
            let result = try lathu.run("letter", "import", file, "--json")
            #expect(result.status == 0)
            #expect(result.errors.isEmpty)
            let report = try #require(result.json.first)
            #expect(result.json.count == 1)
            #expect(report["id"] as? String == "apec-2017")
            #expect(report["title"] as? String == "#StopTheCrackdownVN: Letter to APEC leaders")
            #expect(report["date"] as? String == "2017-11-07")
            #expect(report["salutation"] as? String == "Dear APEC Leaders,")
            #expect(report["paragraphs"] as? Int == 6)
            #expect(report["sentences"] as? Int == 14)
            #expect(report["signatories"] as? [String] == Self.signatories)
            #expect(report["file"] as? String == "locales/en/letters/apec-2017.md")
            let lines = try String(contentsOfFile: file, encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false)
            let omitted = try #require(report["omitted"] as? [[String: Any]])
            // Lines 3 to 14 are share links, 53 to 73 notices, share links and other articles.
            let expected = Array(3...14) + Array(53...60) + [63, 65, 67, 69, 71, 73]
            #expect(omitted.map { $0["line"] as? Int } == expected)
            let letter = try lathu.read("locales/en/letters/apec-2017.md")
            for line in omitted {
                let number = try #require(line["line"] as? Int)
                let text = try #require(line["text"] as? String)
                #expect(text == lines[number - 1])
                #expect((line["reason"] as? String)?.isEmpty == false)
                #expect(!letter.contains(text), "\(text)")
            }
            for clutter in ["Share on", "PDF", "kb", "market economy", "Geneva", "Last Communist"] {
                #expect(!letter.contains(clutter))
            }
        }
    }

    @Test(.enabled(if: SharedMaterial.has(real)))
    func theRealLetterForPeople() throws {
        try inProject { lathu throws in
            let result = try lathu.run("letter", "import", SharedMaterial.path(Self.real), "--dry-run")
            #expect(result.status == 0)
            #expect(result.output.contains("title       #StopTheCrackdownVN: Letter to APEC leaders\n"))
            #expect(result.output.contains("body        6 paragraphs, 14 sentences\n"))
            #expect(result.output.contains("            14. #ReturnOurCPF\n"))
            #expect(result.output.contains("left out: 26 lines\n  a link for sharing the page:\n"))
            #expect(result.output.contains("      53  PDF - 896.4 kb\n"))
            for line in result.output.split(separator: "\n") { #expect(line.count <= 80) }
            #expect(!lathu.exists("locales/en/letters/apec-2017.md"))
        }
    }

    @Test func aLetterThatIsThereStays() throws {
        try inProject { lathu throws in
            #expect(try lathu.run("letter", "import", "page.txt", "--id", "nga").status == 0)
            let before = try lathu.snapshot()
            try lathu.write(Self.page.replacingOccurrences(of: "tomorrow", with: "on Tuesday"), to: "new.txt")
            let refused = try lathu.run("letter", "import", "new.txt", "--id", "nga")
            #expect(refused.status == 73)
            #expect(
                refused.errors.hasPrefix(
                    "locales/en/letters/nga.md: error: there is a letter “nga” already; nothing was written\n"
                ))
            #expect(refused.errors.contains("--force"))
            #expect(!refused.output.contains("wrote"))
            #expect(try lathu.read("locales/en/letters/nga.md").contains("begins tomorrow"))
            var after = try lathu.snapshot()
            after["new.txt"] = nil
            #expect(after == before)
            #expect(try lathu.run("letter", "import", "new.txt", "--id", "nga", "--force").status == 0)
            #expect(try lathu.read("locales/en/letters/nga.md").contains("begins on Tuesday"))
        }
    }

    @Test func nothingIsWrittenInADryRun() throws {
        try inProject { lathu throws in
            let before = try lathu.snapshot()
            for more in [[], ["--json"], ["--output", "-"], ["--output", "other.md"]] {
                let result = try lathu.run(["letter", "import", "page.txt", "--dry-run"] + more)
                #expect(result.status == 0)
                #expect(result.output.contains("Open letter on the trial of Tran Thi Nga"))
                #expect(!result.output.contains("wrote"))
            }
            #expect(try lathu.snapshot() == before)
        }
    }

    @Test func standardOutputHoldsTheLetterAndNothingElse() throws {
        try inProject { lathu throws in
            let before = try lathu.snapshot()
            let result = try lathu.run("letter", "import", "page.txt", "--output", "-")
            #expect(result.status == 0)
            #expect(
                result.output.hasPrefix("---\nid: page\ntitle: Open letter on the trial of Tran Thi Nga\n"))
            #expect(!result.output.contains("Share"))
            #expect(result.errors.contains("left out: 3 lines"))
            #expect(try lathu.snapshot() == before)
            #expect(try lathu.run("letter", "import", "page.txt").status == 0)
            #expect(try lathu.read("locales/en/letters/page.md") == result.output)
            let both = try lathu.run("letter", "import", "page.txt", "--output", "-", "--json")
            #expect(both.status == 64)
            #expect(both.output.isEmpty)
        }
    }

    @Test func outputWorksWithoutAProject() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(Self.page, to: "page.txt")
            let lost = try lathu.run("letter", "import", "page.txt")
            #expect(lost.status == 66)
            #expect(lost.output.isEmpty)
            #expect(lost.errors.contains("lathu init"))
            #expect(try lathu.run("letter", "import", "page.txt", "--output", "thư/nga.md").status == 0)
            #expect(try lathu.read("thư/nga.md").contains("Her children may not visit her."))
        }
    }

    @Test func standardInputNeedsAName() throws {
        try inProject { lathu throws in
            let nameless = try lathu.run("letter", "import", "-", input: Self.page)
            #expect(nameless.status == 64)
            #expect(nameless.errors.contains("--id NAME"))
            #expect(try lathu.run("letter", "import", "-", "--id", "nga", input: Self.page).status == 0)
            #expect(lathu.exists("locales/en/letters/nga.md"))
            for id in ["../x", "", ".hidden", "thư"] {
                #expect(try lathu.run("letter", "import", "-", "--id", id, input: Self.page).status == 64)
            }
        }
    }

    @Test(arguments: ["", "\n\n", "Share on facebook\n"])
    func whatIsNoLetterIsRefused(text: String) throws {
        try inProject { lathu throws in
            let before = try lathu.snapshot()
            let result = try lathu.run("letter", "import", "-", "--id", "x", input: text)
            #expect(result.status == 65)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains("no letter was found in it; nothing was written"))
            #expect(try lathu.snapshot() == before)
        }
    }
}
