internal import UnicodeText

/// The repair of one line: first what can be told from its characters, then what presupposes Vietnamese.
struct LineRepair {
    var tracked: TrackedText
    /// Words that windows-1258 in place of windows-1252 explains and nothing else does.
    private(set) var misreadWords = 0
    private(set) var isVietnamese = false
    /// Whether there are Vietnamese words with tones on consonants, Vietnamese line or not.
    private var hasMarksOnConsonants = false

    init(_ line: String) { tracked = TrackedText(line) }

    /// The line as it is now.
    var text: String { tracked.text }

    /// The first half; afterwards ``misreadWords`` is known.
    mutating func restore(_ signs: Signs, mayBeVietnamese: Bool = true) {
        if signs.contains(.utf8) { MisreadUTF8.restore(&tracked) }
        if signs.contains(.invisible) { removeInvisible() }
        if signs.contains(.fullWidth) { narrow() }
        if signs.contains(.lookAlike) { LookAlikes.replace(&tracked) }
        if !signs.isDisjoint(with: [.composition, .utf8]) {
            if mayBeVietnamese { SplitMarks.join(&tracked) }
            compose()
        }
        if mayBeVietnamese { judge() }
    }

    /// The second half.
    /// - Parameters:
    ///   - isDamaged: whether the text as a whole was read as windows-1258.
    ///   - offset: where the line begins in the text, in UTF-16.
    mutating func finish(_ signs: Signs, style: ToneStyle?, isDamaged: Bool, offset: Int) -> [TextRepair
        .Change]
    {
        if isVietnamese {
            MisreadWindows1258.restore(&tracked, isDamaged: isDamaged || misreadWords > 0)
            LookAlikes.replaceEth(&tracked)
            moveTones(to: nil, .tonePlace)
            if signs.contains(.noBreakSpace) { freeSpaces() }
        } else if hasMarksOnConsonants {
            MisreadWindows1258.restoreMarksOnConsonants(&tracked)
        }
        if let style { moveTones(to: style, .toneStyle) }
        // A letter that was put back may take up the marks behind it.
        if !text.unicodeScalars.elementsEqual(text.nfc.unicodeScalars) { compose() }
        return tracked.changes(offset: offset)
    }

    /// A line is Vietnamese where at least half of its words are syllables, and one of them has đ, ơ, ư or a
    /// letter of the block that Unicode added for Vietnamese. Names and formulas may outnumber the words: a quarter
    /// is enough where two have marks and one of those is in lower case, as names are not.
    private mutating func judge() {
        var count = 0
        var syllables = 0
        var marked = 0
        var distinct = 0
        var distinctInLowercase = 0
        let words = tracked.words
        for range in words {
            var word = Array(tracked.scalars[range])
            // Single letters are names of variables as well as syllables.
            if word.count == 1, word[0].isASCII { continue }
            count += 1
            if let restored = MisreadWindows1258.restored(word) {
                let hasMark = MisreadWindows1258.hasMarkOnConsonant(word)
                if hasMark { hasMarksOnConsonants = true }
                if hasMark || !MisreadWindows1258.isBesideHyphen(range, tracked.scalars) { misreadWords += 1 }
                word = restored
            }
            guard Self.isSyllable(word.map { LookAlikes.eths[$0] ?? $0 }) else { continue }
            syllables += 1
            if !word.allSatisfy(\.isASCII) { marked += 1 }
            guard word.contains(where: Self.isDistinct) else { continue }
            distinct += 1
            if Letter(word[0])?.isUpper == false { distinctInLowercase += 1 }
        }
        misreadWords += MisreadWindows1258.evidence(in: tracked)
        isVietnamese =
            distinct > 0 && syllables * 2 >= count
            || distinctInLowercase > 0 && marked > 1 && syllables * 4 >= count
        // No other language has such words among Vietnamese ones.
        if !isVietnamese, distinct == 0, syllables * 4 < count * 3 { hasMarksOnConsonants = false }
        if !isVietnamese { misreadWords = 0 }
    }

    private static func isDistinct(_ scalar: Unicode.Scalar) -> Bool {
        guard let letter = Letter(scalar) else { return false }
        return letter.code == Letter.dStroke || letter.code == Letter.oHorn || letter.code == Letter.uHorn
            || scalar.value >= 0x1EA0
    }

    /// Whether a word of composed characters is a syllable, wherever its tone stands.
    static func isSyllable(_ word: [Unicode.Scalar]) -> Bool {
        guard word.count <= Spelling.longest else { return false }
        var spelling = Spelling()
        for scalar in word { spelling.append(packed: Letter.packed(scalar.value)) }
        guard let analysis = spelling.analysed else { return false }
        let problem = spelling.toneProblem(analysis)
        return problem == nil || problem == .misplacedTone
    }

    private mutating func moveTones(to style: ToneStyle?, _ reason: TextRepair.Reason) {
        for range in tracked.words {
            var word = Array(tracked.scalars[range])
            if TonePlacement.move(&word, to: style) { tracked.replace(range, with: word, reason) }
        }
    }

    /// NFC, group by group, so that every change has its place.
    private mutating func compose() {
        var end = tracked.scalars.count
        while end > 0 {
            var start = end - 1
            while start > 0, Self.isAttached(tracked.scalars[start]) { start -= 1 }
            let group = String(String.UnicodeScalarView(tracked.scalars[start..<end]))
            tracked.replace(start..<end, with: Array(group.nfc.unicodeScalars), .composition)
            end = start
        }
        let all = Array(text.nfc.unicodeScalars)
        tracked.replace(0..<tracked.scalars.count, with: all, .composition)
    }

    private static func isAttached(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x300 { return false }
        if (0x1160...0x11FF).contains(scalar.value) { return true }
        switch scalar.category {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    /// Full-width forms are at home beside Chinese, Japanese and Korean.
    private mutating func narrow() {
        let isEastAsian = tracked.scalars.contains { scalar in
            (0x2E80...0x2FFF).contains(scalar.value) || (0x3001...0x9FFF).contains(scalar.value)
                || (0xAC00...0xFAFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
        }
        guard !isEastAsian else { return }
        for (place, scalar) in tracked.scalars.enumerated() {
            let value =
                scalar.value == 0x3000
                ? 0x20 : (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : nil
            if let narrow = value.flatMap({ Unicode.Scalar($0) }) {
                tracked.replace(place..<place + 1, with: [narrow], .fullWidth)
            }
        }
    }
}
