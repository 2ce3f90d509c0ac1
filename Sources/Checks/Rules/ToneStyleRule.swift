internal import Vietnamese

/// Tone marks in both styles in one letter: hòa here, hoà there.
struct ToneStyleRule: CollectingRule {
    static let info = RuleInfo(
        id: "tone-style", title: "Tone placement", severity: .warning, scope: .letter,
        explanation: """
            In oa, oe and uy the tone stands on the first letter in the old style (hòa, thúy) and on the second in the \
            new (hoà, thuý). A letter keeps to one: the words of the rarer style are reported, or with “style” all that \
            are not in it. “lathu check --fix” moves them.
            """,
        parameters: [
            RuleParameter(
                "style", .choice(["any", "old", "new"]), "the style to keep to; any: the one that prevails")
        ])

    private let style: ToneStyle?

    init(_ parameters: RuleParameters) { style = ToneStyle(rawValue: parameters.choice("style")) }

    func evidence(_ pair: PairContext) -> [Evidence] {
        guard pair.isVietnamese else { return [] }
        return pair.target.words.compactMap { word in
            guard !word.isASCII, word.range.count >= 2, word.range.count <= 6,
                Self.mayHaveStyle(word, pair.target),
                let style = pair.scratch.syllables.kind(word, in: pair.target).style
            else { return nil }
            return Evidence(key: style == .old ? 0 : 1, value: 0, target: word.range)
        }
    }

    /// Whether an o or u stands before the last letter.
    private static func mayHaveStyle(_ word: Word, _ text: CheckedText) -> Bool {
        let last = WordKey.folded(text.units[word.range.upperBound - 1])
        switch last {
        // a e y with tones, and bare after a toned o or u
        case 0x61, 0x65, 0x79, 0xE0, 0xE1, 0xE3, 0xE8, 0xE9, 0xFD, 0x1EA1, 0x1EA3, 0x1EB9, 0x1EBB, 0x1EBD,
            0x1EF3, 0x1EF5,
            0x1EF7, 0x1EF9:
            return true
        default: return false
        }
    }

    func judge(_ evidence: [LetterEvidence], _ report: inout LetterReport) {
        let old = evidence.count { $0.evidence.key == 0 }
        let kept = style ?? (old * 2 >= evidence.count ? .old : .new)
        for item in evidence where (item.evidence.key == 0) != (kept == .old) {
            guard let range = item.evidence.target else { continue }
            let word = CheckedText(item.pair.target).string(range)
            report.add(
                style == nil
                    ? "the tone of “\(word)” stands otherwise than in the rest of the letter"
                    : "the tone of “\(word)” is not in the \(kept.rawValue) style",
                at: item, suggestion: TonePlacement.styled(word, kept))
        }
    }
}
