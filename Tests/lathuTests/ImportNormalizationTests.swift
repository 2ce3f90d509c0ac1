import Foundation
import Testing

/// What is imported is put into order, and told.
@Suite struct ImportNormalizationTests {
    private let pair = ["--from", "en", "--to", "vi", "--memory", "m.sqlite"]
    private let damaged = "Soft\u{AD}ware\tphần mềm b\u{301}nh đẳng\nThe law\tXử lư ＜1＞\nRead lư do\tTự do\n"

    private func texts(_ lathu: CommandLine) throws -> [String] {
        try lathu.run("memory", "export", "-", "--memory", "m.sqlite").output.split(separator: "\n")
            .dropFirst()
            .map { $0.split(separator: "\t").prefix(2).joined(separator: "|") }.sorted()
    }

    @Test func aMemoryTakesTextInOrder() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(damaged, to: "a.tsv")
            let result = try lathu.run(
                ["memory", "import", "a.tsv", "--json", "--normalize-log", "log.jsonl"] + pair)
            #expect(result.status == 0)
            let report = try #require(result.json.first)
            #expect(report["normalized"] as? Int == 3)
            #expect(report["repairs"] as? [String: Int] == ["invisible": 1, "windows-1258": 2])
            // English is left alone where Vietnamese would be put right; no sign of a code comes about.
            #expect(
                try texts(lathu) == ["Read lư do|Tự do", "Software|phần mềm bình đẳng", "The law|Xử lý ＜1＞"])
            let log = try lathu.read("log.jsonl").split(separator: "\n").map {
                try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
            }
            #expect(
                log.map { $0?["after"] as? String }.sorted { $0 ?? "" < $1 ?? "" } == [
                    "Software", "bình", "lý",
                ])
            let record = try #require(log.first { $0?["after"] as? String == "lý" } ?? nil)
            #expect(record["before"] as? String == "lư" && record["offset"] as? Int == 3)
            #expect(record["locale"] as? String == "vi" && record["file"] as? String == "a.tsv")
            #expect(record["reasons"] as? [String] == ["windows-1258"])
            #expect(record["text"] as? String == "Xử lư ＜1＞")
            // Once more changes nothing, though the file is as it was.
            let again = try lathu.run(["memory", "import", "a.tsv"] + pair)
            #expect(
                again.output == "a.tsv: 3 unchanged, 3 texts put into order (invisible 1, windows-1258 2)\n")
        }
    }

    @Test func aMemoryTakesTextAsItIsWhereAsked() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(damaged, to: "a.tsv")
            let result = try lathu.run(["memory", "import", "a.tsv", "--no-normalize", "--json"] + pair)
            #expect(result.json.first?["normalized"] as? Int == 0)
            #expect(try texts(lathu).contains("The law|Xử lư ＜1＞"))
            let both = ["memory", "import", "a.tsv", "--no-normalize", "--normalize-log", "log.jsonl"] + pair
            #expect(try lathu.run(both).status == 64)
        }
    }

    private let letter = """
        Thư ngỏ về phiên ṭa ở Hà Nội

        Ngày 24 tháng 7 năm 2017

        Kính gửi Quý vị,

        Chúng tôi yêu cầu Quý vị t\u{301}m hiểu lư do và tôn trọng quyền của người dân.

        Trân trọng,

          1. Dự án 88
        """

    @Test func aLetterIsPutIntoOrder() throws {
        try CommandLine.inNewFolder { lathu throws in
            let arguments = ["letter", "import", "-", "--id", "thu", "--locale", "vi", "--output", "thu.md"]
            let result = try lathu.run(arguments, input: Data(letter.utf8))
            #expect(result.status == 0)
            #expect(result.output.contains("put into order: 3 places\n  1:18  ṭa → tòa (windows-1258)\n"))
            let written = try lathu.read("thu.md")
            #expect(written.contains("Thư ngỏ về phiên tòa ở Hà Nội"))
            #expect(written.contains("tìm hiểu lý do và tôn trọng"))
            let json = try lathu.run(arguments + ["--json", "--force"], input: Data(letter.utf8))
            let repairs = try #require(json.json.first?["repairs"] as? [[String: Any]])
            #expect(repairs.map { $0["after"] as? String } == ["tòa", "tìm", "lý"])
            #expect(repairs.map { $0["line"] as? Int } == [1, 7, 7])
            let refused = try lathu.run(arguments + ["--no-normalize", "--force"], input: Data(letter.utf8))
            #expect(!refused.output.contains("put into order"))
            #expect(try lathu.read("thu.md").contains("lư do"))
        }
    }

    @Test func aLetterInALegacyEncodingIsRead() throws {
        try CommandLine.inNewFolder { lathu throws in
            let viqr =
                "Thu+ ngo?\n\nKi'nh gu+?i Quy' vi.,\n\nMo.i ngu+o+`i dde^`u co' quye^`n tu+. do\\.\n\nTra^n tro.ng,\n"
            try lathu.write(viqr, to: "thu.txt")
            for name in ["viqr", "auto"] {
                let result = try lathu.run(
                    "letter", "import", "thu.txt", "--encoding", name, "--locale", "vi", "--output", "-")
                #expect(result.output.contains("Mọi người đều có quyền tự do."))
                #expect(result.errors.contains("read as VIQR (confidence ") == (name == "auto"))
            }
            #expect(
                try lathu.run("segment", "thu.txt", "--encoding", "viqr").output.contains("Kính gửi Quý vị,"))
            // “Việt” in VISCII is no UTF-8: the message names the encodings.
            try lathu.write(Data([0x56, 0x69, 0xAE, 0x74, 0x0A]), to: "cu.txt")
            let refused = try lathu.run("letter", "import", "cu.txt", "--output", "-")
            #expect(refused.status == 65)
            for name in ["TCVN3", "VNI", "VPS", "VISCII", "windows-1258"] {
                #expect(refused.errors.contains(name))
            }
        }
    }
}
