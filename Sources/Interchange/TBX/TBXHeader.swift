/// What a TBX file says of itself, and what stands after its concepts.
public struct TBXHeader: Sendable, Equatable {
    /// A paragraph, perhaps of some type, as `XCSURI`.
    public struct Paragraph: Sendable, Equatable {
        /// Its type.
        public var type: String?
        /// Its text.
        public var text: String

        /// A paragraph.
        public init(_ text: String, type: String? = nil) {
            self.type = type
            self.text = text
        }
    }

    /// The language of the file where nothing else is said, as the file writes it.
    public var language: String
    /// The title of the collection.
    public var title: String?
    /// Remarks on the title.
    public var titleNotes: [String] = []
    /// Who publishes it, and how.
    public var publication: [Paragraph] = []
    /// Where it comes from: never empty in a valid file.
    public var sources: [Paragraph] = []
    /// How it is encoded; the second edition names its constraints here.
    public var encoding: [Paragraph] = []
    /// What was changed in it.
    public var revisions: [[Paragraph]] = []

    /// A header.
    public init(language: String = "en", title: String? = nil, source: String? = nil) {
        self.language = language
        self.title = title
        sources = source.map { [Paragraph($0)] } ?? []
    }

    init(_ node: TBXNode, language: String) {
        self.init(language: language)
        func paragraphs(_ node: TBXNode) -> [Paragraph] {
            // Text that does not stand in a paragraph is one.
            if node.hasOwnText { return [Paragraph(node.text)] }
            return node.children.map { Paragraph($0.text, type: $0["type"]) }
        }
        for part in node.children {
            switch part.name {
            case "fileDesc":
                for child in part.children {
                    switch child.name {
                    case "titleStmt":
                        title = child.children.first { $0.name == "title" }?.text
                        titleNotes = child.children.filter { $0.name == "note" }.map(\.text)
                    case "publicationStmt": publication += paragraphs(child)
                    case "sourceDesc": sources += paragraphs(child)
                    default: break
                    }
                }
            case "encodingDesc": encoding += paragraphs(part)
            case "revisionDesc": revisions += part.children.map(paragraphs)
            default: break
            }
        }
    }
}

/// What concepts point to, after all concepts: people and other sources.
public struct TBXReferenceSection: Sendable, Equatable {
    /// One of them.
    public struct Object: Sendable, Equatable {
        /// What concepts name it by.
        public var id: String?
        /// What is said of it: type and text, as `fn` for a full name.
        public var items: [TBXHeader.Paragraph]

        /// An object.
        public init(id: String?, items: [TBXHeader.Paragraph]) {
            self.id = id
            self.items = items
        }
    }

    /// What sort they are, as `respPerson`.
    public var type: String
    /// The objects.
    public var objects: [Object]

    /// A section.
    public init(type: String, objects: [Object]) {
        self.type = type
        self.objects = objects
    }

    init(_ node: TBXNode) {
        type = node["type"] ?? ""
        objects = node.children.map { object in
            var items: [TBXHeader.Paragraph] = []
            func add(_ node: TBXNode) {
                if node.name == "item" || node.children.isEmpty {
                    items.append(.init(node.text, type: node["type"]))
                } else {
                    for child in node.children { add(child) }
                }
            }
            for child in object.children { add(child) }
            return Object(id: object["id"], items: items)
        }
    }
}
