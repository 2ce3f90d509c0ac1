internal import TextFiles

/// Finds in a style sheet what would load something, run something, or end the style.
struct StyleCheck {
    let problems: [Diagnostic]

    init(_ source: TextSource) {
        problems = Self.problems(in: source.text) { source.location(utf8Offset: $0) }
    }

    private static let loading: [(pattern: [UInt8], hint: String)] = [
        (Array("@import".utf8), "put that style in here"),
        (Array("url(".utf8), "put what it names in here, as a data: address"),
        (Array("image-set(".utf8), "name one data: address with url()"),
        (Array("src(".utf8), "name a data: address with url()"),
        (Array("expression(".utf8), "take it out"),
    ]
    private static let end = Array("</style".utf8)

    /// What is wrong with a piece of CSS (CSS Syntax Level 3, section 4): strings and comments hold nothing
    /// that counts. The place of each problem by its offset in UTF-8.
    static func problems(in css: String, at place: (Int) -> SourceLocation) -> [Diagnostic] {
        let bytes = css.utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
        var found: [Diagnostic] = []
        func stands(_ pattern: [UInt8], at index: Int) -> Bool {
            index + pattern.count <= bytes.count
                && bytes[index..<index + pattern.count].elementsEqual(pattern)
        }
        func report(_ message: String, _ index: Int, _ hint: String) {
            found.append(Diagnostic(message, at: place(index), hint: hint))
        }
        var quote: UInt8?
        var isComment = false
        var index = 0
        while index < bytes.count {
            defer { index += 1 }
            let byte = bytes[index]
            // HTML ends the style wherever this stands.
            if stands(end, at: index) {
                report("the style sheet ends the style of the page", index, "take “</style” out")
            }
            if isComment {
                if byte == UInt8(ascii: "/"), index > 0, bytes[index - 1] == UInt8(ascii: "*") {
                    isComment = false
                }
            } else if let open = quote {
                if byte == UInt8(ascii: "\\") {
                    index += 1
                } else if byte == open || byte == 0x0A {
                    quote = nil
                }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "/"), index + 1 < bytes.count,
                bytes[index + 1] == UInt8(ascii: "*")
            {
                isComment = true
                index += 1
            } else if byte == UInt8(ascii: "\\") {
                report("an escape could hide what a style does", index, "write the character itself")
            } else if let (pattern, hint) = loading.first(where: { stands($0.pattern, at: index) }) {
                let rest = bytes[(index + pattern.count)...].drop { " \t\n\r\"'".utf8.contains($0) }
                if pattern == Array("url(".utf8), rest.starts(with: Array("data:".utf8)) { continue }
                report("a letter loads nothing from elsewhere", index, hint)
            }
        }
        return found
    }
}
