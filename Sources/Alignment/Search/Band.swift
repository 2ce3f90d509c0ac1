/// The part of the grid of two documents that is searched: for each number of source segments a range of numbers of
/// target segments. Both ends of the grid belong to it.
struct Band {
    /// For each row 0...n a non-empty range within 0...m, both ends never falling.
    private(set) var rows: [ClosedRange<Int>]
    /// Where each row's cells begin, counted over the rows; one more than rows.
    private(set) var starts: [Int]
    let targetCount: Int

    /// The rows as given, made so that a path through them exists.
    init(rows given: [ClosedRange<Int>], targetCount: Int) {
        var rows = given.map { $0.clamped(to: 0...targetCount) }
        rows[0] = 0...rows[0].upperBound
        let last = rows.count - 1
        rows[last] = rows[last].lowerBound...targetCount
        for row in 1..<max(1, rows.count) where rows[row].upperBound < rows[row - 1].upperBound {
            rows[row] = min(rows[row].lowerBound, rows[row - 1].upperBound)...rows[row - 1].upperBound
        }
        for row in (0..<last).reversed() {
            let low = min(rows[row].lowerBound, rows[row + 1].lowerBound)
            rows[row] = low...max(low, rows[row].upperBound)
        }
        // Rows must overlap, so that a step down can be taken without one to the side.
        for row in 1..<max(1, rows.count) where rows[row].lowerBound > rows[row - 1].upperBound {
            rows[row - 1] = rows[row - 1].lowerBound...rows[row].lowerBound
        }
        self.rows = rows
        self.targetCount = targetCount
        starts = [0]
        for row in rows { starts.append(starts[starts.count - 1] + row.count) }
    }

    /// All of the grid.
    init(sourceCount: Int, targetCount: Int) {
        self.init(
            rows: Array(repeating: 0...targetCount, count: sourceCount + 1), targetCount: targetCount)
    }

    /// So many cells to either side of a path, which has a place in the target for each row, rising.
    init(around path: [ClosedRange<Int>], halfWidth: Int, targetCount: Int) {
        self.init(
            rows: path.map {
                max(0, $0.lowerBound - halfWidth)...min(targetCount, $0.upperBound + halfWidth)
            },
            targetCount: targetCount)
    }

    var cellCount: Int { starts[starts.count - 1] }
    var widest: Int { rows.reduce(0) { max($0, $1.count) } }

    /// The place of a cell among all; nil where it is not in the band.
    func cell(_ row: Int, _ column: Int) -> Int? {
        guard row >= 0, rows[row].contains(column) else { return nil }
        return starts[row] + column - rows[row].lowerBound
    }
}
