internal import TextFiles
internal import XMLText

/// An element of a document that is held whole, with the places of its tags in the document's bytes.
struct XLIFFElement: Hashable {
    enum Child {
        case element(XLIFFElement)
        case text(String, range: Range<Int>)
    }

    private let tree: XLIFFTree
    private let index: Int

    init(_ tree: XLIFFTree, _ index: Int) {
        self.tree = tree
        self.index = index
    }

    private var node: XLIFFTree.Node { tree.nodes[index] }

    /// Whether both are the same element of the same document.
    static func == (left: XLIFFElement, right: XLIFFElement) -> Bool {
        left.index == right.index && left.tree === right.tree
    }

    func hash(into hasher: inout Hasher) { hasher.combine(index) }
}

extension XLIFFElement {
    private var fullName: XMLName { tree.names[Int(node.name)] }
    var name: String { fullName.local }
    var namespace: String? { fullName.namespace }
    var parent: XLIFFElement? { node.parent < 0 ? nil : XLIFFElement(tree, Int(node.parent)) }

    /// The bytes of the start tag.
    var startTag: Range<Int> { Int(node.start)..<Int(node.startEnd) }
    /// The bytes of the end tag; empty where the start tag ends the element.
    var endTag: Range<Int> { Int(node.end)..<Int(node.endEnd) }
    /// Everything from the first byte of the start tag to the last one of the end tag.
    var range: Range<Int> { startTag.lowerBound..<endTag.upperBound }
    /// What stands between the tags.
    var contentRange: Range<Int> { startTag.upperBound..<endTag.lowerBound }
    /// The 1-based line and column of the start tag.
    var place: (line: Int, column: Int) { tree.place(Int(node.start)) }

    subscript(_ attribute: String) -> String? { value(attribute, namespace: nil) }

    /// The value of an attribute with the prefix `xml`.
    func xml(_ attribute: String) -> String? { value(attribute, namespace: XMLName.xmlNamespace) }

    /// The value of an attribute; nil where there is none.
    func value(_ attribute: String, namespace: String?) -> String? {
        let node = node
        for at in Int(node.first)..<Int(node.first + node.count) {
            let name = tree.names[Int(tree.attributes[at].name)]
            if name.local == attribute, name.namespace == namespace { return tree.value(tree.attributes[at]) }
        }
        return nil
    }

    /// Its attributes in the order of the file.
    var attributes: [XMLAttribute] {
        tree.attributes[Int(node.first)..<Int(node.first + node.count)].map {
            XMLAttribute(name: tree.names[Int($0.name)], value: tree.value($0))
        }
    }

    var children: [Child] {
        childIndices.map { at in
            let child = tree.nodes[at]
            return child.name >= 0
                ? .element(XLIFFElement(tree, at))
                : .text(tree.text(child), range: Int(child.start)..<Int(child.startEnd))
        }
    }

    private var childIndices: some Sequence<Int> {
        let end = Int(node.next)
        let nodes = tree.nodes
        return sequence(first: index + 1) { Int(nodes[$0].next) }.lazy.prefix { $0 < end }
    }

    var elements: [XLIFFElement] { elements { _ in true } }

    /// The children of a name in the element's own namespace.
    func elements(_ name: String) -> [XLIFFElement] {
        let own = namespace
        return elements { $0.local == name && $0.namespace == own }
    }

    /// The children of a name in another namespace.
    func elements(_ name: String, in namespace: String) -> [XLIFFElement] {
        elements { $0.local == name && $0.namespace == namespace }
    }

    private func elements(where isWanted: (XMLName) -> Bool) -> [XLIFFElement] {
        var found: [XLIFFElement] = []
        var at = index + 1
        let end = Int(node.next)
        while at < end {
            let child = tree.nodes[at]
            if child.name >= 0, isWanted(tree.names[Int(child.name)]) { found.append(XLIFFElement(tree, at)) }
            at = Int(child.next)
        }
        return found
    }

    func first(_ name: String) -> XLIFFElement? {
        let own = namespace
        var at = index + 1
        let end = Int(node.next)
        while at < end {
            let child = tree.nodes[at]
            if child.name >= 0, case let other = tree.names[Int(child.name)], other.local == name,
                other.namespace == own
            {
                return XLIFFElement(tree, at)
            }
            at = Int(child.next)
        }
        return nil
    }

    /// The text of everything in it.
    var text: String {
        (index + 1..<Int(node.next)).reduce(into: "") { text, at in
            if tree.nodes[at].name < 0 { text += tree.text(tree.nodes[at]) }
        }
    }

    /// Whether it holds text beyond white space, in itself.
    var hasOwnText: Bool {
        childIndices.contains { tree.nodes[$0].name < 0 && !tree.text(tree.nodes[$0]).isXMLSpace }
    }

    /// The elements below it, each before those that it holds.
    var descendants: Elements { Elements(tree, from: index + 1, to: Int(node.next)) }

    /// The element and those below it.
    var subtree: Elements { Elements(tree, from: index, to: Int(node.next)) }

    /// The elements around it, the nearest first.
    var ancestors: some Sequence<XLIFFElement> {
        sequence(state: self) { element in
            guard let parent = element.parent else { return XLIFFElement?.none }
            element = parent
            return parent
        }
    }

    /// The value of an attribute here or on the nearest element around it that has it.
    func inherited(_ value: (XLIFFElement) -> String?) -> String? {
        var next: XLIFFElement? = self
        while let element = next {
            if let found = value(element) { return found }
            next = element.parent
        }
        return nil
    }

    /// Elements that stand one after the other, taken from the tree as they are asked for.
    struct Elements: Sequence, IteratorProtocol {
        private let tree: XLIFFTree
        private var at: Int
        private let end: Int

        fileprivate init(_ tree: XLIFFTree, from start: Int, to end: Int) {
            self.tree = tree
            at = start
            self.end = end
        }

        mutating func next() -> XLIFFElement? {
            while at < end, tree.nodes[at].name < 0 { at += 1 }
            guard at < end else { return nil }
            defer { at += 1 }
            return XLIFFElement(tree, at)
        }
    }
}

extension String {
    /// Whether there is nothing in it but white space as XML has it.
    var isXMLSpace: Bool { utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D } }
}
