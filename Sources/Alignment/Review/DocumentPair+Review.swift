extension DocumentPair {
    /// An alignment of these documents with their texts.
    ///
    /// - Parameters:
    ///   - source: the name of the source's file.
    ///   - target: the name of the target's file.
    public func review(
        _ alignment: Alignment, source sourceName: String, target targetName: String
    ) -> AlignmentReview.Document {
        AlignmentReview.Document(
            source: sourceName, target: targetName,
            pairs: alignment.pairs.map { pair in
                .init(
                    source: pair.source.map { source.segments[$0] },
                    target: pair.target.map { target.segments[$0] },
                    confidence: pair.isTranslation ? pair.confidence : 0, isMoved: pair.isMoved)
            })
    }
}
