/// How an index numbers folds and tokens, and which bits of the filter stand for which words.
struct Ranks {
    /// Old numbers of the folds from rare to frequent, by the number of units that hold them.
    private(set) var foldOrder: [Int]
    /// New number of every fold.
    private(set) var fold: [Int]
    /// Weight of every fold's tokens, by old number.
    private(set) var weight: [Int]
    /// Old numbers of the tokens from frequent to rare.
    let tokenOrder: [Int]
    /// New number of every token.
    private(set) var token: [Int]
    /// The bits of the first four occurrences of every fold, by old number.
    private var bits: [UInt8]

    init(_ builder: SegmentIndexBuilder) {
        let foldCount = builder.folds.count
        // How many units hold a fold at least once, twice, three and four times.
        var counts = [Int](repeating: 0, count: foldCount * 4)
        var occurrences = FoldOccurrences()
        for unit in 0..<builder.count {
            occurrences.reset()
            for token in builder.tokens(of: unit) {
                let fold = Int(builder.records[Int(token & ~SegmentIndexBuilder.spaceBefore)].fold)
                let occurrence = occurrences.next(fold)
                if occurrence < 4 { counts[fold * 4 + occurrence] += 1 }
            }
        }
        weight = (0..<foldCount).map { fold in
            Token.Kind(rawValue: Int(builder.folds[fold].first ?? 0))?.weight ?? 0
        }
        foldOrder = (0..<foldCount).sorted { (counts[$0 * 4], $0) < (counts[$1 * 4], $1) }
        fold = Self.inverse(foldOrder)
        let frequencies = builder.frequencies
        tokenOrder = frequencies.indices.sorted {
            (frequencies[$1], $0) < (frequencies[$0], $1)
        }
        token = Self.inverse(tokenOrder)
        bits = [UInt8](repeating: UnitFilter.none, count: foldCount * 4)
        let weights = weight
        let elements = counts.indices.filter { counts[$0] > 0 && weights[$0 / 4] == 1000 }
            .sorted { (counts[$1], $0) < (counts[$0], $1) }
        for (rank, element) in elements.enumerated() { bits[element] = UnitFilter.bit(ofRank: rank) }
    }

    /// The bit of an occurrence of a fold (old number), counted from 0.
    func bit(_ fold: Int, _ occurrence: Int) -> UInt8 {
        occurrence < 4 ? bits[fold * 4 + occurrence] : UnitFilter.none
    }

    private static func inverse(_ order: [Int]) -> [Int] {
        var inverse = [Int](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { inverse[old] = new }
        return inverse
    }
}

/// Counts the occurrences of folds within one segment.
struct FoldOccurrences {
    private var seen: [(fold: Int, count: Int)] = []
    private var many: [Int: Int] = [:]

    mutating func reset() {
        seen.removeAll(keepingCapacity: true)
        if !many.isEmpty { many.removeAll(keepingCapacity: true) }
    }

    /// How often a fold came before.
    mutating func next(_ fold: Int) -> Int {
        for index in seen.indices where seen[index].fold == fold {
            seen[index].count += 1
            return seen[index].count
        }
        if seen.count < 64 {
            seen.append((fold, 0))
            return 0
        }
        let count = many[fold] ?? 0
        many[fold] = count + 1
        return count
    }
}
