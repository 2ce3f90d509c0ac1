/// A name with its namespace resolved (Namespaces in XML 1.0, section 2.1). Prefixes are not kept: two
/// documents that choose other prefixes are the same document.
public struct XMLName: Hashable, Sendable, CustomStringConvertible {
    /// The namespace's name; nil where the name is in none.
    public let namespace: String?
    /// The name without its prefix.
    public let local: String

    /// A name.
    public init(_ local: String, namespace: String? = nil) {
        self.namespace = namespace
        self.local = local
    }

    /// The name without its namespace, as people read it.
    public var description: String { local }

    /// The namespace of `xml:lang` and `xml:space`.
    public static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
}

/// An attribute, its value normalized and with references resolved (XML 1.0, section 3.3.3).
public struct XMLAttribute: Hashable, Sendable {
    /// Its name. An attribute without prefix is in no namespace, whatever its element's is.
    public let name: XMLName
    /// Its value.
    public let value: String

    /// An attribute.
    public init(name: XMLName, value: String) {
        self.name = name
        self.value = value
    }
}

/// A start tag.
public struct XMLTag: Hashable, Sendable {
    /// The element's name.
    public let name: XMLName
    /// Its attributes in the order of the file, without namespace declarations.
    public let attributes: [XMLAttribute]

    /// A start tag.
    public init(name: XMLName, attributes: [XMLAttribute]) {
        self.name = name
        self.attributes = attributes
    }

    /// The value of an attribute, or nil where the element has none of this name.
    public subscript(_ local: String, namespace namespace: String? = nil) -> String? {
        attributes.first { $0.name.local == local && $0.name.namespace == namespace }?.value
    }
}

/// One thing that an ``XMLReader`` came across.
public struct XMLEvent: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
        /// A start tag, or an empty-element tag, which an end follows.
        case startElement(XMLTag)
        /// An end tag.
        case endElement(XMLName)
        /// All text between two tags: references resolved, CDATA sections opened, line ends as LF,
        /// comments and processing instructions left out.
        case text(String)
    }

    /// What it is.
    public let kind: Kind
    /// The 1-based line where it starts.
    public let line: Int
    /// The 1-based column where it starts, in Unicode scalars.
    public let column: Int
    /// Where it stands in the bytes that the parser got: those of the file, or of its text as UTF-8 where the
    /// file is in an encoding that is decoded first. An empty-element tag ends where its element ends, whose
    /// end takes no bytes. What an entity stands for has the place of the reference.
    public let range: Range<Int>
}
