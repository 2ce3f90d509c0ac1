internal import UnicodeText

/// A capital at the start of one side only.
struct CapitalRule: SegmentRule {
    static let info = RuleInfo(
        id: "capital", title: "Capital at the start", severity: .warning,
        explanation: """
            The source begins with a capital and the translation with a small letter, or the reverse. Where the first \
            word stands in both, as a name does, and in scripts without capitals nothing is said.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        guard let source = Self.start(pair.source, pair.sourceParts),
            let target = Self.start(pair.target, pair.targetParts)
        else { return }
        if source.key == target.key || target.hasInnerCapital || source.hasInnerCapital { return }
        if pair.source.words.contains(where: { $0.key == target.key }) { return }
        let first = pair.target.units[target.range.lowerBound]
        let other = pair.source.units[source.range.lowerBound]
        if source.isCapitalized, UnitKind.isSmall(first) {
            report.add(
                "the source begins with a capital, the translation with a small letter",
                target: target.range.lowerBound..<target.range.lowerBound + 1,
                suggestion: Self.capitalized(pair.target.string(target)))
        } else if UnitKind.isSmall(other), target.isCapitalized {
            // Names are written with capitals in one language and without in the other; a whole sentence that begins
            // small is the source’s own slip.
            if Self.isSentence(pair.source) { return }
            report.add(
                "the source begins with a small letter, the translation with a capital",
                target: target.range.lowerBound..<target.range.lowerBound + 1, severity: .info)
        }
    }

    private static func isSentence(_ text: CheckedText) -> Bool {
        guard text.words.count > 2, let mark = Ending.of(text)?.mark else { return false }
        return mark == .stop || mark == .question || mark == .exclamation
    }

    private static func capitalized(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }

    /// The first word, where nothing but marks stands before it.
    private static func start(_ text: CheckedText, _ parts: OpaqueParts) -> Word? {
        guard let word = text.words.first, !parts.cover(word.range.lowerBound) else { return nil }
        let isAtStart = text.units[..<word.range.lowerBound].allSatisfy { unit in
            UnitKind.isSpace(unit)
                || [0x22, 0x27, 0x28, 0x5B, 0xAB, 0x2018, 0x201C, 0x201E, 0xBF, 0xA1].contains(unit)
        }
        return isAtStart ? word : nil
    }
}
