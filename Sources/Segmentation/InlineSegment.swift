/// A segment that was cut out of a longer text with codes.
public struct InlineSegment: Hashable, Sendable {
    /// The segment, its codes numbered from 1 in order of appearance.
    public let text: InlineText
    /// For each number of the segment, from 1, the number that the code has in the whole text.
    public let originalNumbers: [Int]
    /// White space that stood before the segment; only the first one can have any.
    public let leading: String
    /// White space that stood after the segment.
    public let glue: String

    /// A segment from its parts.
    public init(text: InlineText, originalNumbers: [Int], leading: String, glue: String) {
        self.text = text
        self.originalNumbers = originalNumbers
        self.leading = leading
        self.glue = glue
    }
}
