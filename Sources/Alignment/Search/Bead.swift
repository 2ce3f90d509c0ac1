/// How many segments of the source are joined with how many of the target (Gale and Church 1993: a bead).
struct BeadShape: Hashable, Sendable {
    let source: Int
    let target: Int

    /// The shapes that are tried.
    static let all: [BeadShape] = [
        BeadShape(source: 1, target: 1), BeadShape(source: 1, target: 0), BeadShape(source: 0, target: 1),
        BeadShape(source: 1, target: 2), BeadShape(source: 2, target: 1), BeadShape(source: 2, target: 2),
        BeadShape(source: 1, target: 3), BeadShape(source: 3, target: 1),
        BeadShape(source: 2, target: 3), BeadShape(source: 3, target: 2),
        BeadShape(source: 1, target: 4), BeadShape(source: 4, target: 1),
        BeadShape(source: 1, target: 5), BeadShape(source: 5, target: 1),
        // What is missing or added comes in runs, such as the clutter of a page.
        BeadShape(source: 5, target: 0), BeadShape(source: 0, target: 5),
    ]
    /// How often each comes; a start, before that is learned for the documents.
    static let usual: [Double] = [
        0.83, 0.028, 0.028, 0.035, 0.035, 0.01, 0.006, 0.006, 0.002, 0.002, 0.0015, 0.0015, 0.0007, 0.0007,
        0.003, 0.003,
    ]
    /// The most segments of one side in a bead.
    static let most = 5

    var isNull: Bool { source == 0 || target == 0 }
}

/// A step through two documents: a bead that ends before these segments.
struct Bead: Hashable, Sendable {
    /// The segments of the source that are done with it.
    let sourceEnd: Int
    /// The segments of the target that are done with it.
    let targetEnd: Int
    /// Its place in ``BeadShape/all``.
    let kind: Int

    var shape: BeadShape { BeadShape.all[kind] }
    var source: Range<Int> { sourceEnd - shape.source..<sourceEnd }
    var target: Range<Int> { targetEnd - shape.target..<targetEnd }
}
