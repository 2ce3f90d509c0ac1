internal import UnicodeText

/// The way into windows-1258; the way out of it is ICU's.
enum Windows1258 {
    /// Every byte that is a character by itself.
    private static let bytes: [UInt32: UInt8] = {
        var table: [UInt32: UInt8] = [:]
        guard let charset = Charset("windows-1258") else { return table }
        for byte in UInt8.min ... .max {
            guard let scalars = try? charset.decode([byte]).unicodeScalars, let scalar = scalars.first,
                scalars.count == 1
            else { continue }
            table[scalar.value] = byte
        }
        return table
    }()

    /// A letter that has no byte is its vowel and the combining tone.
    static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) -> Bool {
        if let byte = bytes[scalar.value] {
            result.append(byte)
            return true
        }
        guard var letter = Letter(scalar), let mark = letter.tone.mark, let tone = bytes[mark.value] else {
            return false
        }
        letter.tone = .level
        guard let base = letter.scalar, let byte = bytes[base.value] else { return false }
        result += [byte, tone]
        return true
    }
}
