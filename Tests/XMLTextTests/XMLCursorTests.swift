import Testing
import TextFiles

@testable import XMLText

/// A token in words.
private func describe(_ cursor: XMLCursor, _ kind: XMLCursor.Kind) -> String {
    switch kind {
    case .start:
        let attributes = (0..<cursor.attributeCount).map {
            "\(cursor.name(cursor.attributeName($0)))=\(cursor.attributeValue($0))"
        }
        return "<\(cursor.name(cursor.name)) \(attributes)>"
    case .end: return "</\(cursor.name(cursor.name))>"
    case .text: return "\(cursor.isBlank ? "blank " : "")“\(cursor.text)”"
    }
}

private func failure(_ text: String, limits: XMLReader.Limits = .init()) -> String {
    do {
        let cursor = try XMLCursor(ByteStream(Array(text.utf8), file: "a.xml"), limits: limits)
        while try cursor.next() != nil {}
        return "no error"
    } catch { return "\(error)" }
}

@Suite struct XMLCursorTests {
    /// Wherever a piece of the file ends, the tokens are the same.
    @Test func piecesEndAnywhere() throws {
        let text = """
            <!DOCTYPE a [<!ENTITY e "tự do">]><a b="1">
            Kính &amp; gửi &e;<!-- c --> <![CDATA[<x>]]>\r
            <c/>  <d e='á'>x</d></a>
            """
        func tokens(padding: Int) throws -> [String] {
            let bytes =
                Array("<!--".utf8) + [UInt8](repeating: 0x2E, count: padding) + Array(("-->" + text).utf8)
            let cursor = try XMLCursor(ByteStream(bytes))
            var found: [String] = []
            while let kind = try cursor.next() {
                let range = cursor.range
                found.append(
                    "\(cursor.line) \(range.lowerBound - padding) \(range.count) \(describe(cursor, kind))")
            }
            return found
        }
        let expected = try tokens(padding: 0)
        #expect(expected.count == 9)
        for distance in 0...text.utf8.count + 8 {
            let padding = XMLInput.pieceLength - distance
            #expect(try tokens(padding: padding) == expected, "\(padding)")
        }
    }

    /// More tokens than a batch holds, of one piece.
    @Test func batchesAreBounded() throws {
        let count = 40_000
        let long = String(repeating: "x", count: 300_000)
        let text = "<a><!--\(long)-->" + String(repeating: "<b/>", count: count) + "</a>"
        let cursor = try XMLCursor(ByteStream(Array(text.utf8)))
        var starts = 0, ends = 0, last = 0
        while let kind = try cursor.next() {
            if kind == .start { starts += 1 } else { ends += 1 }
            #expect(cursor.column >= last)
            last = cursor.column
        }
        #expect(starts == count + 1 && ends == count + 1)
        #expect(last == text.utf8.count - 3)
        // Cut off after a batch was full, it is an error still.
        let cut = try XMLCursor(ByteStream(Array(text.utf8.dropLast(2))))
        #expect(throws: LathuError.self) { while try cut.next() != nil {} }
        #expect(throws: LathuError.self) { try cut.next() }
    }

    @Test func whatTokensTakeIsMeasured() throws {
        let cursor = try XMLCursor(ByteStream(Array("<a b='1234'>12345</a>".utf8)))
        #expect(try cursor.next() == .start)
        #expect(cursor.measure == 64 + 64 + 4)
        cursor.startMeasuring()
        #expect(try cursor.next() == .text)
        #expect(cursor.measure == 64 + 5)
    }

    @Test func documentsAreKept() throws {
        let text = "\u{FEFF}<a>x &lt; y<b>z</b></a>\n"
        let cursor = try XMLCursor(ByteStream(Array(text.utf8)), keepsDocument: true, lengthLimit: 24)
        var verbatim: [Bool] = []
        while let kind = try cursor.next() { if kind == .text { verbatim.append(cursor.isVerbatim) } }
        #expect(verbatim == [false, true])
        #expect(cursor.document.utf8 == Array(text.utf8.dropFirst(3)))
        let long = try XMLCursor(
            ByteStream(Array(text.utf8), file: "a.xml"), keepsDocument: true, lengthLimit: 23)
        #expect(throws: LathuError.self) { while try long.next() != nil {} }
    }

    @Test func boundsOfNamesAndTags() {
        let names = (0...NameTable.countLimit).map { "<n\($0)/>" }.joined()
        #expect(failure("<a>\(names)</a>").contains("more different names of elements and attributes"))
        var limits = XMLReader.Limits()
        limits.tagLength = 1000
        let long = String(repeating: "b", count: 1000)
        #expect(failure("<a c='\(long)'/>", limits: limits).contains("a tag is longer than 1000 bytes"))
        #expect(failure("<a><!--\(long)--></a>", limits: limits) == "no error")
        let attributes = (0...256).map { "n\($0)=''" }.joined(separator: " ")
        #expect(failure("<a \(attributes)/>").contains("a tag has more than 256 attributes"))
        limits.tagLength = 100_000
        // Never closed, it is found out before the file has come whole.
        let endless = String(repeating: "b", count: 400_000)
        #expect(failure("<a c='\(endless)", limits: limits).contains("a tag is longer than 100000 bytes"))
    }

    /// One long entity, many times.
    @Test func quadraticBlowUp() {
        let entity = "<!DOCTYPE a [<!ENTITY e '\(String(repeating: "x", count: 100_000))'>]>"
        let many = String(repeating: "&e;", count: 10_000)
        for text in [entity + "<a>\(many)</a>", entity + "<a b='\(many)'/>"] {
            #expect(failure(text).contains("expand to far more text"), "\(failure(text).prefix(200))")
        }
    }
}
