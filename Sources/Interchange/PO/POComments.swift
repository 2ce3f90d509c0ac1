import UnicodeText

/// The references of a `#:` comment.
enum POReference {
    // A file name with spaces stands between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
    private static let opening: Unicode.Scalar = "\u{2068}"
    private static let closing: Unicode.Scalar = "\u{2069}"

    /// The references in a line.
    static func list(in line: String) -> [String] {
        var result: [String] = []
        var word = ""
        var isIsolated = false
        for scalar in line.unicodeScalars {
            if scalar == opening {
                isIsolated = true
            } else if scalar == closing {
                isIsolated = false
            } else if !isIsolated, scalar == " " || scalar == "\t" {
                if !word.isEmpty { result.append(word) }
                word = ""
            } else {
                word.unicodeScalars.append(scalar)
            }
        }
        if !word.isEmpty { result.append(word) }
        return result
    }

    /// A reference as it is written.
    static func text(of reference: String) -> String {
        let scalars = reference.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }
        let line = String(String.UnicodeScalarView(scalars))
        guard line.unicodeScalars.contains(where: { $0 == " " || $0 == "\t" }) else { return line }
        let (name, number) = parted(line)
        return String(opening) + name + String(closing) + number
    }

    /// A reference's file name and its `:line`.
    private static func parted(_ reference: String) -> (name: Substring, number: Substring) {
        guard let colon = reference.lastIndex(of: ":"), colon != reference.startIndex,
            reference.index(after: colon) != reference.endIndex,
            reference[reference.index(after: colon)...].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        else { return (reference[...], "") }
        return (reference[..<colon], reference[colon...])
    }
}

/// The flags of a `#,` comment.
enum POFlags {
    /// The flags in a line: parted by commas, or by spaces unless it is `range: 0..9`.
    static func list(in line: String) -> [String] {
        line.split(separator: ",").flatMap { part in
            let flag = part.trimmed
            if flag.isEmpty || flag.hasPrefix("range:") { return flag.isEmpty ? [] : [flag] }
            return flag.unicodeScalars.split { $0.isWhiteSpace }.map { String($0) }
        }
    }
}
