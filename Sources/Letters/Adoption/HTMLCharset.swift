internal import TextFiles
internal import UnicodeText

/// The charset of an HTML page: its byte order mark, what the user says, what the page says of itself in its
/// first 1024 bytes (HTML Living Standard, section 13.2.3.2), UTF-8.
enum HTMLCharset {
    private static let window = 1024

    static func decode(_ bytes: [UInt8], file: String, charset: Charset?) throws(LathuError) -> TextSource {
        try FileReading.decode(bytes, file: file, charset: charset ?? declared(in: bytes))
    }

    /// What stands after `charset=` in a `meta` element.
    static func declared(in bytes: [UInt8]) -> Charset? {
        let head = String(decoding: bytes.prefix(window).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
            .lowercased()
        var rest = head[...]
        while let meta = rest.firstRange(of: "<meta") {
            rest = rest[meta.upperBound...]
            let tag = rest.prefix { $0 != ">" }
            guard let mark = tag.firstRange(of: "charset") else { continue }
            let value = tag[mark.upperBound...].drop { " \t\n\r='\"".contains($0) }
            let name = value.prefix { !" \t\n\r;'\"/".contains($0) }
            if let charset = Charset(String(name)) { return charset }
        }
        return nil
    }
}
