internal import TextFiles
internal import XMLText

/// The elements and texts of a document that is held whole, in the order of the file: a node is followed by what it
/// holds. They are numbers in arrays, with places in the document's bytes instead of texts of their own, so that a
/// document takes a small multiple of its size.
final class XLIFFTree: Sendable {
    struct Node {
        /// The number of the element's name; -1 for a text.
        var name: Int32
        /// The element around it; -1 for the document's element.
        var parent: Int32
        /// The first node that it does not hold.
        var next: Int32
        /// Of an element its attributes, of a text its bytes among the values; see ``values``.
        var first: UInt32
        var count: UInt32
        /// The start tag or the text, in the document's bytes.
        var start: UInt32
        var startEnd: UInt32
        /// The end tag.
        var end: UInt32
        var endEnd: UInt32

        /// The `first` of a text that is what stands in the document, without references and the like.
        static let verbatim = UInt32.max
    }

    struct Attribute {
        let name: Int32
        let start: UInt32
        let count: UInt32
    }

    /// A place from which lines are counted on.
    struct Milestone {
        let offset: UInt32
        let line: UInt32
        let column: UInt32
    }

    let document: XMLBytes
    let names: [XMLName]
    let nodes: [Node]
    let attributes: [Attribute]
    /// The values of attributes, and the texts that are not verbatim.
    let values: [UInt8]
    private let milestones: [Milestone]

    init(
        document: XMLBytes, names: [XMLName], nodes: [Node], attributes: [Attribute], values: [UInt8],
        milestones: [Milestone]
    ) {
        self.document = document
        self.names = names
        self.nodes = nodes
        self.attributes = attributes
        self.values = values
        self.milestones = milestones
    }

    var root: XLIFFElement { XLIFFElement(self, 0) }

    /// The text of a node that is one.
    func text(_ node: Node) -> String {
        if node.first == Node.verbatim {
            return String(decoding: document.utf8[Int(node.start)..<Int(node.startEnd)], as: UTF8.self)
        }
        return String(decoding: values[Int(node.first)..<Int(node.first + node.count)], as: UTF8.self)
    }

    /// The value of an attribute.
    func value(_ attribute: Attribute) -> String {
        let start = Int(attribute.start)
        return String(decoding: values[start..<(start + Int(attribute.count))], as: UTF8.self)
    }

    /// The 1-based line and the column in scalars of a byte of the document.
    func place(_ offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = milestones.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(milestones[middle].offset) <= offset { low = middle } else { high = middle }
        }
        guard low < milestones.count else { return (1, 1) }
        var line = Int(milestones[low].line), column = Int(milestones[low].column)
        let bytes = document.utf8
        for at in Int(milestones[low].offset)..<max(Int(milestones[low].offset), min(offset, bytes.count)) {
            switch bytes[at] {
            case 0x0D where at + 1 < bytes.count && bytes[at + 1] == 0x0A: break
            case 0x0A, 0x0D: (line, column) = (line + 1, 1)
            case let byte: column += byte & 0xC0 == 0x80 ? 0 : 1
            }
        }
        return (line, column)
    }
}
