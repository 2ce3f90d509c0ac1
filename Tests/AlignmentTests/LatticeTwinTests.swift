import TestSupport
import Testing
import UnicodeText

@testable import Alignment

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The search held against walking every way through every small world.
@Suite struct LatticeTwinTests {
    /// Bead weights as their definition says them, without any table.
    private struct NaiveWeights {
        let features: PairFeatures
        let models: BeadWeights.Models
        let words: (source: Vocabulary, target: Vocabulary)

        /// What one text's words say of another's, by IBM Model 1.
        private func evidence(
            of given: [SegmentFeatures.Occurrence], for words: [SegmentFeatures.Occurrence],
            _ model: TranslationModel
        ) -> Double {
            let tokens = given.reduce(0) { $0 + Double($1.count) }
            let unknown = given.reduce(TranslationModel.emptyWords) {
                $0 + Double($1.count) * model.unknown[Int($1.word)]
            }
            return words.reduce(0) { sum, word in
                let gain = given.reduce(0.0) { gain, occurrence in
                    let entry = model.gains.row(occurrence.word).first { $0.word == word.word }
                    return gain + Double(occurrence.count) * (entry?.value ?? 0)
                }
                let ratio = (unknown + gain) / (TranslationModel.emptyWords + tokens)
                return sum + Double(word.count) * log(ratio)
            }
        }

        func weight(_ bead: Bead) -> Double {
            var weight = models.structure.logShapes[bead.kind]
            if bead.shape.isNull { return weight }
            func ends(_ opens: [Bool], _ place: Int) -> Bool { place == opens.count || opens[place] }
            weight +=
                models.structure.endEvidence[
                    (ends(features.sourceOpens, bead.sourceEnd) ? 2 : 0)
                        + (ends(features.targetOpens, bead.targetEnd) ? 1 : 0)]
            let inner =
                bead.source.dropFirst().count { features.sourceOpens[$0] }
                + bead.target.dropFirst().count { features.targetOpens[$0] }
            weight += Double(inner) * models.structure.innerEvidence
            let sourceLength = bead.source.reduce(0) { $0 + features.source.lengths[$1] }
            let targetLength = bead.target.reduce(0) { $0 + features.target.lengths[$1] }
            weight += models.length.evidence(
                source: sourceLength, target: targetLength,
                background: models.length.logBackground(target: targetLength, segments: bead.shape.target))
            let source = features.source.joined(bead.source), target = features.target.joined(bead.target)
            let both =
                evidence(of: source, for: target, models.forward)
                + evidence(of: target, for: source, models.backward)
            return weight + BeadWeights.wordScale * both / 2
        }

        /// Every way through the grid.
        func ways() -> [[Bead]] {
            func from(_ row: Int, _ column: Int) -> [[Bead]] {
                if row == features.source.count, column == features.target.count { return [[]] }
                var found: [[Bead]] = []
                for (kind, shape) in BeadShape.all.enumerated()
                where row + shape.source <= features.source.count
                    && column + shape.target <= features.target.count
                {
                    let bead = Bead(
                        sourceEnd: row + shape.source, targetEnd: column + shape.target, kind: kind)
                    found += from(bead.sourceEnd, bead.targetEnd).map { [bead] + $0 }
                }
                return found
            }
            return from(0, 0)
        }
    }

    private static let sourceWords = ["house", "river", "APEC", "2017", "letter", "the", "."]
    private static let targetWords = ["nhà", "sông", "APEC", "2017", "thư", "các", "."]

    private static func segment(_ words: [String], _ generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...5, using: &generator)).map { _ in words.randomElement(using: &generator)! }
            .joined(separator: " ")
    }

    private static func document(
        _ words: [String], _ count: Int, _ generator: inout SeededGenerator
    ) -> AlignmentDocument {
        var paragraphs: [[String]] = []
        for _ in 0..<count {
            if paragraphs.isEmpty || Bool.random(using: &generator) { paragraphs.append([]) }
            paragraphs[paragraphs.count - 1].append(segment(words, &generator))
        }
        return AlignmentDocument(paragraphs: paragraphs)
    }

    @Test func everySmallWorldIsSearchedExactly() throws {
        var generator = SeededGenerator(state: 7)
        for sourceCount in 0...4 {
            for targetCount in 0...4 where sourceCount + targetCount > 0 {
                for _ in 0..<3 {
                    let pair = DocumentPair(
                        source: Self.document(Self.sourceWords, sourceCount, &generator),
                        target: Self.document(Self.targetWords, targetCount, &generator))
                    try check(pair)
                }
            }
        }
    }

    private func check(_ pair: DocumentPair) throws {
        var aligner = Aligner(source: .english, target: .vietnamese)
        aligner.examples = [("house", "nhà"), ("the house", "nhà"), ("the river", "các sông")]
        var run = try AlignmentRun(aligner, [pair])
        run.learnLexicon([])
        let features = run.features[0]
        let naive = NaiveWeights(
            features: features, models: run.models, words: (run.sourceWords, run.targetWords))
        let ways = naive.ways().map { way in (way, way.reduce(0) { $0 + naive.weight($1) }) }
        let band = Band(sourceCount: features.source.count, targetCount: features.target.count)
        let lattice = Lattice(BeadWeights(features, run.models), band)

        let most = ways.map(\.1).max() ?? 0
        let total = most + log(ways.reduce(0) { $0 + exp($1.1 - most) })
        let place = "\(features.source.count) × \(features.target.count)"
        #expect(abs(lattice.total - total) < 1e-3, "\(place)")
        let best = lattice.best.reduce(0) { $0 + naive.weight($1) }
        #expect(abs(best - most) < 1e-3, "\(place)")
        let (path, touchesEdge) = Lattice.bestPath(BeadWeights(features, run.models), band)
        #expect(abs(path.reduce(0) { $0 + naive.weight($1) } - most) < 1e-3, "\(place)")
        #expect(!touchesEdge)

        var marginals: [Bead: Double] = [:]
        for (way, weight) in ways {
            for bead in way { marginals[bead, default: 0] += exp(weight - total) }
        }
        for candidate in lattice.candidates {
            #expect(abs(candidate.probability - (marginals[candidate.bead] ?? 0)) < 1e-3, "\(place)")
        }
        let found = Set(lattice.candidates.map(\.bead))
        for (bead, probability) in marginals where probability > 0.01 {
            #expect(found.contains(bead), "\(place)")
        }
        try checkDecoding(lattice, ways.map(\.0), marginals, features)
    }

    /// The way that is chosen is expected to be right about at least as many segments as any other.
    private func checkDecoding(
        _ lattice: Lattice, _ ways: [[Bead]], _ marginals: [Bead: Double], _ features: PairFeatures
    ) throws {
        func gain(_ way: [Bead]) -> Double {
            way.reduce(0) { $0 + Double($1.shape.source + $1.shape.target) / 2 * (marginals[$1] ?? 0) }
        }
        let path = PathDecoding.decode(
            lattice, sourceCount: features.source.count, targetCount: features.target.count
        ).map(\.bead)
        #expect(path.flatMap(\.source) == Array(0..<features.source.count))
        #expect(path.flatMap(\.target) == Array(0..<features.target.count))
        let most = ways.map(gain).max() ?? 0
        // Beads that are all but impossible are not looked at.
        #expect(gain(path) > most - 0.03)
    }

    /// However the rows of a band were asked for, there is a way through it.
    @Test func everyBandHasAWay() throws {
        var generator = SeededGenerator(state: 3)
        for _ in 0..<400 {
            let sourceCount = Int.random(in: 0...6, using: &generator)
            let targetCount = Int.random(in: 0...6, using: &generator)
            let rows = (0...sourceCount).map { _ in
                let ends = [0, 1].map { _ in Int.random(in: 0...targetCount, using: &generator) }
                return min(ends[0], ends[1])...max(ends[0], ends[1])
            }
            let band = Band(rows: rows, targetCount: targetCount)
            #expect(band.rows[0].contains(0))
            #expect(band.rows[sourceCount].contains(targetCount))
            for row in 0...sourceCount {
                #expect(band.rows[row].lowerBound <= rows[row].upperBound)
                guard row > 0 else { continue }
                #expect(band.rows[row].lowerBound >= band.rows[row - 1].lowerBound, "\(rows)")
                #expect(band.rows[row].upperBound >= band.rows[row - 1].upperBound, "\(rows)")
                #expect(band.rows[row].lowerBound <= band.rows[row - 1].upperBound, "\(rows)")
            }
        }
    }
}
