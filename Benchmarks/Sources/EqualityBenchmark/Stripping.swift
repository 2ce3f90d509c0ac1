import Matching
import UnicodeText

/// Segments typed without a Vietnamese keyboard.
enum Stripping {
    static func withoutMarks(_ text: String) -> String { Decomposition(text).baseText }

    /// Searches for segments without their marks. Each must be found, with no better score than its own before
    /// it, but for those of spellings of the same letters with fewer marks: they are closer to the query.
    static func compare(_ texts: [String], count: Int) throws -> Bool {
        let tokenizer = try Tokenizer(locale: .vietnamese)
        let segments = texts.map(tokenizer.tokenize)
        let searcher = SegmentIndexSearcher(
            SegmentIndex(
                segments.enumerated().map { SearchCandidate(id: Int64($0), segment: $1, changed: 0) }))
        func letters(_ text: String) -> String { withoutMarks(text).nfkcCasefold }
        var first = 0, behindSpellings = 0, lost = 0
        let step = max(1, segments.count / count)
        for place in stride(from: 0, to: segments.count, by: step).prefix(count) {
            let plain = withoutMarks(segments[place].text)
            let matches = try searcher.matches(
                of: SearchQuery(tokenizer.tokenize(plain), threshold: 0.7, limit: .max))
            guard let own = matches.first(where: { $0.id == Int64(place) }) else {
                lost += 1
                continue
            }
            let better = matches.prefix { $0.score > own.score }
            if better.isEmpty {
                first += 1
            } else if better.allSatisfy({ letters(segments[Int($0.id)].text) == letters(plain) }) {
                behindSpellings += 1
            } else {
                lost += 1
            }
        }
        let tried = first + behindSpellings + lost
        print("| \(texts.count) | \(tried) | \(first) | \(behindSpellings) | \(lost) |")
        return lost == 0
    }
}
