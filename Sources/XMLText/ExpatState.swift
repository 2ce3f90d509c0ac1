internal import CExpat
internal import TextFiles

/// What an expat parser has found so far, and the callbacks that find it.
struct ExpatState {
    let parser: XML_Parser
    let file: String?
    /// What stopped it; the tokens before it can still be taken.
    var failure: LathuError?
    /// What the last piece gave.
    private(set) var batch = XMLBatch()
    /// Whether what was fed is not parsed whole yet: a batch holds a bounded number of tokens.
    private(set) var isSuspended = false
    /// Bytes fed that no token has taken yet.
    private(set) var unfinishedLength = 0
    private(set) var isFinal = false

    private static let batchLimit = 8192
    private let limits: XMLReader.Limits
    private var table = NameTable()
    private var open: [(name: Int, line: Int)] = []
    private var textLength = 0
    private var fed = 0
    /// Whether entities could be declared where nothing is read: expat then drops references in
    /// attributes without a word.
    var hasUnreadDeclarations = false
    private var declaredEntities: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

    init(_ parser: XML_Parser, file: String?, limits: XMLReader.Limits) {
        self.parser = parser
        self.file = file
        self.limits = limits
    }

    /// The names by their numbers, see ``NameTable``.
    var names: [XMLName] { table.names }

    mutating func startBatch(feeding count: Int, isFinal: Bool) {
        batch.clear()
        taken = 0
        fed += count
        self.isFinal = isFinal
    }

    /// The token at hand.
    private(set) var token = XMLBatch.Token(kind: .text, line: 0, column: 0, range: 0..<0)
    private var taken = 0
    /// See ``XMLCursor/measure``.
    var measure = 0

    /// Goes on to the next token of the batch.
    /// - Returns: whether there was one.
    mutating func takeToken() -> Bool {
        guard taken < batch.tokens.count else { return false }
        token = batch.tokens[taken]
        taken += 1
        measure += 64
        switch token.kind {
        case .text: measure += token.content.count
        case .start: measure += 64 * token.content.count + batch.length(ofAttributes: token.content)
        case .end: break
        }
        return true
    }

    mutating func declare(_ entity: UnsafePointer<XML_Char>, isParameter: Bool) {
        if isParameter {
            hasUnreadDeclarations = true
        } else {
            declaredEntities.insert(String(cString: entity))
        }
    }

    mutating func finish(_ status: XML_Status) {
        isSuspended = status == XML_STATUS_SUSPENDED
        if failure != nil || isSuspended { return }
        if status != XML_STATUS_OK {
            let element = open.last.map { (name: names[$0.name], line: $0.line) }
            fail(ExpatFailure(XML_GetErrorCode(parser), openElement: element))
            return
        }
        unfinishedLength = fed - max(0, Int(XML_GetCurrentByteIndex(parser)))
        if isFinal { return }
        if unfinishedLength > limits.tokenLength {
            fail("a tag, comment or instruction is longer than \(limits.tokenLength) bytes")
        } else if unfinishedLength > limits.tagLength, isTagUnfinished {
            fail("a tag is longer than \(limits.tagLength) bytes")
        }
    }

    private mutating func append(_ token: XMLBatch.Token) {
        batch.append(token)
        if batch.tokens.count >= Self.batchLimit { _ = XML_StopParser(parser, XML_Bool(1)) }
    }

    /// Whether what was fed ends inside a tag, not inside a comment or instruction.
    private var isTagUnfinished: Bool {
        var offset: Int32 = 0, size: Int32 = 0
        guard let context = XML_GetInputContext(parser, &offset, &size), offset + 1 < size else {
            return false
        }
        return context[Int(offset)] == 0x3C && context[Int(offset) + 1] != 0x21
            && context[Int(offset) + 1] != 0x3F
    }

    private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }
    /// The bytes of the token at hand.
    private var range: Range<Int> {
        let start = max(0, Int(XML_GetCurrentByteIndex(parser)))
        return start..<(start + Int(XML_GetCurrentByteCount(parser)))
    }
    private var column: Int { Int(XML_GetCurrentColumnNumber(parser)) + 1 }

    private mutating func fail(_ problem: ExpatFailure) { fail(problem.message, hint: problem.hint) }

    private mutating func fail(_ message: String, hint: String? = nil) {
        guard failure == nil else { return }
        failure = LathuError(
            .invalidData, message, at: SourceLocation(file: file, line: line, column: column), hint: hint)
        XML_StopParser(parser, XML_Bool(0))
    }

    private mutating func number(_ name: UnsafePointer<XML_Char>) -> Int? {
        let number = table.number(name)
        if number == nil { fail("holds more different names of elements and attributes than any format has") }
        return number
    }

    // Callbacks

    mutating func start(
        _ rawName: UnsafePointer<XML_Char>?,
        _ rawAttributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        // expat calls on for a while after it was told to stop.
        guard failure == nil, let rawName else { return }
        batch.endText()
        guard let name = number(rawName) else { return }
        guard open.count < limits.depth else {
            fail("elements are nested more than \(limits.depth) deep")
            return
        }
        let range = range
        guard range.count <= limits.tagLength else {
            fail("a tag is longer than \(limits.tagLength) bytes")
            return
        }
        let first = batch.attributes.count
        var at = 0
        while let rawAttributes, let key = rawAttributes[at], let value = rawAttributes[at + 1] {
            guard let attribute = number(key) else { return }
            if batch.append(attribute: attribute, value) > limits.attributeLength {
                fail(
                    "the attribute “\(names[attribute])” is longer than \(limits.attributeLength) bytes")
                return
            }
            at += 2
            if at > 2 * limits.attributes {
                fail("a tag has more than \(limits.attributes) attributes")
                return
            }
        }
        if hasUnreadDeclarations, at > 0, let name = undeclaredReference() {
            undeclared(name)
            return
        }
        let line = line
        append(
            XMLBatch.Token(
                kind: .start, name: name, content: first..<batch.attributes.count, line: line, column: column,
                range: range))
        open.append((name, line))
    }

    mutating func end() {
        guard failure == nil, let element = open.popLast() else { return }
        batch.endText()
        append(
            XMLBatch.Token(kind: .end, name: element.name, line: line, column: column, range: range))
    }

    mutating func characters(_ bytes: UnsafePointer<XML_Char>?, _ length: Int32) {
        guard failure == nil, let bytes else { return }
        let range = range
        if batch.open == nil { batch.startText(line: line, column: column, range: range) }
        let length = Int(length)
        let total = batch.append(
            text: UnsafeRawBufferPointer(start: bytes, count: length), upTo: range.upperBound)
        if total > limits.textLength {
            fail("the text between two tags is longer than \(limits.textLength) bytes")
        }
        textLength += length
        if textLength > fed + limits.entityText { fail(ExpatFailure.amplification) }
    }

    mutating func skipped(_ name: UnsafePointer<XML_Char>?, _ isParameter: Int32) {
        // A parameter entity belongs to the DTD, of which nothing is asked.
        if isParameter == 0, let name { undeclared(String(cString: name)) }
    }

    private mutating func undeclared(_ entity: String) {
        fail(
            "the entity “&\(entity);” is not declared in the file, and DTDs are not loaded",
            hint: "write the character itself")
    }

    /// The first reference in the tag at hand, as it stands in the file, to an entity that is unknown.
    private func undeclaredReference() -> String? {
        var offset: Int32 = 0, size: Int32 = 0
        guard let context = XML_GetInputContext(parser, &offset, &size) else { return nil }
        let count = min(Int(XML_GetCurrentByteCount(parser)), Int(size - offset))
        let bytes = UnsafeRawBufferPointer(start: context + Int(offset), count: max(0, count))
        guard bytes.contains(UInt8(ascii: "&")) else { return nil }
        return String(decoding: bytes, as: UTF8.self).split(separator: "&").dropFirst()
            .filter { !$0.hasPrefix("#") }
            .compactMap { $0.firstIndex(of: ";").map($0.prefix(upTo:)).map(String.init) }
            .first { !declaredEntities.contains($0) }
    }

    mutating func external(_ system: UnsafePointer<XML_Char>?) -> Int32 {
        let target = system.map { String(cString: $0) } ?? ""
        fail(
            "refers to the external entity “\(target)”, which is never loaded",
            hint: "put its text into the file")
        return 0
    }
}
