internal import TranslationMemory

/// A match as JSON.
struct MatchRecord: Encodable {
    let id: Int64
    let source: String
    let target: String
    let score: Double
    let match: Double
    let characterSimilarity: Double
    let exact: Bool
    let context: Int
    let origin: String
    let state: String
    let penalties: [String: Int]
    let explanation: ExplanationRecord?

    init(_ match: MemoryMatch, _ explanation: ExplanationRecord?) {
        id = match.id
        source = match.source
        target = match.target
        score = Self.rounded(match.score)
        self.match = Self.rounded(match.match)
        characterSimilarity = Self.rounded(match.characterSimilarity)
        exact = match.isExact
        context = match.contextTier
        origin = match.origin
        state = match.state.name
        penalties = match.penalties
        self.explanation = explanation
    }

    /// Twelve digits are exact for any score; more would only show how binary fractions are stored.
    private static func rounded(_ value: Double) -> Double { (value * 1e12).rounded() / 1e12 }

    /// Rounded down, so that only an equal text is shown as 100%.
    static func percent(_ value: Double) -> String {
        let number = String(Int((value * 100 + 1e-9).rounded(.down)))
        return String(repeating: " ", count: max(0, 3 - number.count)) + number + "%"
    }
}
