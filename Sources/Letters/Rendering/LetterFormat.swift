/// A format that letters are built in.
public enum LetterFormat: String, Sendable, CaseIterable {
    case html
    case pdf
    case docx
    case odt
    case markdown = "md"
    case text = "txt"
    /// An e-mail, ready to be opened in a mail program (RFC 5322).
    case mail = "eml"
    /// Source and translation side by side, for those who review it.
    case review = "review.html"
    /// The same on paper.
    case reviewPDF = "review.pdf"

    /// The extension of its files.
    public var fileExtension: String { rawValue }

    /// The formats that recipients get.
    public static let letters: [LetterFormat] = [.html, .pdf, .docx, .odt, .markdown, .text, .mail]

    /// The formats that no other program is needed for.
    public static let ownFormats: [LetterFormat] = [.html, .markdown, .text, .mail]

    /// Whether it is made from the sheet of segments (``ReviewSheet``) rather than from the letter.
    public var isReview: Bool { self == .review || self == .reviewPDF }

    /// The name that people know it by.
    public var name: String {
        switch self {
        case .html: "HTML"
        case .pdf: "PDF"
        case .docx: "DOCX"
        case .odt: "ODT"
        case .markdown: "Markdown"
        case .text: "plain text"
        case .mail: "e-mail"
        case .review: "the review page"
        case .reviewPDF: "the review sheet in PDF"
        }
    }
}
