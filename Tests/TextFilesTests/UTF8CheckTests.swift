import Foundation
import TestSupport
import Testing
import TextFiles

@Suite struct UTF8CheckTests {
    /// Characters of every length across the ends of the pieces in which a file is read.
    @Test func piecesEndAnywhere() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/text"
            for character in ["a", "é", "ế", "😀"] {
                for shift in 0..<5 {
                    let text =
                        String(repeating: "x", count: shift) + String(repeating: character, count: 600_000)
                    try Data(text.utf8).write(to: URL(filePath: path))
                    #expect(try UTF8Check.passes(path), "\(character) \(shift)")
                }
            }
        }
    }

    @Test(
        arguments: [
            ([], true), (Array("Quyền con người\n".utf8), true), ([0x61, 0xC3], false), ([0xFF], false),
            ([0x80], false), ([0x61, 0xE1, 0xBA], false), ([0xC0, 0x80], false), ([0xED, 0xA0, 0x80], false),
            ([0xF4, 0x90, 0x80, 0x80], false), ([0xEF, 0xBF, 0xBD], true), ([0xEF, 0xBB, 0xBF, 0x61], true),
        ] as [([UInt8], Bool)])
    func wellFormed(_ bytes: [UInt8], _ expected: Bool) throws {
        try withTemporaryFolder { folder in
            for padding in [0, (1 << 20) - 1, 1 << 20] {
                let path = folder + "/text"
                try Data([UInt8](repeating: 0x20, count: padding) + bytes).write(to: URL(filePath: path))
                #expect(try UTF8Check.passes(path) == expected, "\(padding)")
            }
        }
    }
}
