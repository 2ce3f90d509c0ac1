import Foundation
import TestSupport
import Testing
import TextFiles

@testable import Archives

@Suite struct ZipArchiveTests {
    private static let members: [ZipArchive.Member] = [
        .init("mimetype", "application/vnd.oasis.opendocument.text"),
        .init("word/document.xml", String(repeating: "<w:p/>", count: 5000)),
        .init("thư/Đà Nẵng.txt", "Kính gửi Quý vị"), .init("empty", ""), .init("one", [0xFF]),
    ]

    @Test func whatIsPackedUnpacks() throws {
        let bytes = ZipArchive(Self.members).packed()
        #expect(bytes.count < 2000)
        #expect(try ZipArchive(packed: bytes).members == Self.members)
        #expect(ZipArchive(Self.members).packed() == bytes)
        // ODF wants its type to be readable at byte 38.
        #expect(String(decoding: bytes[38..<77], as: UTF8.self) == "application/vnd.oasis.opendocument.text")
        #expect(try ZipArchive(packed: ZipArchive().packed()).members.isEmpty)
    }

    /// What is not changed stays packed as another program has packed it; what is changed is packed anew.
    @Test func whatIsNotChangedStaysPacked() throws {
        let content = [UInt8](repeating: 0x41, count: 1000)
        // RFC 1951, section 3.2.4: a block of 100 bytes as they are, then the rest.
        let rest = try #require(Deflate.compress(Array(content[100...])))
        let foreign = [0, 100, 0, 0x9B, 0xFF] + content[..<100] + rest
        var member = ZipArchive.Member("a", content)
        let own = ZipArchive([member]).packed()
        member.packed = .init(bytes: foreign[...], checksum: Checksum.crc32(content))
        let bytes = ZipArchive([member]).packed()
        #expect(bytes.count > own.count + 90)
        var archive = try ZipArchive(packed: bytes)
        #expect(archive.members == [.init("a", content)])
        #expect(archive.packed() == bytes)
        archive.members[0].bytes.append(0x42)
        archive.members[0].bytes.removeLast()
        #expect(archive.packed() == own)
    }

    /// Whatever is cut off or changed is an error or the same content, never a crash.
    @Test func damage() throws {
        let bytes = ZipArchive(Self.members).packed()
        for length in 0..<bytes.count {
            #expect(throws: LathuError.self) { try ZipArchive(packed: Array(bytes[..<length])) }
        }
        for index in bytes.indices {
            for bit in [0, 3, 7] {
                var damaged = bytes
                damaged[index] ^= 1 << bit
                guard let read = try? ZipArchive(packed: damaged) else { continue }
                #expect(
                    read.members.map(\.bytes) == Self.members.map(\.bytes)
                        || read.members.count < Self.members.count)
            }
        }
    }

    @Test func limits() throws {
        let bytes = ZipArchive([.init("zero", [UInt8](repeating: 0, count: 1 << 20))]).packed()
        #expect(bytes.count < 2000)
        var limits = ZipArchive.Limits()
        limits.bytes = 1 << 20
        #expect(try ZipArchive(packed: bytes, limits: limits).members.count == 1)
        limits.bytes -= 1
        let error = #expect(throws: LathuError.self) {
            try ZipArchive(packed: bytes, file: "a.docx", limits: limits)
        }
        #expect(error?.code == .invalidData)
        #expect(error?.description.hasPrefix("a.docx: error: unpacks to more than") == true)
        limits.bytes = 1 << 21
        limits.members = 0
        #expect(throws: LathuError.self) { try ZipArchive(packed: bytes, limits: limits) }
        // A directory that promises less than the data holds.
        var lying = bytes
        let directory = try #require(bytes.lastRange(of: [0x50, 0x4B, 0x01, 0x02]))
        lying.replaceSubrange(directory + 24..<directory + 28, with: [1, 0, 0, 0])
        #expect(throws: LathuError.self) { try ZipArchive(packed: lying) }
    }

    /// Other programs' archives: with folders, without compression, with data descriptors.
    @Test(arguments: ["-r", "-r0", "-rfd"])
    func otherPrograms(options: String) throws {
        try withTemporaryFolder { folder in
            try FileWriting.createFolder(folder + "/in/word")
            try FileWriting.write("nội dung", to: folder + "/in/word/a.xml")
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["python3", "-c", Self.script, options]
            process.currentDirectoryURL = URL(filePath: folder)
            try process.run()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else { return print("skipped: python3 is not installed") }
            let archive = try ZipArchive(packed: FileReading.bytes(of: folder + "/a.zip"))
            #expect(archive.members == [.init("word/a.xml", "nội dung")])
        }
    }

    /// Writes a.zip; with `d` to a pipe, so that sizes follow the data.
    private static let script = """
        import sys, zipfile
        kind = zipfile.ZIP_STORED if '0' in sys.argv[1] else zipfile.ZIP_DEFLATED
        class Pipe:
            def __init__(self): self.file = open('a.zip', 'wb')
            def write(self, data): return self.file.write(data)
            def flush(self): self.file.flush()
        target = Pipe() if 'd' in sys.argv[1] else 'a.zip'
        with zipfile.ZipFile(target, 'w', kind) as archive:
            archive.mkdir('word') if hasattr(archive, 'mkdir') else archive.writestr('word/', '')
            archive.write('in/word/a.xml', 'word/a.xml')
        target.flush() if 'd' in sys.argv[1] else None
        """
}

extension [UInt8] {
    fileprivate func lastRange(of pattern: [UInt8]) -> Int? {
        indices.dropLast(pattern.count - 1).last { self[$0..<$0 + pattern.count].elementsEqual(pattern) }
    }
}
