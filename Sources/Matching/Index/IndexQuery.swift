/// A query in the numbers of an index.
struct IndexQuery {
    /// A fold of the query that the index knows.
    struct Element {
        let fold: Int
        /// How often the query holds it.
        var count: Int
        /// The weight of one.
        let weight: Int
        /// The weight of the query's folds that are rarer.
        var gone = 0
        /// The filter bits of what comes after its first occurrence.
        var laterLow: UInt64 = 0
        var laterHigh: UInt64 = 0
    }

    let weight: Int
    let isMarked: Bool
    /// The tokens in order; their slot is 1 + the place of their fold in ``elements``, 0 where it is unknown.
    private(set) var tokens: [QueryToken] = []
    /// The known folds from rare to frequent.
    private(set) var elements: [Element] = []
    /// The filter bits of all of it.
    private(set) var filter: UnitFilter

    init(_ segment: TokenizedSegment, _ index: SegmentIndex) {
        weight = segment.weight
        isMarked = segment.isMarked
        filter = UnitFilter(weight: segment.weight)
        tokens.reserveCapacity(segment.tokens.count)
        var key: [UInt8] = []
        for token in segment.tokens { tokens.append(Self.token(token, index, &key)) }
        var order = tokens.indices.filter { tokens[$0].record.fold != TokenRecord.unknown }
        order.sort { tokens[$0].record.fold < tokens[$1].record.fold }
        for place in order {
            let token = tokens[place]
            if let last = elements.indices.last, elements[last].fold == Int(token.record.fold) {
                elements[last].count += 1
            } else {
                elements.append(
                    Element(fold: Int(token.record.fold), count: 1, weight: Int(token.weight)))
            }
            tokens[place].slot = UInt32(elements.count)
        }
        var known = 0
        for element in elements { known += element.count * element.weight }
        var gone = weight - known
        for place in elements.indices {
            elements[place].gone = gone
            gone += elements[place].count * elements[place].weight
        }
        var later = UnitFilter(weight: 0)
        for place in elements.indices.reversed() {
            let bits = elements[place].fold * 4
            guard index.covers(index.foldBits, bits, 4) else { return }
            for occurrence in 1..<max(1, min(4, elements[place].count)) {
                later.set(index.foldBits[bits + occurrence])
            }
            elements[place].laterLow = later.low
            elements[place].laterHigh = later.high & UnitFilter.highMask
            later.set(index.foldBits[bits])
        }
        filter.low = later.low
        filter.high |= later.high & UnitFilter.highMask
    }

    private static func token(_ token: Token, _ index: SegmentIndex, _ key: inout [UInt8]) -> QueryToken {
        let record: TokenRecord
        key.removeAll(keepingCapacity: true)
        TokenKeys.append(text: token, to: &key)
        if let number = index.tokens.find(key) {
            record = index.record(of: number)
        } else {
            func number(_ key: [UInt8], _ table: ByteTableView) -> UInt32 {
                table.find(key).map { UInt32($0) } ?? TokenRecord.unknown
            }
            record = TokenRecord(
                fold: number(TokenKeys.fold(token), index.folds),
                base: number(TokenKeys.base(token), index.bases),
                marks: number(TokenKeys.marks(token), index.marks),
                raw: number(TokenKeys.raw(token), index.raws))
        }
        return QueryToken(
            record: record, kind: token.kind, weight: Int32(token.weight),
            marksKey: record.marks == TokenRecord.unknown ? TokenKeys.marks(token) : [])
    }
}

extension SegmentIndex {
    /// The record of a token.
    func record(of token: Int) -> TokenRecord {
        guard covers(records, token) else { return TokenRecord.none }
        var record = records[token]
        record.fold &= TokenRecord.foldMask
        return record
    }

    /// What replacing a token of a query by a token of the same fold costs, as
    /// ``TokenDistance/replacementCost(_:_:plainText:)``.
    func replacementCost(_ token: QueryToken, _ other: Int, plainText: Bool) -> Int32 {
        let record = token.record, second = records[other]
        let likeness: TokenDistance.Likeness
        let sameForm = record.base == second.base && record.marks == second.marks
        if record.raw == second.raw {
            likeness = token.kind == .number || record.base == second.base ? .equal : .sameStem
        } else if token.kind == .number {
            likeness = sameForm ? .sameNumberForm : .otherNumber
        } else if record.base != second.base {
            likeness = .sameStem
        } else if sameForm {
            likeness = .sameForm
        } else {
            let theirs = marks[Int(second.marks)]
            let isUnderMarked =
                record.marks == TokenRecord.unknown
                ? token.marksKey.withUnsafeBufferPointer { TokenKeys.isUnderMarkedEitherWay($0, theirs) }
                : TokenKeys.isUnderMarkedEitherWay(marks[Int(record.marks)], theirs)
            likeness = !isUnderMarked ? .conflictingMarks : plainText ? .underMarkedInPlainText : .underMarked
        }
        return token.weight * Int32(likeness.cost) / 100
    }
}
