import Foundation
import Testing

/// `lathu align`, from files to the memory.
@Suite struct AlignCommandTests {
    private static let english = """
        An open letter to the leaders of APEC

        We are organisations from 12 countries that work for human rights in Southeast Asia. We write to you
        before the summit of 10 November 2017 in Đà Nẵng.

        In the past year, the authorities have arrested at least 25 bloggers and activists. Among them is the
        lawyer Nguyen Van Dai, who has been held without trial since 2015. His family has been allowed to visit
        him only twice.

        Article 19 of the ICCPR protects the freedom of expression. We ask you to raise these cases with your
        hosts. We ask you to call for the release of all prisoners of conscience.

        """
    private static let vietnamese = """
        Thư ngỏ gửi các nhà lãnh đạo APEC

        Chúng tôi là các tổ chức từ 12 quốc gia hoạt động vì nhân quyền tại Đông Nam Á. Chúng tôi viết thư này
        trước hội nghị thượng đỉnh ngày 10 tháng 11 năm 2017 tại Đà Nẵng.

        Trong năm qua, chính quyền đã bắt giữ ít nhất 25 blogger và nhà hoạt động. Trong số đó có luật sư
        Nguyễn Văn Đài, người bị giam giữ không xét xử từ năm 2015. Gia đình chỉ được thăm ông hai lần.

        Điều 19 của ICCPR bảo vệ quyền tự do biểu đạt. Chúng tôi đề nghị Quý vị nêu các trường hợp này với nước
        chủ nhà. Chúng tôi đề nghị Quý vị kêu gọi trả tự do cho mọi tù nhân lương tâm.

        """
    private static let notice = """
        Công ty điện lực xin thông báo lịch ngừng cung cấp điện để bảo trì lưới điện của khu vực.

        Quý khách vui lòng tắt các thiết bị trước giờ cắt điện. Nếu trời mưa to, việc bảo trì sẽ được dời sang
        tuần sau. Mọi thắc mắc xin liên hệ tổng đài chăm sóc khách hàng.

        Nhân viên của chúng tôi trực suốt ngày đêm, kể cả ngày lễ. Chúng tôi xin lỗi vì sự bất tiện này.

        """

    private static func inFolder(_ body: (CommandLine) throws -> Void) throws {
        try CommandLine.inNewFolder { lathu in
            try lathu.write(english, to: "a.en.txt")
            try lathu.write(vietnamese, to: "a.vi.txt")
            try body(lathu)
        }
    }

    private static let pair = ["a.en.txt", "a.vi.txt", "--from", "en", "--to", "vi"]
    private static let memory = ["--memory", "m.sqlite"]

    /// Markdown of any origin: what letters say with braces and fences, and what others do.
    @Test func bracesAndFencesAreText() throws {
        try CommandLine.inNewFolder { lathu in
            func document(_ title: String, _ text: String, _ first: String, _ second: String) -> String {
                """
                ---
                title: "\(title)"
                recipients: nobody.csv
                ---
                \(text)

                ::: {only=chile}
                \(first)
                :::

                \(second) {x, y} } {

                """
            }
            try lathu.write(
                document(
                    "An open letter", "We write to you, {name}, about 25 prisoners.",
                    "You met on 11 November 2017.",
                    "Article 19 of the ICCPR protects them."), to: "a.en.md")
            try lathu.write(
                document(
                    "Thư ngỏ", "Chúng tôi viết cho {name} về 25 tù nhân.",
                    "Quý vị đã gặp nhau ngày 11 tháng 11 năm 2017.", "Điều 19 của ICCPR bảo vệ họ."),
                to: "a.vi.md")
            let result = try lathu.run("align", "a.en.md", "a.vi.md", "--from", "en", "--to", "vi", "--json")
            #expect(result.status == 0, "\(result.errors)")
            let pairs = result.output.split(separator: "\n").filter { $0.contains("\"source\":[") }
            // The braces make a sentence of their own.
            #expect(pairs.count == 5, "\(result.output)")
        }
    }

    @Test func pairsGoIntoTheMemory() throws {
        try Self.inFolder { lathu in
            let result = try lathu.run(["align"] + Self.pair + Self.memory)
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.output.contains("m.sqlite: 9 added, 0 updated, 0 unchanged"), "\(result.output)")
            let search = try lathu.run(
                ["search", "Article 19 of the ICCPR protects the freedom of expression.", "--json"]
                    + ["--from", "en", "--to", "vi"] + Self.memory)
            let match = (search.json.first?["matches"] as? [[String: Any]])?.first
            #expect(match?["target"] as? String == "Điều 19 của ICCPR bảo vệ quyền tự do biểu đạt.")
            #expect(match?["penalties"] as? [String: Int] == ["aligned": 5])
            let again = try lathu.run(["align"] + Self.pair + Self.memory)
            #expect(again.output.contains("0 added"), "\(again.output)")
        }
    }

    @Test func jsonHasAnObjectAPair() throws {
        try Self.inFolder { lathu in
            let result = try lathu.run(["align"] + Self.pair + Self.memory + ["--json"])
            #expect(result.status == 0)
            #expect(result.json.count == 9)
            for (number, pair) in result.json.enumerated() {
                #expect(pair["source"] as? [Int] == [number])
                #expect(pair["target"] as? [Int] == [number])
                #expect((pair["confidence"] as? Double).map { 0.5...1 ~= $0 } == true, "\(pair)")
            }
            #expect(!FileManager.default.fileExists(atPath: lathu.folder.path + "/m.sqlite"))
            try lathu.write("One.\nTwo?\n", to: "l.en.txt")
            try lathu.write("Một.\nHai?\n", to: "l.vi.txt")
            let lines = try lathu.run(
                "align", "l.en.txt", "l.vi.txt", "--from", "en", "--to", "vi", "--lines", "--force", "--json")
            #expect(lines.json.count == 2, "\(lines.errors)")
        }
    }

    @Test func reviewedFilesAreReadBack() throws {
        try Self.inFolder { lathu in
            for file in ["r.tsv", "r.html"] {
                let written = try lathu.run(["align"] + Self.pair + ["--output", file])
                #expect(written.status == 0, "\(written.errors)")
                #expect(written.output.contains("wrote \(file)"))
                let mode = try FileManager.default.attributesOfItem(
                    atPath: lathu.folder.appending(path: file).path)[.posixPermissions]
                #expect(mode as? Int == 0o600)
                let memory = ["--memory", file + ".sqlite"]
                let applied = try lathu.run(["align", "--apply", file] + memory)
                #expect(applied.output.contains("9 added"), "\(applied.output)\(applied.errors)")
            }
            var rows = try lathu.read("r.tsv").split(separator: "\n").map(String.init)
            #expect(rows.count == 10)
            rows[1] = "reject" + rows[1]
            rows[3] = "merge" + rows[3]
            try lathu.write(rows.joined(separator: "\n") + "\n", to: "r.tsv")
            let result = try lathu.run("align", "--apply", "r.tsv", "--output", "r.tmx")
            #expect(result.status == 0, "\(result.errors)")
            let exchange = try lathu.read("r.tmx")
            #expect(exchange.components(separatedBy: "<tu ").count == 8)
            #expect(!exchange.contains("An open letter"))
            #expect(exchange.contains("Southeast Asia. We write"))
            #expect(exchange.contains("<prop type=\"x-lathu:method\">aligned</prop>"))
            #expect(try lathu.run("validate", "r.tmx").status == 0)

            rows[1] = "perhaps\t0.1\tA\tB"
            try lathu.write(rows.joined(separator: "\n") + "\n", to: "r.tsv")
            let wrong = try lathu.run("align", "--apply", "r.tsv", "--memory", "n.sqlite")
            #expect(wrong.status == 65)
            #expect(wrong.errors.contains("r.tsv:2: error: “perhaps” is no decision"), "\(wrong.errors)")
            #expect(!FileManager.default.fileExists(atPath: lathu.folder.path + "/n.sqlite"))
        }
    }

    @Test func manyPairsOfFiles() throws {
        try Self.inFolder { lathu in
            for name in ["b", "c"] {
                try lathu.write(Self.english, to: name + ".en.txt")
                try lathu.write(name == "c" ? Self.notice : Self.vietnamese, to: name + ".vi.txt")
            }
            try lathu.write(Self.english, to: "d.en.txt")
            let result = try lathu.run(
                ["align", "--pairs", "*.en.txt=*.vi.txt", "--from", "en", "--to", "vi"] + Self.memory)
            #expect(result.status == 1)
            #expect(result.errors.contains("note: d.en.txt has no counterpart"))
            #expect(result.errors.contains("c.vi.txt: error: does not look like a translation of c.en.txt"))
            #expect(result.output.contains("9 added"), "\(result.output)")
            #expect(try lathu.run("align", "--pairs", "*.xx=*.yy", "--from", "en", "--to", "vi").status == 66)
            #expect(try lathu.run("align", "--pairs", "a.en.txt", "--from", "en", "--to", "vi").status == 64)
        }
    }

    @Test func badInputIsRefusedAndNothingStored() throws {
        try Self.inFolder { lathu in
            try lathu.write("", to: "empty.txt")
            try lathu.write(Self.notice, to: "other.txt")
            try lathu.write("PK\u{0}\u{3}", to: "binary.txt")
            let rows: [([String], Int32, String)] = [
                (["a.en.txt", "empty.txt"], 65, "empty.txt: error: there is no segment in it"),
                (["empty.txt", "a.vi.txt"], 65, "empty.txt: error: there is no segment in it"),
                (["a.en.txt", "a.en.txt"], 65, "a.en.txt: error: says the same as a.en.txt"),
                (["a.vi.txt", "a.en.txt"], 65, "change the order of the files"),
                (["a.vi.txt", "other.txt"], 65, "seems to be in Vietnamese, not in English"),
                (["a.en.txt", "other.txt"], 65, "does not look like a translation of a.en.txt"),
                (["a.en.txt", "binary.txt"], 65, "binary.txt:1:3: error: is not text"),
                (["a.en.txt", "none.txt"], 66, "none.txt"),
                (["a.en.txt"], 64, "name a document and its translation"),
                (["a.en.txt", "a.vi.txt", "--min-confidence", "2"], 64, "0 to 1"),
                (["a.en.txt", "a.vi.txt", "--output", "x.pdf"], 64, "end it in .tmx, .tsv or .html"),
                (["--apply", "a.en.txt"], 65, "no reviewed alignment"),
            ]
            for (arguments, status, words) in rows {
                let result = try lathu.run(
                    ["align"] + arguments + ["--from", "en", "--to", "vi"] + Self.memory)
                #expect(result.status == status, "\(arguments): \(result.errors)")
                #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
                #expect(!FileManager.default.fileExists(atPath: lathu.folder.path + "/m.sqlite"))
            }
            let french = try lathu.run("align", "a.en.txt", "a.vi.txt", "--from", "fr", "--to", "vi")
            #expect(french.status == 65)
            #expect(french.errors.contains("a.en.txt: error: seems to be in English, not in French"))
        }
    }
}
