import Foundation
import TestSupport
import Testing

/// Every format, by the built program.
@Suite struct FormatsTests {
    /// A folder whose programs are all that a run finds.
    private func bin(_ lathu: CommandLine, _ programs: [String]) throws -> String {
        let folder = lathu.path("bin")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in programs {
            let found = try Programs.run("sh", ["-c", "command -v \(name)"], in: folder).output
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/\(name)",
                withDestinationPath: found.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        return folder
    }

    @Test func programsThatAreMissingAreNamedAndTheRestIsBuilt() throws {
        try CommandLine.inSampleProject { lathu throws in
            let path = try bin(lathu, [])
            let result = try lathu.run(
                [
                    "build", "apec-2017", "--to", "vi", "--formats", "pdf,html,docx,odt,txt", "--output",
                    "out",
                ],
                environment: ["PATH": path])
            #expect(result.status == 66)
            for words in [
                "PDF needs weasyprint, and it is not installed", "DOCX needs pandoc", "ODT needs pandoc",
                "apt-get install weasyprint",
                "apt-get install pandoc",
            ] {
                #expect(result.errors.contains(words), "\(result.errors)")
            }
            let files = try lathu.at("out/apec-2017").snapshot().keys.filter { $0.contains("/") }.map {
                $0.split(separator: "/").last
            }
            #expect(files.sorted { $0 ?? "" < $1 ?? "" } == ["vi.html", "vi.txt"])
        }
    }

    /// Another folder, user, time zone and locale: the same bytes, in which nothing of them is found.
    @Test(.enabled(if: Programs.has("weasyprint", "pandoc")))
    func everyFormatIsTheSameEverywhere() throws {
        try CommandLine.inSampleProject { first throws in
            try CommandLine.inNewFolder("dự án của người khác") { second throws in
                for name in CommandLine.sampleFiles {
                    try FileManager.default.copyItem(atPath: first.path(name), toPath: second.path(name))
                }
                // A letter to two recipients, with PDF in its e-mail.
                let arguments = [
                    "build", "apec-leaders", "--recipient", "chile", "--recipient", "viet-nam",
                    "--formats", "all,review.html,review.pdf", "--attach-pdf", "--allow-incomplete",
                ]
                let here = try first.run(
                    arguments + ["--threads", "1"],
                    environment: [
                        "TZ": "Asia/Ho_Chi_Minh", "LANG": "vi_VN.UTF-8", "USER": "phan-an",
                        "HOME": "/home/phan-an", "SOURCE_DATE_EPOCH": "1510012800",
                    ])
                // Zip files count time in steps of two seconds.
                Thread.sleep(forTimeInterval: 2.1)
                let there = try second.run(
                    arguments + ["--threads", "3"],
                    environment: [
                        "TZ": "America/New_York", "LC_ALL": "tr_TR", "USER": "quoc-te",
                        "HOME": "/home/quoc-te", "SOURCE_DATE_EPOCH": "1510012800",
                    ])
                #expect(here.status == 0, "\(here.errors)")
                #expect(there.status == 0, "\(there.errors)")
                let copies = (try first.at("build").snapshot(), try second.at("build").snapshot())
                let built = copies.0.keys.filter { $0.contains(/\/(en|vi)\./) }
                // Only letters to those two, in two languages; a sheet for review only where there is a translation.
                #expect(built.count == 2 * 7 * 2 + 2 * 2, "\(built.sorted())")
                for (name, data) in copies.0 {
                    #expect(data == copies.1[name], "\(name)")
                    // A short name of a host stands in many bytes by chance.
                    let host = ProcessInfo.processInfo.hostName
                    let secrets =
                        ["phan-an", "quoc-te", first.folder.path, "/tmp/"] + (host.count > 5 ? [host] : [])
                    for secret in secrets {
                        #expect(data.range(of: Data(secret.utf8)) == nil, "\(name): \(secret)")
                    }
                }
                // Another date changes the date of e-mails, and nothing else.
                let later = try second.run(
                    arguments + ["--output", "later"], environment: ["SOURCE_DATE_EPOCH": "1600000000"])
                #expect(later.status == 0, "\(later.errors)")
                for (name, data) in try second.at("later").snapshot() where name.contains("/") {
                    let before = try #require(copies.1["letters/" + name], "\(name)")
                    if name.hasSuffix(".eml") {
                        func rest(_ data: Data) -> [Substring] {
                            String(decoding: data, as: UTF8.self).split(separator: "\r\n").filter {
                                !$0.hasPrefix("Date: ") && !$0.hasPrefix("Message-ID: ")
                            }
                        }
                        #expect(data != before && rest(data) == rest(before), "\(name)")
                        #expect(
                            String(decoding: data, as: UTF8.self).contains(
                                "\r\nDate: Sun, 13 Sep 2020 12:26:40 +0000\r\n"), "\(name)")
                    } else {
                        #expect(data == before, "\(name)")
                    }
                }
            }
        }
    }

    /// Whatever stands in names and titles: no header of an e-mail ends before its end.
    @Test func nothingGetsIntoAHeader() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("source: en\ntargets: [vi]\n", to: "lathu.yaml")
            try lathu.write(
                """
                ---
                title: "Appeal\\r\\nBcc: spy@example.org"
                subject: "For {name}\\u2028Bcc: spy@example.org\\r\\n\\r\\n<script>"
                recipients: recipients.csv
                ---
                Release him.

                """, to: "locales/en/letters/appeal.md")
            let recipients = "id,name,email\nan,\"Lê\r\nBcc: spy@example.org\",an@example.org\n"
            try lathu.write(recipients, to: "recipients.csv")
            let result = try lathu.run("build", "--to", "en", "--formats", "eml")
            #expect(result.status == 0, "\(result.errors)")
            let mail = try lathu.read("build/letters/appeal/an/en.eml")
            let head = try #require(mail.components(separatedBy: "\r\n\r\n").first)
            for line in head.components(separatedBy: "\r\n") {
                #expect(
                    line.contains(/^(To|Subject|Message-ID|MIME-Version|Content-\w+|X-Unsent):[ ]/)
                        || line.hasPrefix(" "), "\(line)")
                #expect(!line.contains("\r") && !line.contains("\n"))
            }
            #expect(head.contains("\r\nSubject: ") && head.contains("<an@example.org>"))
            for address in [
                "an@example.org\nBcc: spy@example.org", "an@example.org>, <spy@example.org", "an",
            ] {
                try lathu.write("id,name,email\nan,Lê An,\"\(address)\"\n", to: "recipients.csv")
                let before = try lathu.snapshot()
                let refused = try lathu.run("build", "--to", "en", "--formats", "eml")
                #expect(refused.status == 65, "\(address)")
                #expect(refused.errors.hasPrefix("recipients.csv:2:10: error: "), "\(refused.errors)")
                #expect(try lathu.snapshot() == before)
            }
        }
    }

    @Test func aTemplateThatIsWrongBuildsNothing() throws {
        try CommandLine.inSampleProject { lathu throws in
            try lathu.write(
                "<p>{{titel}}</p>\n<img src=\"https://x.org/1.png\">\n", to: "templates/letter.html.mustache")
            try lathu.write("@import 'https://x.org/a.css';\n", to: "templates/letter.css")
            let before = try lathu.snapshot()
            let result = try lathu.run("build")
            #expect(result.status == 65)
            #expect(result.output.isEmpty)
            for place in [
                "templates/letter.html.mustache:1:4: error: there is no value “titel”",
                "letter.html.mustache:2:1: error:", "templates/letter.css:1:1: error:",
            ] {
                #expect(result.errors.contains(place), "\(result.errors)")
            }
            #expect(try lathu.snapshot() == before)
        }
    }

    @Test(.enabled(if: Programs.has("pandoc"))) func documentsAreImportedWithTheSameReport() throws {
        try CommandLine.inNewFolder { lathu throws in
            #expect(try lathu.run("init").status == 0)
            try lathu.write(
                """
                # Open letter on the trial

                July 24, 2017

                Dear Ambassadors,

                The trial begins *tomorrow*^[At nine.]. ![](x.png)

                Sincerely,

                1. English PEN
                2. Viet Tan

                PDF - 12.5 kb

                """, to: "page.md")
            #expect(
                try Programs.run("pandoc", ["page.md", "-o", "page.docx"], in: lathu.folder.path).status == 0)
            let result = try lathu.run("letter", "import", "page.docx", "--json")
            #expect(result.status == 0, "\(result.errors)")
            let report = try #require(result.json.first)
            #expect(report["title"] as? String == "Open letter on the trial")
            #expect(report["signatories"] as? [String] == ["English PEN", "Viet Tan"])
            #expect((report["omitted"] as? [[String: Any]])?.first?["text"] as? String == "PDF - 12.5 kb")
            let letter = try lathu.read("locales/en/letters/page.md")
            #expect(
                letter.contains("The trial begins *tomorrow*[^1].")
                    && letter.contains("\n[^1]: At nine.\n"), "\(letter)")
            // What was taken over is a letter that can be built.
            #expect(try lathu.run("build", "--to", "en", "--formats", "txt").status == 0)
            #expect(try lathu.read("build/letters/page/all/en.txt").contains("[1] At nine."))
            let missing = try lathu.run(
                ["letter", "import", "page.docx"], environment: ["PATH": try bin(lathu, [])])
            #expect(missing.status == 66)
            #expect(
                missing.errors.contains("page.docx: error: needs pandoc to be read, and it is not installed"))
        }
    }
}
