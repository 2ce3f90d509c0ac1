import TestSupport
import Testing
import UnicodeText

@testable import Matching

@Suite struct MatchExplanationTests {
    private let tokenizers: [LocaleID: Tokenizer]

    init() throws {
        tokenizers = [
            .vietnamese: try Tokenizer(locale: .vietnamese), .english: try Tokenizer(locale: .english),
        ]
    }

    private func explain(_ query: String, _ unit: String, _ locale: LocaleID = .vietnamese) throws
        -> MatchExplanation
    {
        let tokenizer = try #require(tokenizers[locale])
        return MatchExplanation(query: tokenizer.tokenize(query), unit: tokenizer.tokenize(unit))
    }

    /// Steps as `query/unit kind cost`.
    private func shown(_ explanation: MatchExplanation) -> [String] {
        explanation.steps.map { step in
            let kind =
                switch step.kind {
                case .inserted: "inserted"
                case .deleted: "deleted"
                case .replaced(let likeness): likeness.rawValue
                }
            return "\(step.query?.text ?? "")/\(step.unit?.text ?? "") \(kind) \(step.cost)"
        }
    }

    @Test(
        arguments: [
            ("", "", []),
            ("a", "", ["a/ deleted 1000"]),
            ("", "a,", ["/a inserted 1000", "/, inserted 300"]),
            (
                "ban nuoc", "bán nước",
                ["ban/bán underMarkedInPlainText 50", "nuoc/nước underMarkedInPlainText 50"]
            ),
            ("bán nuoc", "bạn nước", ["bán/bạn conflictingMarks 500", "nuoc/nước underMarked 200"]),
            ("Điều 19", "điều 20", ["Điều/điều sameForm 20", "19/20 otherNumber 50"]),
            (
                "19 <1>x</1>", "１９ <2>x",
                [
                    "19/１９ sameNumberForm 20", "<1>/<2> different 300", "x/x equal 0", "</1>/ deleted 300",
                ]
            ),
            ("hoà bình", "hòa và bình", ["hoà/hòa equal 0", "/và inserted 1000", "bình/bình equal 0"]),
            // Of two ways at the same cost: the last tokens stand against each other.
            ("a", "a a", ["/a inserted 1000", "a/a equal 0"]),
            ("a b", "c", ["a/ deleted 1000", "b/c different 1000"]),
        ] as [(String, String, [String])])
    func steps(_ query: String, _ unit: String, _ expected: [String]) throws {
        #expect(try shown(explain(query, unit)) == expected)
    }

    @Test func stems() throws {
        #expect(try shown(explain("rights", "right", .english)) == ["rights/right sameStem 350"])
    }

    /// Every query over every segment of up to two tokens, and longer ones drawn: the steps make both segments
    /// whole again, and their costs add up to the distance.
    @Test func smallWorlds() throws {
        var random = SeededGenerator(state: 41)
        for (locale, alphabet) in SmallWorlds.alphabets {
            let tokenizer = try #require(tokenizers[locale])
            let short = SmallWorlds.segments(of: alphabet, upTo: 2)
            var pairs = short.flatMap { left in short.map { (left, $0) } }
            func text() -> String {
                (0..<Int.random(in: 0...12, using: &random))
                    .compactMap { _ in alphabet.randomElement(using: &random) }
                    .joined(separator: ["", " ", "  "].randomElement(using: &random) ?? "")
            }
            for _ in 0..<1000 { pairs.append((text(), text() + "\u{200B}")) }
            for (left, right) in pairs {
                let query = tokenizer.tokenize(left), unit = tokenizer.tokenize(right)
                let explanation = MatchExplanation(query: query, unit: unit)
                let distance = TokenDistance.distance(query, unit)
                let sum = explanation.steps.reduce(0) { $0 + $1.cost }
                let queryText = explanation.steps.compactMap(\.query).reduce("") { $0 + $1.gap + $1.text }
                let unitText = explanation.steps.compactMap(\.unit).reduce("") { $0 + $1.gap + $1.text }
                if sum != distance || explanation.cost != distance
                    || explanation.weight != max(query.weight, unit.weight)
                    || queryText + explanation.ends.query != query.text
                    || unitText + explanation.ends.unit != unit.text
                    || explanation.steps.contains(where: { $0.query == nil && $0.unit == nil })
                {
                    Issue.record("“\(left)” “\(right)”")
                }
            }
        }
    }

    /// What is escaped, and what is no token, stands before the token that follows.
    @Test func gaps() throws {
        let pieces = try explain("a\u{200B} \\<1>  b ", "").steps.compactMap(\.query)
        #expect(pieces.map(\.gap) == ["", "\u{200B} \\", "", "", "  "])
        #expect(pieces.map(\.text) == ["a", "<", "1", ">", "b"])
    }
}
