/// Chooses, of all ways through the candidates, the one that is expected to be right about the most segments, rather
/// than the one that is the most probable as a whole (Goodman, Parsing Algorithms and Metrics, ACL 1996).
enum PathDecoding {
    /// The way, each bead with its probability.
    static func decode(
        _ lattice: Lattice, sourceCount: Int, targetCount: Int
    ) -> [Lattice.Candidate] {
        struct Node: Hashable {
            let row: Int
            let column: Int
        }
        var candidates = lattice.candidates
        // The best way is always there, so that there is one.
        let known = Set(candidates.map(\.bead))
        for bead in lattice.best where !known.contains(bead) {
            candidates.append(.init(bead: bead, probability: 0))
        }
        candidates.sort {
            ($0.bead.sourceEnd, $0.bead.targetEnd, $0.bead.kind)
                < ($1.bead.sourceEnd, $1.bead.targetEnd, $1.bead.kind)
        }
        var best: [Node: (gain: Double, candidate: Int)] = [Node(row: 0, column: 0): (0, -1)]
        for (number, candidate) in candidates.enumerated() {
            let bead = candidate.bead
            let start = Node(row: bead.source.lowerBound, column: bead.target.lowerBound)
            guard let before = best[start] else { continue }
            let size = Double(bead.shape.source + bead.shape.target) / 2
            let gain = before.gain + size * candidate.probability
            let end = Node(row: bead.sourceEnd, column: bead.targetEnd)
            if gain > best[end]?.gain ?? -1 { best[end] = (gain, number) }
        }
        var path: [Lattice.Candidate] = []
        var node = Node(row: sourceCount, column: targetCount)
        while let step = best[node], step.candidate >= 0 {
            let candidate = candidates[step.candidate]
            path.append(candidate)
            node = Node(row: candidate.bead.source.lowerBound, column: candidate.bead.target.lowerBound)
        }
        return path.reversed()
    }
}
