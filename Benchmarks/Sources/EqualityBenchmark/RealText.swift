import Foundation
import Matching
import UnicodeText
import Vietnamese

/// Real segments of a language, and the forms in which they are searched for.
struct RealText {
    private let locale: LocaleID
    private let texts: [String]
    private let queryCount: Int
    /// So many queries of every form are compared with all units.
    private static let full = 6
    private let comparison: Comparison
    private let tokenizer: Tokenizer
    private let words: [String]

    init(_ locale: LocaleID, _ all: [String], units: Int, queries: Int) throws {
        self.locale = locale
        queryCount = queries
        tokenizer = try Tokenizer(locale: locale)
        let step = max(1, all.count / max(1, units))
        var texts = stride(from: 0, to: all.count, by: step).prefix(units).map { all[$0] }
        texts += Self.long(texts, count: 60) + ["", "\u{200B}", "\u{2060}\u{200B}", "…", "?!"]
        self.texts = texts
        let candidates = texts.enumerated().map { [tokenizer] in
            SearchCandidate(number: $0, tokenizer.tokenize($1))
        }
        comparison = Comparison(candidates)
        var random = SeededGenerator(state: 2)
        words = (0..<20_000).compactMap { _ in
            texts.randomElement(using: &random)?.split(separator: " ").randomElement(using: &random)
                .map(String.init)
        }
    }

    /// Segments of 300 words, made of real ones.
    private static func long(_ texts: [String], count: Int) -> [String] {
        (0..<count).map { number in
            texts.dropFirst(number * 97).prefix(60).flatMap { $0.split(separator: " ") }.prefix(300)
                .joined(separator: " ")
        }
    }

    /// Words replaced, removed and inserted: up to half of them.
    private func perturbed(_ text: String, _ random: inout SeededGenerator) -> String {
        var tokens = text.split(separator: " ").map(String.init)
        let share = Double.random(in: 0...0.5, using: &random)
        for _ in 0..<Int((share * Double(tokens.count)).rounded()) where !tokens.isEmpty {
            let place = Int.random(in: 0..<tokens.count, using: &random)
            let word = words.randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<3, using: &random) {
            case 0: tokens[place] = word
            case 1: tokens.remove(at: place)
            default: tokens.insert(word, at: place)
            }
        }
        return tokens.joined(separator: " ")
    }

    func compare() throws -> Bool {
        let some = max(1, queryCount / 10)
        var isRight = true
        func row(_ form: String, _ count: Int, _ change: (String) -> String) {
            var random = SeededGenerator(state: UInt64(form.utf8.count))
            let queries = (0..<count).map { _ in
                let text = perturbed(texts.randomElement(using: &random) ?? "", &random)
                return SearchQuery(tokenizer.tokenize(change(text)), &random)
            }
            isRight = show(form, queries) && isRight
        }
        row("0 to 50% of the words changed", queryCount) { $0 }
        row("in NFD", some) { $0.nfd }
        row("without any diacritics", some, Stripping.withoutMarks)
        if locale == .vietnamese {
            row("composed as in windows-1258", some, Self.asInWindows1258)
            row("tones in the old place", some) { Self.styled($0, .old) }
            row("tones in the new place", some) { Self.styled($0, .new) }
        }
        var random = SeededGenerator(state: 3)
        let long = texts.suffix(65).prefix(60).prefix(max(6, some))
        isRight =
            show(
                "300 words", long.map { SearchQuery(tokenizer.tokenize(perturbed($0, &random)), &random) })
            && isRight
        let empty = ["", " ", "\u{200B}", "\u{2060}\u{200B}", "\u{A0}\u{200B}"]
        return show("empty", empty.map { SearchQuery(tokenizer.tokenize($0), &random) }) && isRight
    }

    private func show(_ form: String, _ queries: [SearchQuery]) -> Bool {
        let full = min(queries.count, Self.full)
        let outcome = comparison.run(queries, full: full)
        print(
            "| \(locale) | \(texts.count) | \(form) | \(queries.count) | \(full) | \(outcome.searches) | \(outcome.matches) "
                + "| \(outcome.differences) | \(String(format: "%.1f s", outcome.seconds)) |")
        fflush(nil)
        return outcome.differences == 0
    }

    /// Vowels with their circumflex, breve or horn as one character, and the tone after them, as files in
    /// windows-1258 come out.
    static func asInWindows1258(_ text: String) -> String {
        let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        var result = ""
        for character in text {
            let parts = String(character).nfd.unicodeScalars
            var base = String.UnicodeScalarView(), tone = String.UnicodeScalarView()
            for scalar in parts {
                if tones.contains(scalar) { tone.append(scalar) } else { base.append(scalar) }
            }
            result += String(base).nfc
            result.unicodeScalars.append(contentsOf: tone)
        }
        return result
    }

    private static func styled(_ text: String, _ style: ToneStyle) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false)
            .map { TonePlacement.styled(String($0), style) }.joined(separator: " ")
    }
}
