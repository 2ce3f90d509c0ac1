internal import UnicodeText

/// A negation that only one side has.
struct NegationRule: SegmentRule {
    static let info = RuleInfo(
        id: "negation", title: "Negation on one side only", severity: .warning,
        explanation: """
            The source says “not”, “never”, “no”, “without” and nothing in the translation negates, or the reverse: the \
            translation may say the opposite. Words that negate by their meaning (fail, lack, deny; thiếu, cấm, bất) \
            count as a negation of the other side. In a fuzzy translation this is an error: its source was probably \
            negated otherwise.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        guard let from = NegationWords.of(pair.sourceLocale), let to = NegationWords.of(pair.targetLocale)
        else { return }
        let source = from.find(pair.source)
        var target = to.find(pair.target)
        if pair.isVietnamese {
            // “… không?” asks and does not negate, in “xem … có an toàn không” too.
            let isQuestion = Self.isQuestion(pair.source) || Self.isQuestion(pair.target)
            target.strong.removeAll { word in
                Self.endsItsClause(word, pair.target)
                    && (isQuestion || Self.followsItsClause(word, pair.target))
            }
        }
        let severity: Severity? = pair.pair.state == .fuzzy ? .error : nil
        if let first = source.strong.first, target.strong.isEmpty,
            !Self.isNear(
                Self.rest(target.weak, without: source.contrary, in: pair.source), first, pair.source),
            !Self.isKept(first, pair)
        {
            report.add(
                "the source says “\(pair.source.string(first))”, but nothing in the translation negates",
                source: first, severity: severity)
        } else if let first = target.strong.first, source.strong.isEmpty, source.weak.isEmpty {
            report.add(
                "the translation says “\(pair.target.string(first))”, but nothing in the source negates",
                target: first, severity: severity)
        }
    }

    /// The places but those that a word at about the same place of the other side accounts for.
    private static func rest(
        _ places: [Double], without others: [Double], in text: CheckedText
    ) -> [Double] {
        var others = others
        return places.filter { place in
            guard let nearest = others.indices.min(by: { abs(others[$0] - place) < abs(others[$1] - place) }),
                abs(others[nearest] - place) < 0.2 || text.units.count < 60
            else { return true }
            others.remove(at: nearest)
            return false
        }
    }

    /// Whether the translation has the very word: what is quoted, or not translated at all.
    private static func isKept(_ range: Range<Int>, _ pair: PairContext) -> Bool {
        guard let word = pair.source.words.first(where: { $0.range == range }) else { return false }
        return pair.target.words.contains { $0.key == word.key }
    }

    /// Whether a word that negates by its meaning stands at about the same place.
    private static func isNear(_ places: [Double], _ range: Range<Int>, _ text: CheckedText) -> Bool {
        let place = NegationWords.share(range, of: text)
        // In a short text everything is near.
        if text.units.count < 60 { return !places.isEmpty }
        return places.contains { abs($0 - place) < 0.25 }
    }

    private static func isQuestion(_ text: CheckedText) -> Bool {
        text.units.contains { $0 == 0x3F || $0 == 0xFF1F }
    }

    /// Whether a word stands right after another of its clause: as “không” only does where it asks, since what it negates
    /// comes after it. In “Không.” it does not.
    private static func followsItsClause(_ range: Range<Int>, _ text: CheckedText) -> Bool {
        let before = text.units[..<range.lowerBound].last { !UnitKind.isSpace($0) }
        return before.map { UnitKind.isLetter($0) || UnitKind.digit($0) != nil } ?? false
    }

    /// Whether a word is the last of its clause, or before the one that tells who asked.
    private static func endsItsClause(_ range: Range<Int>, _ text: CheckedText) -> Bool {
        guard let next = text.units[range.upperBound...].first(where: { !UnitKind.isSpace($0) }) else {
            return true
        }
        return [0x3F, 0x2C, 0x22, 0x201D, 0x29, 0x2E, 0x27, 0x2019].contains(next)
    }
}
