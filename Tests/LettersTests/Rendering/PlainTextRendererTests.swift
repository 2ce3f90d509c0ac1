import Testing
import TextFiles
import UnicodeText

@testable import Letters

@Suite struct PlainTextRendererTests {
    private static let sentences = [
        "Chúng tôi trân trọng đề nghị Quý vị kêu gọi chính quyền trả tự do cho những người bị giam giữ. ",
        "我們懇請各位領袖敦促當局立即釋放所有被任意拘押的人士，並尊重言論自由與結社自由。",
        "เราขอเรียกร้องให้ท่านผู้นำเรียกร้องให้รัฐบาลปล่อยตัวผู้ที่ถูกควบคุมตัวโดยพลการทั้งหมดทันที",
        "We ask you to urge the authorities to free everybody who is held — “arbitrarily” — today. ",
    ]

    @Test(arguments: sentences, ["", "> ", "- ", "> - ", "10. "])
    func linesFit(sentence: String, mark: String) throws {
        let text = String(repeating: sentence, count: 6)
        for locale in ["vi", "zh-Hant", "th", "en"] {
            let built = try LetterFormat.text.build("---\ntitle: \(text)\n---\n" + mark + text)
            for line in TextSource(built).lines {
                #expect(line.displayWidth <= 72, "\(locale): \(line)")
                #expect(!line.hasSuffix(" "))
            }
            #expect(built.filter { $0.isLetter }.count == 2 * text.filter { $0.isLetter }.count)
        }
    }

    @Test(arguments: [
        ("- a\\\n  b\n- c", "- a\n  b\n- c"),
        ("- a\n\n  b\n\n- c", "- a\n\n  b\n\n- c"),
        ("- a\n  - b", "- a\n  - b"),
        ("9. a\n10. b", " 9. a\n10. b"),
        ("> a\n>\n> > b", "> a\n>\n> > b"),
        ("# Tiêu đề", "Tiêu đề\n-------"),
        ("a<br>b", "a b"),
        ("a <!-- note --> b", "a  b"),
        ("<!-- note -->\n\na", "a"),
        ("<!-- note -->", ""),
        (
            "[a](https://x.org) <https://y.org> [z@x.org](mailto:z@x.org)",
            "a <https://x.org> https://y.org z@x.org"
        ),
        ("- ```\n  a\n\n\n  b\n  ```", "- a\n\n\n  b"),
        ("-\n- b", "-\n- b"),
        ("*a* **b** `c`", "a b c"),
        ("***", "------------------------"),
    ])
    func blocks(markdown: String, text: String) throws {
        #expect(try LetterFormat.text.build(markdown) == text + "\n")
    }

    @Test func hangingIndents() throws {
        let long = String(repeating: "word ", count: 20)
        let built = try LetterFormat.text.build((1...10).map { "\($0). \(long)" }.joined(separator: "\n"))
        for line in TextSource(built).lines {
            #expect(line.hasPrefix("    word") || line.prefix(4).hasSuffix(". "))
        }
    }

    /// Mail programs follow an address on one line only.
    @Test func addressesStayWhole() throws {
        let address = "https://www.example.org/" + String(repeating: "part-of-a-path/", count: 8)
        let built = try LetterFormat.text.build(
            "Some words before it, see [the report](\(address)), and more.")
        #expect(built.contains("<\(address)>"))
        #expect(TextSource(built).lines.count == 3)
    }

    @Test func wholeLetter() throws {
        let letter = try localize(
            """
            ---
            title: Appeal
            date: 2017-11-07
            place: Hue
            recipient: Minister
            salutation: Dear Minister,
            closing: Yours,
            signatories: [One, {name: Two, vi: Hai}]
            ---
            Free her. Now.
            """,
            ["Free her.": "Hãy thả cô ấy.", "Appeal": "Lời kêu gọi", "Dear Minister,": "Thưa Bộ trưởng,"])
        #expect(
            try LetterFormat.text.render(letter) == """
                Hue [chưa dịch], ngày 7 tháng 11 năm 2017

                Kính gửi: Minister [chưa dịch]

                Lời kêu gọi
                ===========

                Thưa Bộ trưởng,

                Hãy thả cô ấy. Now. [chưa dịch]

                Yours, [chưa dịch]

                Các tổ chức ký tên:

                1. One
                2. Hai

                """)
    }
}
