public import UnicodeText

/// A segment in any number of languages, with where it comes from (TMX calls it `tu`).
public struct TranslationUnit: Sendable, Equatable {
    /// How far a translation can be trusted.
    public enum State: Int, Sendable, Comparable, CaseIterable {
        /// Not finished, or not looked at by a person.
        case draft = 0
        /// Finished by a translator.
        case translated = 1
        /// Approved by a second person.
        case reviewed = 2

        /// Drafts before translated before reviewed.
        public static func < (left: State, right: State) -> Bool { left.rawValue < right.rawValue }

        /// The state's name in files and reports.
        public var name: String {
            switch self {
            case .draft: "draft"
            case .translated: "translated"
            case .reviewed: "reviewed"
            }
        }

        /// The state of a name.
        public init?(name: String) {
            guard let state = State.allCases.first(where: { $0.name == name }) else { return nil }
            self = state
        }
    }

    /// How a translation came about.
    public enum Method: Int, Sendable {
        /// By a person.
        case human = 0
        /// By aligning two documents.
        case aligned = 1
        /// By a machine.
        case machine = 2
    }

    /// The segment in one language.
    public struct Variant: Sendable, Equatable {
        /// The text in its coded form, in NFC.
        public var text: String
        /// ``TextHash`` of the segment before it, ``TextHash/documentEdge`` at the start of a document,
        /// nil where it is not known.
        public var previous: Int64?
        /// The same of the segment after it.
        public var next: Int64?

        /// A text with its neighbours.
        public init(_ text: String, previous: Int64? = nil, next: Int64? = nil) {
            self.text = text
            self.previous = previous
            self.next = next
        }
    }

    /// The number the store gave it; nil before it is stored.
    public var id: Int64?
    /// The text by language.
    public var variants: [LocaleID: Variant]
    /// Where it comes from: a file's or a tool's name.
    public var origin: String
    /// How it came about.
    public var method: Method
    /// Who wrote it, where the users want that kept.
    public var author: String?
    /// When it was first stored, in milliseconds since 1970 (UTC).
    public var created: Int64
    /// When any of it last changed, likewise.
    public var changed: Int64
    /// Whether that is what a file says; else it is when the unit was read.
    public var isDated = false
    /// How far it can be trusted.
    public var state: State
    /// Remarks, a line each; the store takes longer ones apart.
    public var notes: [String]

    /// A unit, not stored yet.
    public init(
        variants: [LocaleID: Variant], origin: String, method: Method = .human, author: String? = nil,
        created: Int64, changed: Int64? = nil, state: State = .translated, notes: [String] = []
    ) {
        self.variants = variants
        self.origin = origin
        self.method = method
        self.author = author
        self.created = created
        self.changed = changed ?? created
        self.state = state
        self.notes = notes
    }
}
