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
        case .html(let text): "HTML \(text)"
        }
    }
}
