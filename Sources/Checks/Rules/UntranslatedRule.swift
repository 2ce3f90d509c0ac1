internal import UnicodeText

/// A translation that says the same as the source, letter by letter.
struct UntranslatedRule: SegmentRule {
    static let info = RuleInfo(
        id: "untranslated", title: "Same as the source", severity: .warning,
        explanation: """
            Source and translation are the same text. Names, numbers, addresses and single words may be; a sentence \
            may not. “words” says how many words in small letters make a sentence.
            """,
        parameters: [
            RuleParameter(
                "words", .number(1...50, default: 2), "so many words in small letters must be translated")
        ])

    private let words: Int

    init(_ parameters: RuleParameters) { words = Int(parameters.number("words")) }

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        guard pair.source.units == pair.target.units, let content = pair.target.content,
            pair.sourceLocale.language != pair.targetLocale.language
        else { return }
        let small = pair.source.words.filter { word in
            !word.isCapitalized && !word.hasInnerCapital && word.range.count > 1
                && !pair.sourceParts.cover(word.range.lowerBound)
        }
        // A name has words in small letters, too: Médecins sans frontières.
        guard small.count >= words, small.count * 2 >= pair.source.words.count else { return }
        report.add("the translation is the same as the source", target: content, suggestion: "translate it")
    }
}
