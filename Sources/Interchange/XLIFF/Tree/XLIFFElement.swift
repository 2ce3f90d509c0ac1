internal import TextFiles
internal import XMLText

/// An element of a document that is held whole, with the places of its tags in the document's bytes.
final class XLIFFElement {
    enum Child {
        case element(XLIFFElement)
        case text(String, range: Range<Int>)
    }

    let tag: XMLTag
    let line: Int
    let column: Int
    /// The bytes of the start tag.
    let startTag: Range<Int>
    /// The bytes of the end tag; empty where the start tag ends the element.
    fileprivate(set) var endTag: Range<Int>
    fileprivate(set) var children: [Child] = []
    fileprivate(set) unowned var parentReference: XLIFFElement?

    fileprivate init(_ tag: XMLTag, _ event: XMLEvent, parent: XLIFFElement?) {
        self.tag = tag
        line = event.line
        column = event.column
        startTag = event.range
        endTag = event.range.upperBound..<event.range.upperBound
        parentReference = parent
    }
}

extension XLIFFElement {
    var name: String { tag.name.local }
    var namespace: String? { tag.name.namespace }
    var parent: XLIFFElement? { parentReference }
    /// Everything from the first byte of the start tag to the last one of the end tag.
    var range: Range<Int> { startTag.lowerBound..<endTag.upperBound }
    /// What stands between the tags.
    var contentRange: Range<Int> { startTag.upperBound..<endTag.lowerBound }

    subscript(_ attribute: String) -> String? { tag[attribute] }
    /// The value of an attribute with the prefix `xml`.
    func xml(_ attribute: String) -> String? { tag[attribute, namespace: XMLName.xmlNamespace] }

    var elements: [XLIFFElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The children of a name in the element's own namespace.
    func elements(_ name: String) -> [XLIFFElement] {
        elements.filter { $0.name == name && $0.namespace == namespace }
    }

    /// The children of a name in another namespace.
    func elements(_ name: String, in namespace: String) -> [XLIFFElement] {
        elements.filter { $0.name == name && $0.namespace == namespace }
    }

    func first(_ name: String) -> XLIFFElement? { elements(name).first }

    /// The text of everything in it.
    var text: String {
        children.reduce(into: "") { text, child in
            switch child {
            case .text(let part, _): text += part
            case .element(let element): text += element.text
            }
        }
    }

    /// Whether it holds text beyond white space, in itself.
    var hasOwnText: Bool {
        children.contains { if case .text(let text, _) = $0 { !text.isXMLSpace } else { false } }
    }

    /// The elements below it, each before those that it holds.
    var descendants: [XLIFFElement] { elements.flatMap { [$0] + $0.descendants } }

    /// The elements around it, the nearest first.
    var ancestors: [XLIFFElement] {
        var found: [XLIFFElement] = []
        var next = parent
        while let element = next {
            found.append(element)
            next = element.parent
        }
        return found
    }

    /// The value of an attribute here or on the nearest element around it that has it.
    func inherited(_ value: (XLIFFElement) -> String?) -> String? {
        value(self) ?? ancestors.lazy.compactMap(value).first
    }
}

extension String {
    /// Whether there is nothing in it but white space as XML has it.
    var isXMLSpace: Bool { utf8.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) } }
}

/// Reads a document whole.
struct XLIFFTreeReader {
    /// No more elements than this are held: a file with more would fill the memory.
    static let elementLimit = 1_000_000

    static func root(_ bytes: [UInt8], file: String?) throws(LathuError) -> XLIFFElement {
        // The mark settles the encoding before the declaration is looked at.
        let reader = try XMLReader(bytes: [0xEF, 0xBB, 0xBF] + bytes, file: file)
        var open: [XLIFFElement] = []
        var root: XLIFFElement?
        var count = 0
        while let event = try reader.next() {
            switch event.kind {
            case .startElement(let tag):
                count += 1
                guard count <= elementLimit else {
                    throw LathuError(
                        .invalidData, "holds more than \(elementLimit) elements",
                        at: reader.location(of: event), hint: "split the file")
                }
                let element = XLIFFElement(tag, event, parent: open.last)
                if let parent = open.last {
                    parent.children.append(.element(element))
                } else {
                    root = element
                }
                open.append(element)
            case .endElement:
                open.popLast()?.endTag = event.range
            case .text(let text):
                open.last?.children.append(.text(text, range: event.range))
            }
        }
        guard let root else {
            throw LathuError(.invalidData, "holds no XML element", at: SourceLocation(file: file))
        }
        return root
    }
}
