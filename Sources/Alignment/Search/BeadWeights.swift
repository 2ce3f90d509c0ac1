/// The logarithmic weights of all beads that end in a row of the grid, a row at a time.
struct BeadWeights {
    let features: PairFeatures
    let models: Models
    private var evidence: EvidenceRows
    /// The evidence of this row's source segment and of those before it.
    private var rows = [EvidenceRows.Row](repeating: .init(), count: BeadShape.most)
    private var sourceLengths: [Int] = [0]
    private var targetLengths: [Int] = [0]
    /// For runs of 1…5 target segments that end at a place, how usual their length is.
    private var backgrounds: [[Double]] = []
    /// 1 where a paragraph of the target ends, else 0.
    private var targetEnds: [Int] = []
    private var sourceInner: [Int] = []
    private var targetInner: [Int] = []

    /// All that was learned.
    struct Models {
        var length: LengthModel
        var structure: StructureModel
        var forward: TranslationModel
        var backward: TranslationModel
        /// ``backward`` by the words of the source.
        var backwardGains: TranslationTable
        var targetWordCount: Int
    }

    /// How much the evidence of words counts; less than one where they are taken not to be independent of each other.
    static let wordScale = 1.0
    /// What it says for two segments that a memory knows them as each other's translation.
    static let knownEvidence = 8.0

    init(_ features: PairFeatures, _ models: Models) {
        self.features = features
        self.models = models
        evidence = EvidenceRows(
            features, forward: models.forward, backward: models.backward,
            backwardGains: models.backwardGains, targetWordCount: models.targetWordCount)
        for (place, length) in features.source.lengths.enumerated() {
            sourceLengths.append(sourceLengths[place] + length)
        }
        for (place, length) in features.target.lengths.enumerated() {
            targetLengths.append(targetLengths[place] + length)
        }
        backgrounds = (1...BeadShape.most).map { segments in
            targetLengths.indices.map { end in
                end < segments
                    ? 0
                    : models.length.logBackground(
                        target: targetLengths[end] - targetLengths[end - segments], segments: segments)
            }
        }
        targetEnds = targetLengths.indices.map {
            $0 == features.target.count || features.targetOpens[$0] ? 1 : 0
        }
        targetInner = Self.innerCounts(features.targetOpens)
        sourceInner = Self.innerCounts(features.sourceOpens)
    }

    /// For each place how many paragraphs begin before it, but for the first segment's.
    private static func innerCounts(_ opens: [Bool]) -> [Int] {
        opens.indices.reduce(into: [0]) { $0.append($0[$1] + ($1 > 0 && opens[$1] ? 1 : 0)) }
    }

    /// The weights of the beads that end in each cell of a row, cell after cell, in the order of the shapes; -infinity
    /// where there is none. Rows must be asked for one after the other, beginning with 0.
    mutating func fill(_ weights: UnsafeMutableBufferPointer<Float>, row: Int, _ band: Band) {
        if row > 0 { advance(to: row, band) }
        for (kind, shape) in BeadShape.all.enumerated() {
            guard shape.source <= row else {
                fill(weights, kind, with: -.infinity)
                continue
            }
            if shape.isNull {
                fill(weights, kind, with: Float(models.structure.logShapes[kind]))
            } else {
                fill(weights, kind, shape, row, band.rows[row])
            }
            for column in band.rows[row].lowerBound..<max(band.rows[row].lowerBound, shape.target)
            where band.rows[row].contains(column) {
                weights[(column - band.rows[row].lowerBound) * BeadShape.all.count + kind] = -.infinity
            }
        }
        if row > 0, !features.known.isEmpty {
            for column in band.rows[row] where column > 0 {
                if features.known.contains(.init(source: row - 1, target: column - 1)) {
                    weights[(column - band.rows[row].lowerBound) * BeadShape.all.count] += Float(
                        Self.knownEvidence)
                }
            }
        }
    }

    /// Goes on to a row.
    private mutating func advance(to row: Int, _ band: Band) {
        rows.insert(rows.removeLast(), at: 0)
        let last = band.rows[min(row + BeadShape.most - 1, band.rows.count - 1)].upperBound
        let first = max(0, band.rows[row].lowerBound - BeadShape.most)
        evidence.row(row - 1, first..<max(first, last), into: &rows[0])
    }

    private func fill(_ weights: UnsafeMutableBufferPointer<Float>, _ kind: Int, with value: Float) {
        for place in stride(from: kind, to: weights.count, by: BeadShape.all.count) { weights[place] = value }
    }

    private func fill(
        _ weights: UnsafeMutableBufferPointer<Float>, _ kind: Int, _ shape: BeadShape, _ row: Int,
        _ columns: ClosedRange<Int>
    ) {
        let structure = models.structure
        let sourceEnds = row == features.source.count || features.sourceOpens[row]
        let ends = Array(structure.endEvidence[sourceEnds ? 2...3 : 0...1])
        let inner = structure.innerEvidence
        let base =
            structure.logShapes[kind]
            + inner * Double(sourceInner[row] - sourceInner[row - shape.source + 1])
        let sourceLength = sourceLengths[row] - sourceLengths[row - shape.source]
        let length = models.length
        let scale = Self.wordScale / 2
        let forward = rows[0].forward[shape.source - 1]
        let forwardStart = rows[0].start
        let background = backgrounds[shape.target - 1]
        for column in columns where column >= shape.target {
            let first = column - shape.target
            var weight = base + ends[targetEnds[column]]
            weight += inner * Double(targetInner[column] - targetInner[first + 1])
            weight += length.evidence(
                source: sourceLength, target: targetLengths[column] - targetLengths[first],
                background: background[column])
            var words: Float = 0
            for target in first..<column { words += forward[target - forwardStart] }
            weights[(column - columns.lowerBound) * BeadShape.all.count + kind] = Float(
                weight + scale * Double(words))
        }
        for above in 0..<shape.source {
            let backward = rows[above].backward[shape.target - 1]
            let start = rows[above].start
            for column in columns where column >= shape.target {
                weights[(column - columns.lowerBound) * BeadShape.all.count + kind] +=
                    Float(scale) * backward[column - 1 - start]
            }
        }
    }
}
