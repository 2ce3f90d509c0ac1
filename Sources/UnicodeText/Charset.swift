import CICU

/// A character encoding that ICU can decode: UTF-8, UTF-16, windows-1258 and some two hundred more.
public struct Charset: Hashable, Sendable, CustomStringConvertible {
    /// The charset's IANA name where it has one.
    public let name: String

    /// The charset of this name or alias, or nil where ICU has none.
    public init?(_ name: String) {
        guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let canonical = cicu_charset_canonical_name(name)
        else { return nil }
        self.name = String(cString: canonical)
    }

    private init(canonical: String) { name = canonical }

    /// UTF-8, the encoding of everything Lathu writes.
    public static let utf8 = Charset(canonical: "UTF-8")
    /// UTF-16 with a byte order mark.
    public static let utf16 = Charset(canonical: "UTF-16")

    /// The charset's name.
    public var description: String { name }

    /// Bytes that are not text in the charset.
    public struct DecodingError: Error, Equatable {
        /// The charset that was tried.
        public let charset: Charset
        /// The 0-based offset of the first byte that does not belong.
        public let offset: Int
        /// The text before it.
        public let decoded: String
    }

    /// The charset that a byte order mark names, with the length of the mark in bytes.
    public static func fromByteOrderMark(_ bytes: some Collection<UInt8>) -> (charset: Charset, length: Int)?
    {
        let head = Array(bytes.prefix(4))
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head.starts(with: [0xFF, 0xFE, 0, 0]) { return (Charset(canonical: "UTF-32LE"), 4) }
        if head.starts(with: [0, 0, 0xFE, 0xFF]) { return (Charset(canonical: "UTF-32BE"), 4) }
        if head.starts(with: [0xFF, 0xFE]) { return (Charset(canonical: "UTF-16LE"), 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (Charset(canonical: "UTF-16BE"), 2) }
        return nil
    }

    /// More bytes are not decoded, but for UTF-8: ICU counts in 32 bits.
    public static let lengthLimit = 256 << 20

    /// Decodes bytes strictly: nothing is replaced or skipped.
    ///
    /// Windows-1258 and its kin write a vowel and its tone as two characters; ask for
    /// ``Swift/String/nfc`` of the result.
    /// - Throws: ``DecodingError`` with the offset of the first malformed byte; with ``lengthLimit`` where there are
    ///   more bytes than that and they are not UTF-8.
    public func decode(_ bytes: [UInt8]) throws(DecodingError) -> String {
        if self == .utf8 { return try decodeUTF8(bytes) }
        if bytes.count > Self.lengthLimit {
            throw DecodingError(charset: self, offset: Self.lengthLimit, decoded: "")
        }
        // No charset that ICU converts gives more than three UTF-16 units for a byte.
        var units = [UInt16](repeating: 0, count: bytes.count * 3 + 8)
        var consumed: Int32 = 0
        var status: Int32 = 0
        let written = cicu_decode(
            name, bytes, Int32(bytes.count), &units, Int32(units.count), &consumed, &status)
        let text = String(decoding: units.prefix(Int(written)), as: UTF16.self)
        if status > 0 { throw DecodingError(charset: self, offset: Int(consumed), decoded: text) }
        return text
    }

    private func decodeUTF8(_ bytes: [UInt8]) throws(DecodingError) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        // Strictly invalid: ICU says where, of the piece that is. Surrogates and overlong forms count as malformed
        // there too.
        var start = 0
        while start < bytes.count {
            let end = Self.characterEnd(in: bytes, near: start + Self.pieceLength)
            let piece = Array(bytes[start..<end])
            if String(validating: piece, as: UTF8.self) == nil {
                var units = [UInt16](repeating: 0, count: piece.count + 8)
                var consumed: Int32 = 0
                var status: Int32 = 0
                _ = cicu_decode(
                    name, piece, Int32(piece.count), &units, Int32(units.count), &consumed, &status)
                start += Int(consumed)
                break
            }
            start = end
        }
        throw DecodingError(
            charset: self, offset: start, decoded: String(decoding: bytes[..<start], as: UTF8.self))
    }

    private static let pieceLength = 1 << 20

    /// The end of a character of UTF-8 at an offset or a little after it.
    private static func characterEnd(in bytes: [UInt8], near offset: Int) -> Int {
        var end = min(offset, bytes.count)
        while end < bytes.count, end < offset + 4, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }
}
