/// What an inline code of a segment stands for.
public enum Markup: Hashable, Sendable {
    /// Emphasis, usually set in italics.
    case emphasis
    /// Strong emphasis, usually set in bold.
    case strong
    /// Code.
    case code
    /// A link.
    case link(url: String, title: String)
    /// An image; its alternative text stands between its codes.
    case image(url: String, title: String)
    /// A quotation within a sentence (`<q>` in the letter): the language has the marks around it.
    case quotation
    /// The mark of a footnote, standing alone: the number of the note, and which of its marks this is, both from 1.
    case note(number: Int, reference: Int)
    /// Raw HTML, standing alone.
    case html(String)

    /// What a translator is told about the code.
    public var explanation: String {
        switch self {
        case .emphasis: "emphasis"
        case .strong: "strong emphasis"
        case .code: "code"
        case .link(let url, _): "link to \(url)"
        case .image(let url, _): "image \(url)"
        case .quotation: "quotation marks"
        case .note(let number, _): "note \(number)"
        case .html(let text): "HTML \(text)"
        }
    }
}
