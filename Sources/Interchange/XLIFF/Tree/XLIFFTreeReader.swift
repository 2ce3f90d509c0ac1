internal import TextFiles
internal import XMLText

/// Reads a document whole, checking as it comes: what is malformed is refused before the rest is read.
struct XLIFFTreeReader {
    /// What the nodes of a document may take in memory. A file that needs more is made to fill it: those of
    /// translation tools, at the largest size that is read, take two thirds of it.
    static let memoryLimit = 72 << 20

    private var nodes: [XLIFFTree.Node] = []
    private var attributes: [XLIFFTree.Attribute] = []
    private var values: [UInt8] = []
    private var milestones: [XLIFFTree.Milestone] = []
    /// The elements whose end is still to come.
    private var open: [Int] = []
    /// Short values seen lately, by their hash: most attributes repeat a few of them.
    private var recent = [XLIFFTree.Attribute](
        repeating: XLIFFTree.Attribute(name: 0, start: 0, count: 0), count: 1024)

    /// - Parameter salvages: whether the whole units before the place where a document breaks off are taken.
    /// - Returns: the tree, and where the document breaks off.
    static func tree(
        _ stream: ByteStream, salvages: Bool = false
    ) throws(LathuError) -> (tree: XLIFFTree, failure: LathuError?) {
        // Longer texts are files that were put into others as text.
        var limits = XMLReader.Limits()
        limits.textLength = 32 << 20
        let cursor = try XMLCursor(
            stream, limits: limits, keepsDocument: true, lengthLimit: XLIFFDocument.lengthLimit)
        var reader = XLIFFTreeReader()
        var failure: LathuError?
        do throws(LathuError) { try reader.read(cursor) } catch {
            guard salvages, error.code == .invalidData, !reader.nodes.isEmpty else { throw error }
            reader.dropOpenUnit(cursor)
            failure = error
        }
        guard !reader.nodes.isEmpty else {
            throw LathuError(.invalidData, "holds no XML element", at: SourceLocation(file: stream.file))
        }
        let tree = XLIFFTree(
            document: cursor.document, names: cursor.names, nodes: reader.nodes,
            attributes: reader.attributes, values: reader.values, milestones: reader.milestones)
        return (tree, failure)
    }

    /// Ends what is open; a unit that is not whole goes.
    private mutating func dropOpenUnit(_ cursor: XMLCursor) {
        let unit = open.first {
            ["unit", "trans-unit", "bin-unit"].contains(cursor.name(Int(nodes[$0].name)).local)
        }
        if let unit { nodes.removeSubrange(unit...) }
        for index in open where index < nodes.count { nodes[index].next = Int32(nodes.count) }
    }

    private mutating func read(_ cursor: XMLCursor) throws(LathuError) {
        while let kind = try cursor.next() {
            let range = cursor.range
            if range.lowerBound >= Int(milestones.last?.offset ?? 0) + 4096 || milestones.isEmpty {
                milestones.append(
                    XLIFFTree.Milestone(
                        offset: UInt32(range.lowerBound), line: UInt32(cursor.line),
                        column: UInt32(cursor.column)))
            }
            switch kind {
            case .start:
                let first = attributes.count
                for index in 0..<cursor.attributeCount { append(cursor, attribute: index) }
                open.append(nodes.count)
                append(
                    name: cursor.name, range, parent: open.dropLast().last,
                    content: (UInt32(first), UInt32(attributes.count - first)))
            case .text:
                guard let parent = open.last else { continue }
                append(name: -1, range, parent: parent, content: text(cursor))
            case .end:
                guard let index = open.popLast() else { continue }
                nodes[index].end = UInt32(range.lowerBound)
                nodes[index].endEnd = UInt32(range.upperBound)
                nodes[index].next = Int32(nodes.count)
            }
            let taken =
                nodes.count * MemoryLayout<XLIFFTree.Node>.stride
                + attributes.count * MemoryLayout<XLIFFTree.Attribute>.stride + values.count
            if taken > Self.memoryLimit {
                throw LathuError(
                    .invalidData,
                    "holds more elements and attributes than \(Self.memoryLimit >> 20) MiB of memory",
                    at: cursor.location, hint: "split it into files of its units")
            }
        }
    }

    private mutating func append(
        name: Int, _ range: Range<Int>, parent: Int?, content: (first: UInt32, count: UInt32)
    ) {
        let end = UInt32(range.upperBound)
        nodes.append(
            XLIFFTree.Node(
                name: Int32(name), parent: Int32(parent ?? -1), next: Int32(nodes.count + 1),
                first: content.first, count: content.count, start: UInt32(range.lowerBound), startEnd: end,
                end: end, endEnd: end))
    }

    private mutating func text(_ cursor: XMLCursor) -> (UInt32, UInt32) {
        if cursor.isVerbatim { return (XLIFFTree.Node.verbatim, 0) }
        let start = values.count
        cursor.withText { bytes in
            for index in bytes.indices { values.append(bytes[index]) }
        }
        return (UInt32(start), UInt32(values.count - start))
    }

    private mutating func append(_ cursor: XMLCursor, attribute index: Int) {
        let name = Int32(cursor.attributeName(index))
        let (start, count) = cursor.withAttributeValue(index) { place($0) }
        attributes.append(XLIFFTree.Attribute(name: name, start: start, count: count))
    }

    /// Where a value stands; one that was seen lately stands there already.
    private mutating func place(_ bytes: Span<UInt8>) -> (UInt32, UInt32) {
        var slot: Int?
        if bytes.count <= 32 {
            var hash: UInt32 = 2_166_136_261
            for index in bytes.indices { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
            let found = Int(hash ^ hash >> 16) & (recent.count - 1)
            slot = found
            let known = recent[found]
            if Int(known.count) == bytes.count,
                bytes.indices.allSatisfy({ values[Int(known.start) + $0] == bytes[$0] })
            {
                return (known.start, known.count)
            }
        }
        let start = UInt32(values.count)
        for index in bytes.indices { values.append(bytes[index]) }
        if let slot {
            recent[slot] = XLIFFTree.Attribute(name: 0, start: start, count: UInt32(bytes.count))
        }
        return (start, UInt32(bytes.count))
    }
}
