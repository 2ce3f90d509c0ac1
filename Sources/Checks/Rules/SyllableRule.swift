internal import UnicodeText
internal import Vietnamese

/// Vietnamese words that are no syllables.
struct SyllableRule: SegmentRule {
    static let info = RuleInfo(
        id: "syllable", title: "Vietnamese syllables", severity: .warning,
        explanation: """
            A word with marks in a Vietnamese text that is no possible syllable: a tone on the wrong letter, a mark \
            dropped or doubled, letters exchanged. Names, words without marks and foreign words (several syllables \
            written together, as in ôtô) pass; “allow” names more.
            """,
        parameters: [RuleParameter("allow", .words, "words that are no syllables and right all the same")])

    private let allowed: Set<WordKey>

    init(_ parameters: RuleParameters) { allowed = Set(parameters.words("allow").map { WordKey($0.utf16) }) }

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        // Where marks stand apart from their letters, all words are broken, and another rule says so.
        guard pair.isVietnamese,
            !pair.target.words.contains(where: { Self.isMark(pair.target.units[$0.range.lowerBound]) })
        else { return }
        for (place, word) in pair.target.words.enumerated() where !word.isASCII && !word.hasInnerCapital {
            if Self.isOfAnotherScript(word, pair.target) { continue }
            if word.isCapitalized, place > 0 || !Self.hasTone(word, pair.target) { continue }
            let kind = pair.scratch.syllables.kind(word, in: pair.target)
            guard !kind.isSyllable, !allowed.contains(word.key), !Self.foreign.contains(word.key) else {
                continue
            }
            let text = pair.target.string(word)
            if kind.isMisplaced {
                report.add(
                    "the tone mark of “\(text)” stands on the wrong letter", target: word.range,
                    suggestion: TonePlacement.corrected(text))
                continue
            }
            if Self.isForeign(word, pair) || Self.isPartOfName(place, pair.target) { continue }
            report.add("“\(text)” is no Vietnamese syllable", target: word.range)
        }
    }

    private static func isMark(_ unit: UInt16) -> Bool { (0x300...0x36F).contains(unit) }

    /// Foreign words that Vietnamese spells with marks.
    private static let foreign = WordTable(
        """
        lôgic lôgíc lôgích ôxy ôxi ôzôn êtanol ămpe vôn pôlyme prôtêin prôtêtin mêtan đ micrô vectơ véctơ týp insơ
        côngtenơ
        """)

    /// Whether a word is Greek, Cyrillic or the like, as the π of a formula.
    private static func isOfAnotherScript(_ word: Word, _ text: CheckedText) -> Bool {
        let unit = text.units[word.range.lowerBound]
        return (0x370..<0x1E00).contains(unit) || unit > 0x1EFF
    }

    private static func hasTone(_ word: Word, _ text: CheckedText) -> Bool {
        text.units[word.range].contains { $0 >= 0x1EA0 && $0 <= 0x1EF9 }
    }

    /// Beside words with hyphens, in the source as well, or several syllables written together.
    private static func isForeign(_ word: Word, _ pair: PairContext) -> Bool {
        let units = pair.target.units
        func isJoiner(_ place: Int) -> Bool {
            guard units.indices.contains(place) else { return false }
            return [0x2D, 0x2010, 0x2011, 0x5F, 0x2F, 0x40, 0x27].contains(units[place])
                || UnitKind.digit(units[place]) != nil
        }
        if isJoiner(word.range.lowerBound - 1) || isJoiner(word.range.upperBound) { return true }
        if pair.source.words.contains(where: { $0.key == word.key }) { return true }
        // Foreign words have no tone but the acute, and no ư: “trưòng” is a slip, not trư and òng.
        let decomposed = String(decoding: units[word.range], as: UTF16.self).nfd.unicodeScalars
        let isVietnamese = decomposed.contains { [0x300, 0x303, 0x309, 0x323, 0x31B].contains($0.value) }
        return !isVietnamese && isCompound(Array(units[word.range].map(WordKey.folded)))
    }

    /// Whether a word can be cut into syllables, as *ôtô* and *cácbon* can.
    private static func isCompound(_ units: [UInt16]) -> Bool {
        guard units.count >= 3, units.count <= 16 else { return units.count > 16 }
        // reachable[n]: whether the first n letters are whole syllables; so many at most.
        var reachable = [Int?](repeating: nil, count: units.count + 1)
        reachable[0] = 0
        for start in 0..<units.count {
            guard let count = reachable[start] else { continue }
            for end in start + 1...units.count where end - start <= 7 && reachable[end] == nil {
                let part = String(decoding: units[start..<end], as: UTF16.self)
                if Syllable.isValid(part), end - start >= 2 || count > 0 || end < units.count {
                    reachable[end] = count + 1
                }
            }
        }
        return (reachable[units.count] ?? 0) >= 2
    }

    /// Between capitalized words: Đắk Lắk, Krông Pắc.
    private static func isPartOfName(_ place: Int, _ text: CheckedText) -> Bool {
        let words = text.words
        return words[place].isCapitalized && place + 1 < words.count && words[place + 1].isCapitalized
    }
}
