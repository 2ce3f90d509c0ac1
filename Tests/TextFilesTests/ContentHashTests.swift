import CHash
import Foundation
import TestSupport
import Testing
import TextFiles

@Suite struct ContentHashTests {
    /// The examples of FIPS 180-4.
    @Test func knownHashes() {
        let table = [
            "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq":
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        ]
        for (text, hash) in table { #expect(ContentHash.of(Array(text.utf8)) == hash) }
        let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(ContentHash.of(million) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    /// With the processor's own instructions and without.
    @Test func bothWaysAreTheSame() {
        var random = SeededGenerator(state: 7)
        for blocks in 0..<30 {
            let bytes = (0..<64 * blocks).map { _ in UInt8.random(in: 0...255, using: &random) }
            var state = (0..<8).map { _ in UInt32.random(in: 0 ... .max, using: &random) }
            var portable = state
            chash_sha256(&state, bytes, blocks)
            chash_sha256_portable(&portable, bytes, blocks)
            #expect(state == portable, "\(blocks) blocks")
        }
    }

    @Test func piecesMakeTheSameAsTheWhole() {
        let bytes = (0..<300).map { UInt8($0 & 255) }
        for length in [0, 1, 55, 56, 63, 64, 65, 127, 128, 129, 300] {
            let whole = ContentHash.of(Array(bytes[..<length]))
            for step in [1, 7, 63, 64, 65] {
                var hash = ContentHash()
                for start in stride(from: 0, to: length, by: step) {
                    hash.append(Array(bytes[start..<min(start + step, length)]))
                }
                #expect(hash.hexadecimal == whole, "\(length) by \(step)")
            }
        }
        var left = ContentHash(), right = ContentHash()
        for text in ["ab", "c"] { left.append(text) }
        for text in ["a", "bc"] { right.append(text) }
        #expect(left.hexadecimal != right.hexadecimal)
    }

    @Test func stagedFilesAreAllThereOrNone() throws {
        try withTemporaryFolder { folder in
            let root = folder + "/out"
            let first = StagedFiles(root: root)
            try first.add(Array("một".utf8), at: "a/b/vi.txt")
            #expect(!FilePath.exists(root + "/a"))
            first.discard()
            #expect(FilePath.names(in: root) == [])
            let second = StagedFiles(root: root)
            for number in 0..<50 {
                try second.add(Array("\(number)".utf8), at: "\(number % 7)/\(number).txt")
            }
            try second.commit()
            #expect(FilePath.names(in: root) == ["0", "1", "2", "3", "4", "5", "6"])
            #expect(try FileReading.text(of: root + "/6/48.txt").text == "48")
            let third = StagedFiles(root: root)
            #expect(throws: LathuError.self) { try third.add([], at: "6") }
            // What a killed run left behind goes with the next one.
            try FileWriting.write("x", to: root + "/.staging-999999999-1/0")
            _ = StagedFiles(root: root)
            #expect(!FilePath.exists(root + "/.staging-999999999-1"))
        }
    }

    /// What is given up leaves no folder that was not there before.
    @Test func foldersGoWithWhatIsGivenUp() throws {
        try withTemporaryFolder { folder in
            for path in ["build/letters", "other/"] {
                do {
                    let staged = StagedFiles(root: "\(folder)/\(path)")
                    try staged.add([1], at: "a/b.txt")
                }
                #expect(FilePath.names(in: folder).isEmpty, "\(FilePath.names(in: folder))")
            }
            try FileWriting.write("x", to: folder + "/build/x")
            do {
                let staged = StagedFiles(root: folder + "/build/letters")
                try staged.add([1], at: "a/b.txt")
            }
            #expect(FilePath.names(in: folder + "/build") == ["x"])
            let kept = StagedFiles(root: folder + "/build/letters")
            try kept.add([1], at: "a/b.txt")
            try kept.commit()
            #expect(FilePath.exists(folder + "/build/letters/a/b.txt"))
        }
    }
}
