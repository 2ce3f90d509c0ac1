import Foundation
import Testing

/// What people decide in the page or the table of `lathu align`, read back by it.
@Suite struct AlignReviewCommandTests {
    private static let english = """
        The court sentenced him to nine years. He had written about the sea.

        His wife was not let in. She waited outside until the evening.

        We ask you to free him. We ask you to let his lawyers see him.

        Access Now and 12 other organisations

        """
    private static let vietnamese = """
        Tòa tuyên phạt ông chín năm tù. Ông đã viết về biển.

        Vợ ông không được vào. Bà chờ bên ngoài đến tối.

        Chúng tôi đề nghị Quý vị trả tự do cho ông. Chúng tôi đề nghị cho luật sư gặp ông.

        Access Now và 12 tổ chức khác

        """

    private static func inFolder(_ output: String, _ body: (CommandLine) throws -> Void) throws {
        try CommandLine.inNewFolder { lathu in
            try lathu.write(english, to: "a.en.txt")
            try lathu.write(vietnamese, to: "a.vi.txt")
            // What is looked at here is the review, not how sure the aligner is.
            let result = try lathu.run(
                "align", "a.en.txt", "a.vi.txt", "--from", "en", "--to", "vi", "--force", "--output", output)
            #expect(result.status == 0, "\(result.errors)")
            try body(lathu)
        }
    }

    /// The texts that an exchange file holds, unit by unit.
    private static func units(_ exchange: String) -> [[String]] {
        exchange.components(separatedBy: "<tu ").dropFirst().map { unit in
            unit.components(separatedBy: "<seg>").dropFirst().map {
                $0.components(separatedBy: "</seg>")[0]
            }
        }
    }

    private static func applied(_ lathu: CommandLine, _ file: String) throws -> [[String]] {
        let result = try lathu.run("align", "--apply", file, "--output", "applied.tmx")
        #expect(result.status == 0, "\(result.errors)")
        return units(try lathu.read("applied.tmx"))
    }

    @Test func rowsOfATableAreMergedSplitAndCorrected() throws {
        try Self.inFolder("a.tsv") { lathu in
            var rows = try lathu.read("a.tsv").split(separator: "\n").map {
                $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            }
            #expect(rows.count == 8, "\(rows)")
            guard rows.count == 8 else { return }
            for row in 1..<rows.count { rows[row][0] = "accept" }
            // The second becomes one with the first; the third and fourth come back as one row that is parted again.
            rows[2][0] = "merge"
            rows[3][0] = "split"
            for column in [2, 3] { rows[3][column] += "\\n" + rows[4][column] }
            rows[5][3] = rows[5][3].replacingOccurrences(of: "Quý vị", with: "Ngài")
            rows[6][0] = "reject"
            rows.remove(at: 4)
            try lathu.write(
                rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n", to: "a.tsv")
            #expect(
                try Self.applied(lathu, "a.tsv") == [
                    [
                        "The court sentenced him to nine years. He had written about the sea.",
                        "Tòa tuyên phạt ông chín năm tù. Ông đã viết về biển.",
                    ],
                    ["His wife was not let in.", "Vợ ông không được vào."],
                    ["She waited outside until the evening.", "Bà chờ bên ngoài đến tối."],
                    ["We ask you to free him.", "Chúng tôi đề nghị Ngài trả tự do cho ông."],
                    ["Access Now and 12 other organisations", "Access Now và 12 tổ chức khác"],
                ])
        }
    }

    /// Changes the pairs that a page keeps, as its script does when somebody decides.
    private static func edit(
        _ lathu: CommandLine, _ from: String, _ to: String, _ change: (inout [[String: Any]]) throws -> Void
    ) throws {
        let page = try lathu.read(from)
        let opening = "id=\"lathu-review\">"
        let parts = page.components(separatedBy: opening)
        #expect(parts.count == 2)
        guard parts.count == 2, let end = parts[1].range(of: "</script>") else { return }
        var review = try #require(
            try JSONSerialization.jsonObject(with: Data(parts[1][..<end.lowerBound].utf8)) as? [String: Any])
        var documents = try #require(review["documents"] as? [[String: Any]])
        var pairs = try #require(documents[0]["pairs"] as? [[String: Any]])
        try change(&pairs)
        documents[0]["pairs"] = pairs
        review["documents"] = documents
        let data = try JSONSerialization.data(withJSONObject: review)
        let text = String(decoding: data, as: UTF8.self).replacingOccurrences(of: "<", with: "\\u003c")
        try lathu.write(parts[0] + opening + text + String(parts[1][end.lowerBound...]), to: to)
    }

    private static func texts(_ pair: [String: Any], _ side: String) -> [String] {
        pair[side] as? [String] ?? []
    }

    @Test func pairsOfAPageAreJoinedPartedAndRejected() throws {
        try Self.inFolder("a.html") { lathu in
            try Self.edit(lathu, "a.html", "joined.html") { pairs in
                try #require(pairs.count == 7)
                for pair in pairs.indices { pairs[pair]["decision"] = "accept" }
                for side in ["source", "target"] {
                    pairs[0][side] = Self.texts(pairs[0], side) + Self.texts(pairs[1], side)
                }
                pairs[5]["decision"] = "reject"
                pairs.remove(at: 1)
            }
            let joined = try Self.applied(lathu, "joined.html")
            #expect(joined.count == 5, "\(joined)")
            #expect(
                joined.first == [
                    "The court sentenced him to nine years. He had written about the sea.",
                    "Tòa tuyên phạt ông chín năm tù. Ông đã viết về biển.",
                ])
            #expect(!joined.contains { $0[0].contains("his lawyers") })

            try Self.edit(lathu, "joined.html", "parted.html") { pairs in
                var second = pairs[0]
                for side in ["source", "target"] {
                    let both = Self.texts(pairs[0], side)
                    try #require(both.count == 2)
                    pairs[0][side] = [both[0]]
                    second[side] = [both[1]]
                }
                pairs.insert(second, at: 1)
            }
            let parted = try Self.applied(lathu, "parted.html")
            #expect(parted.count == 6)
            #expect(parted[1] == ["He had written about the sea.", "Ông đã viết về biển."])

            // Into a memory, what a person accepted is a person's.
            let stored = try lathu.run("align", "--apply", "parted.html", "--memory", "m.sqlite")
            #expect(stored.output.contains("6 added"), "\(stored.output)\(stored.errors)")
            let search = try lathu.run(
                "search", "We ask you to free him.", "--json", "--from", "en", "--to", "vi", "--memory",
                "m.sqlite")
            let match = (search.json.first?["matches"] as? [[String: Any]])?.first
            #expect(match?["penalties"] as? [String: Int] == [:], "\(search.output)")
        }
    }

    /// A page that was cut off while it was saved.
    @Test func damagedPagesAreRefused() throws {
        try Self.inFolder("a.html") { lathu in
            let page = try lathu.read("a.html")
            let data = try #require(page.range(of: "id=\"lathu-review\">"))
            try lathu.write(String(page[..<data.upperBound]) + "{\"from\":\"en\"", to: "cut.html")
            try lathu.write(String(page[..<data.upperBound]) + "{}</script></body></html>", to: "empty.html")
            for file in ["cut.html", "empty.html"] {
                let result = try lathu.run("align", "--apply", file, "--memory", "n.sqlite")
                #expect(result.status == 65)
                #expect(result.errors.contains(file), "\(result.errors)")
                #expect(!FileManager.default.fileExists(atPath: lathu.folder.path + "/n.sqlite"))
            }
        }
    }
}
