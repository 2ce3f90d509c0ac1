public import TextFiles
internal import UnicodeText

/// The bytes of a whole document as UTF-8, so that places in it can be named and parts of it replaced.
public struct XMLBytes: Sendable {
    /// The document as UTF-8 without a byte order mark. Its declaration may name another encoding.
    public let utf8: [UInt8]
    /// Whether a byte order mark stood before it.
    public let hasMark: Bool
    /// Whether the file itself is in UTF-8, by its mark or declaration.
    public let isUTF8: Bool

    /// Decodes a file as ``XMLReader`` does.
    /// - Throws: `LathuError` with code `invalidData` where it names an unknown encoding or is not in it.
    public init(_ bytes: [UInt8], file: String? = nil) throws(LathuError) {
        hasMark = Charset.fromByteOrderMark(bytes) != nil
        let input = try XMLInput(ByteStream(bytes, file: file))
        var whole: [UInt8] = []
        while true {
            let piece = try input.next(1 << 20)
            if piece.isEmpty { break }
            whole += piece
        }
        isUTF8 = input.encoding == "UTF-8" && !input.isDecoded
        if input.encoding != "UTF-8", let charset = Charset(input.encoding) {
            whole = Array(try FileReading.decode(whole, file: file, charset: charset).text.utf8)
        }
        utf8 = whole
    }
}
