/// What is said of a concept, of its terms in one language, or of a term.
public struct GlossaryDetails: Sendable, Equatable {
    /// Fields of knowledge, as `Human rights`.
    public var subjects: [String] = []
    /// What the concept is.
    public var definitions: [GlossaryText] = []
    /// Text in which the term occurs.
    public var contexts: [GlossaryText] = []
    /// Remarks.
    public var notes: [String] = []
    /// Where it comes from.
    public var sources: [String] = []
    /// What to look at besides.
    public var references: [GlossaryReference] = []
    /// Who did what when.
    public var transactions: [GlossaryTransaction] = []
    /// What Lathu does not interpret, as a TBX file says it.
    public var fields: [GlossaryField] = []

    /// Nothing.
    public init() {}

    /// Whether nothing is said.
    public var isEmpty: Bool { self == GlossaryDetails() }
}

/// A definition or context.
public struct GlossaryText: Sendable, Equatable {
    /// The text.
    public var text: String
    /// Where it is taken from.
    public var sources: [String]
    /// Remarks on it.
    public var notes: [String]

    /// A text.
    public init(_ text: String, sources: [String] = [], notes: [String] = []) {
        self.text = text
        self.sources = sources
        self.notes = notes
    }
}

/// A pointer from a concept or term to something else.
public struct GlossaryReference: Sendable, Equatable {
    /// What it points to.
    public enum Kind: String, Sendable, CaseIterable {
        /// A concept or term of the same file, by its id.
        case concept = "crossReference"
        /// Anything, by its address.
        case external = "externalCrossReference"
        /// A picture, by its address.
        case graphic = "xGraphic"
    }

    /// What it points to.
    public var kind: Kind
    /// The id or address; nil where the file names none.
    public var target: String?
    /// What people read.
    public var text: String

    /// A reference.
    public init(_ kind: Kind = .concept, target: String?, text: String = "") {
        self.kind = kind
        self.target = target
        self.text = text
    }
}

/// An event in the life of a concept or term.
public struct GlossaryTransaction: Sendable, Equatable {
    /// `origination`, `modification` or another word of the file.
    public var kind: String
    /// The day or moment, as the file writes it.
    public var date: String?
    /// Who.
    public var responsible: String?
    /// The id of who in the file's back matter.
    public var responsibleID: String?

    /// An event.
    public init(
        _ kind: String, date: String? = nil, responsible: String? = nil, responsibleID: String? = nil
    ) {
        self.kind = kind
        self.date = date
        self.responsible = responsible
        self.responsibleID = responsibleID
    }
}

/// A data category that Lathu does not interpret.
public struct GlossaryField: Sendable, Equatable {
    /// The element of TBX that it is said with: `admin`, `descrip`, `termNote`, `xref` and so on.
    public var element: String
    /// The category, as `productSubset`.
    public var category: String
    /// What it points to.
    public var target: String?
    /// Its value.
    public var text: String

    /// A field.
    public init(element: String, category: String, target: String? = nil, text: String) {
        self.element = element
        self.category = category
        self.target = target
        self.text = text
    }
}
