public import Segmentation
public import UnicodeText

/// A remark (`note`).
public struct TMXNote: Hashable, Sendable {
    /// The remark.
    public var text: String
    /// Its language as the file writes it.
    public var language: String?
    /// The encoding it had before (`o-encoding`).
    public var encoding: String?

    /// A remark.
    public init(_ text: String, language: String? = nil, encoding: String? = nil) {
        self.text = text
        self.language = language
        self.encoding = encoding
    }
}

/// What a tool says in words of its own (`prop`).
public struct TMXProperty: Hashable, Sendable {
    /// What it says something about; empty where the file does not say.
    public var type: String
    /// What it says.
    public var text: String
    /// Its language as the file writes it.
    public var language: String?
    /// The encoding it had before (`o-encoding`).
    public var encoding: String?

    /// A property.
    public init(_ type: String, _ text: String, language: String? = nil, encoding: String? = nil) {
        self.type = type
        self.text = text
        self.language = language
        self.encoding = encoding
    }
}

/// A segment in any number of languages (`tu`).
public struct TMXUnit: Hashable, Sendable {
    /// The attributes of the `tu`, as the file writes them.
    public var attributes: TMXAttributes
    /// Remarks on the unit.
    public var notes: [TMXNote]
    /// Properties of the unit.
    public var properties: [TMXProperty]
    /// The texts in the order of the file. A language may come several times.
    public var variants: [TMXVariant]

    /// A unit.
    public init(
        attributes: TMXAttributes = [:], notes: [TMXNote] = [], properties: [TMXProperty] = [],
        variants: [TMXVariant] = []
    ) {
        self.attributes = attributes
        self.notes = notes
        self.properties = properties
        self.variants = variants
    }

    /// What the first property of a type says.
    public func property(_ type: String) -> String? { properties.first { $0.type == type }?.text }
}

/// The segment in one language (`tuv`).
public struct TMXVariant: Hashable, Sendable {
    /// The language as the file writes it; empty where it does not say.
    public let language: String
    /// The language; nil where the tag is none.
    public let locale: LocaleID?
    /// The attributes of the `tuv`, as the file writes them.
    public var attributes: TMXAttributes
    /// Remarks on the variant.
    public var notes: [TMXNote]
    /// Properties of the variant.
    public var properties: [TMXProperty]
    /// The text with numbered codes. Codes that stand for the same thing in other variants of the unit have
    /// the same numbers.
    public let text: InlineText
    /// The markup behind every code of the text, in order; empty for markup to be made up when it is
    /// written. An opening and a closing `hi` are two entries.
    public let codes: [TMXMarkup]

    /// A text in a language, with made-up markup where it has codes.
    public init(
        _ text: InlineText, locale: LocaleID, attributes: TMXAttributes = [:], notes: [TMXNote] = [],
        properties: [TMXProperty] = []
    ) {
        self.init(
            text, language: locale.identifier, locale: locale, attributes: attributes, notes: notes,
            properties: properties, codes: [])
    }

    init(
        _ text: InlineText, language: String, locale: LocaleID?, attributes: TMXAttributes,
        notes: [TMXNote], properties: [TMXProperty], codes: [TMXMarkup]
    ) {
        self.text = text
        self.language = language
        self.locale = locale
        self.attributes = attributes
        self.notes = notes
        self.properties = properties
        self.codes = codes
    }
}

/// An inline element as the file has it.
public struct TMXMarkup: Hashable, Sendable {
    /// The inline elements of TMX 1.4, section 3.2.
    public enum Element: String, Sendable {
        case bpt, ept, ph, it, hi, ut, sub

        /// What may stand in it beside text.
        var children: Set<Element> {
            switch self {
            case .bpt, .ept, .ph, .it, .ut: [.sub]
            case .hi, .sub: Self.ofSegment
            }
        }

        /// The same among all elements.
        var element: TMXElement {
            switch self {
            case .bpt: .bpt
            case .ept: .ept
            case .ph: .ph
            case .it: .it
            case .hi: .hi
            case .ut: .ut
            case .sub: .sub
            }
        }

        /// What may stand in a segment.
        static let ofSegment: Set<Element> = [.bpt, .ept, .ph, .it, .hi, .ut]
    }

    /// A part of what an inline element holds.
    public enum Content: Hashable, Sendable {
        /// Native code of the document's format.
        case text(String)
        /// A `sub`, or markup inside one.
        case markup(TMXMarkup)
    }

    /// Which element it is.
    public let element: Element
    /// Its attributes.
    public let attributes: TMXAttributes
    /// What it holds; of a `hi` in a segment nothing, since that is part of the segment.
    public let content: [Content]

    /// An inline element.
    public init(_ element: Element, attributes: TMXAttributes = [:], content: [Content] = []) {
        self.element = element
        self.attributes = attributes
        self.content = content
    }
}
