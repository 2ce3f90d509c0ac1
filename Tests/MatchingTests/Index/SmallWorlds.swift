import TestSupport
import UnicodeText

@testable import Matching

/// All segments of a few tokens, and what is searched for in them.
enum SmallWorlds {
    static let thresholds = [0.5, 0.6, 0.7, 0.8, 0.95]

    /// Marked, under-marked, conflicting, cased and inflected words, numbers, marks and codes.
    static let alphabets: [(locale: LocaleID, tokens: [String])] = [
        (.vietnamese, ["ban", "bạn", "bán", "Bán", "hoà", "hòa", "12", "７", ",", "<1/>"]),
        (.english, ["nation", "Nation", "nations", "résumé", "resume", "the", "3", "４", "“", "\"", "<1>"]),
    ]

    /// As few as allow every segment of up to 4 to be searched for among all of them.
    static let tinyAlphabets: [(locale: LocaleID, tokens: [String])] = [
        (.vietnamese, ["ban", "bán", "bạn"]),
        (.vietnamese, ["hoà", "Hòa", "12"]),
        (.english, ["resume", "résumé", "Resumes"]),
    ]

    /// All segments of up to `length` tokens.
    static func segments(of tokens: [String], upTo length: Int) -> [String] {
        var all = [""]
        var last = [""]
        for _ in 0..<length {
            last = last.flatMap { start in tokens.map { start.isEmpty ? $0 : start + " " + $0 } }
            all += last
        }
        return all
    }

    /// Candidates with some penalties, dates and neighbours, many of them alike.
    static func candidates(_ segments: [TokenizedSegment], using random: inout SeededGenerator)
        -> [SearchCandidate]
    {
        segments.enumerated().map { place, segment in
            SearchCandidate(
                id: Int64(place), segment: segment, changed: Int64.random(in: 0..<3, using: &random),
                penalty: [0, 0, 2, 5, 15, 100].randomElement(using: &random) ?? 0,
                previous: Bool.random(using: &random) ? Int64.random(in: 0..<2, using: &random) : nil,
                next: Bool.random(using: &random) ? Int64.random(in: 0..<2, using: &random) : nil)
        }
    }

    /// A query with a random limit and neighbours.
    static func query(
        _ segment: TokenizedSegment, threshold: Double, using random: inout SeededGenerator
    ) -> SearchQuery {
        SearchQuery(
            segment, threshold: threshold,
            limit: [1, 2, 3, 5, 10, 50, .max].randomElement(using: &random) ?? 1,
            previous: Bool.random(using: &random) ? 1 : nil, next: Bool.random(using: &random) ? 0 : nil)
    }

    /// Words of a text replaced, deleted and inserted.
    static func perturbed(_ text: String, words: [String], share: Double, using random: inout SeededGenerator)
        -> String
    {
        var tokens = text.split(separator: " ").map(String.init)
        for _ in 0..<max(1, Int(share * Double(tokens.count))) where !tokens.isEmpty {
            let place = Int.random(in: 0..<tokens.count, using: &random)
            let word = words.randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<3, using: &random) {
            case 0: tokens[place] = word
            case 1: tokens.insert(word, at: place)
            default: tokens.remove(at: place)
            }
        }
        return tokens.joined(separator: " ")
    }
}
