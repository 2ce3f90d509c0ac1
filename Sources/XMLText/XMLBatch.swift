/// The tokens that one piece of a document gives, in arrays that are used again for the next piece: nothing is
/// allocated for a token.
struct XMLBatch {
    struct Token {
        var kind: XMLCursor.Kind
        /// The number of the element's name; of a text 0.
        var name = 0
        /// Attributes of a start tag, bytes of a text.
        var content = 0..<0
        /// Whether a text is nothing but white space.
        var isBlank = false
        var line: Int
        var column: Int
        var range: Range<Int>
    }

    struct Attribute {
        let name: Int
        let value: Range<Int>
    }

    private(set) var tokens: [Token] = []
    private(set) var attributes: [Attribute] = []
    /// The values of attributes and the texts.
    private(set) var bytes: [UInt8] = []
    /// The text between two tags, as far as it has come: it may go on in the next piece.
    private(set) var open: Token?

    /// Forgets the tokens; a text that goes on stays.
    mutating func clear() {
        tokens.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        let keepsCapacity = bytes.capacity < 1 << 20
        if var text = open {
            bytes.removeSubrange(..<text.content.lowerBound)
            text.content = 0..<bytes.count
            open = text
        } else {
            bytes.removeAll(keepingCapacity: keepsCapacity)
        }
    }

    /// Adds an attribute of the start tag that comes next.
    /// - Returns: the length of its value.
    mutating func append(attribute name: Int, _ value: UnsafePointer<CChar>) -> Int {
        var length = 0
        while value[length] != 0 { length += 1 }
        let start = bytes.count
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: value, count: length))
        attributes.append(Attribute(name: name, value: start..<bytes.count))
        return length
    }

    /// How many bytes the values of some attributes take.
    func length(ofAttributes range: Range<Int>) -> Int {
        range.isEmpty
            ? 0
            : attributes[range.upperBound - 1].value.upperBound
                - attributes[range.lowerBound].value.lowerBound
    }

    mutating func append(_ token: Token) { tokens.append(token) }

    /// Adds to the text at hand, which there must be.
    /// - Returns: its length so far.
    mutating func append(text: UnsafeRawBufferPointer, upTo end: Int) -> Int {
        guard var token = open else { return 0 }
        open = nil
        bytes.append(contentsOf: text)
        token.content = token.content.lowerBound..<bytes.count
        token.range = token.range.lowerBound..<max(token.range.upperBound, end)
        if token.isBlank { token.isBlank = text.allSatisfy(\.isXMLSpace) }
        defer { open = token }
        return token.content.count
    }

    mutating func startText(line: Int, column: Int, range: Range<Int>) {
        open = Token(
            kind: .text, content: bytes.count..<bytes.count, isBlank: true, line: line, column: column,
            range: range)
    }

    mutating func endText() {
        guard let text = open else { return }
        open = nil
        tokens.append(text)
    }
}

extension UInt8 {
    /// Whether it is white space as XML has it (XML 1.0, section 2.3).
    var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
