/// A parameter of a field whose value need not be ASCII (RFC 2231).
enum MailParameter {
    private static let longest = 70

    /// The parameter in ASCII for old programs, then as it should be, in as many pieces as lines need.
    static func lines(_ name: String, _ value: String, plain: String) -> [String] {
        let value = EncodedWords.onOneLine(value).replacing("/", with: "-").replacing("\\", with: "-")
        var pieces: [String] = [""]
        for character in value {
            let encoded = character.utf8.map { byte in
                let isPlain =
                    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20) && byte < 0x80
                    || "-._~".utf8.contains(byte)
                return isPlain ? String(Unicode.Scalar(byte)) : "%" + Hexadecimal.digits(byte)
            }.joined()
            let room = longest - name.utf8.count - 8 - (pieces.count == 1 ? 7 : 0)
            if pieces[pieces.count - 1].utf8.count + encoded.utf8.count > room { pieces.append("") }
            pieces[pieces.count - 1] += encoded
        }
        let first = "\(name)=\"\(plain)\";"
        if pieces.count == 1 { return [first, "\(name)*=UTF-8''\(pieces[0])"] }
        return [first]
            + pieces.enumerated().map { index, piece in
                let charset = index == 0 ? "UTF-8''" : ""
                return "\(name)*\(index)*=\(charset)\(piece)\(index + 1 < pieces.count ? ";" : "")"
            }
    }
}
