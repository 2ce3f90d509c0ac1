import Interchange
import Testing
import TextFiles
import UnicodeText

@testable import Letters

@Suite struct LetterAssemblyTests {
    private static let source = "Ask the *minister* for the [report](https://x.org)."
    private static let coded = "Ask the <1>minister</1> for the <2>report</2>."

    /// The first paragraph in HTML.
    private func paragraph(_ translation: String) throws -> String {
        let page = try LetterFormat.html.render(localize(Self.source, [Self.coded: translation]))
        let line = TextSource(page).lines.first { $0.hasPrefix("<p>") } ?? ""
        return String(line.dropFirst(3).dropLast(4))
    }

    @Test(arguments: [
        (
            "Hỏi <1>bộ trưởng</1> về <2>báo cáo</2>.",
            "Hỏi <em>bộ trưởng</em> về <a href=\"https://x.org\">báo cáo</a>."
        ),
        (
            "Về <2>báo cáo</2>, hỏi <1>bộ trưởng</1>.",
            "Về <a href=\"https://x.org\">báo cáo</a>, hỏi <em>bộ trưởng</em>."
        ),
        ("<2>Hỏi <1>bộ trưởng</1></2>.", "<a href=\"https://x.org\">Hỏi <em>bộ trưởng</em></a>."),
        ("Hỏi <1></1><2>a</2>.", "Hỏi <em></em><a href=\"https://x.org\">a</a>."),
        ("a\n<1>b</1> <2>c</2>", "a <em>b</em> <a href=\"https://x.org\">c</a>"),
        ("a \\<3> <1>b</1> <2>c</2>", "a &lt;3&gt; <em>b</em> <a href=\"https://x.org\">c</a>"),
    ])
    func codesMove(translation: String, html: String) throws {
        #expect(try paragraph(translation) == html)
    }

    @Test(arguments: [
        "Hỏi bộ trưởng.", "<1>a</1> <2>b", "<1>a<2>b</1>c</2>", "<1>a</1> <2>b</2> <3/>",
        "<1>a</1><1>b</1> <2>c</2>", "</1>a<1> <2>b</2>",
    ])
    func brokenCodesFallBack(translation: String) throws {
        let letter = try localize(Self.source, [Self.coded: translation])
        #expect(letter.fallbacks.map(\.translation.state) == [.broken])
        #expect(letter.fallbacks.first?.translation.problems.isEmpty == false)
        let html = try paragraph(translation)
        #expect(
            html
                == "<span class=\"untranslated\" lang=\"en\">Ask the <em>minister</em> for the "
                + "<a href=\"https://x.org\">report</a>. <span class=\"mark\" lang=\"vi\">[chưa dịch]</span></span>"
        )
    }

    @Test func theLanguageOfTheLetterHasNoFallbacks() throws {
        let letter = try localize(Self.source)
        #expect(letter.fallbacks.isEmpty)
        #expect(try LetterFormat.text.render(letter) == "Ask the minister for the report <https://x.org>.\n")
    }

    @Test func withoutCatalog() throws {
        let letter = try readLetter("Ask. Ask. Wait.").letter
        let localized = try LetterAssembly(
            letter: letter, catalog: nil, conventions: Conventions(locale: .vietnamese)
        ).localized()
        #expect(localized.fallbacks.map(\.translation.state) == [.missing, .missing])
        #expect(try LetterFormat.markdown.render(localized).contains("Ask. *\\[chưa dịch\\]*"))
        #expect(CatalogStatus(of: letter, in: nil).count(.missing) == 2)
    }

    @Test func directions() throws {
        let page = try LetterFormat.html.render(localize("Ask.", [:], to: LocaleID("he")))
        #expect(page.contains("<html lang=\"he\" dir=\"rtl\">"))
        #expect(page.contains("<span class=\"untranslated\" lang=\"en\" dir=\"ltr\">"))
    }

    @Test(arguments: [
        ("APEC Leaders", "apec-leaders"), ("Bộ trưởng Đặng, Hà Nội", "bo-truong-dang-ha-noi"), (nil, "all"),
        ("../../etc", "etc"), ("主席", "all"), (String(repeating: "ab ", count: 50), "ab"),
    ])
    func folders(recipient: String?, name: String) {
        let folder = LetterAssembly.folderName(recipient)
        #expect(folder.hasPrefix(name))
        #expect(folder.utf8.count <= 60)
    }
}
