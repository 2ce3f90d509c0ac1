import Segmentation
import TestSupport
import Testing
import TextFiles
import UnicodeText

/// The definition of ``Segmenter/boundaries(in:)``, without regard to speed: every place, every rule.
private struct NaiveSegmenter {
    let breaker: TextBreaker
    let rules: [(breaks: Bool, expression: RegularExpression)]

    init(locale: LocaleID, rules: [SRXRule]) throws {
        breaker = try TextBreaker(.sentence, locale: locale)
        self.rules = try rules.map {
            ($0.breaks, try RegularExpression("(?:\($0.beforeBreak))(?=\($0.afterBreak))"))
        }
    }

    func boundaries(in units: [UInt16]) -> [Int] {
        for rule in rules { rule.expression.setText(units) }
        func isSpace(_ at: Int) -> Bool {
            units.indices.contains(at) && (Unicode.Scalar(units[at])?.isWhiteSpace ?? false)
        }
        func holds(_ rule: (breaks: Bool, expression: RegularExpression), at place: Int) -> Bool {
            (0...place).contains { start in
                // A regular expression starts at a character, not inside one.
                let splits =
                    start > 0 && start < units.count && units[start] & 0xFC00 == 0xDC00
                    && units[start - 1] & 0xFC00 == 0xD800
                return !splits && rule.expression.matchEnd(at: start) == place
            }
        }
        let proposals = breaker.boundaries(of: units)
        var result: [Int] = []
        for end in 0..<units.count where !isSpace(end) {
            var start = end
            while start > 0, isSpace(start - 1) { start -= 1 }
            guard start > 0 else { continue }
            let deciding = rules.first { rule in (start...end).contains { holds(rule, at: $0) } }
            if deciding?.breaks ?? (start...end).contains(where: { proposals.contains($0) }) {
                result.append(end)
            }
        }
        return units.isEmpty ? [] : result + [units.count]
    }
}

@Suite struct RuleTwinTests {
    private func compare(_ rules: [SRXRule], _ locale: LocaleID, parts: [String], seed: UInt64) throws {
        let fast = try Segmenter(locale: locale, rules: rules)
        let naive = try NaiveSegmenter(locale: locale, rules: rules)
        var generator = SeededGenerator(state: seed)
        for _ in 0..<150 {
            let length = Int.random(in: 0...14, using: &generator)
            let text = (0..<length).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
            let units = Array(text.utf16)
            #expect(fast.boundaries(in: units) == naive.boundaries(in: units), "\(text)")
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

    @Test func overlappingAndEmptyMatches() throws {
        let rules = [
            SRXRule(breaks: false, beforeBreak: "aa", afterBreak: "b?a"),
            SRXRule(breaks: true, beforeBreak: "[ab]+", afterBreak: "\\."),
            SRXRule(breaks: false, beforeBreak: "", afterBreak: "\\s+b"),
            SRXRule(breaks: true, beforeBreak: "a|ab", afterBreak: ""),
            SRXRule(breaks: false, beforeBreak: "(?<=x)a*", afterBreak: "x"),
            SRXRule(breaks: true, beforeBreak: ".", afterBreak: "😀"),
        ]
        for seed in 0..<20 {
            var generator = SeededGenerator(state: UInt64(seed))
            try compare(
                rules.shuffled(using: &generator), .english,
                parts: ["a", "a", "b", "x", ".", " ", "  ", "\n", "A", "😀"], seed: UInt64(seed) + 100)
        }
    }
}
