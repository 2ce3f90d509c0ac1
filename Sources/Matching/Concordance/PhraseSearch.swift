/// Finds a phrase in the segments of an index.
///
/// The filter bits of the units are gone through in their order in memory; few units have the bits of all words
/// of the phrase, and only their tokens are read. Lighter units come first, so that the search of a phrase that is
/// everywhere ends early.
struct PhraseSearch {
    private let index: SegmentIndex
    /// The words in the numbers of the index.
    private let words: [Word]
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var lightest = 0

    private struct Word {
        let fold: UInt32
        /// The number of its letters; nil where the stem is enough.
        let base: UInt32?
        /// The number of its marks; nil where any will do.
        let marks: UInt32?
    }

    /// Nil where no segment of the index can have the phrase.
    init?(_ phrase: Phrase, _ index: SegmentIndex) {
        self.index = index
        var words: [Word] = []
        var occurrences = FoldOccurrences()
        for token in phrase.tokens {
            guard let fold = index.folds.find(TokenKeys.fold(token)) else { return nil }
            let isMarked = token.form.isMarked
            let byStem = phrase.likeness == .stems && token.kind == .word && !isMarked
            let base = byStem ? nil : index.bases.find(TokenKeys.base(token))
            let marks = isMarked ? index.marks.find(TokenKeys.marks(token)) : nil
            if !byStem && base == nil || isMarked && marks == nil { return nil }
            words.append(
                Word(fold: UInt32(fold), base: base.map { UInt32($0) }, marks: marks.map { UInt32($0) }))
            lightest += token.weight
            let occurrence = occurrences.next(fold)
            guard occurrence < 4, index.covers(index.foldBits, fold * 4, 4) else { continue }
            var filter = UnitFilter(weight: 0)
            filter.set(index.foldBits[fold * 4 + occurrence])
            low |= filter.low
            high |= filter.high & UnitFilter.highMask
        }
        self.words = words
    }

    /// The places of units that have the phrase, the lightest first: all of the last weight where there are more
    /// than `limit`, so that ties can be told apart.
    func units(limit: Int, without removed: UnitSet?) -> [Int] {
        guard let filters = index.filters.baseAddress else { return [] }
        var found: [Int] = []
        var last: UInt32 = 0
        // A unit's filter bits are checked by the block of the file in which they lie.
        let step = IndexHeader.blockSize / 16
        var unit = index.firstUnit(weighing: lightest)
        while unit < index.count {
            let end = min(index.count, unit + step)
            guard index.covers(index.filters, 2 * unit, 2 * (end - unit)) else { return found }
            for unit in unit..<end
            where filters[2 * unit] & low == low && filters[2 * unit + 1] & high == high {
                guard index.covers(index.units, unit, 2) else { return found }
                if found.count >= limit, index.units[unit].weight != last { return found }
                if removed?.contains(unit) != true, holdsPhrase(unit) {
                    found.append(unit)
                    last = index.units[unit].weight
                }
            }
            unit = end
        }
        return found
    }

    private func holdsPhrase(_ unit: Int) -> Bool {
        let record = index.units[unit]
        let count = Int(record.tokenCount)
        guard let start = index.stream.baseAddress, count >= words.count,
            index.covers(index.stream, Int(record.tokenStart), 2 * count)
        else { return false }
        // Bit n says that the first n + 1 words of the phrase just stood there: the shift-and search of
        // Baeza-Yates and Gonnet, “A New Approach to Text Searching”, CACM 35 (1992).
        var state: UInt64 = 0
        var place = Int(record.tokenStart)
        for _ in 0..<count {
            let number = TokenStream.next(start, &place)
            guard number < index.records.count, index.covers(index.records, number) else { return false }
            let token = index.records[number]
            if token.fold >> TokenRecord.kindShift == UInt32(Token.Kind.code.rawValue) { continue }
            var candidates = (state << 1 | 1) & (1 << UInt64(words.count) - 1)
            state = 0
            while candidates != 0 {
                let word = candidates.trailingZeroBitCount
                if matches(words[word], token) { state |= 1 << UInt64(word) }
                candidates &= candidates - 1
            }
            if state >> UInt64(words.count - 1) != 0 { return true }
        }
        return false
    }

    private func matches(_ word: Word, _ token: TokenRecord) -> Bool {
        token.fold & TokenRecord.foldMask == word.fold && (word.base == nil || token.base == word.base)
            && (word.marks == nil || token.marks == word.marks)
    }
}
