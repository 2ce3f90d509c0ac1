/// How the content of a part of a message travels through systems made for ASCII (RFC 2045, section 6).
struct TransferEncoding {
    /// `7bit`, `quoted-printable` or `base64`.
    let name: String
    /// Lines ended by CR LF.
    let lines: String

    private init(name: String, lines: String) {
        self.name = name
        self.lines = lines
    }

    /// Text with line feeds: as it is where it can be, else in the shorter of the two encodings.
    init(text: String) {
        let bytes = Array(text.utf8)
        let longestLine =
            text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(\.count).max() ?? 0
        // A line of “From ” or a dot alone means something to old mail systems.
        if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D && $0 != 0 }), longestLine <= 76,
            !text.hasPrefix("From "), !text.contains("\nFrom "), !text.contains("\n.\n")
        {
            self.init(name: "7bit", lines: String(decoding: Self.withNetworkLineEnds(bytes), as: UTF8.self))
            return
        }
        let encoded = bytes.reduce(0) { $0 + ($1 < 0x80 && $1 != 0x3D ? 1 : 3) }
        if encoded * 3 <= bytes.count * 4 {
            self.init(name: "quoted-printable", lines: QuotedPrintable.encode(bytes))
        } else {
            // The canonical form of text has CR LF (RFC 2046, section 4.1.1).
            self.init(bytes: Self.withNetworkLineEnds(bytes))
        }
    }

    /// Byte by byte: replacing in a string compares characters, which took a fifth of a message's time.
    private static func withNetworkLineEnds(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 32)
        for byte in bytes {
            if byte == 0x0A { result.append(0x0D) }
            result.append(byte)
        }
        return result
    }

    /// Any bytes.
    init(bytes: [UInt8]) {
        self.init(name: "base64", lines: Base64.encode(bytes, lineLength: 76))
    }
}

/// Base64 (RFC 4648, section 4).
enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The text; in lines ended by CR LF where a length is given.
    static func encode(_ bytes: [UInt8], lineLength: Int? = nil) -> String {
        let groups = (bytes.count + 2) / 3
        let groupsOfLine = lineLength.map { max(1, $0 / 4) } ?? max(1, groups)
        let lines = lineLength == nil ? 0 : (groups + groupsOfLine - 1) / groupsOfLine
        return String(unsafeUninitializedCapacity: 4 * groups + 2 * lines) { output in
            var count = 0
            func write(_ byte: UInt8) {
                output[count] = byte
                count += 1
            }
            bytes.withUnsafeBufferPointer { bytes in
                digits.withUnsafeBufferPointer { digits in
                    for group in 0..<groups {
                        let start = 3 * group, left = bytes.count - start
                        let second = left > 1 ? bytes[start + 1] : 0, third = left > 2 ? bytes[start + 2] : 0
                        write(digits[Int(bytes[start] >> 2)])
                        write(digits[Int(bytes[start] << 4 & 0x30 | second >> 4)])
                        write(left > 1 ? digits[Int(second << 2 & 0x3C | third >> 6)] : UInt8(ascii: "="))
                        write(left > 2 ? digits[Int(third & 0x3F)] : UInt8(ascii: "="))
                        if lineLength != nil, group + 1 == groups || (group + 1) % groupsOfLine == 0 {
                            write(0x0D)
                            write(0x0A)
                        }
                    }
                }
            }
            return count
        }
    }
}

/// Quoted-printable (RFC 2045, section 6.7).
enum QuotedPrintable {
    private static let longest = 76

    /// Lines ended by CR LF for text with line feeds.
    static func encode(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 3 / 2)
        var column = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A {
                result += [0x0D, 0x0A]
                column = 0
                index += 1
                continue
            }
            let isLast = index + 1 == bytes.count || bytes[index + 1] == 0x0A
            let isFrom = column == 0 && bytes[index...].starts(with: Array("From ".utf8))
            let isDot = column == 0 && byte == UInt8(ascii: ".")
            let isPlain =
                (0x21...0x7E).contains(byte) && byte != 0x3D && !isFrom && !isDot
                || (byte == 0x20 || byte == 0x09) && !isLast
            // The bytes of one character stay on one line, so that a line alone can be read.
            let length = isPlain ? 1 : 3 * (byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
            if column + length > longest - (isLast ? 0 : 1) {
                result += [UInt8(ascii: "="), 0x0D, 0x0A]
                column = 0
                continue
            }
            if isPlain {
                result.append(byte)
                column += 1
            } else {
                result.append(UInt8(ascii: "="))
                for digit in [byte >> 4, byte & 0xF] {
                    result.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") - 10 + digit)
                }
                column += 3
            }
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }
}
