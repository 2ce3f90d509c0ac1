internal import UnicodeText

/// Writes strings as YAML 1.2 scalars that YAML 1.1 readers take for strings too.
enum YAMLScalar {
    private static let indicators: Set<Unicode.Scalar> = [
        "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "=",
        "<", "~",
    ]
    private static let reserved: Set<String> = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan", "...",
    ]

    /// The text plain where it reads back as the same string, else in double quotes.
    static func write(_ text: String) -> String { needsQuotes(text) ? quoted(text) : text }

    private static func needsQuotes(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return true }
        if indicators.contains(first) || first.isWhiteSpace || last.isWhiteSpace || last == ":" {
            return true
        }
        if reserved.contains(text.lowercased()) || text.hasPrefix("...") { return true }
        // Numbers, dates and times of day.
        if first.value <= 0x39, text.unicodeScalars.allSatisfy({ isNumberPart($0) }) { return true }
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if needsEscape(scalar) || previous == ":" && scalar.isWhiteSpace
                || previous.isWhiteSpace && scalar == "#"
            {
                return true
            }
            previous = scalar
        }
        return false
    }

    private static func isNumberPart(_ scalar: Unicode.Scalar) -> Bool {
        asciiDigit(scalar) != nil || "+-.,:_ abcdefxotzABCDEFXOTZinfINF".unicodeScalars.contains(scalar)
    }

    private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        scalar.category == .control || [0x2028, 0x2029, 0xFEFF].contains(scalar.value)
            || scalar.value & 0xFFFE == 0xFFFE
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where needsEscape(scalar):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let width = scalar.value > 0xFFFF ? 8 : 4
                let zeros = String(repeating: "0", count: max(0, width - digits.count))
                result += (width == 8 ? "\\U" : "\\u") + zeros + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
