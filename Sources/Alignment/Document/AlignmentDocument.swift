/// A document to be aligned with its translation: paragraphs of segments.
public struct AlignmentDocument: Sendable, Equatable {
    /// The segments in order, in their coded form (inline codes as `<1>`, `</1>`, `<1/>`).
    public let segments: [String]
    /// For every segment whether a paragraph begins with it; all false where nothing is known of paragraphs.
    let opensParagraph: [Bool]

    /// A document of paragraphs; empty ones do not count.
    public init(paragraphs: [[String]]) {
        segments = paragraphs.flatMap(\.self)
        opensParagraph = paragraphs.flatMap { paragraph in paragraph.indices.map { $0 == 0 } }
    }

    /// A document of which no more is known than the order of its segments.
    public init(segments: [String]) {
        self.segments = segments
        opensParagraph = Array(repeating: false, count: segments.count)
    }

    /// Whether paragraphs are known, and there is more than one.
    var hasParagraphs: Bool { opensParagraph.dropFirst().contains(true) }
}

/// A document and its translation.
public struct DocumentPair: Sendable, Equatable {
    /// The document.
    public var source: AlignmentDocument
    /// Its translation.
    public var target: AlignmentDocument

    /// A pair.
    public init(source: AlignmentDocument, target: AlignmentDocument) {
        self.source = source
        self.target = target
    }
}
