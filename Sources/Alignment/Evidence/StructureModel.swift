#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How often each shape of bead comes, and how beads lie to paragraphs; learned for the documents, beginning with what
/// is usual.
struct StructureModel {
    /// The probability of each shape.
    private(set) var shapes: [Double]
    /// The logarithms of ``shapes``.
    private(set) var logShapes: [Double]
    /// The probability that where a bead ends, the target has a paragraph's end, where the source has none or one.
    private var breaks: (without: Double, with: Double) = (0.05, 0.85)
    /// The probability that a paragraph ends within a bead, on a side where it could.
    private var inner = 0.05
    private var targetBreaks = 0.3
    let knowsParagraphs: Bool

    private static let usualWeight = 30.0

    init(_ pairs: [DocumentPair]) {
        shapes = BeadShape.usual
        logShapes = shapes.map { log($0) }
        knowsParagraphs = pairs.allSatisfy { $0.source.hasParagraphs && $0.target.hasParagraphs }
        let opens = pairs.flatMap { $0.target.opensParagraph }
        targetBreaks = (Double(opens.count { $0 }) + 1) / (Double(opens.count) + 2)
    }

    /// What is counted in the beads of a pass.
    struct Counts {
        var shapes = [Double](repeating: 0, count: BeadShape.all.count)
        /// Ends of beads by whether the source, then the target has a paragraph's end there.
        var ends: [Double] = [0, 0, 0, 0]
        /// Places within beads, and those of them with a paragraph's end.
        var places = 0.0
        var crossed = 0.0

        mutating func add(_ bead: Bead, _ weight: Double, _ source: [Bool], _ target: [Bool]) {
            shapes[bead.kind] += weight
            func ends(_ opens: [Bool], _ place: Int) -> Bool { place >= opens.count || opens[place] }
            if bead.shape.isNull { return }
            self.ends[
                (ends(source, bead.sourceEnd) ? 2 : 0) + (ends(target, bead.targetEnd) ? 1 : 0)] += weight
            for place in bead.source.dropFirst() {
                places += weight
                if source[place] { crossed += weight }
            }
            for place in bead.target.dropFirst() {
                places += weight
                if target[place] { crossed += weight }
            }
        }
    }

    mutating func learn(_ counts: Counts) {
        let total = counts.shapes.reduce(Self.usualWeight, +)
        shapes = zip(counts.shapes, BeadShape.usual).map { ($0 + Self.usualWeight * $1) / total }
        logShapes = shapes.map { log($0) }
        breaks.without = (counts.ends[1] + 0.05 * 10) / (counts.ends[0] + counts.ends[1] + 10)
        breaks.with = (counts.ends[3] + 0.85 * 10) / (counts.ends[2] + counts.ends[3] + 10)
        inner = (counts.crossed + 0.05 * 10) / (counts.places + 10)
    }

    /// For each combination of the ends of paragraphs at the end of a bead (2 for the source, 1 for the target) what it
    /// says for the bead.
    var endEvidence: [Double] {
        guard knowsParagraphs else { return [0, 0, 0, 0] }
        return [
            log((1 - breaks.without) / (1 - targetBreaks)), log(breaks.without / targetBreaks),
            log((1 - breaks.with) / (1 - targetBreaks)), log(breaks.with / targetBreaks),
        ]
    }

    /// What a paragraph's end within a bead says for it.
    var innerEvidence: Double { knowsParagraphs ? min(0, log(inner / targetBreaks)) : 0 }
}
