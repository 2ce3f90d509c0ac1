import Foundation
import Testing

/// Programs that are killed while they make an index or pack the memory: a check finds everything in order, and
/// nothing is lost. That of imports is in ManyProcessesTests.
@Suite(.serialized) struct KilledProcessesTests {
    private static let pairs = 1000

    private func kill(_ lathu: CommandLine, _ arguments: [String], after microseconds: UInt32) throws {
        let process = lathu.process(arguments)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(microseconds)
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private func expectInOrder(_ lathu: CommandLine, _ what: String) throws {
        let check = try lathu.run("memory", "check", "--json", "--sample", "1", "--memory", "m.sqlite")
        #expect(check.status == 0, "\(what): \(check.errors)")
        #expect(check.json.first?["units"] as? Int == Self.pairs, "\(what)")
    }

    @Test func indexAndCompaction() throws {
        try CommandLine.inNewFolder { lathu throws in
            let table = (0..<Self.pairs).map {
                "The Committee examined case \($0) in Geneva.\tỦy ban đã xem xét vụ việc số \($0) tại Genève.\n"
            }
            try lathu.write(table.joined(), to: "a.tsv")
            let pair = ["--from", "en", "--to", "vi", "--memory", "m.sqlite"]
            #expect(try lathu.run(["memory", "import", "a.tsv", "--no-index"] + pair).status == 0)
            for round in 0..<5 {
                try? FileManager.default.removeItem(atPath: lathu.path("m.sqlite.index/en_vi"))
                try kill(
                    lathu, ["search", "Geneva"] + pair, after: UInt32.random(in: 20_000...300_000))
                try expectInOrder(lathu, "search, round \(round)")
            }
            let search = ["search", "The Committee examined case 17 in Geneva.", "--json"] + pair
            let expected = try lathu.run(search).output
            for round in 0..<5 {
                try kill(
                    lathu, ["memory", "compact", "--memory", "m.sqlite"],
                    after: UInt32.random(in: 10_000...300_000))
                try expectInOrder(lathu, "compact, round \(round)")
                #expect(try lathu.run(search).output == expected)
            }
        }
    }
}
