import Testing
import TextFiles
import XMLText

private func write(
    indentation: Int? = nil, _ forbidden: XMLWriter.ForbiddenCharacters = .refuse,
    _ body: (inout XMLWriter) throws(LathuError) -> Void
) throws(LathuError) -> String {
    var writer = XMLWriter(indentation: indentation, forbidden: forbidden)
    try body(&writer)
    return String(decoding: writer.takeBytes(), as: UTF8.self)
}

/// The attribute and the text of a document `<a b="…">…</a>`.
private func readBack(_ document: String) throws -> (attribute: String?, text: String) {
    let reader = try XMLReader(bytes: Array(document.utf8))
    var result: (attribute: String?, text: String) = (nil, "")
    while let event = try reader.next() {
        switch event.kind {
        case .startElement(let tag): result.attribute = tag["b"]
        case .text(let text): result.text += text
        case .endElement: break
        }
    }
    return result
}

@Suite struct XMLWriterTests {
    @Test(arguments: [
        ("a & b", "a &amp; b", "a &amp; b"), ("<1>x</1>", "&lt;1&gt;x&lt;/1&gt;", "&lt;1&gt;x&lt;/1&gt;"),
        ("“Đài” \"x\" 'y'", "“Đài” \"x\" 'y'", "“Đài” &quot;x&quot; 'y'"),
        ("]]>", "]]&gt;", "]]&gt;"),
        ("a\tb\nc\rd\r\ne", "a\tb\nc&#13;d&#13;\ne", "a&#9;b&#10;c&#13;d&#13;&#10;e"),
        (
            "\u{FFFD}\u{10FFFF}\u{85}\u{2028}\u{FEFF}", "\u{FFFD}\u{10FFFF}\u{85}\u{2028}\u{FEFF}",
            "\u{FFFD}\u{10FFFF}\u{85}\u{2028}\u{FEFF}"
        ),
    ])
    func escaping(text: String, inText: String, inAttribute: String) throws {
        let document = try write { xml throws(LathuError) in
            try xml.element("a", [("b", text)], text: text)
        }
        #expect(document == "<a b=\"\(inAttribute)\">\(inText)</a>\n")
        let back = try readBack(document)
        #expect(back.attribute.map { Array($0.utf8) } == Array(text.utf8))
        #expect(Array(back.text.utf8) == Array(text.utf8))
    }

    /// Every character is either refused or comes back.
    @Test func everyCharacterOfTheFirstPlaneAndAboveComesBack() throws {
        var allowed = "", refused = 0
        for value in UInt32(0)...0x1_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if XMLWriter.allows(scalar) {
                allowed.unicodeScalars.append(scalar)
            } else {
                refused += 1
                var writer = XMLWriter(forbidden: .drop)
                try writer.element("a", [("b", "x\(scalar)")], text: "\(scalar)y")
                #expect(writer.droppedCharacters == 2)
                #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == "<a b=\"x\">y</a>\n")
            }
        }
        #expect(refused == 31)
        let text = allowed
        let back = try readBack(try write { xml throws(LathuError) in try xml.element("a", text: text) })
        #expect(back.text.unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test func forbiddenCharactersAreNamed() {
        let error = #expect(throws: LathuError.self) {
            try write { xml throws(LathuError) in try xml.element("a", text: "x\u{1F}") }
        }
        #expect(error?.code == .invalidData)
        #expect(
            error?.description
                == "error: the character U+001F cannot be written in XML 1.0, in no way (it is no part of "
                + "any text that people read: remove it)")
    }

    @Test func indentationNeverTouchesMixedContent() throws {
        let document = try write(indentation: 2) { xml throws(LathuError) in
            xml.declaration(documentType: ("r", "r.dtd"))
            try xml.start("r", [("v", "1")])
            try xml.start("empty")
            xml.end()
            try xml.start("group")
            try xml.start("seg", isMixed: true)
            try xml.element("ph", text: "x")
            try xml.start("hi")
            try xml.start("sub")
            xml.end()
            xml.end()
            try xml.text(" end ")
            xml.end()
            try xml.element("note", text: "")
            xml.end()
            xml.end()
        }
        #expect(
            document == """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE r SYSTEM "r.dtd">
                <r v="1">
                  <empty/>
                  <group>
                    <seg><ph>x</ph><hi><sub/></hi> end </seg>
                    <note/>
                  </group>
                </r>

                """)
    }

    @Test func textWhereItWouldGetIndentationIsADefect() {
        let error = #expect(throws: LathuError.self) {
            try write(indentation: 2) { xml throws(LathuError) in
                try xml.start("a")
                try xml.element("b", text: "")
                try xml.text("x")
            }
        }
        #expect(error?.code == .software)
        #expect(throws: LathuError.self) { try write { xml throws(LathuError) in try xml.text("x") } }
    }

    @Test func bytesAreTakenOnce() throws {
        var writer = XMLWriter()
        try writer.start("a")
        try writer.text("x")
        #expect(writer.pendingCount == 4)
        #expect(writer.takeBytes() == Array("<a>x".utf8))
        writer.end()
        #expect(writer.takeBytes() == Array("</a>\n".utf8))
        #expect(writer.takeBytes().isEmpty)
    }
}
