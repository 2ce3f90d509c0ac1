import Foundation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Letters

/// Pages as a whole: of letters, for review, and the list of all.
@Suite struct HTMLPageTests {
    private func pages() throws -> [(name: String, page: String)] {
        let templates = try LetterTemplates()
        let letter = try localize(SampleLetter.source, SampleLetter.vietnamese)
        var options = RenderingOptions(locale: letter.locale)
        options.letterhead = ["Mạng lưới <Nhân quyền>", "12 phố Huế"]
        options.address = ["Palais des Nations", "1211 Geneva 10"]
        options.draft = "Bản nháp"
        options.alternates = ["en", "vi"].map { .init(locale: try! LocaleID($0), href: "\($0).html") }
        let arabic = try localize(SampleLetter.source, SampleLetter.arabic, to: LocaleID("ar"))
        let review = try SampleLetter.review(
            ["Release him.": "Trả <b>tự do</b>.", "What we ask": "Yêu cầu", "Name": "<1>Tên</1>"],
            flags: ["Release him.": ["reviewed"], "What we ask": ["fuzzy"]])
        let renderer = LetterRenderer(templates: templates)
        func page(_ job: RenderingJob, _ format: LetterFormat) throws -> String {
            String(decoding: try renderer.render(job, as: format), as: UTF8.self)
        }
        let index = VariantIndex([
            .init(
                id: "appeal", title: "Free <him>", locale: .english,
                variants: [
                    .init(
                        recipient: "Tổng thống", recipientLocale: .vietnamese, locale: .vietnamese,
                        segments: 200,
                        translated: 199,
                        files: [(.html, "appeal/đà nẵng/vi.html"), (.pdf, "appeal/x/vi.pdf")])
                ])
        ])
        return [
            ("letter", try page(RenderingJob(letter, options), .html)),
            ("arabic", try page(RenderingJob(arabic), .html)),
            ("review", try page(RenderingJob(letter, options, review: review), .review)),
            ("index", index.html(templates)),
        ]
    }

    @Test func nothingRunsAndNothingIsLoaded() throws {
        for (name, page) in try pages() {
            for word in [
                "<script", "@import", "url(", " src=", "<link rel=\"stylesheet", "http-equiv", "generator",
                "<him>", "<Nhân quyền>",
            ] {
                #expect(!page.contains(word), "\(name): \(word)")
            }
            #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\""))
            #expect(
                page.contains("<main>") && page.contains("@media print")
                    && page.contains("prefers-color-scheme: dark"))
            #expect(page.components(separatedBy: "<h1").count == 2)
        }
    }

    @Test func whatPagesSay() throws {
        let pages = Dictionary(uniqueKeysWithValues: try pages())
        let letter = try #require(pages["letter"])
        for part in [
            "<link rel=\"alternate\" hreflang=\"en\" href=\"en.html\">", "<p class=\"draft\">Bản nháp</p>",
            "<p class=\"name\"><bdi>Mạng lưới &lt;Nhân quyền&gt;</bdi></p>", "<bdi>1211 Geneva 10</bdi>",
            "@page { size: A4; }",
            "font-family: \"Noto Serif\", \"Source Serif 4\", \"Times New Roman\", serif",
        ] {
            #expect(letter.contains(part), "\(part)")
        }
        let arabic = try #require(pages["arabic"])
        #expect(
            arabic.contains("<html lang=\"ar\" dir=\"rtl\">") && arabic.contains("lang=\"en\" dir=\"ltr\""))
        let review = try #require(pages["review"])
        for part in [
            "<tr class=\"reviewed first\">", "<tr class=\"fuzzy first\">", "<tr class=\"missing first\">",
            "<tr class=\"broken first\">",
            "<span class=\"state\">reviewed</span>", "Trả &lt;b&gt;tự do&lt;/b&gt;.",
            "<span class=\"problem\">",
        ] {
            #expect(review.contains(part), "\(part)")
        }
        let index = try #require(pages["index"])
        for part in [
            "href=\"appeal/%C4%91%C3%A0%20n%E1%BA%B5ng/vi.html\"", "<span class=\"percent\">99%</span>",
            "1 letter, 1 incomplete",
            "aria-label=\"Tổng thống, Tiếng Việt, HTML\"",
            "<h2 id=\"letter-appeal\" lang=\"en\">Free &lt;him&gt;</h2>",
        ] {
            #expect(index.contains(part), "\(part)")
        }
    }

    @Test(.enabled(if: Programs.has("tidy"))) func tidyHasNothingToSay() throws {
        try withTemporaryFolder { folder in
            for (name, page) in try pages() {
                try FileWriting.write(page, to: folder + "/page.html")
                let result = try Programs.run(
                    "tidy", ["-q", "-e", "--drop-empty-elements", "no", "page.html"], in: folder)
                #expect(result.status == 0, "\(name): \(result.output)")
            }
        }
    }
}
