internal import Matching
internal import UnicodeText

/// Explains the matches of one source locale, for `--explain`.
struct MatchExplainer {
    private let tokenizer: Tokenizer

    init(locale: LocaleID) throws { tokenizer = try Tokenizer(locale: locale) }

    private func explanation(_ query: String, _ unit: String) -> MatchExplanation {
        MatchExplanation(query: tokenizer.tokenize(query), unit: tokenizer.tokenize(unit))
    }

    /// Prints an explanation below a match.
    func show(_ query: String, _ unit: String) {
        let text = ExplanationText(
            explanation: explanation(query, unit), style: Console.style, width: Console.width)
        for line in text.lines(indent: 6) { Console.print(line) }
    }

    /// An explanation for JSON.
    func record(_ query: String, _ unit: String) -> ExplanationRecord {
        ExplanationRecord(explanation(query, unit))
    }
}

/// An explanation as JSON. All costs are in thousandths of a word.
struct ExplanationRecord: Encodable {
    struct Step: Encodable {
        let kind: String
        let query: String?
        let unit: String?
        let cost: Int
    }

    let steps: [Step]
    let cost: Int
    let weight: Int

    init(_ explanation: MatchExplanation) {
        steps = explanation.steps.map {
            Step(kind: Self.name($0.kind), query: $0.query?.text, unit: $0.unit?.text, cost: $0.cost)
        }
        cost = explanation.cost
        weight = explanation.weight
    }

    private static func name(_ kind: MatchExplanation.Kind) -> String {
        switch kind {
        case .inserted: "inserted"
        case .deleted: "deleted"
        case .replaced(.different): "replaced"
        case .replaced(let likeness): likeness.rawValue
        }
    }
}
