import Foundation
import TestSupport
import Testing

@Suite struct BuildTests {
    private static let upr = "build/letters/upr-2019"

    @Test func theSampleIsBuiltWithWhatIsMissingNamed() throws {
        try CommandLine.inSampleProject { lathu throws in
            let result = try lathu.run("build")
            #expect(result.status == 1)
            #expect(result.errors.isEmpty)
            #expect(result.output.contains("incomplete: "))
            #expect(result.output.contains("locales/vi/letters/upr-2019.po:"))
            // Two letters to all, one to each of 21 leaders, in two languages.
            let written = result.output.matches(of: /wrote (.*)\.\{(.*)\}\n/)
            #expect(written.count == 46)
            for line in written {
                for format in line.2.split(separator: ",") { #expect(lathu.exists("\(line.1).\(format)")) }
            }
            let complete = try lathu.run("build", "apec-2017", "--to", "vi")
            #expect(complete.status == 0)
            #expect(!complete.output.contains("incomplete"))
            let page = try lathu.read("build/letters/apec-2017/apec-leaders/vi.html")
            #expect(page.contains("lang=\"vi\""))
            #expect(page.contains("Đà Nẵng, ngày 7 tháng 11 năm 2017"))
            #expect(!page.contains("<script"))
            #expect(!page.contains("src="))
        }
    }

    @Test func aFallbackIsMarkedWithItsLanguage() throws {
        try CommandLine.inSampleProject { lathu throws in
            let result = try lathu.run("build", "upr-2019", "--to", "vi", "--allow-incomplete", "--json")
            #expect(result.status == 0)
            let record = try #require(result.json.first)
            let fallbacks = try #require(record["fallbacks"] as? [[String: Any]])
            #expect(fallbacks.contains { $0["state"] as? String == "missing" })
            #expect(fallbacks.contains { $0["state"] as? String == "fuzzy" })
            let files = try #require(record["files"] as? [String])
            #expect(
                files.map { URL(filePath: $0).lastPathComponent } == ["vi.html", "vi.md", "vi.txt", "vi.eml"])
            let page = try lathu.read(files[0])
            #expect(page.contains("lang=\"en\""))
            #expect(page.contains("chưa dịch"))
        }
    }

    @Test func theSameInputGivesTheSameBytesAndNothingOfTheMachine() throws {
        try CommandLine.inSampleProject { first throws in
            try CommandLine.inNewFolder("dự án của người khác") { second throws in
                for name in CommandLine.sampleFiles {
                    try FileManager.default.copyItem(atPath: first.path(name), toPath: second.path(name))
                }
                let here = try first.run(
                    ["build", "--allow-incomplete"],
                    environment: ["TZ": "Asia/Ho_Chi_Minh", "LANG": "vi_VN.UTF-8", "USER": "phan-an"])
                let there = try second.run(
                    ["build", "--allow-incomplete"],
                    environment: [
                        "TZ": "America/New_York", "LANG": "C", "LC_ALL": "tr_TR", "USER": "quoc-te",
                    ])
                #expect(here.status == 0)
                #expect(there.status == 0)
                #expect(here.output == there.output)
                let copies = (try first.snapshot(), try second.snapshot())
                #expect(copies.0 == copies.1)
                let year = String(Calendar(identifier: .gregorian).component(.year, from: Date()))
                for (name, data) in try first.at("build").snapshot() {
                    // Among the digits of its hashes any number can stand.
                    if name.hasSuffix("manifest.tsv") { continue }
                    let text = String(decoding: data, as: UTF8.self)
                    let secrets = [
                        ProcessInfo.processInfo.hostName, first.folder.path, "/tmp", "/home", "phan-an", year,
                        "generator",
                    ]
                    for secret in secrets { #expect(!text.contains(secret), "\(name): \(secret)") }
                }
            }
        }
    }

    @Test func buildingAgainTouchesNothing() throws {
        try CommandLine.inSampleProject { lathu throws in
            #expect(try lathu.run("build", "--allow-incomplete").status == 0)
            let file = lathu.path("\(Self.upr)/members-of-the-un-human-rights-council/vi.html")
            let date = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
            #expect(try lathu.run("build", "--allow-incomplete").status == 0)
            let after = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
            #expect(date != nil)
            #expect(date == after)
        }
    }

    @Test(arguments: [
        (["--formats", "txt"], ["vi.txt"]),
        (["--formats", "html,md"], ["vi.html", "vi.md"]),
        (["--formats", "txt,txt"], ["vi.txt"]),
        (["--to", "vi", "--formats", "txt"], ["vi.txt"]),
    ])
    func formats(arguments: [String], names: [String]) throws {
        try CommandLine.inSampleProject { lathu throws in
            let result = try lathu.run(
                ["build", "apec-2017", "--to", "vi", "--output", "thư đã dựng"] + arguments)
            #expect(result.status == 0)
            let files = try lathu.at("thư đã dựng/apec-2017/apec-leaders").snapshot()
            #expect(files.keys.sorted() == names)
            #expect(!lathu.exists("build"))
        }
    }

    @Test func theSourceLanguageIsNeverIncomplete() throws {
        try CommandLine.inSampleProject { lathu throws in
            let result = try lathu.run("build", "upr-2019", "--to", "en", "--formats", "txt")
            #expect(result.status == 0)
            #expect(result.output.hasSuffix("\n1 file in build/letters\n"))
        }
    }

    /// A broken catalog of one letter keeps the others from being built by halves.
    @Test func nothingIsWrittenWhereAnyCatalogIsBroken() throws {
        try CommandLine.inSampleProject { lathu throws in
            try lathu.write("msgid \"a\nmsgstr \"b\"\n", to: "locales/vi/letters/upr-2019.po")
            let before = try lathu.snapshot()
            for command in [["build"], ["fill"], ["fill", "--no-memory"], ["status"]] {
                let result = try lathu.run(command)
                #expect(result.status == 65, "\(command)")
                #expect(result.output.isEmpty, "\(command)")
                #expect(result.errors.contains("locales/vi/letters/upr-2019.po:1:"), "\(command)")
                #expect(try lathu.snapshot() == before, "\(command)")
            }
        }
    }

    @Test func twoLettersOfOneIDAreRefused() throws {
        try CommandLine.inSampleProject { lathu throws in
            try lathu.write("---\nid: apec-2017\n---\nText.\n", to: "locales/en/letters/copy.md")
            let before = try lathu.snapshot()
            let result = try lathu.run("build")
            #expect(result.status == 65)
            #expect(result.errors.contains("the id “apec-2017” is that of locales/en/letters/"))
            #expect(try lathu.snapshot() == before)
        }
    }
}
