/// The head of a message or of a part of one (RFC 5322, section 2.2).
struct MailHeader {
    /// Lines of at most this many characters where they can be broken (RFC 5322, section 2.1.1).
    static let width = 76

    /// The lines, each ended by CR LF.
    private(set) var text = ""

    /// A field of words, encoded where they are not ASCII.
    mutating func add(_ name: String, text value: String) {
        fold(name, EncodedWords(value, room: Self.width - name.utf8.count - 2).words)
    }

    /// A field whose value needs no encoding; its parts can stand on lines of their own.
    mutating func add(_ name: String, parts: [String]) { fold(name, parts) }

    /// A field of mailboxes.
    mutating func add(_ name: String, _ addresses: [MailAddress]) {
        guard !addresses.isEmpty else { return }
        var parts: [String] = []
        for (index, address) in addresses.enumerated() {
            let end = index + 1 < addresses.count ? "," : ""
            if let display = address.name {
                parts += Self.phrase(display)
                parts.append("<\(address.address)>\(end)")
            } else {
                parts.append(address.address + end)
            }
        }
        fold(name, parts)
    }

    /// A name before an address: atoms, a quoted string, or encoded words (RFC 5322, section 3.2).
    private static func phrase(_ name: String) -> [String] {
        let name = EncodedWords.onOneLine(name)
        let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
        guard isASCII, !name.contains("=?"), name.utf8.count < 60 else {
            return EncodedWords(name, room: 60, isForced: true).words
        }
        let isPlain = name.utf8.allSatisfy { byte in
            byte == 0x20 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20)
                || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
        if isPlain { return name.split(separator: " ").map(String.init) }
        let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return ["\"\(quoted)\""]
    }

    private mutating func fold(_ name: String, _ parts: [String]) {
        var line = "\(name):"
        for part in parts {
            if line.utf8.count + 1 + part.utf8.count > Self.width, line != "\(name):" {
                text += line + "\r\n"
                line = ""
            }
            line += " " + part
        }
        text += line + "\r\n"
    }
}
