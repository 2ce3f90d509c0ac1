internal import Dispatch
internal import Synchronization
internal import UnicodeText

/// One call of the aligner: passes over all document pairs, each learning for the next.
struct AlignmentRun: Sendable {
    private let pairs: [DocumentPair]
    let features: [PairFeatures]
    let sourceWords: Vocabulary
    let targetWords: Vocabulary
    private let examples: [LexiconTraining.Example]
    private let cognates: TranslationTable
    private let reverseCognates: TranslationTable
    private(set) var models: BeadWeights.Models
    private let report: (@Sendable (_ done: Int, _ total: Int) -> Void)?

    /// Passes, each of which learns for the next; fewer where each takes long.
    private static let passes = 6
    private static let passesOverLarge = 4
    private static let largeGrid = 600_000
    /// A grid of no more cells is searched whole.
    private static let smallGrid = 300_000
    /// To either side of a path that is known from the pass before.
    private static let halfWidth = 20
    /// Beads less probable teach nothing.
    private static let leastTeaching = 0.05
    /// So much of what was seen is not believed.
    private static let discount = 1.0

    init(_ aligner: Aligner, _ pairs: [DocumentPair]) throws(ICUError) {
        self.pairs = pairs
        report = aligner.progress
        var reader = try FeatureReader(aligner)
        features = reader.features(of: pairs)
        examples = reader.examples()
        sourceWords = reader.sourceWords
        targetWords = reader.targetWords
        cognates = Cognates(sourceWords, targetWords).table
        reverseCognates = cognates.transposed(rowCount: targetWords.words.count)
        let backward = TranslationModel(cognates: reverseCognates, target: sourceWords)
        models = BeadWeights.Models(
            length: LengthModel(
                source: features.flatMap { $0.source.lengths }, target: features.flatMap { $0.target.lengths }
            ),
            structure: StructureModel(pairs),
            forward: TranslationModel(cognates: cognates, target: targetWords), backward: backward,
            backwardGains: backward.gains.transposed(rowCount: sourceWords.words.count),
            targetWordCount: targetWords.words.count)
    }

    mutating func run() -> [Alignment] {
        if !examples.isEmpty { learnLexicon([]) }
        // Before a document has taught what its own order suggests.
        let start = self
        let orders = Self.map(features.count) { OrderEvidence(start.features[$0], start.models) }
        var paths = wideSearches()
        var lattices: [Lattice] = []
        let cells = features.reduce(0) { $0 + $1.source.count * $1.target.count }
        let passes = cells > Self.largeGrid ? Self.passesOverLarge : Self.passes
        let progress = AlignmentProgress(total: passes * features.count, report)
        for pass in 1...passes {
            let state = self, known = paths
            lattices = Self.map(features.count) { place in
                defer { progress.step() }
                return state.narrowSearch(state.features[place], known[place])
            }
            if pass == passes { break }
            learn(lattices)
            // With a lexicon in hand, a large grid is looked over once more.
            paths = pass == 1 ? wideSearches() : lattices.map(\.best)
        }
        return features.indices.map { place in
            let path = PathDecoding.decode(
                lattices[place], sourceCount: features[place].source.count,
                targetCount: features[place].target.count)
            return outcome(features[place], path, orders[place])
        }
    }

    private func wideSearches() -> [[Bead]] {
        Self.map(features.count) { wideSearch(features[$0]) }
    }

    /// Asks for so many answers on all cores.
    private static func map<Answer: Sendable>(
        _ count: Int, _ answer: @Sendable (Int) -> Answer
    ) -> [Answer] {
        if count == 1 { return [answer(0)] }
        let answers = Mutex([Answer?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { place in
            let made = answer(place)
            answers.withLock { $0[place] = made }
        }
        return answers.withLock { $0.compactMap(\.self) }
    }

    // MARK: - Searching

    /// Finds a way through the whole grid, or through as much of it as anchors leave open.
    private func wideSearch(_ features: PairFeatures) -> [Bead] {
        let cells = (features.source.count + 1) * (features.target.count + 1)
        // The next search takes the whole of it anyway.
        if cells <= Self.smallGrid { return [] }
        let weights = BeadWeights(features, models)
        return widening(from: Anchors.narrowest) { halfWidth in
            let band = Anchors.band(features, models.forward.gains, halfWidth: halfWidth)
            let (beads, touchesEdge) = Lattice.bestPath(weights, band)
            return (beads, touchesEdge)
        }
    }

    private func narrowSearch(_ features: PairFeatures, _ path: [Bead]) -> Lattice {
        let weights = BeadWeights(features, models)
        let whole = Band(sourceCount: features.source.count, targetCount: features.target.count)
        if whole.cellCount <= Self.smallGrid { return Lattice(weights, whole) }
        let rows = Self.rows(of: path, sourceCount: features.source.count)
        return widening(from: Self.halfWidth) { halfWidth in
            let lattice = Lattice(
                weights, Band(around: rows, halfWidth: halfWidth, targetCount: features.target.count))
            return (lattice, lattice.touchesEdge)
        }
    }

    /// Searches in ever wider bands until the way found does not come to the edge.
    private func widening<Result>(
        from halfWidth: Int, _ search: (Int) -> (result: Result, touchesEdge: Bool)
    ) -> Result {
        var halfWidth = halfWidth
        while true {
            let (result, touchesEdge) = search(halfWidth)
            if !touchesEdge { return result }
            halfWidth *= 2
        }
    }

    /// For each row of the grid where a path goes through it.
    private static func rows(of path: [Bead], sourceCount: Int) -> [ClosedRange<Int>] {
        var rows = [ClosedRange<Int>](repeating: 0...0, count: sourceCount + 1)
        var last = 0
        for bead in path {
            for row in bead.source where row > bead.source.lowerBound { rows[row] = last...bead.targetEnd }
            if bead.shape.source == 0 {
                rows[bead.sourceEnd] = rows[bead.sourceEnd].lowerBound...bead.targetEnd
            } else {
                rows[bead.sourceEnd] = bead.targetEnd...bead.targetEnd
            }
            last = bead.targetEnd
        }
        return rows
    }

    // MARK: - Learning

    private mutating func learn(_ lattices: [Lattice]) {
        var lengths: [(source: Int, target: Int, weight: Double)] = []
        var counts = StructureModel.Counts()
        var found: [LexiconTraining.Example] = []
        for (features, lattice) in zip(features, lattices) {
            for candidate in lattice.candidates where candidate.probability >= Self.leastTeaching {
                let bead = candidate.bead
                counts.add(bead, candidate.probability, features.sourceOpens, features.targetOpens)
                if bead.shape.isNull { continue }
                if bead.kind == 0 {
                    lengths.append(
                        (
                            features.source.lengths[bead.source.lowerBound],
                            features.target.lengths[bead.target.lowerBound], candidate.probability
                        ))
                }
                found.append(
                    .init(
                        source: features.source.joined(bead.source),
                        target: features.target.joined(bead.target), weight: candidate.probability))
            }
        }
        models.length.learn(lengths)
        models.structure.learn(counts)
        learnLexicon(found)
    }

    mutating func learnLexicon(_ found: [LexiconTraining.Example]) {
        let examples = examples + found
        let forward = LexiconTraining.counts(
            examples, sourceWords: sourceWords.words.count, targetWords: targetWords.words.count,
            cognates: cognates, least: Self.discount)
        models.forward = TranslationModel(
            counts: forward, discount: Self.discount, cognates: cognates, target: targetWords)
        let turned = examples.map {
            LexiconTraining.Example(source: $0.target, target: $0.source, weight: $0.weight)
        }
        let backward = LexiconTraining.counts(
            turned, sourceWords: targetWords.words.count, targetWords: sourceWords.words.count,
            cognates: reverseCognates, least: Self.discount)
        models.backward = TranslationModel(
            counts: backward, discount: Self.discount, cognates: reverseCognates, target: sourceWords)
        models.backwardGains = models.backward.gains.transposed(rowCount: sourceWords.words.count)
    }
}
