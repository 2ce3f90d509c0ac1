/// A translation that is far longer or shorter than others of such a source.
struct LengthRule: SegmentRule {
    static let info = RuleInfo(
        id: "length", title: "Length", severity: .warning,
        explanation: """
            The translation is so much longer or shorter than the memory’s of sources of that length that something was \
            probably left out or added. “deviations” says how many standard deviations are too much, “share” which share \
            of the usual length is too little for sources from 60 characters on; what is usual is learned from the \
            memory (median and median deviation), else a standard of the languages is taken. A translation that is too long \
            is an info: a name, a title or an explanation is often written out.
            """,
        parameters: [
            RuleParameter(
                "deviations", .number(1...100, default: 3.5), "so many standard deviations are too much"),
            RuleParameter(
                "share", .number(0...1, default: 0.5),
                "less than this share of the usual length is too little"),
        ])

    private let limit: Double
    private let share: Double

    init(_ parameters: RuleParameters) {
        limit = parameters.number("deviations")
        share = parameters.number("share")
    }

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        guard let source = pair.source.content, let target = pair.target.content else { return }
        let sizes = (
            Self.characters(pair.source, source, pair.sourceParts),
            Self.characters(pair.target, target, pair.targetParts)
        )
        guard sizes.0 > 0, sizes.1 > 0 else { return }
        let model = pair.setting.length
        let deviation = model.deviation(source: sizes.0, target: sizes.1)
        guard abs(deviation) > limit || model.isShorter(than: share, source: sizes.0, target: sizes.1) else {
            return
        }
        let usual = max(1, Int((model.ratio * Double(sizes.0)).rounded()))
        report.add(
            "the translation has \(sizes.1) characters where about \(usual) are usual for a source of \(sizes.0)",
            target: target,
            suggestion: deviation < 0
                ? "see whether something is missing" : "see whether something was added",
            severity: deviation < 0 ? nil : .info)
    }

    /// Messages do not count: how many variants they have says nothing of what is read.
    private static func characters(_ text: CheckedText, _ range: Range<Int>, _ parts: OpaqueParts) -> Int {
        func count(_ units: ArraySlice<UInt16>) -> Int {
            units.reduce(0) { $0 + ($1 & 0xFC00 == 0xDC00 ? 0 : 1) }
        }
        return parts.parts.filter { $0.kind == .message }
            .reduce(count(text.units[range])) { $0 - count(text.units[$1.range]) }
    }
}
