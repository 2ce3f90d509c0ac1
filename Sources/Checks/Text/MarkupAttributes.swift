/// The attributes of a tag that stands in text.
enum MarkupAttributes {
    /// Their names, sorted; values are passed over, whether they stand between quotation marks, braces (JSX) or alone.
    static func names(of tag: String) -> [String] {
        var names: [String] = []
        var name = ""
        var quote: Character?
        var depth = 0
        var isFirst = true
        func finish(_ hasValue: Bool) {
            defer { name = "" }
            guard !name.isEmpty else { return }
            if isFirst { isFirst = false } else if hasValue { names.append(name) }
        }
        var isValue = false
        for character in tag.dropFirst().dropLast() {
            if let open = quote {
                if character == open { quote = nil }
                continue
            }
            switch character {
            case "\"", "'": quote = character
            case "{": depth += 1
            case "}": depth -= 1
            case _ where depth > 0: continue
            case "=":
                finish(true)
                isValue = true
            case _ where character.isWhitespace:
                if !isValue { finish(false) }
                isValue = false
            default: if !isValue { name.append(character) }
            }
        }
        return names.sorted()
    }
}
