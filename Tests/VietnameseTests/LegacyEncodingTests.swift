import TestSupport
import Testing
import UnicodeText

@testable import Vietnamese

@Suite struct LegacyEncodingTests {
    @Test func namesAndAliases() {
        for encoding in LegacyEncoding.allCases {
            #expect(LegacyEncoding(name: encoding.rawValue) == encoding)
            #expect(LegacyEncoding(name: encoding.rawValue.lowercased()) == encoding)
        }
        #expect(LegacyEncoding(name: "ABC") == .tcvn3 && LegacyEncoding(name: "cp1258") == .windows1258)
        #expect(LegacyEncoding(name: "utf-8") == nil)
    }

    @Test func knownBytes() throws {
        let table: [(LegacyEncoding, [UInt8], String)] = [
            (.tcvn3, [0x56, 0x69, 0xD6, 0x74], "Việt"), (.viscii, [0x56, 0x69, 0xAE, 0x74], "Việt"),
            (.vps, [0x56, 0x69, 0x8C, 0x74], "Việt"), (.vni, [0x56, 0x69, 0x65, 0xE4, 0x74], "Việt"),
            (.windows1258, [0x56, 0x69, 0xEA, 0xF2, 0x74], "Việt"), (.viqr, Array("Vie^.t".utf8), "Việt"),
            (.tcvn3, [0x93, 0xB8, 0x94], "“á”"), (.vni, [0x41, 0xF8], "À"), (.tcvn5712, [0x43, 0xB3], "Ć"),
        ]
        for (encoding, bytes, text) in table { #expect(try encoding.decode(bytes) == text, "\(encoding)") }
    }

    @Test func backslashesKeepPunctuationInVIQR() throws {
        #expect(try LegacyEncoding.viqr.encode("Đi đâu? Add. a\\") == Array(#"DDi dda^u\? Ad\d. a\\"#.utf8))
        for text in ["Ai?", "đd", "dd", "DD", "Dd", "dD", "ddd", "a'(^", "ơ.", "ơ+.", "u+", "\\a?"] {
            let bytes = try LegacyEncoding.viqr.encode(text)
            #expect(try LegacyEncoding.viqr.decode(bytes) == text, "\(text)")
        }
    }

    @Test func whatIsMissingIsSaid() {
        #expect(throws: LegacyEncoding.EncodingError(encoding: .tcvn3, offset: 1, scalar: "Ế")) {
            try LegacyEncoding.tcvn3.encode("VẾ")
        }
        #expect(throws: LegacyEncoding.DecodingError(encoding: .viqr, offset: 2, decoded: "ab")) {
            try LegacyEncoding.viqr.decode([0x61, 0x62, 0xE1])
        }
        #expect(throws: LegacyEncoding.DecodingError(encoding: .vps, offset: 1, decoded: "a")) {
            try LegacyEncoding.vps.decode([0x61, 0xA0])
        }
    }

    /// Every letter, by the table that two other implementations produced.
    @Test(.enabled(if: SharedMaterial.has("vietnamese/legacy-encodings-134-letters.tsv")))
    func everyLetterAsOthersHaveIt() throws {
        let rows = try SharedMaterial.text("vietnamese/legacy-encodings-134-letters.tsv")
            .split(separator: "\n").dropFirst().map {
                $0.split(separator: "\t", omittingEmptySubsequences: false)
            }
        #expect(rows.count == 146)
        let columns: [(LegacyEncoding, Int)] = [
            (.vni, 4), (.vps, 5), (.viscii, 6), (.tcvn5712, 7), (.tcvn3, 7), (.windows1258, 10),
        ]
        for row in rows {
            let text = String(row[0])
            #expect(try LegacyEncoding.viqr.encode(text) == Array(row[3].utf8))
            for (encoding, column) in columns {
                let hex = (try? encoding.encode(text))?.map { byte in
                    (byte < 16 ? "0" : "") + String(byte, radix: 16)
                }.joined()
                if encoding == .tcvn3, hex == nil { continue }
                // recode swaps these two capitals; the fonts have them as the small letters.
                if encoding == .vni, text == "Ằ" || text == "Ắ" { continue }
                #expect(hex ?? "" == row[column], "\(text) in \(encoding)")
                if let hex, !hex.isEmpty {
                    #expect(try encoding.decode(encoding.encode(text)) == text)
                }
            }
        }
    }

    /// At least 99.99% of the lines that an encoding can express come back as they were.
    @Test(
        .enabled(if: SharedMaterial.has("corpora/en-vi.tsv.gz")), arguments: LegacyEncoding.allCases)
    func everyLineComesBack(_ encoding: LegacyEncoding) throws {
        var expressible = 0
        var same = 0
        for line in try vietnameseLines() {
            guard let bytes = try? encoding.encode(line) else { continue }
            expressible += 1
            if (try? encoding.decode(bytes)) == line.nfc { same += 1 }
        }
        print("\(encoding): \(same) of \(expressible) lines")
        #expect(expressible > 2_000)
        #expect(same * 10_000 >= expressible * 9_999)
    }
}

/// The Vietnamese sides of the parallel corpus: all in a release build, every sixtieth without optimization.
func vietnameseLines() throws -> [String] {
    #if DEBUG
        let step = 60
    #else
        let step = 1
    #endif
    // By bytes, since splitting a string by characters takes a minute of this many.
    return try SharedMaterial.text("corpora/en-vi.tsv.gz").utf8.split(separator: UInt8(ascii: "\n"))
        .enumerated()
        .filter { place, _ in place % step == 0 }
        .compactMap { _, row in
            row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).last.flatMap {
                String($0)
            }
        }
}
