/// A format that letters are built in.
public enum LetterFormat: String, Sendable, CaseIterable {
    case html
    case markdown = "md"
    case text = "txt"

    /// The extension of its files.
    public var fileExtension: String { rawValue }

    /// The letter in this format.
    /// - Throws: `LathuError` where the program's own template is damaged.
    public func render(_ letter: LocalizedLetter) throws -> String {
        switch self {
        case .html: try HTMLRenderer(letter).render()
        case .markdown: MarkdownRenderer(letter).render()
        case .text: try PlainTextRenderer(letter).render()
        }
    }
}
