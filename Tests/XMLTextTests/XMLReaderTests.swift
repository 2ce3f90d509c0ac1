import Foundation
import Testing
import TextFiles
import UnicodeText

@testable import XMLText

/// The events of a document as short strings, with their places.
private func events(_ reader: XMLReader) throws -> [String] {
    var result: [String] = []
    while let event = try reader.next() {
        let place = "\(event.line):\(event.column)"
        switch event.kind {
        case .startElement(let tag):
            let attributes = tag.attributes.map { " \($0.name)=\($0.value)" }.joined()
            result.append("\(place) <\(tag.name)\(attributes)>")
        case .endElement(let name): result.append("\(place) </\(name)>")
        case .text(let text): result.append("\(place) \(text)")
        }
    }
    return result
}

private func events(_ text: String) throws -> [String] {
    try events(XMLReader(bytes: Array(text.utf8), file: "a.xml"))
}

private func failure(_ bytes: [UInt8], limits: XMLReader.Limits = .init()) -> LathuError? {
    do {
        let reader = try XMLReader(bytes: bytes, file: "a.xml", limits: limits)
        while try reader.next() != nil {}
        return nil
    } catch { return error }
}

private func failure(_ text: String) -> String {
    failure(Array(text.utf8)).map { "\($0)" } ?? "no error"
}

@Suite struct XMLReaderTests {
    @Test func eventsWithPlaces() throws {
        let text = """
            <?xml version="1.0"?>
            <!-- comment -->
            <tmx version='1.4' b="&lt;2"><seg>Đà &amp; <![CDATA[<Nẵng>]]><!-- x --> xa</seg>
            <e/></tmx>
            """
        let found = try events(text)
        #expect(
            found == [
                "3:1 <tmx version=1.4 b=<2>", "3:30 <seg>", "3:35 Đà & <Nẵng> xa", "3:75 </seg>",
                "3:81 \n", "4:1 <e>", "4:5 </e>", "4:5 </tmx>",
            ])
    }

    @Test func namespaces() throws {
        let text = #"<a xmlns="urn:one" xmlns:t="urn:two" t:x="1" x="2" xml:lang="vi"><t:b/></a>"#
        let reader = try XMLReader(TextSource(text))
        guard case .startElement(let tag) = try reader.next()?.kind else {
            Issue.record("no tag")
            return
        }
        #expect(tag.name == XMLName("a", namespace: "urn:one"))
        #expect(tag.attributes.map(\.value) == ["1", "2", "vi"])
        #expect(tag["x"] == "2")
        #expect(tag["x", namespace: "urn:two"] == "1")
        #expect(tag["lang", namespace: XMLName.xmlNamespace] == "vi")
        let inner = try reader.next()
        #expect(
            inner?.kind == .startElement(XMLTag(name: XMLName("b", namespace: "urn:two"), attributes: [])))
    }

    @Test func encodings() throws {
        let body = "<a>Đài tự do €</a>"
        let expected = ["<a>", "Đài tự do €", "</a>"]
        func check(_ bytes: [UInt8], _ expected: [String], _ comment: Comment) throws {
            let found = try events(XMLReader(bytes: bytes)).map { $0.drop { $0 != " " }.dropFirst() }
            #expect(found.map(String.init) == expected, comment)
        }
        let little = body.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = body.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let wide = body.unicodeScalars.flatMap { [0, 0, UInt8($0.value >> 8), UInt8($0.value & 0xFF)] }
        try check(Array(body.utf8), expected, "UTF-8")
        try check([0xEF, 0xBB, 0xBF] + Array(body.utf8), expected, "UTF-8 with mark")
        try check([0xFF, 0xFE] + little, expected, "UTF-16LE")
        try check([0xFE, 0xFF] + big, expected, "UTF-16BE")
        try check(little, expected, "UTF-16LE without mark")
        try check(big, expected, "UTF-16BE without mark")
        try check([0, 0, 0xFE, 0xFF] + wide, expected, "UTF-32BE")
        let declared = "<?xml version='1.0' encoding = 'UTF-16'?>" + body
        try check(Array(declared.utf8), expected, "UTF-16 declared but not so")
        let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9]
        try check(latin + Array("</a>".utf8), ["<a>", "é", "</a>"], "ISO-8859-1")
        // D with stroke, then o with circumflex and a combining acute.
        let vietnamese = Array("<?xml version='1.0' encoding='windows-1258'?><a>".utf8) + [0xD0, 0xF4, 0xEC]
        try check(vietnamese + Array("</a>".utf8), ["<a>", "Đô\u{301}", "</a>"], "windows-1258")
    }

    /// A character of two bytes may lie on any cut between pieces.
    @Test func decodingAcrossPieces() throws {
        let length = XMLInput.pieceLength
        for shift in 0..<2 {
            var bytes = Array("<?xml version='1.0' encoding='Shift_JIS'?><a>".utf8)
            bytes += [UInt8](repeating: 0x61, count: shift)
            for _ in 0..<length { bytes += [0x82, 0xA0] }
            bytes += Array("</a>".utf8)
            let reader = try XMLReader(bytes: bytes)
            _ = try reader.next()
            guard case .text(let text) = try reader.next()?.kind else {
                Issue.record("no text")
                return
            }
            #expect(text.unicodeScalars.count == length + shift)
        }
        var broken = Array("<?xml version='1.0' encoding='Shift_JIS'?>\n<a>".utf8)
        broken += [UInt8](repeating: 0x61, count: 10) + [0x82, 0x20, 0x20] + Array("</a>".utf8)
        #expect(failure(broken)?.diagnostics.first?.location?.description == "a.xml:2:14")
        let unknown = Array("<?xml version='1.0' encoding='klingon'?><a/>".utf8)
        #expect(failure(unknown)?.diagnostics.first?.location?.description == "a.xml:1:1")
    }

    @Test func malformedDocuments() {
        let table: [(document: String, start: String)] = [
            ("", "a.xml:1:1: error: holds no XML element"),
            ("<a>\n<b></a>", "a.xml:2:6: error: this end tag closes nothing: the element <b> of line 2"),
            ("<a>\n<b>text", "a.xml:2:8: error: the file ends inside the element <b> of line 2"),
            ("<a", "a.xml:1:1: error: the file ends inside a tag"),
            ("<a>x & y</a>", "a.xml:1:7: error: this is not well-formed XML"),
            ("<a b='1' b='2'/>", "a.xml:1:10: error: the same attribute stands twice"),
            ("<a>&nbsp;</a>", "a.xml:1:4: error: an entity is not declared"),
            ("<t:a/>", "a.xml:1:1: error: the prefix of this name"),
            ("<a/><b/>", "a.xml:1:5: error: something follows the end"),
            (" <?xml version='1.0'?><a/>", "a.xml:1:2: error: the XML declaration must be"),
            ("<a>&#1;</a>", "a.xml:1:4: error: a character reference names no character"),
        ]
        for (document, start) in table {
            #expect(failure(document).hasPrefix(start), "\(document): \(failure(document))")
        }
        let invalid = Array("<a>\n<b>ab".utf8) + [0xE9, 0x20] + Array("</b></a>".utf8)
        #expect(failure(invalid)?.diagnostics.first?.location?.description == "a.xml:2:6")
        #expect(failure(invalid)?.code == .invalidData)
    }

    @Test func whatComesBeforeAnErrorIsDelivered() throws {
        let reader = try XMLReader(TextSource("<a>one<b>two</a>", file: "a.xml"))
        for _ in 0..<3 { #expect(try reader.next() != nil) }
        #expect(throws: LathuError.self) { while try reader.next() != nil {} }
        #expect(throws: LathuError.self) { try reader.next() }
    }

    @Test func filesThatAreNotThere() throws {
        #expect(throws: LathuError.self) { try XMLReader(path: "/nonexistent/a.xml") }
        #expect(throws: LathuError.self) { try XMLReader(path: "/") }
    }

    @Test func filesArePulledPieceByPiece() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "lathu-\(UUID().uuidString).xml")
            .path
        defer { unlink(path) }
        let count = 20_000
        let unit = "<tu><seg>Tự do cho các tù nhân lương tâm</seg></tu>\n"
        try FileWriting.write("<tmx>\n" + String(repeating: unit, count: count) + "</tmx>", to: path)
        let reader = try XMLReader(path: path)
        var units = 0, lastLine = 0
        while let event = try reader.next() {
            if case .startElement(let tag) = event.kind, tag.name.local == "tu" {
                units += 1
                lastLine = event.line
            }
        }
        #expect(units == count)
        #expect(lastLine == count + 1)
    }
}
