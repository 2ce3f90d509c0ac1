import UnicodeText

/// An entry on its way: what the parser has seen of it so far.
struct PODraft {
    /// What the next strings belong to.
    enum Section: Equatable {
        case previousContext, previousSource, previousPlural
        case context, source, plural, translation
        case domain

        var isPrevious: Bool {
            switch self {
            case .previousContext, .previousSource, .previousPlural: true
            default: false
            }
        }
    }

    var entry = POEntry(source: "", translations: [])
    /// Its bytes, from the first comment to the last string.
    var range: Range<Int>
    /// What it has of its own message.
    var sections: [Section] = []
    private(set) var section: Section?
    private var sectionOffset = 0
    private var text: POText
    private let charset: Charset
    /// Where `msgid` or, before it, `msgctxt` stands.
    var messageOffset: Int?
    /// Whether it is wrong already, so that what follows from it need not be told.
    var isBroken = false

    init(startingAt offset: Int, charset: Charset) {
        range = offset..<offset
        self.charset = charset
        text = POText(charset: charset)
    }

    var hasMessage: Bool { messageOffset != nil }
    var isComplete: Bool { sections.contains(.translation) }

    mutating func open(_ section: Section, at offset: Int, _ problems: inout POProblems) {
        close(&problems)
        self.section = section
        sectionOffset = offset
        sections.append(section)
    }

    mutating func append(_ bytes: [UInt8], _ range: Range<Int>, _ problems: inout POProblems) {
        text.append(bytes, range, &problems)
    }

    /// Ends the section and puts its text where it belongs.
    mutating func close(_ problems: inout POProblems) {
        guard let section else { return }
        if text.stringCount == 0, !isBroken {
            problems.report(
                "a string is expected after this keyword", at: sectionOffset,
                hint: "write \"\" for an empty one")
            isBroken = true
        }
        let string = text.finish(&problems)
        switch section {
        case .previousContext: entry.previousContext = string
        case .previousSource: entry.previousSource = string
        case .previousPlural: entry.previousPlural = string
        case .context: entry.context = string
        case .source: entry.source = string
        case .plural: entry.plural = string
        case .translation: entry.translations.append(string)
        case .domain: entry.domain = string
        }
        self.section = nil
        text = POText(charset: charset)
    }
}
