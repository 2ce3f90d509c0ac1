/// A unit that answers a query.
public struct MemoryMatch: Sendable, Equatable {
    /// The unit's number.
    public let id: Int64
    /// Its text in the language of the query.
    public let source: String
    /// Its text in the language asked for.
    public let target: String
    /// The similarity of the texts, 1 at most.
    public let score: Double
    /// The score less the penalties, 0 to 1.
    public let match: Double
    /// Similarity of the characters, 0 to 1.
    public let characterSimilarity: Double
    /// Whether the texts are equal in NFC.
    public let isExact: Bool
    /// For an exact match, how many of its neighbours are the unit's own: 0, 1 or 2.
    public let contextTier: Int
    /// Where the unit comes from.
    public let origin: String
    /// How far it can be trusted.
    public let state: TranslationUnit.State
    /// What was taken off the score, by reason, in hundredths.
    public let penalties: [String: Int]
}
