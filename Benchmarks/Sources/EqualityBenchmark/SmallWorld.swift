import Matching
import UnicodeText

/// All segments of up to 4 tokens over a few: marked, under-marked, conflicting, cased, stemmed, numbers, marks.
enum SmallWorld {
    static let alphabets: [(locale: LocaleID, tokens: [String])] = [
        (.vietnamese, ["ban", "bạn", "bán", "Bán", "12", "13"]),
        (.vietnamese, ["hoà", "hòa", "Hoa", "hoạ", ",", "７"]),
        (.english, ["nation", "Nations", "national", "résumé", "resume", "3"]),
    ]

    static func segments(of tokens: [String]) -> [String] {
        var all = [""]
        var last = [""]
        for _ in 0..<4 {
            last = last.flatMap { start in tokens.map { start.isEmpty ? $0 : start + " " + $0 } }
            all += last
        }
        return all
    }

    static func compare(_ locale: LocaleID, _ tokens: [String]) throws -> Bool {
        let tokenizer = try Tokenizer(locale: locale)
        let world = segments(of: tokens).map(tokenizer.tokenize)
        var random = SeededGenerator(state: 1)
        let candidates = world.shuffled(using: &random).enumerated().map {
            SearchCandidate(number: $0, $1)
        }
        let outcome = Comparison(candidates)
            .run(world.map { SearchQuery($0, &random) }, full: world.count)
        print(
            "| \(locale) | \(tokens.joined(separator: " ")) | \(world.count) | \(outcome.searches) "
                + "| \(outcome.differences) |")
        return outcome.differences == 0
    }
}
