/// A piece of a PO file.
struct POToken {
    enum Keyword: Equatable {
        case context
        case source
        case plural
        /// `msgstr`, or `msgstr[n]` with its number.
        case translation(Int?)
        case domain
    }

    /// The kinds of comments that hold no message.
    enum Comment {
        case translator
        case extracted
        case references
        case flags
    }

    enum Kind {
        case keyword(Keyword)
        /// The bytes between two quotes, escapes as written.
        case string(Range<Int>)
        /// What stands after the comment's mark, without the line end.
        case comment(Comment, Range<Int>)
        /// What was reported already and makes its entry useless.
        case junk
    }

    var kind: Kind
    /// Its bytes in the file.
    var range: Range<Int>
    /// Whether it stands on a `#~` line.
    var isObsolete: Bool
    /// Whether it stands on a `#|` or `#~|` line.
    var isPrevious: Bool
    /// Whether a blank line stands before it.
    var isAfterBlankLine: Bool

    var keyword: Keyword? {
        if case .keyword(let keyword) = kind { keyword } else { nil }
    }

    var isComment: Bool {
        if case .comment = kind { true } else { false }
    }
}

/// What is wrong with a file, by byte offset; holds as many as anyone will read.
struct POProblems {
    static let limit = 100

    private(set) var found: [(offset: Int, message: String, hint: String?)] = []
    private(set) var isCut = false

    mutating func report(_ message: String, at offset: Int, hint: String? = nil) {
        if found.count < Self.limit {
            found.append((offset, message, hint))
        } else {
            isCut = true
        }
    }

    /// Both, in the order of the file.
    mutating func merge(_ other: POProblems) {
        let all = (found + other.found).enumerated().sorted {
            ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
        }
        isCut = isCut || other.isCut || all.count > Self.limit
        found = all.prefix(Self.limit).map(\.element)
    }
}
