/// The likely way through a large grid: the heaviest rising chain of segments that share rare words (the anchors of
/// hunalign's and Simard's first passes, chained as in patience sorting).
enum Anchors {
    private struct Point {
        let row: Int
        let column: Int
        let weight: Double
    }

    /// Words in more segments than this say little of the place.
    private static let mostSegments = 6

    /// A band for each number of source segments about how many target segments are done: so wide, and the wider the
    /// farther the next anchor is.
    static func band(_ features: PairFeatures, _ gains: TranslationTable, halfWidth: Int) -> Band {
        let sourceCount = features.source.count, targetCount = features.target.count
        var points = points(features, gains)
        // Of points in a row, the right ones first, so that a chain takes one of them only.
        points.sort { ($0.row, $1.column) < ($1.row, $0.column) }
        var heaviest = PrefixMaxima(count: targetCount)
        var chains: [(weight: Double, before: Int)] = []
        for (number, point) in points.enumerated() {
            let before = point.column > 0 ? heaviest.heaviest(upTo: point.column - 1) : (weight: 0, place: -1)
            chains.append((before.weight + point.weight, before.place))
            heaviest.add(chains[number].weight, place: number, at: point.column)
        }
        var knots = [(row: sourceCount, column: targetCount)]
        var at = targetCount > 0 ? heaviest.heaviest(upTo: targetCount - 1).place : -1
        while at >= 0 {
            knots.append((points[at].row, points[at].column))
            at = chains[at].before
        }
        knots.append((0, 0))
        knots.reverse()
        var rows: [ClosedRange<Int>] = []
        var knot = 0
        for row in 0...sourceCount {
            while knot + 1 < knots.count - 1, knots[knot + 1].row <= row { knot += 1 }
            let from = knots[knot], to = knots[knot + 1]
            let gap = to.row - from.row
            let rise = to.column - from.column
            let column = gap == 0 ? to.column : from.column + rise * (row - from.row) / gap
            let slack = halfWidth + min(row - from.row, to.row - row) / 2 * halfWidth / narrowest
            rows.append(max(0, column - slack)...max(0, column - slack, min(targetCount, column + slack)))
        }
        return Band(rows: rows, targetCount: targetCount)
    }

    /// The narrowest band.
    static let narrowest = 60

    private static func points(_ features: PairFeatures, _ gains: TranslationTable) -> [Point] {
        var weights: [PairFeatures.SegmentPair: Double] = [:]
        for pair in features.known { weights[pair] = 1 }
        for word in 0..<Int32(gains.rowCount) {
            let sourceSegments = features.sourcePostings.segmentCount(word)
            guard sourceSegments > 0, sourceSegments <= mostSegments else { continue }
            for entry in gains.row(word) {
                let targetSegments = features.targetPostings.segmentCount(entry.word)
                guard targetSegments > 0, targetSegments <= mostSegments else { continue }
                let weight = 1 / Double(sourceSegments * targetSegments)
                let all = 0..<Int.max
                for source in features.sourcePostings.places(of: word, in: all) {
                    for target in features.targetPostings.places(of: entry.word, in: all) {
                        weights[
                            .init(source: Int(source.segment), target: Int(target.segment)), default: 0
                        ] += weight
                    }
                }
            }
        }
        return weights.map { Point(row: $0.key.source, column: $0.key.target, weight: $0.value) }
    }
}

/// The largest of what was added up to a place (Fenwick, A New Data Structure for Cumulative Frequency Tables, 1994).
private struct PrefixMaxima {
    private var tree: [(weight: Double, place: Int)]

    init(count: Int) { tree = Array(repeating: (0, -1), count: count + 1) }

    mutating func add(_ weight: Double, place: Int, at index: Int) {
        var node = index + 1
        while node < tree.count {
            if weight > tree[node].weight { tree[node] = (weight, place) }
            node += node & -node
        }
    }

    func heaviest(upTo index: Int) -> (weight: Double, place: Int) {
        var best = (weight: 0.0, place: -1)
        var node = index + 1
        while node > 0 {
            if tree[node].weight > best.weight { best = tree[node] }
            node -= node & -node
        }
        return best
    }
}
