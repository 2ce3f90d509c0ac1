import UnicodeText

/// A text read from one string or more that stand one after another, with their escapes resolved.
///
/// Octal and hexadecimal escapes give bytes of the file's charset, not characters: `\303\251` is `é` in a
/// UTF-8 file, even where the two stand in two strings.
struct POText {
    private let charset: Charset
    private var utf8: [UInt8] = []
    /// Bytes from escapes that are not decoded yet, with the place of the first.
    private var pending: [UInt8] = []
    private var pendingOffset = 0
    /// How many strings were added.
    private(set) var stringCount = 0

    init(charset: Charset) { self.charset = charset }

    /// Adds what stands between two quotes.
    mutating func append(_ bytes: [UInt8], _ range: Range<Int>, _ problems: inout POProblems) {
        stringCount += 1
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = bytes[position]
            if byte != UInt8(ascii: "\\") {
                if !pending.isEmpty { flush(&problems) }
                utf8.append(byte)
                position += 1
                continue
            }
            let start = position
            position += 2
            guard start + 1 < range.upperBound else { break }
            let escaped = bytes[start + 1]
            if let plain = POEscape.byte(for: escaped) {
                flush(&problems)
                utf8.append(plain)
            } else if escaped == 0x0A {
                continue
            } else if escaped == 0x0D, position < range.upperBound, bytes[position] == 0x0A {
                position += 1
            } else if let octal = POEscape.digit(escaped), octal < 8 {
                var value = octal
                while position < min(start + 4, range.upperBound),
                    let digit = POEscape.digit(bytes[position]),
                    digit < 8
                {
                    value = value << 3 | digit
                    position += 1
                }
                add(UInt8(truncatingIfNeeded: value), from: start, &problems)
            } else if escaped == UInt8(ascii: "x"), position < range.upperBound,
                var value = POEscape.digit(bytes[position])
            {
                position += 1
                // C takes all the digits there are, and so does gettext.
                while position < range.upperBound, let digit = POEscape.digit(bytes[position]) {
                    value = (value << 4 | digit) & 0xFF
                    position += 1
                }
                add(UInt8(value), from: start, &problems)
            } else {
                problems.report(
                    "unknown escape \(Self.shown(bytes, from: start))", at: start,
                    hint: "write a backslash as \\\\; \\n \\t \\r \\\" \\a \\b \\f \\v, \\NNN and \\xHH exist"
                )
            }
        }
    }

    /// The text; nothing can be added after.
    mutating func finish(_ problems: inout POProblems) -> String {
        flush(&problems)
        return String(decoding: utf8, as: UTF8.self)
    }

    private mutating func add(_ byte: UInt8, from offset: Int, _ problems: inout POProblems) {
        if byte < 0x80 {
            flush(&problems)
            utf8.append(byte)
        } else {
            if pending.isEmpty { pendingOffset = offset }
            pending.append(byte)
        }
    }

    private mutating func flush(_ problems: inout POProblems) {
        guard !pending.isEmpty else { return }
        if let text = try? charset.decode(pending) {
            utf8 += Array(text.utf8)
        } else {
            problems.report("the escaped bytes from here are no text in \(charset)", at: pendingOffset)
        }
        pending = []
    }

    private static func shown(_ bytes: [UInt8], from start: Int) -> String {
        String(String(decoding: bytes[start..<min(start + 6, bytes.count)], as: UTF8.self).prefix(2))
    }
}

/// Escapes of one letter.
enum POEscape {
    /// The byte that a letter after a backslash stands for.
    static func byte(for letter: UInt8) -> UInt8? { pairs.first { $0.letter == letter }?.byte }

    /// A scalar as it is written between quotes; nil where it stands for itself.
    static func text(for scalar: Unicode.Scalar) -> String? {
        if let pair = pairs.first(where: { UInt32($0.byte) == scalar.value }) {
            return "\\" + String(Unicode.Scalar(pair.letter))
        }
        guard scalar.value < 0x20 || scalar.value == 0x7F else { return nil }
        let digits = String(scalar.value, radix: 8)
        return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }

    /// A text as it is written between quotes.
    static func quoted(_ text: String) -> String {
        text.unicodeScalars.map { self.text(for: $0) ?? String($0) }.joined()
    }

    /// The value of a hexadecimal digit.
    static func digit(_ byte: UInt8) -> Int? { Character(Unicode.Scalar(byte)).hexDigitValue }

    private static let pairs: [(letter: UInt8, byte: UInt8)] = [
        (UInt8(ascii: "n"), 0x0A), (UInt8(ascii: "t"), 0x09), (UInt8(ascii: "r"), 0x0D),
        (UInt8(ascii: "\""), 0x22), (UInt8(ascii: "\\"), 0x5C), (UInt8(ascii: "a"), 0x07),
        (UInt8(ascii: "b"), 0x08), (UInt8(ascii: "f"), 0x0C), (UInt8(ascii: "v"), 0x0B),
    ]
}
