public import TextFiles
public import UnicodeText

/// A paragraph, heading, list item or quotation of an adopted letter's body.
public struct AdoptedBlock: Hashable, Sendable {
    /// What a block is.
    public enum Kind: Hashable, Sendable {
        /// Running text.
        case paragraph
        /// A heading, 1 to 6.
        case heading(level: Int)
        /// An item of a list, with its number where it has one.
        case listItem(number: Int?)
        /// Quoted text.
        case quotation
    }

    /// What it is.
    public var kind: Kind
    /// Its text on one line in NFC; Markdown where ``AdoptedLetter/isMarkdown``, else plain.
    public var text: String
    /// 1-based line of the source where it starts.
    public var line: Int

    /// A block.
    public init(_ kind: Kind, _ text: String, line: Int) {
        self.kind = kind
        self.text = text
        self.line = line
    }
}

/// A letter found in a text, with an account of every line that is not part of it.
///
/// Each line of the source that is not blank is either in ``letterLines`` or in ``omitted``, once.
public struct AdoptedLetter: Hashable, Sendable {
    /// The title, as plain text.
    public var title: String?
    /// The day of the letter.
    public var date: CalendarDate?
    /// The line that the date was read from.
    public var dateText: String?
    /// The place that stands before the date.
    public var place: String?
    /// Whom it goes to: names, offices, addresses, a line each.
    public var recipient: [String] = []
    /// The salutation, as it is written.
    public var salutation: String?
    /// What lies between salutation and closing.
    public var body: [AdoptedBlock] = []
    /// The closing, as it is written.
    public var closing: String?
    /// Who signed, in order, without list numbers.
    public var signatories: [String] = []
    /// The 1-based lines of the source that the letter holds, in order.
    public var letterLines: [Int] = []
    /// Every other line that is not blank, in order.
    public var omitted: [OmittedLine] = []
    /// What people should look at: parts that are missing, a date that can be read in two ways.
    public var warnings: [Diagnostic] = []
    /// Whether the text of the body is Markdown rather than plain text.
    public var isMarkdown = false

    /// An empty letter.
    public init() {}
}
