import Alignment
import Testing
import UnicodeText

@Suite struct DocumentProblemTests {
    private static let english = SampleLetters.english.flatMap(\.self)
    private static let vietnamese = SampleLetters.vietnamese.flatMap(\.self)
    private static let french = [
        "Nous sommes des organisations de douze pays qui travaillent pour les droits dans la région.",
        "Nous vous écrivons avant le sommet, et nous vous demandons de parler de la situation avec vos hôtes.",
        "Son seul tort est d’avoir écrit sur la pollution de la mer, et il ne faut pas aller en prison pour cela.",
    ]
    private static let russian = [
        "Мы пишем вам перед встречей и просим вас поднять вопрос о судьбе блогеров и адвокатов.",
        "Никто не должен сидеть в тюрьме из-за статьи, это не преступление, и вы это знаете.",
    ]

    @Test func problemsAreFound() throws {
        func find(_ source: [String], _ target: [String], _ from: String = "en", _ to: String = "vi") throws
            -> DocumentProblem?
        {
            DocumentProblem.find(
                DocumentPair(source: .init(segments: source), target: .init(segments: target)),
                source: try LocaleID(from), target: try LocaleID(to))
        }
        #expect(try find(Self.english, Self.vietnamese) == nil)
        #expect(try find(Self.vietnamese, Self.english, "vi", "en") == nil)
        #expect(try find([], Self.vietnamese) == .empty(isSource: true))
        #expect(try find(Self.english, []) == .empty(isSource: false))
        #expect(try find(Self.english, Self.english) == .same)
        #expect(try find(Self.vietnamese, Self.english) == .swapped)
        let french = try LocaleID("fr")
        #expect(
            try find(Self.english, Self.french) == .language(isSource: false, .language(french)))
        #expect(
            try find(Self.french, Self.vietnamese) == .language(isSource: true, .language(french)))
        #expect(
            try find(Self.english, Self.russian)
                == .language(isSource: false, .language(try LocaleID("ru"))))
        #expect(
            try find(Self.english, Self.vietnamese, "en", "th")
                == .language(isSource: false, .language(.vietnamese)))
        // A list of names is the same in both languages, and too short to tell its own.
        let names = ["Access Now", "Viet Tan", "PEN America"]
        #expect(try find(names, names) == nil)
        // Vietnamese typed without its marks has none of its small words, but no other language's either.
        let bare = Self.vietnamese.map { text in
            String(String.UnicodeScalarView(text.nfd.unicodeScalars.filter { $0.value < 0x80 }))
        }
        #expect(try find(Self.english, bare) == nil)
    }

    @Test func scriptsAreTold() throws {
        let thai = Array(repeating: "เราขอให้ท่านยกกรณีเหล่านี้ขึ้นหารือกับเจ้าภาพ", count: 4)
        #expect(LanguageCheck.finding(thai, locale: .vietnamese) == .script("Thai"))
        #expect(LanguageCheck.finding(thai, locale: try LocaleID("th")) == nil)
        let japanese = Array(repeating: "私たちは人権のために働く団体です。", count: 6)
        #expect(LanguageCheck.finding(japanese, locale: try LocaleID("ja")) == nil)
        #expect(LanguageCheck.finding(["Hi."], locale: try LocaleID("th")) == nil)
    }
}
