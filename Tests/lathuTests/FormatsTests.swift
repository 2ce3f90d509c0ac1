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
                let arguments = [
                    "build", "apec-2017", "--to", "vi", "--formats", "all,review.html,review.pdf",
                ]
                let here = try first.run(
                    arguments,
                    environment: [
                        "TZ": "Asia/Ho_Chi_Minh", "LANG": "vi_VN.UTF-8", "USER": "phan-an",
                        "HOME": "/home/phan-an",
                    ])
                // Zip files count time in steps of two seconds.
                Thread.sleep(forTimeInterval: 2.1)
                let there = try second.run(
                    arguments,
                    environment: [
                        "TZ": "America/New_York", "LC_ALL": "tr_TR", "USER": "quoc-te",
                        "HOME": "/home/quoc-te",
                    ])
                #expect(here.status == 0, "\(here.errors)")
                #expect(there.status == 0, "\(there.errors)")
                let copies = (try first.at("build").snapshot(), try second.at("build").snapshot())
                #expect(
                    copies.0.keys.count { $0.hasPrefix("letters/apec-2017/") && $0.contains("/vi.") } == 9)
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
                letter.contains("The trial begins *tomorrow*\\[1\\].")
                    && letter.contains("\n\\[1\\] At nine.\n"), "\(letter)")
            let missing = try lathu.run(
                ["letter", "import", "page.docx"], environment: ["PATH": try bin(lathu, [])])
            #expect(missing.status == 66)
            #expect(
                missing.errors.contains("page.docx: error: needs pandoc to be read, and it is not installed"))
        }
    }
}
