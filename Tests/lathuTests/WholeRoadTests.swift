import Foundation
import Interchange
import TestSupport
import Testing

/// From a web page to a Vietnamese letter.
@Suite struct WholeRoadTests {
    private static let real = "letters/apec-2017.en.txt"
    private static let catalog = "locales/vi/letters/apec-2017.po"

    /// By the beginnings of the source's segments.
    private static let vietnamese = [
        ("#StopTheCrackdownVN", "#StopTheCrackdownVN: Thư gửi các nhà lãnh đạo APEC"),
        ("Dear APEC Leaders", "Kính gửi các nhà lãnh đạo APEC,"),
        (
            "As you prepare",
            "Trước thềm Hội nghị các nhà lãnh đạo APEC tại Đà Nẵng, Việt Nam trong hai ngày 11 và 12 tháng 11, chúng tôi xin lưu ý quý vị về tình trạng nhân quyền ngày càng xấu đi tại nước chủ nhà."
        ),
        ("Over the last year", "Trong năm qua, nhà nước Việt Nam đã mở một chiến dịch đàn áp lớn."),
        (
            "According to verified",
            "Theo các báo cáo đã được kiểm chứng, ít nhất 25 người đã bị bắt hoặc lưu đày."
        ),
        (
            "In a series of sham",
            "Bà Trần Thị Nga, ông Nguyễn Văn Oai và bà Nguyễn Ngọc Như Quỳnh bị kết án oan."
        ),
        (
            "The Vietnamese government has used",
            "Chính quyền viện dẫn an ninh quốc gia mà không có bằng chứng."
        ),
        (
            "This crackdown is contrary",
            "Cuộc đàn áp này đi ngược lại mục tiêu “Cùng vun đắp tương lai chung”."
        ),
        ("Arbitrary detention", "Giam giữ tùy tiện và kiểm duyệt xúc phạm phẩm giá con người."),
        ("We believe", "Chúng tôi tin rằng APEC cần lên tiếng."),
        (
            "If the Vietnamese government",
            "Nếu Việt Nam không tôn trọng Công ước Quốc tế về các Quyền Dân sự và Chính trị, làm sao quý vị có thể tin?"
        ),
        ("One of Vietnam’s most", "Luật sư Nguyễn Văn Đài bị giam giữ tùy tiện gần hai năm không xét xử."),
        ("As a lawyer", "Ông cổ vũ cho cải cách pháp luật và dân chủ đa đảng."),
        ("Respect for these", "Tôn trọng các quyền này là nguyên tắc nền tảng của APEC."),
        ("The signatories to", "Các tổ chức ký tên đại diện cho nhiều tổ chức Việt Nam và quốc tế."),
        (
            "We respectfully request",
            "Chúng tôi trân trọng đề nghị quý vị thúc giục nhà cầm quyền chấm dứt đàn áp."
        ),
    ]

    @Test(.enabled(if: SharedMaterial.has(real)))
    func aLetterGoesInAVietnameseLetterComesOut() throws {
        try CommandLine.inNewFolder { lathu throws in
            #expect(try lathu.run("init").status == 0)
            #expect(try lathu.run("letter", "import", SharedMaterial.path(Self.real)).status == 0)
            let filled = try lathu.run("fill", "--to", "vi")
            #expect(filled.status == 0)
            #expect(filled.output.contains("16 segments: 16 missing"))
            #expect(try lathu.msgfmt(Self.catalog) == "")
            #expect(try lathu.run("status").status == 1)
            let early = try lathu.run("build", "--to", "vi")
            #expect(early.status == 1)
            #expect(early.output.contains("incomplete: 16 segments stand in the source language"))

            var unknown: [String] = []
            try lathu.translate(Self.catalog) { entry in
                let pair = Self.vietnamese.first { entry.source.hasPrefix($0.0) }
                if pair == nil { unknown.append(entry.source) }
                return pair?.1
            }
            #expect(unknown.isEmpty)
            #expect(try lathu.msgfmt(Self.catalog) == "")
            let translated = try lathu.read(Self.catalog)
            let again = try lathu.run("fill")
            #expect(again.output.contains("(unchanged)\n  16 segments: 16 kept"))
            #expect(try lathu.read(Self.catalog) == translated)
            #expect(try lathu.run("status").status == 0)

            let built = try lathu.run("build", "--to", "vi")
            #expect(built.status == 0)
            #expect(built.errors.isEmpty)
            let folder = "build/letters/apec-2017/all"
            let html = try lathu.read("\(folder)/vi.html")
            #expect(html.contains("lang=\"vi\""))
            #expect(html.contains("ngày 7 tháng 11 năm 2017"))
            #expect(html.contains("<p>Trước thềm Hội nghị"))
            #expect(html.components(separatedBy: "<p>").count - 1 >= 6)
            let text = try lathu.read("\(folder)/vi.txt")
            let markdown = try lathu.read("\(folder)/vi.md")
            for (_, vietnamese) in Self.vietnamese {
                #expect(html.contains(vietnamese.replacing("\"", with: "&quot;")), "\(vietnamese)")
            }
            var position = html.startIndex
            for name in LetterImportTests.signatories {
                let found = try #require(html.range(of: name, range: position..<html.endIndex), "\(name)")
                position = found.upperBound
                #expect(text.contains(name))
                #expect(markdown.contains(name.replacing("#", with: "\\#")) || markdown.contains(name))
            }
            for built in [html, text, markdown] {
                #expect(built.contains("ngày 7 tháng 11 năm 2017"))
                #expect(Array(built.utf8) == Array(built.precomposedStringWithCanonicalMapping.utf8))
                #expect(!built.contains("Vietnamese government"))
            }
        }
    }

    /// Every catalog that `fill` writes is one for GNU gettext too.
    @Test(.enabled(if: Gettext.isInstalled)) func gettextAcceptsEveryCatalog() throws {
        try CommandLine.inSampleProject { lathu throws in
            for locale in ["vi", "fr", "zh-Hant", "ar", "km"] {
                #expect(try lathu.run("fill", "--to", locale).status == 0)
                for letter in ["apec-2017", "upr-2019"] {
                    #expect(try lathu.msgfmt("locales/\(locale)/letters/\(letter).po") == "", "\(locale)")
                }
            }
            #expect(try lathu.run("memory", "export", "memory.po", "--to", "vi").status == 0)
            #expect(try lathu.msgfmt("memory.po") == "")
        }
    }
}
