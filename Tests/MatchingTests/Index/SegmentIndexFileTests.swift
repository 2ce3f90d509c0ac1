import Foundation
import TestSupport
import Testing
import UnicodeText

@testable import Matching

@Suite struct SegmentIndexFileTests {
    private let tokenizer: Tokenizer
    private let candidates: [SearchCandidate]
    private let folder: String

    init() throws {
        var random = SeededGenerator(state: 6)
        tokenizer = try Tokenizer(locale: .vietnamese)
        let texts =
            SmallWorlds.segments(of: SmallWorlds.alphabets[0].tokens, upTo: 2) + ["ban  ban", "x\u{A0}12"]
        candidates = SmallWorlds.candidates(texts.map(tokenizer.tokenize), using: &random)
        folder = FileManager.default.temporaryDirectory.appending(path: "index-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func inFolder(_ body: (_ path: String) throws -> Void) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder + "/test.index")
    }

    /// A mapped index answers as the one in memory; writing leaves nothing else behind.
    @Test func roundTrip() throws {
        try inFolder { path in
            let index = SegmentIndex(candidates, generation: 7)
            try SegmentIndex([]).write(to: path)
            #expect(try SegmentIndex(contentsOf: path).matches(of: query("bán", 0.5)) == [])
            try index.write(to: path)
            let mapped = try SegmentIndex(contentsOf: path)
            #expect(mapped.count == candidates.count && mapped.generation == 7)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["test.index"])
            for text in ["", "ban", "bạn, 12", "hòa bán", "x 12", "chưa có"] {
                let expected = ExhaustiveSearch.matches(of: query(text, 0.5), among: candidates)
                #expect(try mapped.matches(of: query(text, 0.5)) == expected)
            }
            // What is mapped stays, whatever happens to the file.
            try SegmentIndex([]).write(to: path)
            #expect(try mapped.matches(of: query("ban", 0.5)) == index.matches(of: query("ban", 0.5)))
        }
    }

    private func query(_ text: String, _ threshold: Double) -> SearchQuery {
        SearchQuery(tokenizer.tokenize(text), threshold: threshold, limit: 20)
    }

    /// Every byte of the head, and bytes of every section, flipped one by one.
    @Test func flippedBytes() throws {
        try inFolder { path in
            let index = SegmentIndex(candidates)
            try index.write(to: path)
            var bytes = try Data(contentsOf: URL(filePath: path))
            var random = SeededGenerator(state: 7)
            let header = withExtendedLifetime(index) { IndexHeader(reading: index.storage.bytes) }
            var places = Array(0..<IndexHeader.size)
            for section in header.sections where section.length > 0 {
                let end = section.offset + IndexHeader.padded(section.length)
                places += [section.offset, section.offset + section.length - 1, end - 1]
                places += (0..<8).map { _ in Int.random(in: section.offset..<end, using: &random) }
            }
            for place in places {
                let flipped = UInt8(1) << UInt8.random(in: 0..<8, using: &random)
                bytes[place] ^= flipped
                try bytes.write(to: URL(filePath: path))
                #expect(throws: IndexFileError.self, "byte \(place)") { try SegmentIndex(contentsOf: path) }
                try expectRightOrRefused(path, "byte \(place)")
                bytes[place] ^= flipped
            }
            try bytes.write(to: URL(filePath: path))
            #expect(try SegmentIndex(contentsOf: path).count == candidates.count)
        }
    }

    /// A file that is checked as it is read gives the right answers, or says that it is damaged.
    private func expectRightOrRefused(_ path: String, _ what: Comment) throws {
        do throws(IndexFileError) {
            let index = try SegmentIndex(contentsOf: path, checking: .asRead)
            for (text, threshold) in [("bạn, 12", 0.5), ("x 12", 0.7), ("ban", 0.3)] {
                let expected = ExhaustiveSearch.matches(of: query(text, threshold), among: candidates)
                #expect(try index.matches(of: query(text, threshold)) == expected, what)
            }
        } catch {
            #expect(error.code == .damaged || error.code == .otherVersion, what)
        }
    }

    /// Bytes that somebody wrote with the right checksums, in every section: refused or answered, in any way
    /// but a crash.
    @Test func forgedBytes() throws {
        try inFolder { path in
            let index = SegmentIndex(candidates)
            try index.write(to: path)
            let sound = try Data(contentsOf: URL(filePath: path))
            let header = withExtendedLifetime(index) { IndexHeader(reading: index.storage.bytes) }
            var random = SeededGenerator(state: 8)
            for section in header.sections.dropLast() where section.length > 0 {
                for value: UInt8 in [0, 0x7F, 0xFF] {
                    for _ in 0..<4 {
                        var bytes = [UInt8](sound)
                        let place = Int.random(in: 0..<section.length, using: &random) & ~3
                        for byte in place..<min(place + 4, section.length) {
                            bytes[section.offset + byte] = value
                        }
                        try Data(Self.sealed(bytes, header)).write(to: URL(filePath: path))
                        for checking in [SegmentIndex.Checking.everything, .asRead] {
                            guard let forged = try? SegmentIndex(contentsOf: path, checking: checking) else {
                                continue
                            }
                            for text in ["bạn, 12", "x 12", "ban  ban"] {
                                _ = try? forged.matches(of: query(text, 0.5))
                                _ = try? forged.matches(of: query(text, 0.2))
                            }
                            _ = forged.forOneThread().places(of: 0..<100)
                        }
                    }
                }
            }
        }
    }

    /// The bytes with the checksums that belong to them.
    private static func sealed(_ bytes: [UInt8], _ header: IndexHeader) -> [UInt8] {
        var bytes = bytes
        var header = header
        let end = header.sections[IndexSection.checksums.rawValue].offset
        bytes.withUnsafeMutableBytes { raw in
            for block in 0..<IndexHeader.blockCount(upTo: end) {
                let range = IndexHeader.block(block, upTo: end)
                let checksum = Checksum.of(
                    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(raw)[range]))
                raw.storeBytes(of: checksum.littleEndian, toByteOffset: end + 8 * block, as: UInt64.self)
            }
            header.checksum = Checksum.of(
                UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(raw)[end...]))
            header.write(to: raw)
        }
        return bytes
    }

    /// The file cut short at many lengths, made longer, empty, absent.
    @Test func lengths() throws {
        try inFolder { path in
            try SegmentIndex(candidates).write(to: path)
            let bytes = try Data(contentsOf: URL(filePath: path))
            var lengths =
                Array(stride(from: 0, to: bytes.count, by: 97)) + [IndexHeader.size, bytes.count - 1]
            lengths += [bytes.count - 64]
            for length in lengths {
                try bytes.prefix(length).write(to: URL(filePath: path))
                #expect(throws: IndexFileError.self, "length \(length)") {
                    try SegmentIndex(contentsOf: path)
                }
            }
            try (bytes + Data(count: 64)).write(to: URL(filePath: path))
            #expect(throws: IndexFileError.self) { try SegmentIndex(contentsOf: path) }
            try FileManager.default.removeItem(atPath: path)
            #expect { try SegmentIndex(contentsOf: path) } throws: {
                ($0 as? IndexFileError)?.code == .missing
            }
        }
    }
}
