/// Vietnamese without its marks.
struct UnmarkedRule: SegmentRule {
    static let info = RuleInfo(
        id: "unmarked", title: "Vietnamese without marks", severity: .error,
        explanation: """
            A whole sentence, or a stretch of seven words, without a single mark among Vietnamese that has them; or a \
            word that is none without its marks, such as khong for không and nguoi for người. A word that exists without \
            marks is judged by how often it does, and beside which words: an error where that leaves no doubt, else a \
            warning or an info. Foreign words and names pass.
            """,
        parameters: [RuleParameter("allow", .words, "words without marks that are right")])

    private let allowed: Set<WordKey>

    init(_ parameters: RuleParameters) { allowed = Set(parameters.words("allow").map { WordKey($0.utf16) }) }

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        guard pair.isVietnamese else { return }
        let words = pair.target.words
        var run: [Int] = []
        func finish() {
            defer { run = [] }
            guard let range = Self.unmarked(run, pair) else { return }
            report.add(
                "these words have no marks", target: range, suggestion: "write them with their marks")
        }
        for (place, word) in words.enumerated() {
            let isPart = word.isASCII && !pair.targetParts.cover(word.range.lowerBound)
            if isPart { run.append(place) } else { finish() }
            guard isPart, !word.isCapitalized, !allowed.contains(word.key) else { continue }
            if Self.hasLostMarks(word, pair), Self.isBesideVietnamese(place, pair) {
                report.add(
                    "“\(pair.target.string(word))” has lost its marks", target: word.range,
                    suggestion: Self.markedForms[word.key])
            } else if !Self.isQuoted(place, pair.target) {
                judge(place, pair, &report)
            }
        }
        finish()
    }

    /// Judges a word that exists without marks by what stands beside it.
    private func judge(_ place: Int, _ pair: PairContext, _ report: inout RuleReport) {
        let word = pair.target.words[place]
        guard !word.hasInnerCapital, word.range.count <= 7,
            let score = MarkEvidence.standard.score(place, of: pair.target), score >= MarkEvidence.possible
        else { return }
        // Marks that were torn off and stand behind it are told by “unicode”.
        if Self.isBeforeTornMark(word, pair.target) { return }
        let isInSource = pair.source.words.contains { $0.key == word.key }
        if isInSource {
            // “the” and “do” stand in every other source; between Vietnamese words they are no English all the same.
            guard score >= MarkEvidence.likely, !Self.foreign.contains(word.key),
                Self.isBetweenVietnamese(place, pair)
            else { return }
        } else if !Self.isBesideSyllable(place, pair) {
            // Between names: “Tyne va Wear”, in a text that is Vietnamese otherwise.
            guard Self.isInVietnamese(pair) else { return }
        }
        let text = pair.target.string(word)
        report.add(
            score >= MarkEvidence.certain && !isInSource
                ? "“\(text)” has lost its marks" : "“\(text)” may have lost its marks",
            target: word.range, suggestion: "write it with its marks if so",
            severity: isInSource
                ? .info
                : score >= MarkEvidence.certain ? nil : score >= MarkEvidence.likely ? .warning : .info)
    }

    /// Whether a neighbour is a syllable, with marks or without; English among Vietnamese is none of our business.
    private static func isBesideSyllable(_ place: Int, _ pair: PairContext) -> Bool {
        let words = pair.target.words
        return [place - 1, place + 1].contains { other in
            words.indices.contains(other) && !foreign.contains(words[other].key)
                && pair.scratch.syllables.kind(words[other], in: pair.target).isSyllable
        }
    }

    /// Whether both neighbours are syllables and one of them has marks.
    private static func isBetweenVietnamese(_ place: Int, _ pair: PairContext) -> Bool {
        let words = pair.target.words
        let neighbours = [place - 1, place + 1].filter(words.indices.contains)
        return neighbours.count == 2 && neighbours.contains { !words[$0].isASCII }
            && neighbours.allSatisfy { pair.scratch.syllables.kind(words[$0], in: pair.target).isSyllable }
    }

    /// Whether at least a third of the words have marks.
    private static func isInVietnamese(_ pair: PairContext) -> Bool {
        pair.target.words.count { !$0.isASCII } * 3 >= pair.target.words.count
    }

    /// Whether a word stands alone between quotation marks: it is spoken of.
    private static func isQuoted(_ place: Int, _ text: CheckedText) -> Bool {
        let range = text.words[place].range
        func isMark(_ at: Int) -> Bool {
            text.units.indices.contains(at)
                && [0x22, 0x27, 0x2018, 0x2019, 0x201C, 0x201D].contains(text.units[at])
        }
        return isMark(range.lowerBound - 1) && isMark(range.upperBound)
    }

    /// The range of a run of words without marks, where it is Vietnamese and long enough.
    private static func unmarked(_ run: [Int], _ pair: PairContext) -> Range<Int>? {
        let words = pair.target.words
        let isWhole = run.count == words.count
        guard run.count >= (isWhole ? 4 : 7), let first = run.first, let last = run.last else { return nil }
        var syllables = 0
        var small = 0
        var lost = 0
        let source = Set(pair.source.words.map(\.key))
        for place in run {
            if source.contains(words[place].key) { continue }
            if hasLostMarks(words[place], pair) { lost += 1 }
            if words[place].isCapitalized { continue }
            small += 1
            let kind = pair.scratch.syllables.kind(words[place], in: pair.target)
            if words[place].range.count > 1, kind.isSyllable || kind.lacksMarks { syllables += 1 }
        }
        // English words are syllables now and then (to, in, hang), and never most of a sentence.
        guard syllables >= (isWhole ? 3 : 6), syllables * 10 >= small * 8, syllables * 2 >= run.count,
            isWhole || lost > 0
        else { return nil }
        if isWhole, lost == 0, syllables < 5 { return nil }
        return words[first].range.lowerBound..<words[last].range.upperBound
    }

    /// Whether a word is none without marks and one with them; what the source has too is foreign.
    private static func hasLostMarks(_ word: Word, _ pair: PairContext) -> Bool {
        guard word.range.count > 2, !word.hasInnerCapital, !foreign.contains(word.key),
            markedForms[word.key] != nil || pair.scratch.syllables.kind(word, in: pair.target).lacksMarks
        else { return false }
        // “pit” in the source may be “pits”.
        let units = pair.target.units[word.range]
        return !pair.source.words.contains { other in
            other.range.count >= units.count
                && zip(units, pair.source.units[other.range]).allSatisfy {
                    WordKey.folded($0) == WordKey.folded($1)
                }
        }
    }

    private static func isBeforeTornMark(_ word: Word, _ text: CheckedText) -> Bool {
        let next = text.units[word.range.upperBound...].first { !UnitKind.isSpace($0) }
        return next.map { (0x300...0x36F).contains($0) } ?? false
    }

    /// Whether a neighbour is a syllable with marks.
    private static func isBesideVietnamese(_ place: Int, _ pair: PairContext) -> Bool {
        let words = pair.target.words
        return [place - 1, place + 1].contains { other in
            words.indices.contains(other) && !words[other].isASCII
                && pair.scratch.syllables.kind(words[other], in: pair.target).isSyllable
        }
    }

    /// What a word is with its marks, where it is a frequent one that is possible without them and no word.
    private static let markedForms = WordMap<String>([
        ("khong", "không"), ("ngoai", "ngoài"), ("tren", "trên"), ("vao", "vào"), ("nghia", "nghĩa"),
        ("giua", "giữa"),
    ])

    /// Foreign words that look like Vietnamese ones without marks and stand in Vietnamese texts.
    private static let foreign = WordTable(
        """
        hot top net set bit bat cap cut hit hip pop tip mic sec sit met bot cat chat chip clip tap let lot map mac kit hat
        hop hub pin pip pot put rap rat rot sip spa sup tab tag that test tat tot vat vip zip quiet diet
        """)
}
