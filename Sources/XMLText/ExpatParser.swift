internal import CExpat
internal import TextFiles

/// How the bytes that expat gets stand for text.
private enum CodeUnits {
    case utf8, utf16LittleEndian, utf16BigEndian

    func text(_ bytes: UnsafeRawBufferPointer) -> String {
        if case .utf8 = self { return String(decoding: bytes, as: UTF8.self) }
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { at in
            let pair = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
            return self == .utf16BigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0
        }
        return String(decoding: units, as: UTF16.self)
    }
}

/// An expat parser that turns its callbacks into a queue of events.
final class ExpatParser {
    let file: String?
    /// What stopped it; the events before it can still be taken.
    var failure: LathuError?

    private let parser: XML_Parser
    private let limits: XMLReader.Limits
    private var names = NameTable()
    private var queue: [XMLEvent] = []
    private var taken = 0
    private var open: [(name: XMLName, line: Int)] = []
    private var text: [UInt8] = []
    private var textPlace = (line: 0, column: 0)
    private var textRange = 0..<0
    private var textLength = 0
    private var fed = 0
    private let codeUnits: CodeUnits
    /// Whether entities could be declared where nothing is read: expat then drops references in
    /// attributes without a word.
    private var hasUnreadDeclarations = false
    private var declaredEntities: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

    init(encoding: String, file: String?, limits: XMLReader.Limits) throws(LathuError) {
        guard let parser = XML_ParserCreateNS(encoding, XML_Char(NameTable.separator)) else {
            throw LathuError(.software, "there is no memory for an XML parser")
        }
        self.parser = parser
        self.file = file
        self.limits = limits
        codeUnits =
            switch encoding {
            case "UTF-16LE": .utf16LittleEndian
            case "UTF-16BE": .utf16BigEndian
            default: .utf8
            }
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { ExpatParser.of($0)?.start($1, $2) },
            { data, _ in ExpatParser.of(data)?.end() })
        XML_SetCharacterDataHandler(parser) { ExpatParser.of($0)?.characters($1, $2) }
        XML_SetSkippedEntityHandler(parser) { ExpatParser.of($0)?.skipped($1, $2) }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, system, _, _ in
            if system != nil { ExpatParser.of(data)?.hasUnreadDeclarations = true }
        }
        XML_SetEntityDeclHandler(parser) { data, name, isParameter, _, _, _, _, _, _ in
            guard let parser = ExpatParser.of(data), let name else { return }
            if isParameter == 0 {
                parser.declaredEntities.insert(String(cString: name))
            } else {
                parser.hasUnreadDeclarations = true
            }
        }
        XML_SetExternalEntityRefHandlerArg(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetExternalEntityRefHandler(parser) { argument, _, _, system, _ in
            // Typed as a parser, it is what the line above set.
            ExpatParser.of(argument.map { UnsafeMutableRawPointer($0) })?.external(system) ?? 0
        }
    }

    deinit { XML_ParserFree(parser) }

    private static func of(_ data: UnsafeMutableRawPointer?) -> ExpatParser? {
        data.map { Unmanaged<ExpatParser>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The next event of the queue.
    func takeEvent() -> XMLEvent? {
        guard taken < queue.count else { return nil }
        defer { taken += 1 }
        return queue[taken]
    }

    /// Bytes fed that no token has taken yet.
    private(set) var unfinishedLength = 0

    /// Parses the next bytes of the document.
    func parse(_ bytes: [UInt8], isFinal: Bool) {
        queue.removeAll(keepingCapacity: true)
        taken = 0
        fed += bytes.count
        let status = bytes.withUnsafeBytes {
            XML_Parse(
                parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count),
                isFinal ? 1 : 0)
        }
        if failure != nil { return }
        if status != XML_STATUS_OK {
            fail(ExpatFailure(XML_GetErrorCode(parser), openElement: open.last))
            return
        }
        unfinishedLength = fed - max(0, Int(XML_GetCurrentByteIndex(parser)))
        if !isFinal, unfinishedLength > limits.tokenLength {
            fail("a tag, comment or instruction is longer than \(limits.tokenLength) bytes")
        }
    }

    private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }
    /// The bytes of the token at hand.
    private var range: Range<Int> {
        let start = max(0, Int(XML_GetCurrentByteIndex(parser)))
        return start..<(start + Int(XML_GetCurrentByteCount(parser)))
    }
    private var column: Int { Int(XML_GetCurrentColumnNumber(parser)) + 1 }

    private func fail(_ problem: ExpatFailure) { fail(problem.message, hint: problem.hint) }

    private func fail(_ message: String, hint: String? = nil) {
        guard failure == nil else { return }
        failure = LathuError(
            .invalidData, message, at: SourceLocation(file: file, line: line, column: column), hint: hint)
        XML_StopParser(parser, XML_Bool(0))
    }

    private func emit(_ kind: XMLEvent.Kind) {
        queue.append(XMLEvent(kind: kind, line: line, column: column, range: range))
    }

    private func flushText() {
        guard !text.isEmpty else { return }
        queue.append(
            XMLEvent(
                kind: .text(String(decoding: text, as: UTF8.self)), line: textPlace.line,
                column: textPlace.column, range: textRange))
        text.removeAll(keepingCapacity: text.count < 1 << 20)
    }

    // Callbacks

    private func start(
        _ rawName: UnsafePointer<XML_Char>?,
        _ rawAttributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        // expat calls on for a while after it was told to stop.
        guard failure == nil, let rawName else { return }
        flushText()
        let name = names.name(rawName)
        guard open.count < limits.depth else {
            fail("elements are nested more than \(limits.depth) deep")
            return
        }
        var attributes: [XMLAttribute] = []
        var at = 0
        while let rawAttributes, let key = rawAttributes[at], let value = rawAttributes[at + 1] {
            let text = String(cString: value)
            let attribute = names.name(key)
            if text.utf8.count > limits.attributeLength {
                fail("the attribute “\(attribute)” is longer than \(limits.attributeLength) bytes")
                return
            }
            attributes.append(XMLAttribute(name: attribute, value: text))
            at += 2
        }
        if hasUnreadDeclarations, !attributes.isEmpty, let name = undeclaredReference() {
            undeclared(name)
            return
        }
        emit(.startElement(XMLTag(name: name, attributes: attributes)))
        open.append((name, line))
    }

    private func end() {
        guard failure == nil, let element = open.popLast() else { return }
        flushText()
        emit(.endElement(element.name))
    }

    private func characters(_ bytes: UnsafePointer<XML_Char>?, _ length: Int32) {
        guard failure == nil, let bytes else { return }
        let range = range
        if text.isEmpty {
            textPlace = (line, column)
            textRange = range
        } else {
            textRange = textRange.lowerBound..<max(textRange.upperBound, range.upperBound)
        }
        UnsafeRawBufferPointer(start: bytes, count: Int(length)).withMemoryRebound(to: UInt8.self) {
            text.append(contentsOf: $0)
        }
        if text.count > limits.textLength {
            fail("the text between two tags is longer than \(limits.textLength) bytes")
        }
        // Without entities, UTF-8 takes at most one and a half times the bytes of UTF-16.
        textLength += Int(length)
        if textLength > 2 * fed + limits.entityText { fail(ExpatFailure.amplification) }
    }

    private func skipped(_ name: UnsafePointer<XML_Char>?, _ isParameter: Int32) {
        // A parameter entity belongs to the DTD, of which nothing is asked.
        if isParameter == 0, let name { undeclared(String(cString: name)) }
    }

    private func undeclared(_ entity: String) {
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
        return codeUnits.text(bytes).split(separator: "&").dropFirst()
            .filter { !$0.hasPrefix("#") }
            .compactMap { $0.firstIndex(of: ";").map($0.prefix(upTo:)).map(String.init) }
            .first { !declaredEntities.contains($0) }
    }

    private func external(_ system: UnsafePointer<XML_Char>?) -> Int32 {
        let target = system.map { String(cString: $0) } ?? ""
        fail(
            "refers to the external entity “\(target)”, which is never loaded",
            hint: "put its text into the file")
        return 0
    }
}
