import Segmentation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@Suite struct RuleTwinTests {
    private func compare(_ rules: [SRXRule], _ locale: LocaleID, parts: [String], seed: UInt64) throws {
        let correcting = try Segmenter(locale: locale, rules: rules)
        let following = try Segmenter(locale: locale, rules: rules, followsRulesAlone: true)
        let naive = try NaiveRules(rules)
        let breaker = try TextBreaker(.sentence, locale: locale)
        var generator = SeededGenerator(state: seed)
        for _ in 0..<60 {
            let length = Int.random(in: 0...14, using: &generator)
            let text = (0..<length).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
            let units = Array(text.utf16)
            let corrected = naive.boundaries(in: units, correcting: breaker)
            #expect(correcting.boundaries(in: units) == corrected, "\(text)")
            #expect(following.boundaries(in: units) == naive.boundaries(in: units), "\(text)")
        }
    }

    @Test func builtInRules() throws {
        let root = (0..<3).reduce(#filePath) { path, _ in FilePath.folder(of: path) }
        let common = [
            " ", " ", " ", "\n", "\u{A0}", ".", ".", "?", "!", "…", "...", "”", "“", ")", "(", "[1]", "1",
            "25",
            "a", "A", "I", "The", "v", "etc", "😀", ";",
        ]
        let own = [
            LocaleID.english: ["Mr", "No", "p.m", "U.S.", "e.g", "Nov", "Ph.D", "Co", "Ltd", "It"],
            LocaleID.vietnamese: ["TP", "Q", "v.v", "Ng", "Đài", "NXB", "ThS", "Nếu", "tr", "ĐT"],
        ]
        for (locale, words) in own.sorted(by: { $0.key.identifier < $1.key.identifier }) {
            let document = try SRXDocument(path: "\(root)/locales/\(locale)/segmentation.srx")
            try compare(document.rules(for: locale), locale, parts: common + words, seed: 20_171_107)
        }
    }

    /// What the automata must not take for exact, or take for anything.
    @Test func expressionsOfEveryKind() throws {
        let rules = [
            SRXRule(breaks: true, beforeBreak: "\\bab\\.", afterBreak: "\\s+\\p{Lu}"),
            SRXRule(breaks: false, beforeBreak: "(?i:ss|mr)\\.?", afterBreak: "\\s?a\\b"),
            SRXRule(breaks: true, beforeBreak: "^\\s*[^.a]{1,12}!", afterBreak: ""),
            SRXRule(breaks: true, beforeBreak: "(?m:^)a+?", afterBreak: "[\\p{Lu}--[A]]|é"),
            SRXRule(breaks: false, beforeBreak: "(a|b)x\\1", afterBreak: "\\R"),
            SRXRule(breaks: true, beforeBreak: "\\Q.)\\E", afterBreak: "[^a]"),
            SRXRule(breaks: true, beforeBreak: "(?<![ab])\\.", afterBreak: "(?!a). "),
            SRXRule(breaks: false, beforeBreak: "x{2,}|y{1,3}+", afterBreak: "(?>a|ab)b"),
            SRXRule(breaks: true, beforeBreak: "", afterBreak: "\\x{1F600}|\\u00DF"),
            SRXRule(breaks: true, beforeBreak: "[a-z&&[^b]]\\d*;", afterBreak: "\\S"),
            SRXRule(breaks: true, beforeBreak: "(?x) a  b # note\n", afterBreak: "\\w"),
        ]
        for seed in 0..<8 {
            var generator = SeededGenerator(state: UInt64(seed))
            try compare(
                rules.shuffled(using: &generator), .english,
                parts: [
                    "a", "b", "ab", "ss", "ß", "SS", "Mr", ".", ".)", "x", "y", " ", "\n", "\r\n", "A", "É",
                    "é",
                    "e\u{301}", "😀", "!", ";", "1", "\u{AD}",
                ], seed: UInt64(seed) + 500)
        }
    }

    /// More rules than one group holds: the order goes on from group to group.
    @Test func manyRules() throws {
        var rules = (0..<150).map { number in
            SRXRule(
                breaks: number % 3 != 0, beforeBreak: "a{\(number % 7 + 1)}[.]",
                afterBreak: "\\s?b{\(number % 5)}")
        }
        rules.append(SRXRule(breaks: true, beforeBreak: "[.]", afterBreak: "\\s"))
        for seed in 0..<8 {
            var generator = SeededGenerator(state: UInt64(seed))
            try compare(
                rules.shuffled(using: &generator), .english, parts: ["a", "aa", ".", " ", "b", "bb", "A"],
                seed: UInt64(seed) + 900)
        }
    }

    @Test func overlappingAndEmptyMatches() throws {
        let rules = [
            SRXRule(breaks: false, beforeBreak: "aa", afterBreak: "b?a"),
            SRXRule(breaks: true, beforeBreak: "[ab]+", afterBreak: "\\."),
            SRXRule(breaks: false, beforeBreak: "", afterBreak: "\\s+b"),
            SRXRule(breaks: true, beforeBreak: "a|ab", afterBreak: ""),
            SRXRule(breaks: false, beforeBreak: "(?<=x)a*", afterBreak: "x"),
            SRXRule(breaks: true, beforeBreak: ".", afterBreak: "😀"),
        ]
        for seed in 0..<8 {
            var generator = SeededGenerator(state: UInt64(seed))
            try compare(
                rules.shuffled(using: &generator), .english,
                parts: ["a", "a", "b", "x", ".", " ", "  ", "\n", "A", "😀"], seed: UInt64(seed) + 100)
        }
    }
}
