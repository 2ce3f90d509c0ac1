/// How far the translation of a letter is.
public struct CatalogStatus: Sendable, Equatable {
    /// Segments by state, each distinct segment counted once.
    public private(set) var counts: [SegmentTranslation.State: Int] = [:]
    /// Distinct segments.
    public private(set) var segments = 0

    /// Counts the segments of a letter; all are missing where there is no catalog.
    public init(of letter: Letter, in catalog: LetterCatalog?) {
        for segment in letter.distinctSegments {
            segments += 1
            counts[catalog?.translation(of: segment).state ?? .missing, default: 0] += 1
        }
    }

    /// Segments in a state.
    public func count(_ state: SegmentTranslation.State) -> Int { counts[state] ?? 0 }

    /// Segments that a letter may be built from.
    public var usable: Int { count(.translated) + count(.reviewed) }

    /// Whether the whole letter may be built.
    public var isComplete: Bool { usable == segments }
}
