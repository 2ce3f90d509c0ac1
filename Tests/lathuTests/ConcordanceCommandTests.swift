import Foundation
import Testing

@Suite struct ConcordanceCommandTests {
    private func withMemory(_ body: (CommandLine) throws -> Void) throws {
        try CommandLine.inNewFolder { lathu throws in
            #expect(try lathu.run("init").status == 0)
            let table = SearchCommandTests.pairs.map { "\($0.0)\t\($0.1)\n" }.joined()
            try lathu.write(table, to: "letters.tsv")
            #expect(try lathu.run("memory", "import", "letters.tsv").status == 0)
            try body(lathu)
        }
    }

    @Test func phrasesAreMarked() throws {
        try withMemory { lathu throws in
            let result = try lathu.run("concordance", "he was arrested")
            #expect(result.status == 0 && result.errors.isEmpty)
            #expect(result.output.contains("[He was arrested] on 30 July 2017."))
            #expect(result.output.contains("[He was arrested] on 16 December 2015."))
            #expect(result.output.contains("→ Ông bị bắt ngày 30 tháng 7 năm 2017."))
            let target = try lathu.run("concordance", "--in", "target", "tu nhan luong tam")
            #expect(target.output.contains("[tù nhân lương tâm]."))
            #expect(target.output.contains("→ Release all prisoners of conscience."))
            #expect(try lathu.run("concordance", "prisoner").output.contains("--inflected"))
            #expect(try lathu.run("concordance", "--inflected", "prisoner").output.contains("[prisoners]"))
            #expect(try lathu.run("concordance", "--limit", "1", "arrested").output.contains("and more"))
        }
    }

    @Test func json() throws {
        try withMemory { lathu throws in
            let records = try lathu.run("concordance", "--in", "target", "luật sư", "--json").json
            #expect(records.count == 1)
            #expect(records.first?["source"] as? String == SearchCommandTests.pairs[0].0)
            #expect(records.first?["target"] as? String == SearchCommandTests.pairs[0].1)
            #expect(records.first?["occurrences"] as? [[Int]] == [[18, 7]])
            #expect(try lathu.run("concordance", "luật sừ", "--in", "target", "--json").json.isEmpty)
        }
    }

    @Test func whatIsNoPhrase() throws {
        try withMemory { lathu throws in
            for phrase in ["", "<1>", String(repeating: "a ", count: 70)] {
                let result = try lathu.run("concordance", phrase)
                #expect(result.status == 64)
                #expect(result.errors.contains("is no phrase"))
            }
            #expect(try lathu.run("concordance", "a", "--limit", "0").status == 64)
            #expect(try lathu.run("concordance", "a", "--in", "both").status == 64)
        }
    }
}
