import Foundation
import Testing

@testable import Matching

@Suite struct DecompositionTests {
    /// A decomposition written as base text, marks by letter (`·` where there are none) and tone.
    private static func shown(_ text: String) -> [String] {
        let parts = Decomposition(text)
        let marks = parts.marks.map { marks in
            marks.isEmpty ? "·" : marks.map { String($0.value, radix: 16) }.joined(separator: "+")
        }
        return [
            parts.baseText, marks.joined(separator: " "),
            parts.tone.map { String($0.value, radix: 16) } ?? "",
        ]
    }

    @Test(arguments: [
        ("", "", "", ""),
        ("ban", "ban", "· · ·", ""),
        ("Bán", "Ban", "· · ·", "301"),
        ("bàn", "ban", "· · ·", "300"),
        ("bãn", "ban", "· · ·", "303"),
        ("bản", "ban", "· · ·", "309"),
        ("bạn", "ban", "· · ·", "323"),
        // The circumflex, breve and horn stay with their letter; only the tone is taken off.
        ("luật", "luat", "· · 302 ·", "323"),
        ("bằng", "bang", "· 306 · ·", "300"),
        ("nước", "nuoc", "· 31b 31b ·", "301"),
        // The bar of đ is a mark like others.
        ("đi", "di", "335 ·", ""),
        ("Đài", "Dai", "335 · ·", "300"),
        ("đ\u{301}", "d", "335", "301"),
        // Other strokes are letters of their own.
        ("łódź", "łodz", "· 301 · 301", ""),
        // Several tones stay marks of their letters.
        ("hòàng", "hoang", "· 300 300 · ·", ""),
        ("résumé", "resume", "· 301 · · · 301", ""),
        ("a\u{301}\u{300}", "a", "300+301", ""),
        ("a\u{301}\u{301}", "a", "301", ""),
        // One tone among other marks.
        ("ñ", "n", "·", "303"),
        ("ü", "u", "308", ""),
        ("ǘ", "u", "308", "301"),
        // Marks before any base are ignored, tones among them.
        ("\u{301}", "", "", ""),
        ("\u{302}\u{301}a", "a", "·", ""),
        ("\u{301}bạn", "ban", "· · ·", "323"),
        // Marks that belong to one script are base scalars.
        ("\u{5D0}\u{5B8}", "\u{5D0}\u{5B8}", "· ·", ""),
        ("\u{915}\u{94D}", "\u{915}\u{94D}", "· ·", ""),
        // Spacing and enclosing marks are no nonspacing marks.
        ("a\u{20DD}", "a\u{20DD}", "· ·", ""),
        // Hangul comes apart into its letters.
        ("각", "\u{1100}\u{1161}\u{11A8}", "· · ·", ""),
        // Scalars beyond the basic plane stay whole.
        ("𝐚\u{301}", "𝐚", "·", "301"),
    ])
    func parts(_ text: String, base: String, marks: String, tone: String) {
        #expect(Self.shown(text) == [base, marks, tone], "\(text)")
    }

    @Test(arguments: [
        ("hòa", "hoà"), ("khỏe", "khoẻ"), ("thủy", "thuỷ"), ("HÒA", "HOÀ"), ("Hùynh", "Huỳnh"),
    ])
    func placeOfTheToneNeverMatters(_ left: String, _ right: String) {
        #expect(Decomposition(left) == Decomposition(right))
    }

    @Test(arguments: ["Nguyễn", "Đài", "luật sư", "được", "Ở", "quyền", "ǘ", "한국어"])
    func normalizationFormNeverMatters(_ text: String) {
        #expect(Decomposition(text) == Decomposition(text.decomposedStringWithCanonicalMapping))
    }

    /// Marks of different classes and of one class in another order are the same set.
    @Test func orderOfMarksNeverMatters() {
        #expect(Decomposition("a\u{323}\u{302}") == Decomposition("a\u{302}\u{323}"))
        #expect(Decomposition("e\u{302}\u{301}") == Decomposition("e\u{301}\u{302}"))
        #expect(Decomposition("u\u{308}\u{30C}") == Decomposition("u\u{30C}\u{308}"))
    }

    @Test(arguments: [
        ("ban", false), ("di", false), ("bán", true), ("đi", true), ("mưa", true), ("\u{301}", false),
        ("", false),
    ])
    func isMarked(_ text: String, _ expected: Bool) {
        #expect(Decomposition(text).isMarked == expected)
    }

    @Test(arguments: [
        ("ban", "bán", true), ("bán", "ban", false), ("ban", "ban", true), ("bán", "bạn", false),
        // A letter's mark may be left out and the tone kept, and the other way round.
        ("lúât", "luất", true), ("luât", "luật", true), ("luạt", "luật", true), ("luat", "luật", true),
        ("luát", "luật", false), ("luât", "luạt", false), ("di", "đi", true), ("đi", "di", false),
        // Marks at different letters are no subset of each other.
        ("nươc", "nước", true), ("nuơc", "nươc", true), ("nưoc", "nuơc", false),
        // Several tones are marks: where one of them is missing the other is a tone, which is not none.
        ("resume", "résumé", true), ("resumé", "résumé", false), ("rèsumè", "résumé", false),
    ])
    func underMarked(_ left: String, _ right: String, _ expected: Bool) {
        #expect(
            Decomposition(left).isUnderMarked(spellingOf: Decomposition(right)) == expected,
            "\(left) \(right)")
    }
}
