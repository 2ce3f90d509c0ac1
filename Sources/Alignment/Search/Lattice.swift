#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// All ways through a band of the grid of two documents: the best one, and how probable each bead is among all
/// (forward and backward sums: Baum 1972).
struct Lattice {
    /// A bead with its probability.
    struct Candidate {
        let bead: Bead
        let probability: Double
    }

    /// The best way.
    let best: [Bead]
    /// Beads that are not quite improbable, in the order of their ends.
    let candidates: [Candidate]
    /// The logarithm of the sum of all ways.
    let total: Double
    /// Whether the best way comes to the edge of the band where the grid goes on.
    let touchesEdge: Bool

    private static let leastProbability = 0.002
    /// What is less probable by such a factor, as a logarithm, does not change a sum.
    private static let negligible = 25.0

    /// Finds the best way only, in a byte for each cell of the band.
    static func bestPath(_ weights: consuming BeadWeights, _ band: Band) -> (beads: [Bead], touchesEdge: Bool)
    {
        var kinds = [UInt8](repeating: 0, count: band.cellCount)
        var rows = [[Double]](repeating: [], count: BeadShape.most + 1)
        let kindCount = BeadShape.all.count
        var cells = [Float](repeating: 0, count: band.widest * kindCount)
        for row in 0..<band.rows.count {
            let range = band.rows[row]
            cells.withUnsafeMutableBufferPointer {
                weights.fill(.init(rebasing: $0[..<(range.count * kindCount)]), row: row, band)
            }
            rows.insert([], at: 0)
            rows.removeLast()
            var current = [Double](repeating: -.infinity, count: range.count)
            for column in range {
                if row == 0, column == 0 {
                    current[0] = 0
                    continue
                }
                var best = -Double.infinity
                let first = (column - range.lowerBound) * kindCount
                for (kind, shape) in BeadShape.all.enumerated() where cells[first + kind] > -.infinity {
                    let before = row - shape.source
                    let place = column - shape.target - band.rows[before].lowerBound
                    guard place >= 0, place < band.rows[before].count else { continue }
                    let value =
                        (shape.source == 0 ? current[place] : rows[shape.source][place])
                        + Double(cells[first + kind])
                    if value > best {
                        best = value
                        kinds[band.starts[row] + column - range.lowerBound] = UInt8(kind)
                    }
                }
                current[column - range.lowerBound] = best
            }
            rows[0] = current
        }
        return trace(kinds, band)
    }

    private static func trace(_ kinds: [UInt8], _ band: Band) -> (beads: [Bead], touchesEdge: Bool) {
        var beads: [Bead] = []
        var row = band.rows.count - 1
        var column = band.targetCount
        var touchesEdge = false
        while row > 0 || column > 0 {
            let range = band.rows[row]
            let margin = BeadShape.most
            if range.lowerBound > 0 && column < range.lowerBound + margin
                || range.upperBound < band.targetCount && column > range.upperBound - margin
            {
                touchesEdge = true
            }
            let bead = Bead(
                sourceEnd: row, targetEnd: column,
                kind: Int(kinds[band.starts[row] + column - range.lowerBound]))
            beads.append(bead)
            row -= bead.shape.source
            column -= bead.shape.target
        }
        return (beads.reversed(), touchesEdge)
    }

    /// Goes through the whole band.
    init(_ weights: consuming BeadWeights, _ band: Band) {
        let kindCount = BeadShape.all.count
        let shapes = BeadShape.all
        var cells = [Float](repeating: -.infinity, count: band.cellCount * kindCount)
        var forward = [Double](repeating: -.infinity, count: band.cellCount)
        var best = forward
        var kinds = [UInt8](repeating: 0, count: band.cellCount)
        var terms = [Double](repeating: 0, count: kindCount)
        cells.withUnsafeMutableBufferPointer { cells in
            for row in 0..<band.rows.count {
                weights.fill(
                    .init(
                        rebasing: cells[band.starts[row] * kindCount..<band.starts[row + 1] * kindCount]),
                    row: row, band)
                for column in band.rows[row] {
                    let cell = band.starts[row] + column - band.rows[row].lowerBound
                    if row == 0, column == 0 {
                        forward[cell] = 0
                        best[cell] = 0
                        continue
                    }
                    let own = UnsafeMutableBufferPointer(
                        rebasing: cells[cell * kindCount..<(cell + 1) * kindCount])
                    var most = -Double.infinity
                    for (kind, shape) in shapes.enumerated() {
                        terms[kind] = -.infinity
                        guard own[kind] > -.infinity,
                            let before = band.cell(row - shape.source, column - shape.target)
                        else { continue }
                        let weight = Double(own[kind])
                        terms[kind] = forward[before] + weight
                        most = max(most, terms[kind])
                        if best[before] + weight > best[cell] {
                            best[cell] = best[before] + weight
                            kinds[cell] = UInt8(kind)
                        }
                    }
                    forward[cell] = Self.logarithmOfSum(terms, most)
                }
            }
        }
        total = forward[band.cellCount - 1]
        (self.best, touchesEdge) = Self.trace(kinds, band)
        candidates = Self.candidates(cells, forward, band, total)
    }

    private static func candidates(
        _ cells: [Float], _ forward: [Double], _ band: Band, _ total: Double
    ) -> [Candidate] {
        let kindCount = BeadShape.all.count
        var backward = [Double](repeating: -.infinity, count: band.cellCount)
        backward[band.cellCount - 1] = 0
        var candidates: [Candidate] = []
        let least = log(leastProbability)
        for row in (0..<band.rows.count).reversed() {
            for column in band.rows[row].reversed() {
                let cell = band.starts[row] + column - band.rows[row].lowerBound
                let after = backward[cell]
                // A cell that no probable way comes through adds nothing to those before it.
                if forward[cell] + after - total < -negligible { continue }
                for (kind, shape) in BeadShape.all.enumerated() {
                    let weight = Double(cells[cell * kindCount + kind])
                    guard weight > -.infinity,
                        let before = band.cell(row - shape.source, column - shape.target)
                    else { continue }
                    let value = after + weight
                    backward[before] = logarithmOfSum(backward[before], value)
                    let probability = forward[before] + value - total
                    if probability > least {
                        candidates.append(
                            Candidate(
                                bead: Bead(sourceEnd: row, targetEnd: column, kind: kind),
                                probability: min(1, exp(probability))))
                    }
                }
            }
        }
        return candidates.reversed()
    }

    private static func logarithmOfSum(_ terms: [Double], _ most: Double) -> Double {
        if most == -.infinity { return most }
        var sum = 0.0
        for term in terms where term > most - negligible { sum += exp(term - most) }
        return most + log(sum)
    }

    private static func logarithmOfSum(_ left: Double, _ right: Double) -> Double {
        let most = max(left, right), least = min(left, right)
        if least < most - negligible { return most }
        return most + log1p(exp(least - most))
    }
}
