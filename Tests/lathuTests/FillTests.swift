import Foundation
import TestSupport
import Testing

@Suite struct FillTests {
    private static let letter = "locales/en/letters/apec-2017.md"
    private static let catalog = "locales/vi/letters/apec-2017.po"

    @Test func anEditedSentenceKeepsItsTranslationAsFuzzyAndLeavesTheOthersAlone() throws {
        try CommandLine.inSampleProject { lathu throws in
            let letter = try lathu.read(Self.letter)
            let original = try lathu.read(Self.catalog)
            let old = try lathu.entries(of: Self.catalog)
            let edited = letter.replacingOccurrences(of: "Almost two\nyears", with: "Almost three\nyears")
            #expect(edited != letter)
            try lathu.write(edited, to: Self.letter)

            let result = try lathu.run("fill", "apec-2017")
            #expect(result.status == 0)
            #expect(result.output.contains("32 segments: 31 kept, 1 changed in the source\n"))
            let new = try lathu.entries(of: Self.catalog)
            let gone = old.filter { !new.contains($0) }
            let come = new.filter { !old.contains($0) && !$0.hasPrefix("#~") }
            #expect(gone.count == 1)
            #expect(come.count == 1)
            let entry = try #require(come.first)
            #expect(entry.contains("#, fuzzy"))
            #expect(entry.contains("#| ") && entry.contains("Almost two years"))
            #expect(entry.contains("Almost three years"))
            let translation = try #require(gone.first?.components(separatedBy: "msgstr ").last)
            #expect(entry.hasSuffix(translation))
            // The order is the letter's, and nothing else moved.
            #expect(new.count == old.count)
            #expect(zip(old, new).filter { $0 != $1 }.count == 1)
            let oldLines = original.components(separatedBy: "\n")
            let newLines = try lathu.read(Self.catalog).components(separatedBy: "\n")
            #expect(newLines.difference(from: oldLines).count <= 8)
            #expect(try lathu.msgfmt(Self.catalog) == "")
            #expect(try lathu.run("status", "apec-2017").status == 1)

            // The sentence comes back, and with it its translation.
            try lathu.write(letter, to: Self.letter)
            #expect(try lathu.run("fill", "apec-2017").status == 0)
            #expect(try lathu.run("status", "apec-2017").status == 0)
            #expect(try lathu.read(Self.catalog) == original)
        }
    }

    @Test func aRemovedSentenceIsKeptAsObsoleteAndComesBack() throws {
        try CommandLine.inSampleProject { lathu throws in
            let letter = try lathu.read(Self.letter)
            let original = try lathu.read(Self.catalog)
            let sentence = "Their trials were trials in name only."
            try lathu.write(letter.replacingOccurrences(of: sentence, with: ""), to: Self.letter)
            let removed = try lathu.run("fill", "apec-2017", "--no-memory")
            #expect(removed.output.contains("1 removed"))
            #expect(try lathu.read(Self.catalog).contains("#~ msgid \"\(sentence)\""))
            #expect(try lathu.msgfmt(Self.catalog) == "")
            try lathu.write(letter, to: Self.letter)
            let back = try lathu.run("fill", "apec-2017", "--no-memory")
            #expect(back.output.contains("1 back again"))
            #expect(try lathu.read(Self.catalog) == original)
        }
    }

    @Test func aDryRunWritesNothing() throws {
        try CommandLine.inSampleProject { lathu throws in
            let before = try lathu.snapshot()
            let result = try lathu.run("fill", "--to", "fr", "--to", "vi", "--dry-run")
            #expect(result.status == 0)
            #expect(result.output.contains("locales/fr/letters/apec-2017.po (not written)"))
            #expect(try lathu.snapshot() == before)
        }
    }

    @Test func countsAsJSON() throws {
        try CommandLine.inSampleProject { lathu throws in
            let result = try lathu.run("fill", "--to", "vi", "--to", "vi", "--json")
            #expect(result.status == 0)
            #expect(result.json.map { $0["letter"] as? String } == ["apec-2017", "apec-leaders", "upr-2019"])
            let keys = [
                "catalog", "changed", "exact", "fuzzy", "kept", "letter", "locale", "missing", "removed",
                "revived", "segments", "written",
            ]
            for record in result.json { #expect(record.keys.sorted() == keys) }
        }
    }

    /// Filling the sample again leaves it as it is in the repository.
    @Test func whatIsFilledStays() throws {
        try CommandLine.inSampleProject { lathu throws in
            let before = try lathu.snapshot()
            #expect(try lathu.run("fill").status == 0)
            let after = try lathu.snapshot().filter { !$0.key.hasPrefix("memory.sqlite") }
            #expect(after == before)
        }
    }

    @Test func translationsOfOneLetterServeTheNext() throws {
        try CommandLine.inSampleProject { lathu throws in
            try lathu.write(
                "---\ntitle: Thư mới\n---\nTheir trials were trials in name only. Entirely new words.\n",
                to: "locales/en/letters/new.md")
            let result = try lathu.run("fill", "new", "--json")
            let record = try #require(result.json.first)
            #expect(record["exact"] as? Int == 1)
            #expect(record["missing"] as? Int == 2)
            let entries = try lathu.entries(of: "locales/vi/letters/new.po")
            let entry = try #require(entries.first { $0.contains("in name only") })
            #expect(entry.contains("#. memory: 100% locales/vi/letters/apec-2017.po"))
            #expect(!entry.contains("fuzzy"))
        }
    }

    @Test(arguments: [
        (["--to", "vn"], 64, "did you mean “vi”?"),
        (["--to", "en"], 64, "the letters are written in en"),
        (["--threshold", "1.5"], 64, "--threshold must be between 0 and 1"),
        (["nothing"], 66, "letters here: apec-2017, apec-leaders, upr-2019"),
    ])
    func mistakes(arguments: [String], status: Int32, message: String) throws {
        try CommandLine.inSampleProject { lathu throws in
            let before = try lathu.snapshot()
            let result = try lathu.run(["fill"] + arguments)
            #expect(result.status == status)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains(message))
            #expect(try lathu.snapshot() == before)
        }
    }

    @Test func twoAtOnceLoseNothing() throws {
        try CommandLine.inSampleProject { lathu throws in
            try FileManager.default.removeItem(atPath: lathu.path("locales/vi/letters/upr-2019.po"))
            let running = try (0..<3).map { _ in
                let process = lathu.process(["fill"])
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                return process
            }
            for process in running {
                process.waitUntilExit()
                #expect(process.terminationStatus == 0)
            }
            let after = try lathu.read("locales/vi/letters/upr-2019.po")
            #expect(try lathu.msgfmt("locales/vi/letters/upr-2019.po") == "")
            #expect(try lathu.run("fill").output.contains("(unchanged)"))
            #expect(try lathu.read("locales/vi/letters/upr-2019.po") == after)
            #expect(try lathu.run("memory", "info", "--check").status == 0)
            #expect(try lathu.snapshot().keys.filter { $0.hasSuffix(".tmp") }.isEmpty)
        }
    }
}
