import Testing
import TextFiles
import UnicodeText

@testable import XMLText

/// Every encoding that a document can declare: its text, and the places in it.
@Suite struct XMLEncodingTests {
    private static let singleBytes =
        (1...16).filter { $0 != 12 }.map { "ISO-8859-\($0)" } + (1250...1258).map { "windows-\($0)" } + [
            "KOI8-R", "KOI8-U", "TIS-620", "macintosh", "IBM437", "IBM850", "IBM866",
        ]

    private static let wide: [(name: String, bytes: [UInt8], text: String)] = [
        ("Shift_JIS", [0x82, 0xA0], "あ"), ("EUC-JP", [0xA4, 0xA2], "あ"), ("GBK", [0xC4, 0xE3], "你"),
        ("GB18030", [0x81, 0x30, 0x81, 0x30], "\u{80}"), ("Big5", [0xA7, 0x41], "你"),
        ("EUC-KR", [0xB0, 0xA1], "가"),
        ("ISO-2022-JP", [0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42], "あ"),
    ]

    /// What a reader says of a document with a text in an attribute and in an element, and where an element
    /// after it starts.
    private func check(_ name: String, _ text: [UInt8], _ expected: String) throws {
        let bytes =
            Array("<?xml version='1.0' encoding='\(name)'?>\r\n<a b='".utf8) + text + Array("'>\n".utf8)
            + text
            + Array("<c/></a>".utf8)
        let cursor = try XMLCursor(ByteStream(bytes))
        #expect(try cursor.next() == .start)
        #expect(cursor.attributeCount == 1 && cursor.attributeValue(0) == expected, "\(name)")
        #expect(cursor.line == 2 && cursor.column == 1, "\(name)")
        #expect(try cursor.next() == .text)
        #expect(cursor.text == "\n" + expected, "\(name)")
        #expect(cursor.line == 2, "\(name)")
        #expect(try cursor.next() == .start)
        #expect(cursor.line == 3 && cursor.column == expected.unicodeScalars.count + 1, "\(name)")
        while try cursor.next() != nil {}
    }

    @Test func charsetsOfOneByte() throws {
        var checked = 0
        for name in Self.singleBytes {
            guard let charset = Charset(name) else { continue }
            checked += 1
            // A mark alone would join what is before it in some of them.
            var text: [UInt8] = []
            for byte in UInt8(0xA0)...0xFF where (try? charset.decode([byte])) != nil {
                text += [byte, 0x78]
            }
            try check(name, text, charset.decode(text))
        }
        #expect(checked > 25)
    }

    @Test func charsetsOfMoreBytes() throws {
        for sample in Self.wide {
            let text = sample.bytes + [0x78] + sample.bytes
            try check(sample.name, text, sample.text + "x" + sample.text)
        }
    }

    @Test func unicode() throws {
        let text = "<?xml version='1.0' encoding='UTF-16'?>\n<a b='Đài 𠀀'>\r\nKính gửi 𠀀<c/></a>"
        func units(_ isBig: Bool) -> [UInt8] {
            text.utf16.flatMap {
                isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
            }
        }
        func scalars(_ isBig: Bool) -> [UInt8] {
            text.unicodeScalars.flatMap { scalar -> [UInt8] in
                let bytes = (0..<4).map { UInt8(scalar.value >> (24 - 8 * $0) & 0xFF) }
                return isBig ? bytes : bytes.reversed()
            }
        }
        let forms: [(name: String, bytes: [UInt8])] = [
            ("UTF-8", Array(text.utf8)), ("UTF-8 with mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
            ("UTF-16LE", units(false)), ("UTF-16LE with mark", [0xFF, 0xFE] + units(false)),
            ("UTF-16BE", units(true)), ("UTF-16BE with mark", [0xFE, 0xFF] + units(true)),
            ("UTF-32LE", scalars(false)), ("UTF-32LE with mark", [0xFF, 0xFE, 0, 0] + scalars(false)),
            ("UTF-32BE", scalars(true)), ("UTF-32BE with mark", [0, 0, 0xFE, 0xFF] + scalars(true)),
        ]
        for form in forms {
            let cursor = try XMLCursor(ByteStream(form.bytes), keepsDocument: true)
            #expect(try cursor.next() == .start)
            #expect(cursor.line == 2 && cursor.attributeValue(0) == "Đài 𠀀", "\(form.name)")
            #expect(try cursor.next() == .text)
            #expect(cursor.text == "\nKính gửi 𠀀" && !cursor.isVerbatim, "\(form.name)")
            #expect(try cursor.next() == .start)
            #expect(cursor.line == 3 && cursor.column == 11, "\(form.name)")
            while try cursor.next() != nil {}
            #expect(cursor.document.utf8 == Array(text.utf8), "\(form.name)")
            #expect(cursor.document.isUTF8 == form.name.hasPrefix("UTF-8"))
            #expect(cursor.document.hasMark == form.name.hasSuffix("mark"))
        }
    }

    /// Half a code unit, half a pair, and pairs the wrong way round, at the end and in the middle.
    @Test func brokenUTF16() {
        let head: [UInt8] = [0xFF, 0xFE] + "<a>x".utf16.flatMap { [UInt8($0), 0] }
        let tail: [UInt8] = "</a>".utf16.flatMap { [UInt8($0), 0] }
        for broken: [UInt8] in [[0x00, 0xD8], [0x00, 0xDC], [0x00, 0xDC, 0x00, 0xD8], [0x61]] {
            for bytes in [head + broken, head + broken + tail] {
                var failure: LathuError?
                do {
                    let cursor = try XMLCursor(ByteStream(bytes, file: "a.xml"))
                    while try cursor.next() != nil {}
                } catch { failure = error }
                #expect(failure?.code == .invalidData, "\(broken)")
                #expect(failure?.diagnostics.first?.location?.line == 1, "\(broken)")
            }
        }
    }
}
