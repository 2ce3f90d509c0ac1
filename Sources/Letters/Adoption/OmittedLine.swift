/// A line of the source that the letter does not hold, and why.
public struct OmittedLine: Hashable, Sendable {
    /// 1-based line of the source.
    public let line: Int
    /// The line as it stands in the source, without its line end.
    public let text: String
    /// Why the letter does not hold it.
    public let reason: OmissionReason

    /// An omitted line.
    public init(line: Int, text: String, reason: OmissionReason) {
        self.line = line
        self.text = text
        self.reason = reason
    }
}

/// Why a line of the source is not part of the letter.
public enum OmissionReason: String, Hashable, Sendable, CaseIterable {
    /// “Share on …”, “Tweet”, “Chia sẻ”.
    case shareLink
    /// “Print this”, “E-mail this”, “In bài”.
    case printLink
    /// The name or size of a file to download.
    case fileNotice
    /// A cookie notice.
    case cookieNotice
    /// A menu, breadcrumbs, a choice of language.
    case navigation
    /// “Read more”.
    case readMore
    /// The head of a list of other articles.
    case relatedArticles
    /// A copyright line.
    case copyright
    /// A call to subscribe, follow or donate.
    case callForSupport
    /// “Posted on …”, “Posted by …”.
    case byline
    /// Tags and categories.
    case tags
    /// Counts of comments, shares or views; “Leave a comment”.
    case comments
    /// The caption or credit of a picture.
    case caption
    /// The number of a page.
    case pageNumber
    /// A short line that stood before already.
    case repeated
    /// A line without letters or digits.
    case ornament
    /// A header of an e-mail, or the line that introduces a quoted or forwarded message.
    case mailHeader
    /// What follows `-- ` in an e-mail.
    case mailSignature
    /// Text of another message in the same e-mail.
    case otherMessage
    /// A field of YAML front matter that a letter does not take over.
    case frontMatter
    /// A national motto or the like at the head of the sheet.
    case letterhead
    /// What stands before the letter: a letterhead, a subtitle, an introduction.
    case beforeLetter
    /// A second date line.
    case otherDate
    /// A label alone, as “To:”.
    case fieldLabel
    /// The line that introduces signatories or a group of them.
    case signatoryHeading
    /// “CC:”, “Annex”, “Contact:” and what belongs to it.
    case noteAfterEnd
    /// Anything else after the last signatory.
    case afterEnd

    /// A sentence for people, without its full stop.
    public var sentence: String {
        switch self {
        case .shareLink: "a link for sharing the page"
        case .printLink: "a link for printing or mailing the page"
        case .fileNotice: "a notice of a file to download"
        case .cookieNotice: "a cookie notice"
        case .navigation: "navigation of the page"
        case .readMore: "a link to more text"
        case .relatedArticles: "the head of a list of other articles"
        case .copyright: "a copyright line"
        case .callForSupport: "a call to subscribe, follow or donate"
        case .byline: "who posted the page, and when"
        case .tags: "tags or categories of the page"
        case .comments: "comments, or counts of comments, shares or views"
        case .caption: "the caption or credit of a picture"
        case .pageNumber: "a page number"
        case .repeated: "the same line stands earlier already"
        case .ornament: "a line without words"
        case .mailHeader: "a header of an e-mail"
        case .mailSignature: "the signature of an e-mail"
        case .otherMessage: "text of another message in the same e-mail"
        case .frontMatter: "a field that a letter does not take over"
        case .letterhead: "a motto at the head of the sheet"
        case .beforeLetter: "it stands before the letter begins"
        case .otherDate: "a second date; the letter has one already"
        case .fieldLabel: "a label without content of its own"
        case .signatoryHeading: "it introduces the signatories"
        case .noteAfterEnd: "a note or annex after the signatures"
        case .afterEnd: "it stands after the end of the letter"
        }
    }
}
