import Foundation
import Testing

/// What happens to a memory that several processes write, or that a process dies over.
@Suite(.serialized) struct ManyProcessesTests {
    private func table(_ numbers: Range<Int>) -> String {
        var text = ""
        for number in numbers {
            text += "The Committee examined case \(number) in Geneva."
            text += "\tỦy ban đã xem xét vụ việc số \(number) tại Geneva.\n"
        }
        return text
    }

    private func start(_ lathu: CommandLine, _ arguments: [String]) throws -> Process {
        let process = lathu.process(arguments)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func importing(_ file: String) -> [String] {
        ["memory", "import", file, "--from", "en", "--to", "vi", "--memory", "m.sqlite"]
    }

    /// The number of units of a memory in which nothing is damaged.
    private func checkedUnits(_ lathu: CommandLine) throws -> Int {
        let result = try lathu.run("memory", "info", "--check", "--json", "--memory", "m.sqlite")
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        let record = try #require(result.json.first)
        #expect((record["problems"] as? [String])?.isEmpty ?? false)
        let units = try #require(record["units"] as? Int)
        let segments = record["segments"] as? [String: Int] ?? [:]
        #expect(units == 0 || segments == ["en": units, "vi": units])
        return units
    }

    @Test(arguments: [2, 4]) func writersOfANewMemoryLoseNothing(count: Int) throws {
        for _ in 0..<3 {
            try CommandLine.inNewFolder { lathu throws in
                for number in 0..<count {
                    // Each shares half of its pairs with the next.
                    try lathu.write(table(number * 500..<number * 500 + 1000), to: "\(number).tsv")
                }
                let running = try (0..<count).map { try start(lathu, importing("\($0).tsv")) }
                for process in running {
                    process.waitUntilExit()
                    #expect(process.terminationStatus == 0)
                }
                #expect(try checkedUnits(lathu) == (count + 1) * 500)
            }
        }
    }

    @Test func readersAreNotKeptWaiting() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(table(0..<200), to: "small.tsv")
            try lathu.write(table(200..<12_200), to: "large.tsv")
            #expect(try lathu.run(importing("small.tsv")).status == 0)
            let writer = try start(lathu, importing("large.tsv"))
            var seen = 0
            while writer.isRunning, seen < 3 {
                let units = try checkedUnits(lathu)
                #expect(units == 200 || units == 12_200)
                seen += 1
            }
            writer.waitUntilExit()
            #expect(writer.terminationStatus == 0)
            #expect(try checkedUnits(lathu) == 12_200)
        }
    }

    /// At random moments, the first of them before there is any table; then the import is run again.
    @Test(arguments: [(SIGKILL, 50_000, 5), (SIGINT, 10_000, 2)])
    func anImportThatDiesLeavesNothingOfItself(signal: Int32, pairs: Int, attempts: Int) throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(table(0..<pairs), to: "large.tsv")
            var before = 0
            for attempt in 0..<attempts {
                let process = try start(lathu, importing("large.tsv"))
                usleep(attempt == 0 ? 30_000 : UInt32.random(in: 20_000...UInt32(pairs) * 20))
                kill(process.processIdentifier, signal)
                process.waitUntilExit()
                guard FileManager.default.fileExists(atPath: lathu.path("m.sqlite")) else { continue }
                let units = try checkedUnits(lathu)
                #expect(units == before || units == pairs)
                before = units
                if units == pairs { break }
                guard attempt == 1 else { continue }
                let text = "The Committee examined case 0 in Geneva."
                let search = try lathu.run(
                    "search", text, "--from", "en", "--to", "vi", "--memory", "m.sqlite", "--json")
                #expect(search.status == 0)
                let matches = search.json.first?["matches"] as? [Any]
                #expect((matches?.isEmpty ?? true) == (units == 0))
            }
            let last = try lathu.run(importing("large.tsv") + ["--json"])
            #expect(last.status == 0)
            #expect(last.json.first?["unchanged"] as? Int == before)
            #expect(last.json.first?["added"] as? Int == pairs - before)
            #expect(try checkedUnits(lathu) == pairs)
        }
    }

    /// A memory that was made and not filled holds nothing, and says so.
    @Test func anEmptyFileIsAnEmptyMemory() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("", to: "m.sqlite")
            #expect(try checkedUnits(lathu) == 0)
            #expect(try lathu.read("m.sqlite").isEmpty)
            try lathu.write(table(0..<3), to: "a.tsv")
            #expect(try lathu.run(importing("a.tsv")).status == 0)
            #expect(try checkedUnits(lathu) == 3)
        }
    }
}
