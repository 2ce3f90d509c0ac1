import Segmentation
import TestSupport
import Testing
import TextFiles
import UnicodeText

/// What the standard says, without regard to speed (SRX 2.0, section 4): every place, every rule, every way of
/// matching. A mark is put at the place, and `beforebreak`, the mark and `afterbreak` are searched for; so rules
/// here must not look over the place from within one of their sides.
private struct NaiveRules {
    private static let mark: UInt16 = 0xE000
    let rules: [(breaks: Bool, expression: RegularExpression)]

    init(_ rules: [SRXRule]) throws {
        self.rules = try rules.map {
            ($0.breaks, try RegularExpression("(?:\($0.beforeBreak))\u{E000}(?:\($0.afterBreak))"))
        }
    }

    /// The number of the first rule that holds.
    func first(at place: Int, in units: [UInt16]) -> Int? {
        let marked = units[..<place] + [Self.mark] + units[place...]
        return rules.firstIndex { rule in
            rule.expression.setText(Array(marked))
            return rule.expression.firstMatch(from: 0) != nil
        }
    }

    /// Where rules alone cut.
    func boundaries(in units: [UInt16]) -> [Int] {
        guard !units.isEmpty else { return [] }
        let inner = (1..<units.count).filter { place in
            let splits = units[place] & 0xFC00 == 0xDC00 && units[place - 1] & 0xFC00 == 0xD800
            return !splits && first(at: place, in: units).map { rules[$0].breaks } ?? false
        }
        return inner + [units.count]
    }

    /// Where rules correct a breaker's proposals.
    func boundaries(in units: [UInt16], correcting breaker: TextBreaker) -> [Int] {
        func isSpace(_ at: Int) -> Bool {
            units.indices.contains(at) && (Unicode.Scalar(units[at])?.isWhiteSpace ?? false)
        }
        let proposals = breaker.boundaries(of: units)
        var result: [Int] = []
        for end in 0..<units.count where !isSpace(end) {
            var start = end
            while start > 0, isSpace(start - 1) { start -= 1 }
            guard start > 0 else { continue }
            let deciding = (start...end).compactMap { first(at: $0, in: units) }.min()
            let isProposed = (start...end).contains { proposals.contains($0) }
            if deciding.map({ rules[$0].breaks }) ?? isProposed { result.append(end) }
        }
        return units.isEmpty ? [] : result + [units.count]
    }
}

@Suite struct RuleTwinTests {
    private func compare(_ rules: [SRXRule], _ locale: LocaleID, parts: [String], seed: UInt64) throws {
        let correcting = try Segmenter(locale: locale, rules: rules)
        let following = try Segmenter(locale: locale, rules: rules, followsRulesAlone: true)
        let naive = try NaiveRules(rules)
        let breaker = try TextBreaker(.sentence, locale: locale)
        var generator = SeededGenerator(state: seed)
        for _ in 0..<150 {
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
