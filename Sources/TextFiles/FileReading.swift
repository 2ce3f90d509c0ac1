public import UnicodeText

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Reads whole files as bytes and as text.
public enum FileReading {
    /// The name that stands for standard input.
    public static let standardInput = "-"

    /// The bytes of a file, or of standard input for `-`.
    /// - Parameter limit: how many there may be.
    /// - Throws: ``LathuError`` with code `noInput` where the file cannot be opened, `inputOutput` where
    ///   reading fails, `invalidData` where there are more bytes than the limit; no more are read then.
    public static func bytes(of path: String, limit: Int = .max) throws(LathuError) -> [UInt8] {
        let stream = try ByteStream(path: path)
        // One byte more than there is, so that the end is seen without another round.
        var size = stream.expectedSize + 1
        var bytes: [UInt8] = []
        while true {
            let part = try stream.read(max(1 << 16, min(size, limit == .max ? 1 << 30 : limit + 1, 1 << 30)))
            if part.isEmpty { return bytes }
            if bytes.isEmpty { bytes = part } else { bytes += part }
            if bytes.count > limit {
                throw LathuError(
                    .invalidData, "is larger than \(limit >> 20) MiB", at: SourceLocation(file: path),
                    hint: "split it")
            }
            size = 1 << 20
        }
    }

    /// The text of a file.
    ///
    /// A byte order mark decides the encoding; else the given charset; else the file must be UTF-8.
    /// - Parameter limit: how many bytes there may be.
    /// - Throws: ``LathuError`` with code `invalidData` and the offset of the first byte that is not
    ///   text in the encoding, or as ``bytes(of:limit:)``.
    public static func text(
        of path: String, charset: Charset? = nil, limit: Int = .max
    ) throws(LathuError) -> TextSource {
        try decode(bytes(of: path, limit: limit), file: path, charset: charset)
    }

    /// Decodes the bytes of a file as ``text(of:charset:)`` does.
    public static func decode(
        _ bytes: [UInt8], file: String?, charset: Charset? = nil
    ) throws(LathuError) -> TextSource {
        let mark = Charset.fromByteOrderMark(bytes)
        let encoding = mark?.charset ?? charset ?? .utf8
        let skipped = mark?.length ?? 0
        let body = skipped == 0 ? bytes : Array(bytes.dropFirst(skipped))
        let name = file == standardInput ? nil : file
        if encoding != .utf8, body.count > Charset.lengthLimit {
            throw LathuError(
                .invalidData, "is larger than \(Charset.lengthLimit >> 20) MiB in \(encoding)",
                at: SourceLocation(file: file), hint: "split it, or save it as UTF-8")
        }
        do {
            return TextSource(try encoding.decode(body), file: name)
        } catch {
            let before = TextSource(error.decoded)
            let place = before.location(utf8Offset: before.text.utf8.count)
            let byte = error.offset < body.count ? hexadecimal(body[error.offset]) : "the end"
            let advice =
                encoding == .utf8
                ? "if it is in another encoding, name it with --encoding: TCVN3 (ABC), VNI, VPS, VISCII or "
                    + "windows-1258, for instance; “lathu normalize” finds out which and turns the file into UTF-8"
                : "name another one with --encoding"
            throw LathuError(
                .invalidData,
                "is not \(encoding): \(byte) at byte offset \(error.offset + skipped) does not belong",
                at: SourceLocation(file: file, line: place.line, column: place.column), hint: advice)
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count == 1 ? "0" : "") + digits
    }

    static func message(_ code: Int32) -> String { String(cString: strerror(code)) }
}
