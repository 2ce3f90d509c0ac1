#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Tells quickly whether a file is UTF-8.
public enum UTF8Check {
    private static let pieceSize = 1 << 20

    /// Whether all of a file is well-formed UTF-8.
    /// - Throws: ``LathuError`` where it cannot be read.
    public static func passes(_ path: String) throws(LathuError) -> Bool {
        let stream = try ByteStream(path: path)
        var rest: [UInt8] = []
        while true {
            let piece = try stream.read(pieceSize)
            if piece.isEmpty { return isValid(rest[...]) }
            let bytes = rest.isEmpty ? piece : rest + piece
            let end = lastBoundary(bytes)
            guard isValid(bytes[..<end]) else { return false }
            rest = Array(bytes[end...])
        }
    }

    /// Where the last character starts: it may go on in the next piece.
    private static func lastBoundary(_ bytes: [UInt8]) -> Int {
        var end = bytes.count
        // A character has three bytes after the first at most.
        while end > 0, bytes.count - end < 4 {
            end -= 1
            if bytes[end] & 0xC0 != 0x80 { return end }
        }
        return bytes.count
    }

    private static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool { text(bytes) != nil }

    /// The text of some bytes; nil where they are not well-formed UTF-8.
    public static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        // Decoding repairs what is malformed: then the bytes differ.
        var text = String(decoding: bytes, as: UTF8.self)
        let isValid = text.withUTF8 { decoded in
            bytes.withUnsafeBytes { bytes in
                guard bytes.count == decoded.count else { return false }
                guard let left = bytes.baseAddress, let right = decoded.baseAddress else { return true }
                return memcmp(left, right, bytes.count) == 0
            }
        }
        return isValid ? text : nil
    }
}
