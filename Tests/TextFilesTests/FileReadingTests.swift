import Foundation
import TestSupport
import Testing
import UnicodeText

@testable import TextFiles

@Suite struct FileReadingTests {
    @Test func theEncodingIsTheMarksThenTheNamedOneThenUTF8() throws {
        let cases: [([UInt8], String?, String)] = [
            (Array("Kính gửi".utf8), nil, "Kính gửi"),
            ([0xEF, 0xBB, 0xBF] + Array("Kính gửi".utf8), "windows-1258", "Kính gửi"),
            ([0xFF, 0xFE, 0x4B, 0, 0xED, 0], nil, "Kí"),
            ([0x4B, 0xED], "windows-1258", "Kí"),
            ([], nil, ""),
        ]
        for (bytes, name, text) in cases {
            let source = try FileReading.decode(bytes, file: "thu.txt", charset: name.flatMap { Charset($0) })
            #expect(source.text == text)
        }
    }

    @Test func theFirstWrongByteIsToldByOffsetLineAndColumn() {
        let bytes = Array("dòng một\nlá th".utf8) + [0xD5, 0x0A]
        do throws(LathuError) {
            _ = try FileReading.decode(bytes, file: "thu.txt")
            Issue.record("was decoded")
        } catch {
            #expect(error.code == .invalidData)
            let diagnostic = error.diagnostics[0]
            #expect(diagnostic.location?.description == "thu.txt:2:6")
            #expect(diagnostic.message == "is not UTF-8: 0xD5 at byte offset 18 does not belong")
            #expect(diagnostic.hint?.contains("--encoding") == true)
            #expect(diagnostic.hint?.contains("normalize") == true)
        }
    }

    @Test func whatIsNotAFileIsNoInput() throws {
        try withTemporaryFolder { folder in
            for path in [folder, folder + "/nothing", folder + "/nothing/below"] {
                do throws(LathuError) {
                    _ = try FileReading.bytes(of: path)
                    Issue.record("was read")
                } catch { #expect(error.code == .noInput, "\(path)") }
            }
        }
    }

    @Test func largeFilesAreReadWhole() throws {
        try withTemporaryFolder { folder in
            let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
            try FileWriting.write(bytes, to: folder + "/large")
            #expect(try FileReading.bytes(of: folder + "/large") == bytes)
            let stream = try ByteStream(path: folder + "/large")
            var pieces: [UInt8] = []
            while case let piece = try stream.read(70_001), !piece.isEmpty { pieces += piece }
            #expect(pieces == bytes)
        }
    }
}
