import Foundation
import TestSupport
import Testing

/// `lathu align` with documents in every format that old letters come in.
@Suite struct AlignFormatsTests {
    private static let english = """
        ---
        title: An open letter on the Cybersecurity Law
        date: 2018-06-05
        ---

        # An open letter on the Cybersecurity Law

        Dear Madam Chairwoman,

        We write to you before the vote of **12 June 2018**. The draft law would force companies to open offices in
        Vietnam[^1]. It would make them hand over the data of their users without a court order.

        ## What the law would mean

        - Article 8 forbids “distorting history”.
        - Article 16 makes criticism a crime.
        - Article 26 orders companies to delete posts within 24 hours.

        | Article | Concern |
        |---------|---------|
        | 8       | freedom of expression |
        | 26      | privacy of correspondence |

        A company would have to answer a request such as this one:

        ```
        DELETE /posts/4711 HTTP/1.1
        ```

        > Everyone has the right to freedom of opinion and expression.

        We ask the National Assembly to reject the bill. We are ready to meet you in Hanoi or Geneva.

        Respectfully yours,

        1. Access Now
        2. Human Rights Watch

        [^1]: Article 26, paragraph 3 of the draft of 24 May 2018.

        """
    private static let vietnamese = """
        ---
        title: Thư ngỏ về Luật An ninh mạng
        date: 2018-06-05
        ---

        # Thư ngỏ về Luật An ninh mạng

        Kính gửi Bà Chủ tịch,

        Chúng tôi viết thư này trước cuộc bỏ phiếu ngày **12 tháng 6 năm 2018**. Dự thảo luật sẽ buộc các công ty mở
        văn phòng tại Việt Nam[^1]. Luật sẽ bắt họ giao dữ liệu của người dùng mà không cần lệnh của tòa án.

        ## Luật này có nghĩa gì

        - Điều 8 cấm “xuyên tạc lịch sử”.
        - Điều 16 biến việc chỉ trích thành tội phạm.
        - Điều 26 buộc các công ty xóa bài viết trong vòng 24 giờ.

        | Điều | Mối quan ngại |
        |------|---------------|
        | 8    | quyền tự do biểu đạt |
        | 26   | quyền riêng tư về thư tín |

        Một công ty sẽ phải trả lời một yêu cầu như thế này:

        ```
        DELETE /posts/4711 HTTP/1.1
        ```

        > Mọi người đều có quyền tự do ngôn luận và biểu đạt.

        Chúng tôi đề nghị Quốc hội bác bỏ dự luật. Chúng tôi sẵn sàng gặp Bà tại Hà Nội hoặc Genève.

        Trân trọng,

        1. Access Now
        2. Human Rights Watch

        [^1]: Điều 26, khoản 3 của dự thảo ngày 24 tháng 5 năm 2018.

        """

    /// Sentences of the letter that must be found beside each other, whatever format it came in.
    private static let expected: [(String, String)] = [
        ("An open letter on the Cybersecurity Law", "Thư ngỏ về Luật An ninh mạng"),
        ("Dear Madam Chairwoman,", "Kính gửi Bà Chủ tịch,"),
        (
            "It would make them hand over the data of their users without a court order.",
            "Luật sẽ bắt họ giao dữ liệu của người dùng mà không cần lệnh của tòa án."
        ),
        ("What the law would mean", "Luật này có nghĩa gì"),
        ("Article 16 makes criticism a crime.", "Điều 16 biến việc chỉ trích thành tội phạm."),
        (
            "Article 26 orders companies to delete posts within 24 hours.",
            "Điều 26 buộc các công ty xóa bài viết trong vòng 24 giờ."
        ),
        ("freedom of expression", "quyền tự do biểu đạt"),
        ("privacy of correspondence", "quyền riêng tư về thư tín"),
        (
            "A company would have to answer a request such as this one:",
            "Một công ty sẽ phải trả lời một yêu cầu như thế này:"
        ),
        (
            "Everyone has the right to freedom of opinion and expression.",
            "Mọi người đều có quyền tự do ngôn luận và biểu đạt."
        ),
        ("We ask the National Assembly to reject the bill.", "Chúng tôi đề nghị Quốc hội bác bỏ dự luật."),
        (
            "We are ready to meet you in Hanoi or Geneva.",
            "Chúng tôi sẵn sàng gặp Bà tại Hà Nội hoặc Genève."
        ),
        ("Respectfully yours,", "Trân trọng,"), ("Access Now", "Access Now"),
        ("Human Rights Watch", "Human Rights Watch"),
    ]

    /// The pairs of a table for review, by their English.
    private static func pairs(_ table: String) -> [String: String] {
        var pairs: [String: String] = [:]
        for row in table.split(separator: "\n").dropFirst() {
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if cells.count > 3 { pairs[cells[2]] = cells[3] }
        }
        return pairs
    }

    private static func check(_ lathu: CommandLine, _ fileExtension: String) throws {
        let files = ["a.en.\(fileExtension)", "a.vi.\(fileExtension)"]
        let result = try lathu.run(
            ["align"] + files + ["--from", "en", "--to", "vi", "--output", "a.tsv"])
        #expect(result.status == 0, "\(result.errors)")
        let table = try lathu.read("a.tsv")
        let pairs = pairs(table)
        for (english, vietnamese) in expected {
            #expect(pairs[english] == vietnamese, "\(fileExtension): \(english)\n\(table)")
        }
        // The note stands in the text of one format and after it in the other; both sides have it.
        let note = pairs.first { $0.key.contains("paragraph 3 of the draft of 24 May 2018") }
        #expect(note?.value.contains("khoản 3 của dự thảo ngày 24 tháng 5 năm 2018") == true, "\(table)")
        // Nobody translates code; of what pandoc takes from ODT, it cannot be told.
        if fileExtension != "odt" { #expect(!table.contains("DELETE"), "\(table)") }
    }

    private static func write(_ lathu: CommandLine) throws {
        try lathu.write(english, to: "a.en.md")
        try lathu.write(vietnamese, to: "a.vi.md")
    }

    @Test func markdown() throws {
        try CommandLine.inNewFolder { lathu in
            try Self.write(lathu)
            try Self.check(lathu, "md")
        }
    }

    @Test(
        .enabled(if: Programs.has("pandoc"), "pandoc is not installed"), arguments: ["html", "docx", "odt"])
    func converted(_ format: String) throws {
        try CommandLine.inNewFolder { lathu in
            try Self.write(lathu)
            for side in ["en", "vi"] {
                let made = try Programs.run(
                    "pandoc", ["-s", "a.\(side).md", "-o", "a.\(side).\(format)"], in: lathu.folder.path)
                #expect(made.status == 0)
            }
            try Self.check(lathu, format)
        }
    }

    /// The sides need not come in the same format.
    @Test(.enabled(if: Programs.has("pandoc"), "pandoc is not installed"))
    func formatsMayDiffer() throws {
        try CommandLine.inNewFolder { lathu in
            try Self.write(lathu)
            let made = try Programs.run(
                "pandoc", ["-s", "a.vi.md", "-o", "a.vi.docx"], in: lathu.folder.path)
            #expect(made.status == 0)
            let result = try lathu.run(
                "align", "a.en.md", "a.vi.docx", "--from", "en", "--to", "vi", "--output", "a.tsv")
            #expect(result.status == 0, "\(result.errors)")
            let pairs = Self.pairs(try lathu.read("a.tsv"))
            let right = Self.expected.count { pairs[$0.0] == $0.1 }
            #expect(right >= Self.expected.count - 1, "\(pairs)")
        }
    }
}
