import Foundation
import Testing

@Suite struct SearchCommandTests {
    static let pairs = [
        ("Nguyen Van Dai is a human rights lawyer.", "Nguyễn Văn Đài là luật sư nhân quyền."),
        ("He was arrested on 16 December 2015.", "Ông bị bắt ngày 16 tháng 12 năm 2015."),
        ("He was arrested on 30 July 2017.", "Ông bị bắt ngày 30 tháng 7 năm 2017."),
        ("Release all prisoners of conscience.", "Hãy trả tự do cho mọi tù nhân lương tâm."),
    ]

    private func withMemory(_ body: (CommandLine) throws -> Void) throws {
        try CommandLine.inNewFolder { lathu throws in
            #expect(try lathu.run("init").status == 0)
            let table = Self.pairs.map { "\($0.0)\t\($0.1)\n" }.joined()
            try lathu.write(table, to: "letters.tsv")
            #expect(try lathu.run("memory", "import", "letters.tsv").status == 0)
            try body(lathu)
        }
    }

    private func matches(_ record: [String: Any]?) throws -> [[String: Any]] {
        try #require(record?["matches"] as? [[String: Any]])
    }

    @Test func everyKeyIsThere() throws {
        try withMemory { lathu throws in
            let result = try lathu.run("search", Self.pairs[0].0, "--json")
            #expect(result.status == 0)
            #expect(result.errors.isEmpty)
            let record = try #require(result.json.first)
            #expect(record["query"] as? String == Self.pairs[0].0)
            let match = try #require(try matches(record).first)
            let keys: Set = [
                "id", "source", "target", "score", "match", "characterSimilarity", "exact", "origin",
            ]
            #expect(keys.isSubset(of: match.keys))
            #expect(match["source"] as? String == Self.pairs[0].0)
            #expect(match["target"] as? String == Self.pairs[0].1)
            #expect(match["score"] as? Double == 1)
            #expect(match["match"] as? Double == 1)
            #expect(match["characterSimilarity"] as? Double == 1)
            #expect(match["exact"] as? Bool == true)
            #expect(match["origin"] as? String == "letters.tsv")
            #expect(match["id"] is Int)
        }
    }

    /// Token by token, as text that fits a terminal and as JSON.
    @Test func explanations() throws {
        try withMemory { lathu throws in
            let arguments = [
                "search", "Nguyễn Van Đại là luật sư về quyền.", "--from", "vi", "--to", "en", "--explain",
            ]
            let text = try lathu.run(arguments).output
            #expect(
                text.contains(
                    """
                          query Nguyễn Van Đại là luật sư về   quyền.
                                       ~   !              x
                          unit  Nguyễn Văn Đài là luật sư nhân quyền.
                          ~ under-marked (thiếu dấu) 0.2, ! conflicting marks 0.5, x replaced 1;
                          together 1.7 of 8.3 words
                    """), "\(text)")
            let records = try lathu.run(arguments + ["--json"]).json
            let explanation = try #require(
                try matches(records.first).first?["explanation"] as? [String: Any])
            #expect(explanation["cost"] as? Int == 1700 && explanation["weight"] as? Int == 8300)
            let steps = try #require(explanation["steps"] as? [[String: Any]])
            #expect(
                steps.compactMap { $0["kind"] as? String } == [
                    "equal", "underMarked", "conflictingMarks", "equal", "equal", "equal", "replaced",
                    "equal", "equal",
                ])
            #expect(steps[1]["query"] as? String == "Van" && steps[1]["unit"] as? String == "Văn")
            #expect(steps.compactMap { $0["cost"] as? Int }.reduce(0, +) == 1700)
            let plain = try lathu.run(arguments.filter { $0 != "--explain" } + ["--json"]).json
            #expect(try matches(plain.first).first?["explanation"] == nil)
        }
    }

    @Test func typedWithoutMarksItIsFound() throws {
        try withMemory { lathu throws in
            let arguments = ["search", "Nguyen Van Dai la luat su nhan quyen.", "--from", "vi", "--to", "en"]
            let match = try #require(try matches(lathu.run(arguments + ["--json"]).json.first).first)
            #expect(match["source"] as? String == Self.pairs[0].1)
            #expect(match["target"] as? String == Self.pairs[0].0)
            #expect(match["exact"] as? Bool == false)
            let text = try lathu.run(arguments).output
            #expect(text.contains("%  \(Self.pairs[0].1)\n      → \(Self.pairs[0].0)\n      letters.tsv"))
        }
    }

    @Test func queriesOfAFileAreAnsweredInOrder() throws {
        try withMemory { lathu throws in
            let queries = [Self.pairs[3].0, "", "Nothing like it.", Self.pairs[0].0]
            try lathu.write(queries.joined(separator: "\r\n") + "\r\n", to: "queries.txt")
            for arguments in [["--input", "queries.txt"], ["--input", "-"]] {
                let result = try lathu.run(
                    ["search", "--json"] + arguments, input: Data(queries.joined(separator: "\n").utf8))
                #expect(result.status == 0)
                #expect(result.json.map { $0["query"] as? String } == queries)
                let counts = try result.json.map { try matches($0).count }
                #expect(counts == [1, 0, 0, 1])
            }
            let text = try lathu.run("search", "--input", "queries.txt").output
            #expect(text.hasPrefix("“\(queries[0])”\n100%  "))
            #expect(text.contains("“Nothing like it.”\nno match of 70% or better"))
        }
    }

    @Test func limitAndThreshold() throws {
        try withMemory { lathu throws in
            func found(_ arguments: String...) throws -> [[String: Any]] {
                try matches(
                    lathu.run(["search", "He was arrested on 16 July 2017.", "--json"] + arguments).json.first
                )
            }
            let all = try found("--threshold", "0", "--limit", "10")
            #expect(all.count == 4)
            let scores = all.compactMap { $0["match"] as? Double }
            #expect(scores == scores.sorted(by: >))
            #expect(try found("--threshold", "0", "--limit", "2").count == 2)
            #expect(try found("--threshold", "0.6").allSatisfy { ($0["score"] as? Double ?? 0) >= 0.6 })
            #expect(try found("--threshold", "1").isEmpty)
        }
    }

    @Test func noMatchIsNoFailure() throws {
        try withMemory { lathu throws in
            let result = try lathu.run("search", "Entirely different words")
            #expect(result.status == 0)
            #expect(result.output.hasPrefix("no match of 70% or better"))
            #expect(try matches(lathu.run("search", "Entirely different", "--json").json.first).isEmpty)
            let other = try lathu.run("search", "Rien", "--from", "fr", "--to", "vi", "--json")
            #expect(try matches(other.json.first).isEmpty)
        }
    }

    /// Two translations of one sentence: the one from the same surroundings comes first.
    @Test func neighboursDecideBetweenExactMatches() throws {
        try CommandLine.inNewFolder { lathu throws in
            func catalog(_ before: String, _ thanks: String) -> String {
                """
                msgid ""
                msgstr "Language: vi\\nContent-Type: text/plain; charset=UTF-8\\n"

                msgid "\(before)"
                msgstr "\(before) (vi)"

                msgid "Thank you."
                msgstr "\(thanks)"

                """
            }
            try lathu.write(catalog("Dear friends,", "Cảm ơn các bạn."), to: "friends.po")
            try lathu.write(catalog("Excellencies,", "Xin trân trọng cảm ơn."), to: "ministers.po")
            let pair = ["--memory", "m.sqlite", "--from", "en"]
            #expect(try lathu.run(["memory", "import", "friends.po", "ministers.po"] + pair).status == 0)
            for (before, expected) in [
                ("Dear friends,", "Cảm ơn các bạn."), ("Excellencies,", "Xin trân trọng cảm ơn."),
            ] {
                let arguments = ["search", "Thank you.", "--previous", before, "--next", "", "--to", "vi"]
                let found = try matches(lathu.run(arguments + pair + ["--json"]).json.first)
                #expect(found.count == 2)
                #expect(found.first?["target"] as? String == expected)
                #expect(found.first?["context"] as? Int == 2)
                #expect(try lathu.run(arguments + pair).output.contains("exact, in context"))
            }
        }
    }

    @Test(arguments: [
        ([], "give either a text to search for or --input FILE"),
        (["text", "--input", "letters.tsv"], "give either a text to search for or --input FILE"),
        (["text", "--threshold", "1.01"], "--threshold must be between 0 and 1"),
        (["text", "--threshold", "-0.1"], "--threshold"),
        (["text", "--threshold", "half"], "--threshold"),
        (["text", "--limit", "0"], "--limit must be at least 1"),
        (["--input", "letters.tsv", "--next", "a"], "--previous and --next belong to one text"),
        (["text", "--to", "vn"], "unknown locale “vn”; did you mean “vi”?"),
        (["text", "--to", "en"], "source and target are both en"),
        (["--input", "letters.tsv", "--encoding", "latin-99"], "unknown encoding “latin-99”"),
        (["text", "--fuzzy"], "--fuzzy"),
    ])
    func mistakes(arguments: [String], message: String) throws {
        try withMemory { lathu throws in
            let result = try lathu.run(["search"] + arguments)
            #expect(result.status == 64)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains(message))
        }
    }
}
