internal import CExpat
internal import TextFiles

/// An expat parser that turns its callbacks into a batch of tokens.
///
/// What the callbacks work on lies behind a pointer: there are some fifty for a unit of a memory, and those into an
/// object would each count references and check for overlapping accesses, which took a fifth of the whole time.
final class ExpatParser {
    /// What the parser has found so far.
    let state: UnsafeMutablePointer<ExpatState>

    /// A parser of UTF-8, whatever a document declares.
    init(file: String?, limits: XMLReader.Limits) throws(LathuError) {
        guard let parser = XML_ParserCreateNS("UTF-8", XML_Char(NameTable.separator)) else {
            throw LathuError(.software, "there is no memory for an XML parser")
        }
        state = .allocate(capacity: 1)
        state.initialize(to: ExpatState(parser, file: file, limits: limits))
        _ = XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser, limits.amplification)
        XML_SetUserData(parser, state)
        XML_SetElementHandler(
            parser,
            { ExpatParser.state($0)?.pointee.start($1, $2) },
            { data, _ in ExpatParser.state(data)?.pointee.end() })
        XML_SetCharacterDataHandler(parser) { ExpatParser.state($0)?.pointee.characters($1, $2) }
        XML_SetSkippedEntityHandler(parser) { ExpatParser.state($0)?.pointee.skipped($1, $2) }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, system, _, _ in
            if system != nil { ExpatParser.state(data)?.pointee.hasUnreadDeclarations = true }
        }
        XML_SetEntityDeclHandler(parser) { data, name, isParameter, _, _, _, _, _, _ in
            if let name { ExpatParser.state(data)?.pointee.declare(name, isParameter: isParameter != 0) }
        }
        XML_SetExternalEntityRefHandlerArg(parser, state)
        XML_SetExternalEntityRefHandler(parser) { argument, _, _, system, _ in
            // Typed as a parser, it is what the line above set.
            ExpatParser.state(argument.map { UnsafeMutableRawPointer($0) })?.pointee.external(system) ?? 0
        }
    }

    deinit {
        XML_ParserFree(state.pointee.parser)
        state.deinitialize(count: 1)
        state.deallocate()
    }

    private static func state(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ExpatState>? {
        data?.assumingMemoryBound(to: ExpatState.self)
    }

    /// Parses the next bytes of the document into a new batch.
    func parse(_ bytes: [UInt8], isFinal: Bool) {
        state.pointee.startBatch(feeding: bytes.count, isFinal: isFinal)
        let parser = state.pointee.parser
        // Not through the state: the callbacks work on it.
        let status = bytes.withUnsafeBytes {
            XML_Parse(
                parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count),
                isFinal ? 1 : 0)
        }
        state.pointee.finish(status)
    }

    /// Goes on after a batch that was full.
    func resume() {
        state.pointee.startBatch(feeding: 0, isFinal: state.pointee.isFinal)
        let status = XML_ResumeParser(state.pointee.parser)
        state.pointee.finish(status)
    }
}
