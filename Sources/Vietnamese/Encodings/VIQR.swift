/// VIQR (RFC 1456): Vietnamese in ASCII. Marks are typed after the vowel, `dd` is đ, and a backslash takes the
/// next character for what it is.
enum VIQR {
    /// Marks of the letter: a( a^ e^ o^ o+ u+.
    private static func marked(_ base: UInt8, _ mark: UInt8) -> UInt8? {
        switch (Unicode.Scalar(base + 0x60), Unicode.Scalar(mark)) {
        case ("a", "("): Letter.aBreve
        case ("a", "^"): Letter.aCircumflex
        case ("e", "^"): Letter.eCircumflex
        case ("o", "^"): Letter.oCircumflex
        case ("o", "+"), ("o", "*"): Letter.oHorn
        case ("u", "+"), ("u", "*"): Letter.uHorn
        default: nil
        }
    }

    private static func tone(_ mark: UInt8) -> Tone? {
        switch Unicode.Scalar(mark) {
        case "`": .grave
        case "?": .hook
        case "~": .tilde
        case "'": .acute
        case ".": .dot
        default: nil
        }
    }

    private static let backslash = UInt8(ascii: "\\")

    private static func letter(_ byte: UInt8) -> Letter? { byte < 0x80 ? Letter(Unicode.Scalar(byte)) : nil }

    /// Appends what the bytes say; the offset of the first byte that is no ASCII, or nil.
    static func decode(_ bytes: [UInt8], into text: inout String.UnicodeScalarView) -> Int? {
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            guard byte < 0x80 else { return place }
            place += 1
            if byte == backslash, place < bytes.count, bytes[place] < 0x80 {
                text.append(Unicode.Scalar(bytes[place]))
                place += 1
                continue
            }
            guard var letter = letter(byte), letter.isVowel || letter.code == Letter.ascii("d") else {
                text.append(Unicode.Scalar(byte))
                continue
            }
            let next = place < bytes.count ? bytes[place] : 0
            if letter.code == Letter.ascii("d") {
                // dd, DD and Dd; dD is nobody's đ.
                guard next == byte || byte == UInt8(ascii: "D") && next == UInt8(ascii: "d") else {
                    text.append(Unicode.Scalar(byte))
                    continue
                }
                letter.code = Letter.dStroke
                place += 1
            } else {
                if let code = marked(letter.code, next) {
                    letter.code = code
                    place += 1
                }
                if place < bytes.count, let tone = tone(bytes[place]) {
                    letter.tone = tone
                    place += 1
                }
            }
            if let scalar = letter.scalar { text.append(scalar) }
        }
        return nil
    }

    /// The bytes of a letter.
    private static func bytes(_ letter: Letter) -> [UInt8] {
        func typed(_ base: Unicode.Scalar, _ mark: String) -> [UInt8] {
            let base = UInt8(base.value)
            return [letter.isUpper ? base - 0x20 : base] + mark.utf8
        }
        var bytes: [UInt8]
        switch letter.code {
        case Letter.aBreve: bytes = typed("a", "(")
        case Letter.aCircumflex: bytes = typed("a", "^")
        case Letter.eCircumflex: bytes = typed("e", "^")
        case Letter.oCircumflex: bytes = typed("o", "^")
        case Letter.oHorn: bytes = typed("o", "+")
        case Letter.uHorn: bytes = typed("u", "+")
        case Letter.dStroke: return typed("d", letter.isUpper ? "D" : "d")
        default: bytes = typed(Unicode.Scalar(letter.code + 0x60), "")
        }
        let tones: [Tone: String] = [.grave: "`", .hook: "?", .tilde: "~", .acute: "'", .dot: "."]
        if let mark = tones[letter.tone] { bytes += mark.utf8 }
        return bytes
    }

    /// Appends the bytes of text in NFC; the offset in scalars of the first character that VIQR lacks, or nil.
    static func encode(_ text: String, into result: inout [UInt8]) -> Int? {
        // The letter just written, as long as a mark would still be read as its own.
        var open: Letter?
        for (offset, scalar) in text.unicodeScalars.enumerated() {
            if let letter = Letter(scalar) {
                if open?.code == Letter.ascii("d"), letter.code == Letter.ascii("d"),
                    open?.isUpper == true || !letter.isUpper
                {
                    result.append(backslash)
                }
                result += bytes(letter)
                open =
                    letter.isVowel && letter.tone == .level || letter.code == Letter.ascii("d") ? letter : nil
                continue
            }
            guard scalar.isASCII else { return offset }
            let byte = UInt8(scalar.value)
            let wouldBeRead = open.map { letter in
                letter.isVowel && (tone(byte) != nil || marked(letter.code, byte) != nil)
            }
            if byte == backslash || wouldBeRead == true { result.append(backslash) }
            result.append(byte)
            open = nil
        }
        return nil
    }
}
