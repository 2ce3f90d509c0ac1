/// Takes a PO file apart into keywords, strings and comments.
///
/// As in gettext's reader, line ends separate only inside comments and strings: a whole entry may stand
/// on one line.
struct POLexer {
    private let bytes: [UInt8]
    private var position = 0
    private var tokens: [POToken] = []
    private var problems = POProblems()
    private var isObsolete = false
    private var isPrevious = false
    private var lineHasToken = true
    private var isAfterBlankLine = false

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func tokens(of bytes: [UInt8]) -> (tokens: [POToken], problems: POProblems) {
        var lexer = POLexer(bytes)
        lexer.run()
        return (lexer.tokens, lexer.problems)
    }

    private mutating func run() {
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case 0x0A:
                if !lineHasToken { isAfterBlankLine = true }
                lineHasToken = false
                isObsolete = false
                isPrevious = false
                position += 1
            case 0x20, 0x09, 0x0B, 0x0C, 0x0D: position += 1
            case UInt8(ascii: "#"): readHash()
            case UInt8(ascii: "\""): readString()
            case UInt8(ascii: "a")...UInt8(ascii: "z"): readWord()
            default: readJunk(from: position)
            }
        }
    }

    private mutating func add(_ kind: POToken.Kind, from start: Int) {
        tokens.append(
            POToken(
                kind: kind, range: start..<position, isObsolete: isObsolete, isPrevious: isPrevious,
                isAfterBlankLine: isAfterBlankLine))
        isAfterBlankLine = false
        lineHasToken = true
    }

    private func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// The end of the line without its line end; some files have several CR before the LF.
    private func lineEnd(from start: Int) -> Int {
        var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        while end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }

    private mutating func readHash() {
        let start = position
        lineHasToken = true
        switch byte(at: start + 1) {
        case UInt8(ascii: "~") where !isObsolete:
            isObsolete = true
            position += 2
            if byte(at: position) == UInt8(ascii: "|") {
                isPrevious = true
                position += 1
            }
        case UInt8(ascii: "|") where !isPrevious:
            isPrevious = true
            position += 2
        case UInt8(ascii: "."): readComment(.extracted, mark: 2)
        case UInt8(ascii: ":"): readComment(.references, mark: 2)
        case UInt8(ascii: ","): readComment(.flags, mark: 2)
        default: readComment(.translator, mark: 1)
        }
    }

    private mutating func readComment(_ kind: POToken.Comment, mark: Int) {
        let start = position
        position = lineEnd(from: start)
        var content = start + mark
        if byte(at: content) == 0x20, content < position { content += 1 }
        add(.comment(kind, content..<position), from: start)
    }

    private mutating func readString() {
        let start = position
        position += 1
        while let byte = byte(at: position) {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                add(.string(start + 1..<position - 1), from: start)
                return
            case UInt8(ascii: "\\") where position + 1 < bytes.count:
                // A backslash before the line end joins two lines.
                let isJoint = bytes[position + 1] == 0x0D && self.byte(at: position + 2) == 0x0A
                position += isJoint ? 3 : 2
            case 0x0A:
                return endUnterminated(start)
            default:
                position += 1
            }
        }
        endUnterminated(start)
    }

    private mutating func endUnterminated(_ start: Int) {
        position = max(start + 1, lineEnd(from: start))
        problems.report(
            "the string that starts here has no closing quote", at: start,
            hint: "end it with \" on its own line; write a quote inside a text as \\\" and a line end as \\n")
        add(.junk, from: start)
    }

    private mutating func readWord() {
        let start = position
        while let byte = byte(at: position), Self.isWordByte(byte) { position += 1 }
        switch String(decoding: bytes[start..<position], as: UTF8.self) {
        case "msgctxt": add(.keyword(.context), from: start)
        case "msgid": add(.keyword(.source), from: start)
        case "msgid_plural": add(.keyword(.plural), from: start)
        case "domain": add(.keyword(.domain), from: start)
        case "msgstr": readTranslationKeyword(start)
        default: readJunk(from: start)
        }
    }

    private mutating func readTranslationKeyword(_ start: Int) {
        let afterWord = position
        skipSpaces()
        guard byte(at: position) == UInt8(ascii: "[") else {
            position = afterWord
            return add(.keyword(.translation(nil)), from: start)
        }
        let bracket = position
        position += 1
        skipSpaces()
        let first = position
        while let byte = byte(at: position), byte >= 0x30, byte <= 0x39 { position += 1 }
        let number = Int(String(decoding: bytes[first..<position], as: UTF8.self))
        skipSpaces()
        guard let number, byte(at: position) == UInt8(ascii: "]") else {
            problems.report(
                "the number of a plural form is expected in brackets", at: bracket, hint: "as in msgstr[0]")
            position = lineEnd(from: bracket)
            return add(.junk, from: start)
        }
        position += 1
        add(.keyword(.translation(number)), from: start)
    }

    private mutating func skipSpaces() {
        while let byte = byte(at: position), byte == 0x20 || byte == 0x09 { position += 1 }
    }

    /// One report for the rest of the line: what follows a stray word is rarely meant as it looks.
    private mutating func readJunk(from start: Int) {
        var end = lineEnd(from: start)
        if let space = bytes[start..<end].firstIndex(where: { $0 <= 0x20 || $0 == UInt8(ascii: "\"") }) {
            end = max(space, start + 1)
        }
        position = end
        problems.report(
            "“\(String(decoding: bytes[start..<end].prefix(40), as: UTF8.self))” is neither a keyword nor "
                + "inside quotes",
            at: start, hint: "expected msgctxt, msgid, msgid_plural, msgstr, a \"string\" or a # comment")
        position = max(end, lineEnd(from: start))
        add(.junk, from: start)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
