import Interchange
import Matching
import TestSupport
import Testing
import UnicodeText

@testable import Terminology

/// The automaton and the choice, held against what they are by definition: every term tried at every place, and the
/// best taken again and again.
@Suite struct TermTwinTests {
    private struct Naive {
        let patterns: [TermPattern]
        let tokenizer: Tokenizer
        let tolerance: TermDeviation

        init(_ base: Termbase, _ locale: LocaleID, _ tolerance: TermDeviation) throws {
            tokenizer = try Tokenizer(locale: locale)
            self.tolerance = tolerance
            var patterns: [TermPattern] = []
            for reference in base.references(in: locale) {
                let term = base.term(reference)
                let stream = TermStream(tokenizer.tokenize(term.text), tokenizer)
                for items in [stream.items, stream.joined ?? []] where !items.isEmpty {
                    patterns.append(
                        TermPattern(
                            reference: reference, tokens: items.map(\.token), caseRule: .init(term),
                            isEnglish: locale.language == "en"))
                }
            }
            self.patterns = patterns
        }

        func matches(_ text: String) -> [(tokens: Range<Int>, terms: Set<TermReference>, TermDeviation)] {
            let stream = TermStream(tokenizer.tokenize(text), tokenizer)
            var found: [TermCandidate] = []
            for items in [stream.items, stream.joined ?? []] {
                for pattern in patterns {
                    for start in 0..<max(0, items.count - pattern.tokens.count + 1) {
                        let part = items[start..<start + pattern.tokens.count]
                        guard let (deviation, misspelt) = pattern.deviation(part.map(\.token)),
                            deviation.isSubset(of: tolerance), let first = part.first, let last = part.last
                        else { continue }
                        found.append(
                            TermCandidate(
                                tokens: first.first..<last.last + 1, terms: [pattern.reference],
                                deviation: deviation, length: pattern.tokens.count, misspelt: misspelt))
                    }
                }
            }
            var chosen: [(tokens: Range<Int>, terms: Set<TermReference>, TermDeviation)] = []
            while let best = found.min(by: { TermCandidate.isBetter($0, $1) }) {
                let same = found.filter { $0.tokens == best.tokens && $0.deviation == best.deviation }
                chosen.append((best.tokens, Set(same.flatMap(\.terms)), best.deviation))
                found.removeAll { $0.tokens.overlaps(best.tokens) }
            }
            return chosen.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        }
    }

    private func compare(_ base: Termbase, _ locale: LocaleID, _ texts: [String]) throws {
        for tolerance in [TermDeviation.inflected, .all] {
            let fast = try TermRecognizer(base, locale: locale, tolerance: tolerance)
            let naive = try Naive(base, locale, tolerance)
            for text in texts {
                let expected = naive.matches(text)
                let found = fast.matches(in: text)
                #expect(found.map(\.tokens) == expected.map(\.tokens), "\(text)")
                #expect(found.map { Set($0.terms) } == expected.map(\.terms), "\(text)")
                #expect(found.map(\.deviation) == expected.map { $0.2 }, "\(text)")
            }
        }
    }

    private func base(_ terms: [String], _ locale: LocaleID, _ generator: inout SeededGenerator) -> Termbase {
        Termbase(
            terms.map { text in
                var term = GlossaryTerm(text)
                term.kind = [.acronym, .properName, nil, nil].randomElement(using: &generator) ?? nil
                var concept = GlossaryConcept()
                concept.add(term, tag: locale.identifier, locale: locale)
                return concept
            })
    }

    /// All texts of up to four words out of a few, against termbases of such words.
    @Test func smallWorlds() throws {
        var generator = SeededGenerator(state: 1975)
        for (locale, words) in [
            (LocaleID.english, ["right", "Rights", "co", "operation", "co-operation", "cooperation"]),
            (.vietnamese, ["hòa", "hoà", "hoa", "bình", "Binh", "bính"]),
        ] {
            var texts = [""]
            var longest = [""]
            for _ in 0..<3 {
                longest = longest.flatMap { text in words.map { text.isEmpty ? $0 : text + " " + $0 } }
                texts += longest
            }
            for _ in 0..<6 {
                let terms = (0..<4).map { _ in
                    (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                        words.randomElement(using: &generator) ?? ""
                    }.joined(separator: " ")
                }
                try compare(base(terms, locale, &generator), locale, texts)
            }
        }
    }

    /// Longer random texts with hyphens, codes and marks between words.
    @Test func randomTexts() throws {
        var generator = SeededGenerator(state: 42)
        let words = [
            "human", "rights", "right", "defender", "self", "rule", "of", "law", "Law", "laws", "<1/>",
        ]
        func text(_ count: ClosedRange<Int>) -> String {
            var text = ""
            for _ in 0..<Int.random(in: count, using: &generator) {
                text += words.randomElement(using: &generator) ?? ""
                text += [" ", " ", " ", "-", ", "].randomElement(using: &generator) ?? ""
            }
            return text
        }
        for _ in 0..<8 {
            let terms = (0..<12).map { _ in text(1...4).trimmed }
            try compare(base(terms, .english, &generator), .english, (0..<40).map { _ in text(5...25) })
        }
    }
}
