import Archives
import Foundation
import Interchange
import TestSupport
import Testing

@Suite struct VariantBuildTests {
    private static let letter = """
        ---
        title: To {name}
        date: 2017-11-07
        recipients: recipients.csv
        values: {event: 2017-11-11}
        ---
        On {event, date, long} you will meet.

        ::: {only=chi}
        A word to one alone.
        :::

        """
    private static let recipients = """
        id,name,office,office.vi,gender,language
        an,Lê An,Minister,Bộ trưởng,female,
        binh,Trần Bình,,,male,vi
        chi,Võ Chi,,,,fr en

        """
    private static let translations = [
        "To {name}": "Gửi {name}", "A word to one alone.": "Một lời với riêng một người.",
        "On {event, date, long} you will meet.":
            "Vào {event, date, long}, {gender, select, female {Bà} male {Ông} other {Quý vị}} sẽ gặp nhau.",
    ]

    private static func inProject(_ body: (CommandLine) throws -> Void) throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("source: en\ntargets: [vi]\n", to: "lathu.yaml")
            try lathu.write(letter, to: "locales/en/letters/appeal.md")
            try lathu.write(recipients, to: "recipients.csv")
            #expect(try lathu.run("fill", "--no-memory").status == 0)
            try lathu.translate("locales/vi/letters/appeal.po") { translations[$0.source] }
            try body(lathu)
        }
    }

    @Test func everyRecipientGetsItsLetterInItsLanguages() throws {
        try Self.inProject { lathu throws in
            let result = try lathu.run("build", "--formats", "txt,html", "--threads", "2")
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.output.contains("\n8 files in build/letters\n"))
            #expect(result.output.contains("wrote build/letters/appeal/an/vi.{txt,html}"))
            let built = try lathu.at("build/letters/appeal").snapshot().keys.filter { $0.hasSuffix("txt") }
                .sorted()
            #expect(built == ["an/en.txt", "an/vi.txt", "binh/vi.txt", "chi/en.txt"])
            let letter = try lathu.read("build/letters/appeal/an/vi.txt")
            #expect(letter.contains("Kính gửi: Bà Lê An, Bộ trưởng"))
            #expect(letter.contains("Vào ngày 11 tháng 11 năm 2017, Bà sẽ gặp nhau."))
            #expect(try lathu.read("build/letters/appeal/binh/vi.txt").contains("Ông sẽ gặp nhau."))
            #expect(try lathu.read("build/letters/appeal/chi/en.txt").contains("A word to one alone."))
            #expect(!letter.contains("Một lời"))
            // What is asked for goes before what the list says.
            let asked = try lathu.run(
                "build", "--to", "vi", "--recipient", "chi", "--formats", "txt", "--json")
            #expect(asked.json.map { $0["recipient"] as? String } == ["chi"])
            #expect(
                try lathu.read("build/letters/appeal/chi/vi.txt").contains("Một lời với riêng một người."))
            #expect(try lathu.run("build", "--recipient", "nobody").status == 64)
            #expect(try lathu.run("build", "--formats", "doc").status == 64)
        }
    }

    @Test func onlyWhatChangedIsWritten() throws {
        try Self.inProject { lathu throws in
            let build = ["build", "--formats", "txt,md"]
            #expect(try lathu.run(build).status == 0)
            let first = try lathu.at("build").snapshot()
            let again = try lathu.run(build)
            #expect(again.output == "\n8 files in build/letters, unchanged\n")
            #expect(try lathu.at("build").snapshot() == first)
            // One recipient changes, one goes.
            try lathu.write(
                Self.recipients.replacing("Lê An", with: "Lê Thị An").replacing(
                    "binh,Trần Bình,,,male,vi\n", with: ""),
                to: "recipients.csv")
            let changed = try lathu.run(build)
            #expect(changed.status == 0)
            #expect(changed.output.contains("wrote build/letters/appeal/an/en.{txt,md}"))
            #expect(!changed.output.contains("wrote build/letters/appeal/chi"))
            #expect(
                changed.output.contains(
                    "no longer built, and left where they are:\n  build/letters/appeal/binh/vi.md\n"))
            #expect(changed.output.hasSuffix("\n6 files in build/letters, 4 of them written\n"))
            #expect(try lathu.run(build).output.contains("binh/vi.md"))
            // What somebody spoiled or took away is built again.
            let good = try lathu.read("build/letters/appeal/an/vi.md")
            try lathu.write("spoiled", to: "build/letters/appeal/an/vi.md")
            try FileManager.default.removeItem(atPath: lathu.path("build/letters/appeal/chi/en.txt"))
            #expect(try lathu.run(build).output.hasSuffix("6 files in build/letters, 2 of them written\n"))
            #expect(try lathu.read("build/letters/appeal/an/vi.md") == good)
            // A new convention is a change; so is a manifest that says what is not so.
            try lathu.write("labels: {to: Gửi}\n", to: "locales/vi/conventions.yaml")
            #expect(try lathu.run(build).output.contains("wrote build/letters/appeal/an/vi.{txt,md}"))
            try lathu.write("lathu build\t1\nrun\tx\ninput\n", to: "build/letters/manifest.tsv")
            #expect(try lathu.run(build).output.contains("6 files in build/letters, unchanged"))
            #expect(try lathu.run(build + ["--force"]).output.contains("6 files in build/letters, unchanged"))
        }
    }

    @Test func whatFallsShortIsNotBuilt() throws {
        try Self.inProject { lathu throws in
            let reviewed = try lathu.run("build", "--require", "reviewed", "--formats", "txt")
            #expect(reviewed.status == 1)
            #expect(reviewed.output.contains("nothing was built: 2 segments are not reviewed:"))
            #expect(reviewed.output.contains("locales/vi/letters/appeal.po:"))
            #expect(!lathu.exists("build/letters/appeal"))
            try lathu.translate("locales/vi/letters/appeal.po") { $0.context == "title" ? "" : nil }
            let translated = try lathu.run(
                "build", "--require", "translated", "--allow-incomplete", "--to", "vi")
            #expect(translated.status == 1)
            #expect(translated.output.contains("nothing was built: 1 segment is not translated:"))
            #expect(!lathu.exists("build/letters/appeal"))
            #expect(try lathu.run("build", "--require", "reviewed", "--to", "en").status == 0)
            // An office that is not there in the language is told, and falls back.
            try lathu.write(Self.recipients.replacing("Bộ trưởng", with: ""), to: "recipients.csv")
            let office = try lathu.run("build", "--to", "vi", "--recipient", "an", "--formats", "html")
            #expect(office.status == 1)
            #expect(office.output.contains("recipients.csv:2: untranslated"))
            #expect(try lathu.read("build/letters/appeal/an/vi.html").contains("lang=\"en\""))
        }
    }

    /// Each mistake has its place, and nothing is built by halves.
    @Test func badInput() throws {
        let catalog = "locales/vi/letters/appeal.po"
        let table: [(file: String, from: String, to: String, problem: String)] = [
            (
                catalog, "Vào {event, date, long}, ", "Vào ",
                "locales/vi/letters/appeal.po:22:1: error: the translation lacks the placeholder {event}"
            ),
            (
                catalog, "Gửi {name}", "Gửi {nane}",
                "locales/vi/letters/appeal.po:18:13: error: the source has no placeholder {nane}"
            ),
            (
                catalog, "Gửi {name}", "Gửi {name",
                "locales/vi/letters/appeal.po:18:13: error: the brace is not closed"
            ),
            (catalog, "vị}}", "vị}", "error: the variant “sẽ” has no text"),
            (
                "locales/en/letters/appeal.md", "To {name}", "'To {count, plural, one {x}}'",
                "locales/en/letters/appeal.md:2:12: error: “plural” lacks the variant “other”"
            ),
            (
                "locales/en/letters/appeal.md", "On {event", "On {event.x",
                "locales/en/letters/appeal.md:7:10: error: the name of a placeholder"
            ),
            (
                "locales/en/letters/appeal.md", "{only=chi}", "{only=dung}",
                "locales/en/letters/appeal.md:9:1: error: the letter has no recipient “dung”"
            ),
            (
                "locales/en/letters/appeal.md", "recipients.csv", "../../../../etc/passwd.csv",
                "locales/en/letters/appeal.md:4:13: error: “../../../../etc/passwd.csv” leads out of the project"
            ),
            (
                "locales/en/letters/appeal.md", "On {event, date", "On {office}, {event, date",
                "locales/en/letters/appeal.md:7:4: error: “office” is missing for the recipient “binh” (recipients.csv:3)"
            ),
            ("recipients.csv", "Võ Chi", "", "recipients.csv:4:5: error: a recipient has no name"),
            (
                "recipients.csv", "binh,", "an,",
                "recipients.csv:3:1: error: the id “an” is that of the recipient at recipients.csv:2:1 too"
            ),
            (
                catalog, "Gửi {name}", "Gửi {name} {count, plural, one {x}}",
                "locales/vi/letters/appeal.po:18:20: error: “plural” lacks the variant “other”"
            ),
            (
                "locales/en/letters/appeal.md", "date, long} you", "date, long you",
                "locales/en/letters/appeal.md:7:4: error: the brace is not closed"
            ),
            (
                "locales/en/letters/appeal.md", "values:", "signatories: ../../etc/passwd\nvalues:",
                "locales/en/letters/appeal.md:5:14: error: “../../etc/passwd” leads out of the project"
            ),
            (
                "recipients.csv", "chi,", "../../etc,",
                "recipients.csv:4:1: error: the id “../../etc” cannot be a folder name"
            ),
            ("recipients.csv", "female", "woman", "recipients.csv:2:29: error: “woman” is no gender"),
        ]
        try Self.inProject { lathu throws in
            for (file, from, to, problem) in table {
                let before = try lathu.read(file)
                #expect(before.contains(from), "\(file): \(from)")
                try lathu.write(before.replacing(from, with: to), to: file)
                let all = try lathu.snapshot()
                let result = try lathu.run(
                    "build", "--allow-incomplete", "--formats", "html,md,txt,eml,review.html")
                #expect(result.status == 65, "\(problem)")
                #expect(result.output.isEmpty, "\(problem)")
                #expect(result.errors.contains(problem), "\(problem)\n\(result.errors)")
                #expect(try lathu.snapshot() == all, "\(problem)")
                try lathu.write(before, to: file)
            }
        }
    }

    /// Names, translations and addresses that are markup: text in every format.
    @Test func markupInNamesIsText() throws {
        let hostile = "<script>alert(1)</script> & \"'><img src=x onerror=y>"
        let formats =
            ["html", "review.html", "md", "txt", "eml"] + (Programs.has("pandoc") ? ["docx", "odt"] : [])
        try Self.inProject { lathu throws in
            let quoted = "\"\(hostile.replacing("\"", with: "\"\""))\""
            try lathu.write(
                "id,name,office,office.vi,postal_address\nan,\(quoted),\(quoted),\(quoted),\(quoted)\nchi,C,D,Đ,E\n",
                to: "recipients.csv")
            try lathu.translate("locales/vi/letters/appeal.po") {
                $0.context == "title" ? "\(hostile) {name}" : nil
            }
            let result = try lathu.run(
                "build", "--to", "en", "--to", "vi", "--recipient", "an", "--formats",
                formats.joined(separator: ","))
            #expect(result.status == 0, "\(result.errors)")
            let built = try lathu.at("build/letters").snapshot()
            var pages = 0
            for (name, bytes) in built where bytes != Data("folder".utf8) {
                switch name.split(separator: ".").last {
                case "html": try expectText(String(decoding: bytes, as: UTF8.self), name)
                case "eml":
                    let reading = """
                        import email, email.policy, sys
                        mail = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
                        print(mail.get_body(('html',)).get_content())
                        """
                    guard Programs.has("python3") else { continue }
                    let page = try Programs.run(
                        "python3", ["-c", reading, lathu.path("build/letters/\(name)")])
                    #expect(page.status == 0)
                    try expectText(page.output, name)
                case "docx", "odt":
                    for member in try ZipArchive(packed: Array(bytes)).members
                    where member.name.hasSuffix(".xml") {
                        #expect(!String(decoding: member.bytes, as: UTF8.self).contains("<script"), "\(name)")
                    }
                case "md":
                    // Read as Markdown with HTML, it is text all the same.
                    guard Programs.has("pandoc") else { continue }
                    let page = try Programs.run(
                        "pandoc",
                        [
                            "-f", "commonmark+yaml_metadata_block", "-t", "html",
                            lathu.path("build/letters/\(name)"),
                        ])
                    #expect(page.status == 0)
                    try expectText(page.output, name)
                default: continue
                }
                pages += 1
            }
            #expect(pages >= 6)
        }
    }

    private func expectText(_ page: String, _ name: String) throws {
        #expect(
            !page.lowercased().contains("<script") && !page.lowercased().contains("<img"), "\(name)\n\(page)")
        #expect(page.contains("&lt;script&gt;"), "\(name)\n\(page)")
    }

    @Test func threadsAndPlacesDoNotCount() throws {
        try Self.inProject { lathu throws in
            #expect(try lathu.run("build", "--threads", "1").status == 0)
            let one = try lathu.at("build").snapshot()
            try FileManager.default.removeItem(atPath: lathu.path("build"))
            // From another folder, with other settings of the machine.
            let inner = try lathu.at("locales/en")
            let result = try inner.run(
                ["build", "--threads", "4"],
                environment: [
                    "TZ": "Asia/Ho_Chi_Minh", "LANG": "vi_VN.UTF-8", "LC_ALL": "tr_TR.UTF-8", "USER": "an",
                ])
            #expect(result.status == 0)
            #expect(try lathu.at("build").snapshot() == one)
        }
    }
}
