import Foundation
import Testing

/// `lathu memory check` and `lathu memory compact` as their users run them.
@Suite struct MemoryCheckCommandTests {
    static let pair = ["--from", "vi", "--to", "en", "--memory", "m.sqlite"]

    /// A memory with its index: of so many units, one is kept.
    static func inMemory(_ body: (CommandLine) throws -> Void) throws {
        try CommandLine.inNewFolder { lathu throws in
            let table = (0..<520).map {
                "Ủy ban đã xem xét vụ việc số \($0) tại Genève.\tThe Committee examined case \($0) in Geneva.\n"
            }
            try lathu.write(table.joined(), to: "a.tsv")
            #expect(try lathu.run(["memory", "import", "a.tsv"] + pair).status == 0)
            #expect(try lathu.run(["search", "Ủy ban"] + pair).status == 0)
            #expect(lathu.exists("m.sqlite.index/vi_en"))
            try body(lathu)
        }
    }

    @Test func inOrder() throws {
        try Self.inMemory { lathu throws in
            let before = try lathu.snapshot()
            let text = try lathu.run("memory", "check", "--memory", "m.sqlite", "--sample", "4")
            #expect(text.status == 0 && text.errors.isEmpty)
            #expect(
                text.output == """
                    m.sqlite: 520 units, 1040 texts, 0 noted changes: in order
                    index vi_en: 520 segments, 0 changes since: in order
                      60 searches for 4 segments (as they are, changed, without marks; from 50% to 95%) have the answers of comparing every unit

                    """)
            let json = try lathu.run("memory", "check", "--memory", "m.sqlite", "--json", "--sample", "2")
            #expect(json.status == 0)
            let record = try #require(json.json.first)
            #expect(record["units"] as? Int == 520 && (record["problems"] as? [Any])?.isEmpty == true)
            let index = try #require((record["indexes"] as? [[String: Any]])?.first)
            #expect(index["state"] as? String == "fine" && index["searches"] as? Int == 30)
            // SQLite's journal files come and go.
            let after = try lathu.snapshot().filter { !$0.key.contains("sqlite-") }
            #expect(after == before.filter { !$0.key.contains("sqlite-") })
        }
    }

    @Test func problems() throws {
        try Self.inMemory { lathu throws in
            var bytes = try Data(contentsOf: URL(filePath: lathu.path("m.sqlite.index/vi_en")))
            bytes[bytes.count / 2] ^= 1
            try lathu.write(bytes, to: "m.sqlite.index/vi_en")
            let result = try lathu.run("memory", "check", "--memory", "m.sqlite")
            #expect(result.status == 1)
            #expect(result.output.contains("index vi_en: 0 segments, 0 changes since: not in order"))
            #expect(result.errors.hasPrefix("m.sqlite.index/vi_en: error: the index cannot be used: "))
            #expect(result.errors.contains("remove the file; the next search makes it anew"))
            let record = try #require(
                try lathu.run("memory", "check", "--memory", "m.sqlite", "--json").json.first)
            #expect(
                (record["problems"] as? [[String: Any]])?.first?["file"] as? String == "m.sqlite.index/vi_en")
            #expect(try lathu.run(["search", "Ủy ban"] + Self.pair).status == 0)
        }
    }

    @Test(arguments: ["check", "compact"]) func noMemory(_ command: String) throws {
        try CommandLine.inNewFolder { lathu throws in
            let missing = try lathu.run("memory", command, "--memory", "m.sqlite")
            #expect(missing.status == 66 && missing.errors.contains("there is no translation memory here"))
            #expect(try lathu.snapshot().isEmpty)
            try lathu.write("no database at all, but a text that is long enough\n", to: "m.sqlite")
            #expect(try lathu.run("memory", command, "--memory", "m.sqlite").status == 65)
            #expect(try lathu.run("memory", command).status == 64)
        }
    }

    @Test func compact() throws {
        try Self.inMemory { lathu throws in
            try lathu.write("x", to: "m.sqlite.index/en_vi")
            let before = try lathu.snapshot().filter { !$0.key.contains("sqlite-") }
            let plan = try lathu.run("memory", "compact", "--memory", "m.sqlite", "--dry-run")
            #expect(plan.status == 0 && plan.output.contains("en_vi would be removed from the indexes"))
            #expect(try lathu.snapshot().filter { !$0.key.contains("sqlite-") } == before)
            let json = try lathu.run("memory", "compact", "--memory", "m.sqlite", "--json")
            #expect(json.status == 0 && json.errors.isEmpty)
            let record = try #require(json.json.first)
            #expect(record["removed"] as? [String] == ["en_vi"])
            #expect(try #require(record["after"] as? Int) <= #require(record["before"] as? Int))
            #expect(
                try lathu.run("memory", "check", "--memory", "m.sqlite", "--sample", "1").status == 0)
            let text = try lathu.run("memory", "compact", "--memory", "m.sqlite")
            #expect(text.output.contains(/m\.sqlite: \d+ bytes before, \d+ after, indexes included/))
        }
    }

    /// The index file damaged in every region, one after the other, and cut at many lengths: the answer is that of
    /// a sound index, or of none; what is noticed is told, and mended.
    @Test func damagedIndexes() throws {
        try Self.inMemory { lathu throws in
            let query = ["search", "Uy ban da xem xet vu viec so 7 tai Geneve.", "--json"] + Self.pair
            let expected = try lathu.run(query)
            #expect(expected.status == 0 && expected.errors.isEmpty)
            #expect((expected.json.first?["matches"] as? [Any])?.isEmpty == false)
            let file = "m.sqlite.index/vi_en"
            let sound = try Data(contentsOf: URL(filePath: lathu.path(file)))
            var told = 0
            func expectRight(_ bytes: Data, mustTell: Bool, _ what: String) throws {
                try lathu.write(bytes, to: file)
                let result = try lathu.run(query)
                #expect(result.status == 0 && result.output == expected.output, "\(what): \(result.errors)")
                if result.errors.isEmpty {
                    #expect(!mustTell, "\(what)")
                } else {
                    told += 1
                    #expect(result.errors.contains("making a new index"), "\(what)")
                    #expect(try Data(contentsOf: URL(filePath: lathu.path(file))) == sound, "\(what)")
                }
            }
            for region in 0..<24 {
                var bytes = sound
                bytes[sound.count * region / 24] ^= 0x10
                // A single search reads but a part of a file, which may be sound.
                try expectRight(bytes, mustTell: false, "byte \(sound.count * region / 24)")
            }
            for length in stride(from: 0, to: sound.count, by: sound.count / 12) {
                try expectRight(sound.prefix(length), mustTell: true, "length \(length)")
            }
            try expectRight(sound + Data(count: 64), mustTell: true, "longer")
            try expectRight(Data("Ủy ban\n".utf8), mustTell: true, "a text")
            #expect(told > 15)
        }
    }
}
