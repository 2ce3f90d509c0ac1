import Testing
import UnicodeText

@Suite struct CharsetTests {
    @Test func textIsDecoded() throws {
        let cases: [(String, [UInt8], String)] = [
            ("utf8", Array("Kính gửi".utf8), "Kính gửi"),
            ("UTF-16", [0xFE, 0xFF, 0x1E, 0xED], "ử"),
            ("UTF-16LE", [0xED, 0x1E], "ử"),
            // Windows-1258 writes a letter and its tone as two characters.
            ("windows-1258", [0x56, 0x69, 0xEA, 0xF2, 0x74, 0x20, 0x4E, 0x61, 0x6D], "Việt Nam"),
            ("cp1258", [0xF0, 0xD5], "đƠ"),
            ("ISO-8859-1", [0xE9], "é"),
            ("Shift_JIS", [0x83, 0x4A], "カ"),
        ]
        for (name, bytes, text) in cases {
            let charset = try #require(Charset(name))
            #expect(try charset.decode(bytes).nfc == text.nfc, "\(name)")
        }
        #expect(Charset("no-such-charset") == nil)
        #expect(Charset("") == nil)
        #expect(Charset("utf-8")?.name == "UTF-8")
    }

    @Test func theFirstWrongByteIsNamed() {
        let cases: [(Charset, [UInt8], Int)] = [
            (.utf8, [0x61, 0xE1, 0xBB], 1),
            (.utf8, [0x61, 0x62, 0xFF, 0x63], 2),
            (.utf8, [0xC0, 0xAF], 0),
            (.utf8, [0xED, 0xA0, 0x80], 0),
            (.utf8, Array("Việt".utf8) + [0xF4, 0x90, 0x80, 0x80], 6),
        ]
        for (charset, bytes, offset) in cases {
            do throws(Charset.DecodingError) {
                _ = try charset.decode(bytes)
                Issue.record("\(bytes) was decoded")
            } catch {
                #expect(error.offset == offset, "\(bytes)")
                #expect(Array(error.decoded.utf8) == Array(bytes[..<offset]))
            }
        }
    }

    /// ICU looks at pieces of a mebibyte: where one ends in a character, too.
    @Test func theFirstWrongByteOfALongText() {
        let letter = Array("ệ".utf8)
        for padding in 0...3 {
            var bytes = [UInt8](repeating: 0x61, count: padding)
            for _ in 0..<400_000 { bytes += letter }
            for offset in [1 << 20, (1 << 20) + 1, 1_100_000] {
                // Before a character, so that it is this byte which does not belong.
                var at = offset
                while bytes[at] & 0xC0 == 0x80 { at += 1 }
                var broken = bytes
                broken.insert(0xFF, at: at)
                do throws(Charset.DecodingError) {
                    _ = try Charset.utf8.decode(broken)
                    Issue.record("a wrong byte was decoded")
                } catch {
                    #expect(error.offset == at)
                    #expect(error.decoded.utf8.count == at)
                }
            }
        }
    }

    @Test func moreBytesThanICUCounts() {
        let bytes = [UInt8](repeating: 0x61, count: Charset.lengthLimit + 1)
        #expect(throws: Charset.DecodingError.self) { try Charset("windows-1258")?.decode(bytes) }
    }

    @Test func byteOrderMarks() {
        let cases: [([UInt8], String?, Int)] = [
            ([0xEF, 0xBB, 0xBF, 0x61], "UTF-8", 3), ([0xFF, 0xFE, 0x61, 0], "UTF-16LE", 2),
            ([0xFE, 0xFF, 0, 0x61], "UTF-16BE", 2), ([0xFF, 0xFE, 0, 0], "UTF-32LE", 4),
            ([0, 0, 0xFE, 0xFF], "UTF-32BE", 4), ([0x61], nil, 0), ([], nil, 0),
        ]
        for (bytes, name, length) in cases {
            let mark = Charset.fromByteOrderMark(bytes)
            #expect(mark?.charset.name == name)
            #expect(mark?.length ?? 0 == length)
        }
    }
}
